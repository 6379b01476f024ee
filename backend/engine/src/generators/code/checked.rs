//! `code.checked`: numbers with a check digit by one of the usual methods.

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{damm, luhn, mod_97, verhoeff};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

const METHODS: &[&str] = &["luhn", "verhoeff", "damm", "mod97"];

/// Numbers with check digits.
pub(super) static CHECKED: Entry = Entry::text(
    "code.checked",
    Family::Code,
    words("Number with check digit", "Número con dígito de control"),
    words(
        "Random digits and the check digits that Luhn, Verhoeff, Damm or ISO 7064 (mod 97) give them.",
        "Dígitos aleatorios y los de control que les dan Luhn, Verhoeff, Damm o ISO 7064 (mod 97).",
    ),
    |reader, cx| {
        let method = reader.choice("method", METHODS);
        let length = reader.integer("length", (2, 34), 10) as u32;
        let prefix = reader.text("prefix", "").to_owned();
        if prefix.len() > 20 || !prefix.bytes().all(|b| b.is_ascii_digit()) {
            reader.problem("prefix", "wrong_value", "prefix must be at most 20 digits");
        }
        let checks = if method == "mod97" { 2 } else { 1 };
        let free = length.saturating_sub(checks + prefix.len() as u32);
        if free == 0 {
            reader.problem("length", "out_of_range", "length leaves no digit between the prefix and the check digits");
        }
        codes(reader, cx, 10_u128.pow(free), length, move |number, _, out| {
            out.push(&prefix);
            // Of more than 19 digits two pushes are needed.
            out.push_padded((number / 10_u128.pow(18)) as u64, free.saturating_sub(18) as usize);
            out.push_padded((number % 10_u128.pow(18)) as u64, free.min(18) as usize);
            match method {
                "mod97" => {
                    let check = mod_97(out.current());
                    out.push_padded(check, 2);
                }
                _ => {
                    let check = match method {
                        "verhoeff" => verhoeff(out.current()),
                        "damm" => damm(out.current()),
                        _ => luhn(out.current()),
                    };
                    out.push_byte(check);
                }
            }
        })
    },
)
.with(params, r#"{"method":"luhn","length":10}"#)
.unique();

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "method",
            ParamKind::Choice(METHODS),
            words("Method", "Método"),
            words("Which check digits: one, or two by mod97.", "Qué dígitos de control: uno, o dos con mod97."),
            METHODS[0],
        ),
        defaulted(
            "length",
            ParamKind::Integer { min: Some(2), max: Some(34) },
            words("Length", "Longitud"),
            words(
                "Digits in all, prefix and check digits included.",
                "Dígitos en total, con el prefijo y los de control.",
            ),
            10,
        ),
        defaulted(
            "prefix",
            ParamKind::Text,
            words("Prefix", "Prefijo"),
            words("Digits that every number begins with.", "Dígitos con los que empieza cada número."),
            "",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn every_number_passes_its_own_test_and_no_neighbour_does() {
        for method in METHODS {
            for length in [6, 12, 30] {
                let params = json!({ "method": method, "length": length, "prefix": "29" });
                for number in Trial::new("code.checked", params, FieldType::String).texts(300) {
                    let (body, check) = number.split_at(number.len() - if *method == "mod97" { 2 } else { 1 });
                    let expect = match *method {
                        "luhn" => char::from(luhn(body.as_bytes())).to_string(),
                        "verhoeff" => char::from(verhoeff(body.as_bytes())).to_string(),
                        "damm" => char::from(damm(body.as_bytes())).to_string(),
                        _ => format!("{:02}", mod_97(body.as_bytes())),
                    };
                    assert!(number.len() == length && number.starts_with("29") && check == expect, "{method} {number}");
                }
            }
        }
    }

    #[test]
    fn all_numbers_of_a_length_come_and_too_short_ones_are_told() {
        let trial = Trial::new("code.checked", json!({ "length": 4 }), FieldType::String).unique(1_000);
        assert_eq!(trial.compile().unwrap().capacity(), Some(1_000));
        assert_eq!(trial.texts(1_000).into_iter().collect::<HashSet<_>>().len(), 1_000);
        let short = Trial::new("code.checked", json!({ "length": 3, "prefix": "12" }), FieldType::String);
        assert_eq!(short.compile().err().unwrap()[0].code, "out_of_range");
    }
}
