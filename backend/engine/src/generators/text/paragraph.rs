//! `text.sentence` and `text.paragraph`.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};

use super::compose::{Composer, counts, descriptor, pick, read_counts};

/// Single sentences.
pub(crate) struct Sentence;
/// Several sentences.
pub(crate) struct Paragraph;

impl Generator for Sentence {
    fn descriptor(&self) -> Descriptor {
        let description = words("Simple sentences of the language.", "Frases sencillas del idioma.");
        descriptor("text.sentence", words("Sentence", "Frase"), description, Vec::new())
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        reader.finish(Box::new(Prose { composer, counts: (1, 1), limit: limit(cx.field), least: least(cx.field) }))
    }
}

impl Generator for Paragraph {
    fn descriptor(&self) -> Descriptor {
        let description = words("Several sentences: notes, descriptions.", "Varias frases: notas, descripciones.");
        let mut made = descriptor("text.paragraph", words("Paragraph", "Párrafo"), description, counts(3, 6, 200));
        made.example = json!({ "min": 2, "max": 4 });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        let counts = read_counts(&mut reader, (3, 6), 200);
        reader.finish(Box::new(Prose { composer, counts, limit: limit(cx.field), least: least(cx.field) }))
    }
}

struct Prose {
    composer: Composer,
    /// Fewest and most sentences.
    counts: (u64, u64),
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Prose {
    /// Whole sentences as far as they fit; the first is cut where even that doesn't.
    fn write(&self, row: u64, out: &mut TextColumn) {
        let room = self.limit.map_or(usize::MAX, |l| l as usize);
        let mut cell = self.composer.cell(row);
        for n in 0..pick(self.counts, &mut cell) {
            let before = out.len();
            if n > 0 {
                out.push(" ");
            }
            self.composer.sentence(row, &mut cell, out);
            // Bytes are at least as many as characters, so what passes here fits.
            if n > 0 && out.len() > room {
                out.truncate(before);
                break;
            }
        }
        while self.least > 0 && out.chars() < self.least {
            out.push(" ");
            self.composer.sentence(row, &mut cell, out);
        }
    }
}

impl Filler for Prose {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 50 * self.counts.1.min(8) as usize, self.limit);
        for &row in cx.rows {
            self.write(row, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn paragraphs_are_whole_sentences_within_the_fields_length() {
        for locale in locales::all().iter().map(|l| l.id) {
            let trial = Trial::new("text.paragraph", json!({ "min": 2, "max": 6 }), FieldType::Text)
                .locale(locale)
                .field(|f| f.constraints.max_length = Some(120));
            for text in trial.texts(200) {
                assert!(text.chars().count() <= 120 && text.ends_with('.'), "{text}");
                assert!(text.chars().next().is_some_and(char::is_uppercase), "{text}");
            }
        }
    }

    #[test]
    fn short_sentences_are_made_longer_where_the_field_wants_it() {
        let trial = Trial::new("text.sentence", json!({}), FieldType::Text)
            .field(|f| (f.constraints.min_length, f.constraints.max_length) = (Some(50), Some(70)));
        assert!(trial.texts(300).iter().all(|t| (50..=70).contains(&t.chars().count())));
    }

    #[test]
    fn latin_is_capitalised_and_ends_with_a_stop() {
        for text in Trial::new("text.sentence", json!({ "language": "latin" }), FieldType::Text).texts(100) {
            assert!(text.chars().next().is_some_and(|c| c.is_ascii_uppercase()) && text.ends_with('.'), "{text}");
            assert!((5..=12).contains(&text.split(' ').count()), "{text}");
        }
    }
}
