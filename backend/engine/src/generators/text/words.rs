//! `text.word` and `text.words`.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};

use super::compose::{Composer, counts, descriptor, pick, read_counts};

/// Single words.
pub(crate) struct Word;
/// Some words.
pub(crate) struct Words;

impl Generator for Word {
    fn descriptor(&self) -> Descriptor {
        let description = words("Common words of the language.", "Palabras comunes del idioma.");
        descriptor("text.word", words("Word", "Palabra"), description, Vec::new())
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        reader.finish(Box::new(Row { composer, counts: (1, 1), limit: limit(cx.field), least: least(cx.field) }))
    }
}

impl Generator for Words {
    fn descriptor(&self) -> Descriptor {
        let description = words("Some words in a row, such as labels.", "Varias palabras seguidas, como etiquetas.");
        let mut made = descriptor("text.words", words("Words", "Palabras"), description, counts(2, 5, 1_000));
        made.example = json!({ "min": 2, "max": 4 });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        let counts = read_counts(&mut reader, (2, 5), 1_000);
        reader.finish(Box::new(Row { composer, counts, limit: limit(cx.field), least: least(cx.field) }))
    }
}

struct Row {
    composer: Composer,
    counts: (u64, u64),
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Filler for Row {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 8 * self.counts.1 as usize, self.limit);
        for &row in cx.rows {
            let mut cell = self.composer.cell(row);
            for n in 0..pick(self.counts, &mut cell) {
                if n > 0 {
                    out.push(" ");
                }
                out.push(self.composer.word(row, &mut cell));
            }
            while self.least > 0 && out.chars() < self.least {
                out.push(" ");
                out.push(self.composer.word(row, &mut cell));
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use crate::locales;
    use crate::testing::Trial;

    use super::*;

    #[test]
    fn words_are_those_of_the_language_in_the_number_asked_for() {
        let known = locales::find("es_ES").unwrap().language.words;
        for text in
            Trial::new("text.words", json!({ "min": 2, "max": 3 }), FieldType::String).locale("es_ES").texts(200)
        {
            let parts: Vec<&str> = text.split(' ').collect();
            assert!((2..=3).contains(&parts.len()) && parts.iter().all(|w| known.contains(w)), "{text}");
        }
    }

    #[test]
    fn more_than_the_most_is_refused() {
        assert!(Trial::new("text.words", json!({ "min": 5, "max": 3 }), FieldType::String).compile().is_err());
    }
}
