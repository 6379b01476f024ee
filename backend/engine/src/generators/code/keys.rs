//! Codes that people or machines pass around: NanoIDs, short codes, base 32, PINs, licence keys, serial numbers.

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{BASE32, CLEAR, HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;
use crate::generators::support::text::TextColumn;
use crate::stream::Cell;

/// Letters of NanoIDs, as that of URLs.
const NANO: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
const DIGITS: &[u8; 10] = b"0123456789";
const CASES: &[&str] = &["upper", "lower"];
/// PINs that are guessed first (DataGenetics, "PIN analysis", 2012); left out where `strong` is set.
const WEAK: [u16; 20] = [
    0, 101, 1004, 1010, 1111, 1122, 1212, 1234, 1313, 2000, 2001, 2222, 3333, 4321, 4444, 5555, 6666, 6969, 7777, 9999,
];

/// A parameter `length` from 1 to `most`.
fn length(most: i64, default: i64) -> ParamDescriptor {
    defaulted(
        "length",
        ParamKind::Integer { min: Some(1), max: Some(most) },
        words("Length", "Longitud"),
        words("Characters in all.", "Caracteres en total."),
        default,
    )
}

/// How many of the last characters of a code 128 bits can tell.
fn told(letters: usize, length: u32) -> u32 {
    length.min(u128::MAX.ilog(letters as u128))
}

/// How many codes differ in the characters that are told.
fn space(letters: usize, length: u32) -> u128 {
    (letters as u128).pow(told(letters, length))
}

/// Codes of any length: the last characters tell them apart, those before are random.
fn write_code(alphabet: &[u8], length: u32, number: u128, cell: &mut Cell, out: &mut TextColumn) {
    let told = told(alphabet.len(), length);
    for _ in told..length {
        out.push_byte(alphabet[cell.below(alphabet.len() as u64) as usize]);
    }
    push_digits(number, alphabet, told as usize, out);
}

/// NanoIDs.
pub(super) static NANOID: Entry = Entry::text(
    "code.nanoid",
    Family::Code,
    words("NanoID", "NanoID"),
    words(
        "Short random identifiers of letters, digits, underscore and hyphen, safe in URLs.",
        "Identificadores aleatorios cortos de letras, dígitos, guion bajo y guion, seguros en URL.",
    ),
    |reader, cx| {
        let length = reader.integer("length", (1, 64), 21) as u32;
        codes(reader, cx, space(64, length), length, move |number, cell, out| {
            write_code(NANO, length, number, cell, out)
        })
    },
)
.with(|| vec![length(64, 21)], r#"{"length":21}"#)
.unique();

/// Short codes.
pub(super) static SHORT: Entry = Entry::text(
    "code.short",
    Family::Code,
    words("Short code", "Código corto"),
    words(
        "Codes people can read aloud: capital letters and digits without I, O, 0 and 1.",
        "Códigos que se pueden dictar: mayúsculas y dígitos sin I, O, 0 ni 1.",
    ),
    |reader, cx| {
        let length = reader.integer("length", (1, 32), 8) as u32;
        let lower = reader.choice("case", CASES) == "lower";
        codes(reader, cx, space(32, length), length, move |number, cell, out| {
            write_code(CLEAR, length, number, cell, out);
            if lower {
                out.current().make_ascii_lowercase();
            }
        })
    },
)
.with(
    || {
        let case = defaulted(
            "case",
            ParamKind::Choice(CASES),
            words("Letters", "Letras"),
            words("Capital or small letters.", "Mayúsculas (upper) o minúsculas (lower)."),
            CASES[0],
        );
        vec![length(32, 8), case]
    },
    r#"{"length":8}"#,
)
.unique();

/// Base 32.
pub(super) static BASE_32: Entry = Entry::text(
    "code.base32",
    Family::Code,
    words("Base 32", "Base 32"),
    words(
        "Random bytes in base 32 (RFC 4648), such as secrets of one-time passwords.",
        "Bytes aleatorios en base 32 (RFC 4648), como los secretos de contraseñas de un solo uso.",
    ),
    |reader, cx| {
        // Groups of five bytes, which need no padding.
        let groups = reader.integer("groups", (1, 16), 2) as u32;
        codes(reader, cx, space(32, groups * 8), groups * 8, move |number, cell, out| {
            write_code(BASE32, groups * 8, number, cell, out);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "groups",
            ParamKind::Integer { min: Some(1), max: Some(16) },
            words("Groups", "Grupos"),
            words(
                "Groups of five bytes, which are eight characters each.",
                "Grupos de cinco bytes, de ocho caracteres cada uno.",
            ),
            2,
        )]
    },
    r#"{"groups":2}"#,
)
.unique();

/// PINs.
pub(super) static PIN: Entry = Entry::text(
    "code.pin",
    Family::Code,
    words("PIN", "PIN"),
    words(
        "Secret numbers of a fixed length; on demand without those that are guessed first.",
        "Números secretos de longitud fija; si se pide, sin los que primero se adivinan.",
    ),
    |reader, cx| {
        let length = reader.integer("length", (3, 12), 4) as u32;
        let strong = reader.boolean("strong", false);
        if strong && length != 4 {
            reader.problem(
                "strong",
                "wrong_value",
                "the list of weak PINs is of four digits; give no other length with strong",
            );
        }
        let weak = if strong { WEAK.len() as u128 } else { 0 };
        codes(reader, cx, space(10, length) - weak, length, move |number, _, out| {
            let skipped = if strong { past_weak(number as u16) } else { 0 };
            push_digits(number + skipped, DIGITS, length as usize, out);
        })
    },
)
.with(
    || {
        vec![
            defaulted(
                "length",
                ParamKind::Integer { min: Some(3), max: Some(12) },
                words("Length", "Longitud"),
                words("Digits in all.", "Dígitos en total."),
                4,
            ),
            defaulted(
                "strong",
                ParamKind::Boolean,
                words("Strong", "Fuertes"),
                words(
                    "Leaves out the twenty that are guessed first.",
                    "Deja fuera los veinte que primero se adivinan.",
                ),
                false,
            ),
        ]
    },
    r#"{"length":4}"#,
)
.unique();

/// How many weak PINs stand before the `n`th strong one.
fn past_weak(n: u16) -> u128 {
    WEAK.iter().fold(0, |past, weak| if *weak <= n + past as u16 { past + 1 } else { past })
}

/// Licence keys.
pub(super) static LICENCE: Entry = Entry::text(
    "code.licence_key",
    Family::Code,
    words("Licence key", "Clave de licencia"),
    words(
        "Keys of software: groups of five clear letters and digits with hyphens between.",
        "Claves de programas: grupos de cinco letras y dígitos inconfundibles separados por guiones.",
    ),
    |reader, cx| {
        let groups = reader.integer("groups", (2, 8), 5) as u32;
        codes(reader, cx, space(32, groups.min(5) * 5), groups * 6 - 1, move |mut number, cell, out| {
            for group in 0..groups {
                if group > 0 {
                    out.push_byte(b'-');
                }
                // Five characters are 25 bits; the first five groups tell keys apart.
                let bits = if group < 5 { number } else { u128::from(cell.bits()) };
                push_digits(bits, CLEAR, 5, out);
                number >>= 25;
            }
        })
    },
)
.with(
    || {
        vec![defaulted(
            "groups",
            ParamKind::Integer { min: Some(2), max: Some(8) },
            words("Groups", "Grupos"),
            words("Groups of five characters.", "Grupos de cinco caracteres."),
            5,
        )]
    },
    r#"{"groups":5}"#,
)
.unique();

/// Serial numbers.
pub(super) static SERIAL: Entry = Entry::text(
    "code.serial_number",
    Family::Code,
    words("Serial number", "Número de serie"),
    words(
        "Serial numbers of devices: a prefix, the factory, year and week of making, and a running number.",
        "Números de serie de aparatos: un prefijo, la fábrica, el año y la semana de fabricación y un número corrido.",
    ),
    |reader, cx| {
        let prefix = reader.text("prefix", "SN").to_owned();
        if prefix.len() > 10 || !prefix.bytes().all(|b| b.is_ascii_alphanumeric()) {
            reader.problem("prefix", "wrong_value", "prefix must be at most 10 letters and digits");
        }
        let year = chrono::Datelike::year(&cx.as_of).unsigned_abs();
        let longest = prefix.len() as u32 + 11;
        codes(reader, cx, 26 * 1_000_000, longest, move |number, cell, out| {
            out.push(&prefix);
            out.push_byte(b'A' + (number % 26) as u8);
            out.push_padded(u64::from(year) - 1 - cell.below(6), 2);
            out.push_padded(1 + cell.below(52), 2);
            out.push_padded((number / 26) as u64, 6);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "prefix",
            ParamKind::Text,
            words("Prefix", "Prefijo"),
            words("What every number begins with.", "Con lo que empieza cada número."),
            "SN",
        )]
    },
    r#"{"prefix":"SN"}"#,
)
.unique();

/// Short hashes.
pub(super) static HASH_ID: Entry = Entry::text(
    "code.hash_id",
    Family::Code,
    words("Short hash", "Resumen corto"),
    words(
        "Hexadecimal digits behind a prefix, such as cus_9f86d081.",
        "Dígitos hexadecimales tras un prefijo, como cus_9f86d081.",
    ),
    |reader, cx| {
        let prefix = reader.text("prefix", "id_").to_owned();
        let length = reader.integer("length", (4, 30), 12) as u32;
        let longest = prefix.chars().count() as u32 + length;
        codes(reader, cx, space(16, length), longest, move |number, _, out| {
            out.push(&prefix);
            push_digits(number, HEX, length as usize, out);
        })
    },
)
.with(
    || {
        vec![
            defaulted(
                "prefix",
                ParamKind::Text,
                words("Prefix", "Prefijo"),
                words("What every code begins with.", "Con lo que empieza cada código."),
                "id_",
            ),
            defaulted(
                "length",
                ParamKind::Integer { min: Some(4), max: Some(30) },
                words("Length", "Longitud"),
                words("Digits behind the prefix.", "Dígitos tras el prefijo."),
                12,
            ),
        ]
    },
    r#"{"prefix":"cus_","length":12}"#,
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    fn unique(name: &'static str, params: serde_json::Value, rows: u64) -> Vec<String> {
        let trial = Trial::new(name, params, FieldType::String).unique(rows);
        assert!(trial.compile().unwrap().capacity() >= Some(u128::from(rows)), "{name}");
        let made = trial.texts(rows);
        assert_eq!(made.iter().collect::<HashSet<_>>().len() as u64, rows, "{name}");
        made
    }

    #[test]
    fn every_code_of_a_small_space_comes() {
        let strong = unique("code.pin", json!({ "strong": true }), 9_980);
        assert!(strong.iter().all(|pin| pin.len() == 4 && !WEAK.contains(&pin.parse().unwrap())));
        unique("code.pin", json!({ "length": 3 }), 1_000);
        unique("code.short", json!({ "length": 2 }), 1_024);
        unique("code.nanoid", json!({ "length": 2 }), 4_096);
    }

    #[test]
    fn long_codes_are_as_long_as_told_and_differ() {
        assert!(unique("code.nanoid", json!({ "length": 40 }), 2_000).iter().all(|c| c.len() == 40));
        assert!(unique("code.licence_key", json!({ "groups": 8 }), 2_000).iter().all(|c| c.split('-').count() == 8));
        assert!(unique("code.base32", json!({ "groups": 16 }), 2_000).iter().all(|c| c.len() == 128));
        assert!(unique("code.serial_number", json!({}), 2_000).iter().all(|c| c.len() == 13 && c.starts_with("SN")));
        assert!(unique("code.hash_id", json!({}), 2_000).iter().all(|c| c.len() == 15));
    }
}
