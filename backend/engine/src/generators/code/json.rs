//! `code.json`: small JSON objects.

use std::collections::HashSet;
use std::fmt::Write;

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{locale, optional, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::locales::Locale;
use crate::stream::{Cell, Stream};

/// The catalogue's entry.
pub(crate) struct Json;

/// Most keys of an object.
const MOST_KEYS: usize = 20;
/// Room for the longest value of a key with its marks.
const VALUE_ROOM: usize = 60;

impl Generator for Json {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.json",
            family: Family::Code,
            label: words("JSON object", "Objeto JSON"),
            description: words(
                "Small objects with a number, a word, a yes or no, a share and a list of words; or with keys of your own.",
                "Objetos pequeños con un número, una palabra, un sí o no, una proporción y una lista de palabras; o con sus claves.",
            ),
            produces: &[FieldType::Json, FieldType::Text],
            params: vec![
                optional(
                    "keys",
                    ParamKind::List,
                    words("Keys", "Claves"),
                    words("Names of the keys, 20 at most.", "Nombres de las claves, 20 como máximo."),
                ),
                locale(),
            ],
            example: json!({ "keys": ["id", "label", "active", "score", "tags"] }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let locales = PerLocale::compile(&mut reader, cx, |l| l);
        let keys = reader.list("keys").unwrap_or_else(|| vec!["id", "label", "active", "score", "tags"]);
        if keys.len() > MOST_KEYS {
            reader.problem("keys", "too_many", format!("an object has {MOST_KEYS} keys at most, not {}", keys.len()));
        }
        if keys.iter().collect::<HashSet<_>>().len() < keys.len() {
            reader.problem("keys", "repeated", "a key is named twice");
        }
        let keys: Vec<String> = keys.iter().map(|k| serde_json::Value::from(*k).to_string()).collect();
        let longest: usize = keys.iter().map(|k| k.len() + VALUE_ROOM).sum();
        if let Some(most) = limit(cx.field).filter(|most| longest > *most as usize) {
            reader.problem(
                "keys",
                "beyond_field",
                format!("the objects need a length of {longest}; the field allows {most}"),
            );
        }
        reader.finish(Box::new(Objects { keys, locales, stream: cx.stream }))
    }
}

struct Objects {
    /// With their quotation marks.
    keys: Vec<String>,
    locales: PerLocale<&'static Locale>,
    stream: Stream,
}

impl Filler for Objects {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 90, None);
        for &row in cx.rows {
            let (mut cell, locale) = (self.stream.cell(row), self.locales.at(row));
            for (n, key) in self.keys.iter().enumerate() {
                out.push(if n == 0 { "{" } else { "," });
                out.push(key);
                out.push(":");
                value(&mut out, &mut cell, n, locale)
                    .map_err(|_| EngineError::fill("an object could not be written"))?;
            }
            out.push("}");
            out.end();
        }
        out.finish()
    }
}

/// The value of the `n`th key: kinds of value take turns. The words of locales need no escapes.
fn value(out: &mut TextColumn, cell: &mut Cell, n: usize, locale: &Locale) -> std::fmt::Result {
    let word = |cell: &mut Cell| {
        let words = locale.language.words;
        words[cell.below(words.len() as u64) as usize]
    };
    match n % 5 {
        0 => out.push_number(1 + cell.below(999_999)),
        1 => write!(out, "\"{}\"", word(cell))?,
        2 => out.push(if cell.bits() >> 63 == 1 { "true" } else { "false" }),
        3 => write!(out, "0.{:03}", cell.below(1_000))?,
        _ => write!(out, "[\"{}\",\"{}\"]", word(cell), word(cell))?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn objects_are_json_with_the_keys_in_order() {
        for text in
            Trial::new("code.json", json!({ "keys": ["b", "a\"", "c"] }), FieldType::Json).locale("es_ES").texts(100)
        {
            let object: serde_json::Map<_, _> = serde_json::from_str(&text).unwrap();
            assert_eq!(object.keys().collect::<Vec<_>>(), ["b", "a\"", "c"]);
            assert!(object["b"].is_u64() && object["a\""].is_string() && object["c"].is_boolean());
        }
    }

    #[test]
    fn repeated_keys_are_told() {
        let trial = Trial::new("code.json", json!({ "keys": ["a", "a"] }), FieldType::Json);
        assert_eq!(trial.compile().err().unwrap()[0].code, "repeated");
    }
}
