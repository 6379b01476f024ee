//! `text.slug`: words for addresses of the web: small letters, digits and hyphens.

use any_ascii::any_ascii_char;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use dmb_spec::Params;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::moments::with_nulls_of;
use crate::generators::support::params::Reader;
use crate::generators::support::stages::Stages;
use crate::generators::support::text::{TextColumn, limit};
use crate::types;

use super::compose::{Composer, counts, descriptor, pick, read_counts};

/// The catalogue's entry.
pub(crate) struct Slug;

/// Characters of a number that keeps slugs apart, with its hyphen.
const NUMBER: usize = 12;

impl Generator for Slug {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![optional(
            "field",
            ParamKind::Field,
            words("Text field", "Campo de texto"),
            words(
                "A text of the row to make it from, such as its title.",
                "Un texto de la fila del que se obtiene, como su título.",
            ),
        )];
        params.extend(counts(3, 5, 20));
        let description = words(
            "Words for addresses of the web, of a text field or of the language: summer-in-the-city.",
            "Palabras para direcciones web, de un campo de texto o del idioma: verano-en-la-ciudad.",
        );
        let mut made = descriptor("text.slug", words("Slug", "Slug"), description, params);
        made.unique = true;
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let input = source(&mut reader, cx);
        let composer = Composer::compile(&mut reader, cx);
        let counts = read_counts(&mut reader, (3, 5), 20);
        let limit = limit(cx.field);
        let room = limit.is_none_or(|most| most as usize > NUMBER);
        let stages = (cx.unique && room).then(|| Stages::new(cx.stream.key()));
        reader.finish(Box::new(Slugs { input, composer, counts, stages, limit }))
    }
}

/// The text field that `field` names.
fn source(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Option<Input> {
    let name = reader.text("field", "");
    if name.is_empty() {
        return None;
    }
    let Some(field) = cx.table.field(name) else {
        reader.problem("field", "unknown_field", format!("there is no field \"{name}\" in {}", cx.table.name));
        return None;
    };
    if types::data_type(cx.design, field) != DataType::Utf8 {
        reader.problem("field", "wrong_type", format!("{name} is {}, not a text", field.field_type));
    }
    if field.nullable && field.null_rate > 0.0 && !cx.field.nullable {
        let message = format!("{name} can be null, so {} must be nullable too", cx.field.name);
        reader.problem("field", "nullable", message);
    }
    Some(Input::Field(field.id))
}

/// Appends a text as a slug; nothing of it where it has neither letter nor digit.
fn slugify(text: &str, out: &mut TextColumn) {
    let mut gap = false;
    for letter in text.chars().flat_map(|c| any_ascii_char(c).bytes()) {
        // Apostrophes join what they stand between: don't becomes dont.
        if letter == b'\'' {
            continue;
        }
        if !letter.is_ascii_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && out.len() > 0 {
            out.push_byte(b'-');
        }
        gap = false;
        out.push_byte(letter.to_ascii_lowercase());
    }
}

struct Slugs {
    input: Option<Input>,
    composer: Composer,
    counts: (u64, u64),
    /// Numbers that keep slugs apart.
    stages: Option<Stages>,
    limit: Option<u32>,
}

impl Slugs {
    fn write(&self, row: u64, text: Option<&str>, out: &mut TextColumn) {
        match text {
            Some(text) => slugify(text, out),
            None => {
                let mut cell = self.composer.cell(row);
                for n in 0..pick(self.counts, &mut cell) {
                    if n > 0 {
                        out.push_byte(b'-');
                    }
                    let before = out.len();
                    slugify(self.composer.word(row, &mut cell), out);
                    // A word of the language's own script that has no letters in ASCII would leave two hyphens.
                    if out.len() == before && n > 0 {
                        out.truncate(before - 1);
                    }
                }
            }
        }
        let room = self.limit.map_or(usize::MAX, |l| l as usize) - if self.stages.is_some() { NUMBER } else { 0 };
        if out.len() > room {
            out.truncate(room);
        }
        while out.current().last() == Some(&b'-') {
            out.truncate(out.len() - 1);
        }
        if let Some(stages) = &self.stages {
            if out.len() > 0 {
                out.push_byte(b'-');
            }
            out.push_number(stages.at(row));
        }
    }
}

impl Filler for Slugs {
    fn inputs(&self) -> Vec<Input> {
        self.input.iter().cloned().collect()
    }

    fn capacity(&self) -> Option<u128> {
        self.stages.as_ref().map(|_| Stages::CAPACITY)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let texts = cx.inputs.first().map(|array| array.as_string::<i32>());
        let mut out = TextColumn::new(cx.rows.len(), 24, self.limit);
        for (at, &row) in cx.rows.iter().enumerate() {
            let text = texts.map(|texts| if texts.is_null(at) { "" } else { texts.value(at) });
            self.write(row, text, &mut out);
            out.end();
        }
        let made = out.finish()?;
        match cx.inputs.first().filter(|array| array.null_count() > 0) {
            Some(array) => with_nulls_of(&made, array),
            None => Ok(made),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use arrow_array::StringArray;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    fn is_slug(text: &str) -> bool {
        !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }

    #[test]
    fn slugs_of_a_text_keep_its_words() {
        let trial = Trial::new("text.slug", json!({ "field": "title" }), FieldType::String).beside(
            "title",
            FieldType::String,
            None,
        );
        let titles: ArrayRef =
            Arc::new(StringArray::from(vec![Some("  ¡El Año de la Ñ! (2025) "), Some("Don't stop — now"), None]));
        let made = trial.fill_with(3, &[titles]);
        let made: Vec<_> = made.as_string::<i32>().iter().collect();
        assert_eq!(made, [Some("el-ano-de-la-n-2025"), Some("dont-stop-now"), None]);
    }

    #[test]
    fn slugs_of_the_language_are_slugs_within_the_fields_length() {
        for locale in ["en_US", "es_ES", "pt_BR"] {
            let trial = Trial::new("text.slug", json!({}), FieldType::String)
                .locale(locale)
                .field(|f| f.constraints.max_length = Some(16));
            assert!(trial.texts(300).iter().all(|text| is_slug(text) && text.len() <= 16));
        }
    }

    #[test]
    fn unique_slugs_have_numbers() {
        let trial = Trial::new("text.slug", json!({}), FieldType::String).unique(3_000);
        assert_eq!(trial.compile().unwrap().capacity(), Some(Stages::CAPACITY));
        let made = trial.texts(3_000);
        assert!(made.iter().all(|text| is_slug(text)));
        assert_eq!(made.into_iter().collect::<HashSet<_>>().len(), 3_000);
        let short = Trial::new("text.slug", json!({}), FieldType::String)
            .unique(5)
            .field(|f| f.constraints.max_length = Some(9));
        assert_eq!(short.compile().unwrap().capacity(), None);
    }

    #[test]
    fn a_field_that_is_no_text_is_refused() {
        let trial =
            Trial::new("text.slug", json!({ "field": "n" }), FieldType::String).beside("n", FieldType::Integer, None);
        assert_eq!(trial.compile().err().unwrap()[0].code, "wrong_type");
    }
}
