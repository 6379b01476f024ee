//! Generators of one word from a short list: a state, a method, a kind. In the language of the row's locale where the list
//! is spoken, else the same everywhere.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem, Words,
};
use crate::locales::Locale;
use crate::stream::Stream;

use super::describe::{TEXT, locale};
use super::locale::PerLocale;
use super::params::Reader;
use super::text::{TextColumn, limit};
use super::weights::Alias;

/// How many languages lists have.
pub(crate) const LANGUAGES: usize = 7;
/// A text in English, Spanish, Portuguese, French, German, Italian and Dutch.
pub(crate) type Spoken = [&'static str; LANGUAGES];

/// The place of a locale's language in a [`Spoken`]; English where it has none of them.
pub(crate) fn language(locale: &Locale) -> usize {
    let known = ["en", "es", "pt", "fr", "de", "it", "nl"];
    known.iter().position(|language| locale.id.starts_with(language)).unwrap_or(0)
}

/// What there is to choose from, with weights.
pub(crate) enum List {
    /// The same in every language.
    Same(&'static [(u32, &'static str)]),
    /// Another in each.
    Spoken(&'static [(u32, Spoken)]),
    /// Two halves of a phrase, any of which go together, each as often.
    Phrases(&'static [Spoken], &'static [Spoken]),
}

/// A generator of words from a list, as the catalogue lists it.
pub(crate) struct Terms {
    pub(crate) name: &'static str,
    pub(crate) family: Family,
    pub(crate) label: Words,
    pub(crate) description: Words,
    pub(crate) list: List,
}

impl Terms {
    fn is_spoken(&self) -> bool {
        !matches!(self.list, List::Same(_))
    }
}

impl Generator for Terms {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: self.name,
            family: self.family,
            label: self.label,
            description: self.description,
            produces: TEXT,
            params: if self.is_spoken() { vec![locale()] } else { Vec::new() },
            example: json!({}),
            localized: self.is_spoken(),
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (weights, words): (Vec<f64>, Vec<Spoken>) = match self.list {
            List::Same(rows) => rows.iter().map(|(weight, word)| (f64::from(*weight), [*word; LANGUAGES])).unzip(),
            List::Spoken(rows) => rows.iter().map(|(weight, words)| (f64::from(*weight), *words)).unzip(),
            List::Phrases(rows, _) => rows.iter().map(|words| (1.0, *words)).unzip(),
        };
        let rest: &'static [Spoken] = if let List::Phrases(_, rest) = self.list { rest } else { &[] };
        let spoken = self.is_spoken().then(|| PerLocale::compile(&mut reader, cx, language));
        let filler =
            Drawn { alias: Alias::new(weights), words, rest, spoken, stream: cx.stream, limit: limit(cx.field) };
        reader.finish(Box::new(filler))
    }
}

struct Drawn {
    alias: Alias,
    words: Vec<Spoken>,
    /// Second halves; none where words are whole.
    rest: &'static [Spoken],
    spoken: Option<PerLocale<usize>>,
    stream: Stream,
    limit: Option<u32>,
}

impl Filler for Drawn {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 12, self.limit);
        for &row in cx.rows {
            let language = self.spoken.as_ref().map_or(0, |spoken| *spoken.at(row));
            let mut cell = self.stream.cell(row);
            out.push(self.words[self.alias.pick(cell.bits())][language]);
            if !self.rest.is_empty() {
                out.push_byte(b' ');
                out.push(self.rest[cell.below(self.rest.len() as u64) as usize][language]);
            }
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
    fn words_are_in_the_language_of_the_locale() {
        let made =
            |locale: &str| Trial::new("commerce.order_status", json!({}), FieldType::String).locale(locale).texts(500);
        let holds = |locale: &str, word: &str| made(locale).iter().any(|made| made == word);
        assert!(holds("en_US", "delivered") && !holds("en_US", "entregado"));
        assert!(holds("es_MX", "entregado") && holds("pt_BR", "entregue"));
        assert!(locales::all().iter().all(|l| language(l) < LANGUAGES));
    }
}
