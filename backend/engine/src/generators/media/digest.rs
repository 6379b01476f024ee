//! Digests as MD5, SHA-1 and SHA-256 give them, of hidden random contents; bytes in base 64. A digest of what nobody knows
//! can't be told from random bits, so random bits they are, different in every row.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use crate::generator::{CompileContext, Family, Filler, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;
use crate::generators::support::params::Reader;

const ALPHABETS: &[&str] = &["standard", "url"];

/// A digest of so many bytes (at least 12).
fn digest(reader: &mut Reader<'_>, cx: &CompileContext<'_>, bytes: u32) -> Box<dyn Filler> {
    // 96 bits tell rows apart.
    codes(reader, cx, 1 << 96, bytes * 2, move |number, cell, out| {
        push_digits(number, HEX, 24, out);
        for at in (12..bytes).step_by(4) {
            push_digits(u128::from(cell.bits()), HEX, (bytes - at).min(4) as usize * 2, out);
        }
    })
}

/// MD5.
pub(super) static MD5: Entry = Entry::text(
    "media.md5",
    Family::Media,
    words("MD5 digest", "Resumen MD5"),
    words(
        "32 hexadecimal digits, as of an unknown file.",
        "32 dígitos hexadecimales, como los de un archivo desconocido.",
    ),
    |reader, cx| digest(reader, cx, 16),
)
.unique();

/// SHA-1.
pub(super) static SHA1: Entry = Entry::text(
    "media.sha1",
    Family::Media,
    words("SHA-1 digest", "Resumen SHA-1"),
    words(
        "40 hexadecimal digits, as of an unknown file.",
        "40 dígitos hexadecimales, como los de un archivo desconocido.",
    ),
    |reader, cx| digest(reader, cx, 20),
)
.unique();

/// SHA-256.
pub(super) static SHA256: Entry = Entry::text(
    "media.sha256",
    Family::Media,
    words("SHA-256 digest", "Resumen SHA-256"),
    words(
        "64 hexadecimal digits, as of an unknown file.",
        "64 dígitos hexadecimales, como los de un archivo desconocido.",
    ),
    |reader, cx| digest(reader, cx, 32),
)
.unique();

/// Base 64.
pub(super) static BASE_64: Entry = Entry::text(
    "media.base64",
    Family::Media,
    words("Base 64", "Base 64"),
    words("Random bytes in base 64 (RFC 4648).", "Bytes aleatorios en base 64 (RFC 4648)."),
    |reader, cx| {
        let bytes = reader.integer("bytes", (1, 120), 24) as usize;
        let engine = if reader.choice("alphabet", ALPHABETS) == "url" { &URL_SAFE_NO_PAD } else { &STANDARD };
        // 15 bytes at most are told by the number of a row.
        let told = bytes.min(15);
        codes(reader, cx, 1 << (8 * told), bytes.div_ceil(3) as u32 * 4, move |number, cell, out| {
            let (mut content, mut letters) = ([0; 120], [0; 160]);
            content[..told].copy_from_slice(&number.to_be_bytes()[16 - told..]);
            for part in content[told..bytes].chunks_mut(8) {
                part.copy_from_slice(&cell.bits().to_le_bytes()[..part.len()]);
            }
            // There is room for the letters of 120 bytes.
            if let Ok(length) = engine.encode_slice(&content[..bytes], &mut letters) {
                out.push_bytes(&letters[..length]);
            }
        })
    },
)
.with(
    || {
        vec![
            defaulted(
                "bytes",
                ParamKind::Integer { min: Some(1), max: Some(120) },
                words("Bytes", "Bytes"),
                words("How many are encoded.", "Cuántos se codifican."),
                24,
            ),
            defaulted(
                "alphabet",
                ParamKind::Choice(ALPHABETS),
                words("Alphabet", "Alfabeto"),
                words(
                    "The standard one, or that of URLs, without padding.",
                    "El normal (standard) o el de las URL, sin relleno (url).",
                ),
                ALPHABETS[0],
            ),
        ]
    },
    r#"{"bytes":24}"#,
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn digests_have_their_lengths_and_differ() {
        for (name, length) in [("media.md5", 32), ("media.sha1", 40), ("media.sha256", 64)] {
            let made = Trial::new(name, json!({}), FieldType::String).unique(2_000).texts(2_000);
            assert!(made.iter().all(|d| d.len() == length && d.bytes().all(|b| b.is_ascii_hexdigit())), "{name}");
            assert_eq!(made.iter().collect::<HashSet<_>>().len(), 2_000);
        }
    }

    #[test]
    fn base_64_holds_as_many_bytes_as_told() {
        for bytes in [1, 2, 15, 16, 17, 120] {
            let made = Trial::new("media.base64", json!({ "bytes": bytes }), FieldType::String).texts(50);
            assert!(made.iter().all(|t| STANDARD.decode(t).unwrap().len() == bytes), "{bytes}");
        }
        let all = Trial::new("media.base64", json!({ "bytes": 1 }), FieldType::String).unique(256).texts(256);
        assert_eq!(all.into_iter().collect::<HashSet<_>>().len(), 256);
    }
}
