//! Freight: numbers of containers, ships and their radio, with right check digits.

use crate::generator::{Family, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{LETTERS, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

/// Numbers of containers that differ: three letters of an owner and six digits.
const CONTAINERS: u128 = 26_u128.pow(3) * 1_000_000;
/// First digits of ships' radio numbers (maritime identification digits, ITU-R Recommendation M.585, by flag, the largest
/// fleets first).
const FLAGS: [u64; 40] = [
    351, 352, 353, 354, 355, 356, 357, 370, 371, 372, 636, 637, 538, 477, 563, 564, 565, 215, 229, 248, 249, 256, 308,
    309, 311, 240, 241, 209, 210, 212, 235, 224, 225, 345, 730, 725, 701, 710, 211, 247,
];

/// Containers.
pub(super) static CONTAINER: Entry = Entry::text(
    "travel.container_number",
    Family::Travel,
    words("Container number", "Número de contenedor"),
    words(
        "Owner, number and check digit of freight containers (ISO 6346).",
        "Propietario, número y dígito de control de contenedores (ISO 6346).",
    ),
    |reader, cx| {
        codes(reader, cx, CONTAINERS, 11, |number, _, out| {
            push_digits(number / 1_000_000, LETTERS, 3, out);
            out.push("U");
            out.push_padded((number % 1_000_000) as u64, 6);
            let check = container_check(out.current());
            out.push_byte(check);
        })
    },
)
.unique();

/// The check digit: letters count from ten up without multiples of eleven, places by powers of two; ten is written as 0.
fn container_check(text: &[u8]) -> u8 {
    let sum: u32 = text.iter().enumerate().map(|(place, byte)| value(*byte) << place).sum();
    b'0' + (sum % 11 % 10) as u8
}

fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A' => 10,
        // 11, 22 and 33 are left out.
        letter => {
            let n = u32::from(letter - b'A') + 10;
            n + 1 + u32::from(n >= 21) + u32::from(n >= 31)
        }
    }
}

/// Ships.
pub(super) static IMO: Entry = Entry::text(
    "travel.imo_number",
    Family::Travel,
    words("Ship number (IMO)", "Número de buque (OMI)"),
    words(
        "Seven digits with a right check digit, behind IMO or alone.",
        "Siete dígitos con dígito de control correcto, tras IMO o solos.",
    ),
    |reader, cx| {
        let prefix = reader.boolean("prefix", true);
        codes(reader, cx, 300_000, if prefix { 10 } else { 7 }, move |number, _, out| {
            // Numbers given since 1987 begin with 7, 8 or 9.
            let number = 700_000 + number as u64;
            let sum: u64 = (0..6).map(|place| number / 10_u64.pow(place) % 10 * (u64::from(place) + 2)).sum();
            if prefix {
                out.push("IMO");
            }
            out.push_padded(number * 10 + sum % 10, 7);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "prefix",
            ParamKind::Boolean,
            words("With IMO", "Con IMO"),
            words("Whether the letters IMO stand before.", "Si lleva delante las letras IMO."),
            true,
        )]
    },
    r#"{"prefix":true}"#,
)
.unique();

/// Ships' radio.
pub(super) static MMSI: Entry = Entry::text(
    "travel.mmsi",
    Family::Travel,
    words("Ship radio number (MMSI)", "Número de radio de buque (MMSI)"),
    words("Nine digits, the first three of the flag.", "Nueve dígitos, los tres primeros de la bandera."),
    |reader, cx| {
        codes(reader, cx, FLAGS.len() as u128 * 1_000_000, 9, |number, _, out| {
            out.push_number(FLAGS[(number / 1_000_000) as usize]);
            out.push_padded((number % 1_000_000) as u64, 6);
        })
    },
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
    fn published_examples_get_their_check_digits() {
        assert_eq!(container_check(b"CSQU305438"), b'3');
        assert_eq!(container_check(b"MSKU907032"), b'3');
        assert_eq!(
            [value(b'B'), value(b'K'), value(b'L'), value(b'U'), value(b'V'), value(b'Z')],
            [12, 21, 23, 32, 34, 38]
        );
    }

    #[test]
    fn numbers_of_ships_pass_their_check_and_differ() {
        let made =
            Trial::new("travel.imo_number", json!({ "prefix": false }), FieldType::String).unique(5_000).texts(5_000);
        for number in &made {
            let digits: Vec<u32> = number.bytes().map(|b| u32::from(b - b'0')).collect();
            let sum: u32 = digits[..6].iter().zip((2..=7).rev()).map(|(d, w)| d * w).sum();
            assert!(number.len() == 7 && sum % 10 == digits[6], "{number}");
        }
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000);
        for name in ["travel.container_number", "travel.mmsi"] {
            let made = Trial::new(name, json!({}), FieldType::String).unique(5_000).texts(5_000);
            assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000, "{name}");
        }
    }
}
