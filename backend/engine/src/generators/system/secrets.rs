//! `system.api_key`: keys that look the part and can't be taken for real ones.

use crate::generator::{Family, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{BASE62, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

/// Letters and digits that 128 bits tell in full.
const TOLD: u32 = 21;

/// Keys.
pub(super) static API_KEY: Entry = Entry::text(
    "system.api_key",
    Family::System,
    words("API key", "Clave de API"),
    words(
        "Keys of services with a prefix that no provider has, so that nothing takes them for real.",
        "Claves de servicios con un prefijo que no usa ningún proveedor, para que nada las tome por reales.",
    ),
    |reader, cx| {
        let prefix = reader.text("prefix", "fake_key_").to_owned();
        let length = reader.integer("length", (8, 64), 32) as u32;
        let longest = prefix.chars().count() as u32 + length;
        codes(reader, cx, 62_u128.pow(length.min(TOLD)), longest, move |number, cell, out| {
            out.push(&prefix);
            for _ in TOLD..length {
                out.push_byte(BASE62[cell.below(62) as usize]);
            }
            push_digits(number, BASE62, length.min(TOLD) as usize, out);
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
                words("What every key begins with.", "Con lo que empieza cada clave."),
                "fake_key_",
            ),
            defaulted(
                "length",
                ParamKind::Integer { min: Some(8), max: Some(64) },
                words("Length", "Longitud"),
                words("Letters and digits behind the prefix.", "Letras y dígitos tras el prefijo."),
                32,
            ),
        ]
    },
    r#"{"prefix":"fake_key_","length":32}"#,
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn keys_say_that_they_are_fake_have_their_length_and_differ() {
        for length in [8, 21, 64] {
            let trial = Trial::new("system.api_key", json!({ "length": length }), FieldType::String).unique(3_000);
            let made: HashSet<String> = trial.texts(3_000).into_iter().collect();
            assert!(made.len() == 3_000 && made.iter().all(|k| k.starts_with("fake_key_") && k.len() == 9 + length));
        }
    }
}
