//! What programs hand one another: cookies, unsigned tokens, scopes, headers.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::fmt::Write;

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::digits::{BASE62, HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{codes, one, texts, whole_texts};
use crate::generators::support::text::TextColumn;
use crate::stream::Cell;

use super::web::weighted;

/// Scopes, as common as they are.
const SCOPES: [(&str, f64); 20] = [
    ("openid", 14.0),
    ("profile", 12.0),
    ("email", 12.0),
    ("offline_access", 6.0),
    ("read", 8.0),
    ("write", 6.0),
    ("admin", 2.0),
    ("orders:read", 5.0),
    ("orders:write", 4.0),
    ("users:read", 5.0),
    ("users:write", 3.0),
    ("payments:read", 3.0),
    ("payments:write", 2.0),
    ("reports:read", 4.0),
    ("files:read", 4.0),
    ("files:write", 3.0),
    ("calendar.readonly", 2.0),
    ("openid profile", 2.0),
    ("openid profile email", 2.0),
    ("read write", 1.0),
];
const CACHES: [&str; 4] = ["no-store", "no-cache", "public, max-age=3600", "private, max-age=600"];
const TYPES: [&str; 5] =
    ["application/json", "text/html; charset=utf-8", "application/x-www-form-urlencoded", "image/webp", "text/css"];
const TONGUES: [&str; 5] =
    ["en-US,en;q=0.9", "es-ES,es;q=0.9,en;q=0.8", "es-MX,es;q=0.9", "pt-BR,pt;q=0.9", "fr-FR,fr;q=0.9"];
const CODINGS: [&str; 3] = ["gzip, deflate, br", "gzip, deflate, br, zstd", "gzip"];

/// Cookie ids.
pub(super) static COOKIE: Entry = Entry::text(
    "internet.cookie_id",
    Family::Internet,
    words("Cookie identifier", "Identificador de cookie"),
    words(
        "Random letters and digits by which a site knows a browser again.",
        "Letras y dígitos aleatorios con los que un sitio reconoce a un navegador.",
    ),
    |reader, cx| {
        codes(reader, cx, 62_u128.pow(21), 32, |number, cell, out| {
            push_digits(u128::from(cell.bits()), BASE62, 11, out);
            push_digits(number, BASE62, 21, out);
        })
    },
)
.unique();

/// Unsigned tokens.
pub(super) static JWT: Entry = Entry::text(
    "internet.jwt",
    Family::Internet,
    words("Unsigned JSON web token", "Token web JSON sin firma"),
    words(
        "Tokens that say alg none and carry no signature (RFC 7519), so that nothing takes them for real.",
        "Tokens que dicen alg none y no llevan firma (RFC 7519), para que nada los tome por reales.",
    ),
    |reader, cx| {
        let (stream, now) = (cx.stream, cx.as_of.timestamp() as u64);
        whole_texts(reader, cx, 200, move |row, out| {
            let mut cell = stream.cell(row);
            let issued = now - cell.below(86_400);
            let (subject, expires) = (cell.bits(), issued + 3_600);
            encoded(out, r#"{"alg":"none","typ":"JWT"}"#);
            out.push(".");
            let claims = format_args!(
                r#"{{"iss":"https://auth.example.com","sub":"{subject:016x}","iat":{issued},"exp":{expires}}}"#
            );
            let mut text = Buffer::default();
            let _ = text.write_fmt(claims);
            encoded(out, text.as_str());
            out.push(".");
        })
    },
);

/// A short text without allocation.
struct Buffer {
    bytes: [u8; 160],
    len: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Self { bytes: [0; 160], len: 0 }
    }
}

impl Buffer {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(std::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// Appends a text of at most 160 bytes in base 64 as URLs take it.
fn encoded(out: &mut TextColumn, text: &str) {
    let mut letters = [0; 216];
    if let Ok(length) = URL_SAFE_NO_PAD.encode_slice(text, &mut letters) {
        out.push_bytes(&letters[..length]);
    }
}

/// Scopes.
pub(super) static SCOPE: Entry = Entry::text(
    "internet.oauth_scope",
    Family::Internet,
    words("OAuth scope", "Ámbito de OAuth"),
    words("What an application is allowed to do (RFC 6749).", "Lo que se permite hacer a una aplicación (RFC 6749)."),
    |_, cx| weighted(cx, &SCOPES),
);

/// Headers.
pub(super) static HEADER: Entry = Entry::text(
    "internet.http_header",
    Family::Internet,
    words("HTTP header", "Cabecera HTTP"),
    words("A header with a value that suits it.", "Una cabecera con un valor que le corresponde."),
    |_, cx| {
        let stream = cx.stream;
        texts(cx, 40, move |row, out| write_header(&mut stream.cell(row), out))
    },
);

fn write_header(cell: &mut Cell, out: &mut TextColumn) {
    match cell.below(8) {
        0 => pair(out, "Cache-Control", one(cell, &CACHES)),
        1 | 2 => pair(out, "Content-Type", one(cell, &TYPES)),
        3 => pair(out, "Accept-Language", one(cell, &TONGUES)),
        4 => pair(out, "Accept-Encoding", one(cell, &CODINGS)),
        5 => {
            pair(out, "Content-Length", "");
            out.push_number(120 + cell.below(80_000));
        }
        6 => {
            pair(out, "X-Request-Id", "");
            push_digits(u128::from(cell.bits()), HEX, 16, out);
        }
        _ => {
            pair(out, "ETag", "\"");
            push_digits(u128::from(cell.bits()), HEX, 12, out);
            out.push("\"");
        }
    }
}

fn pair(out: &mut TextColumn, name: &str, value: &str) {
    out.push(name);
    out.push(": ");
    out.push(value);
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn tokens_are_unsigned_and_hold_claims_that_agree() {
        for token in Trial::new("internet.jwt", json!({}), FieldType::String).texts(200) {
            let parts: Vec<&str> = token.split('.').collect();
            let read = |part: &str| serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
            assert_eq!((parts.len(), parts[2], read(parts[0])["alg"].as_str()), (3, "", Some("none")));
            let claims = read(parts[1]);
            assert_eq!(claims["exp"].as_u64().unwrap() - claims["iat"].as_u64().unwrap(), 3_600);
        }
    }

    #[test]
    fn headers_have_a_name_and_a_value() {
        for header in Trial::new("internet.http_header", json!({}), FieldType::String).texts(300) {
            let (name, value) = header.split_once(": ").unwrap();
            assert!(!value.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-'), "{header}");
        }
    }
}
