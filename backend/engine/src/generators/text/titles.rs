//! `text.title`, `text.question` and `text.quote`: phrases made of the parts of the language's sentences.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem, Words,
};
use crate::generators::person::bundle::People;
use crate::generators::support::describe::{TEXT, bundle, defaulted, locale, words};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};
use crate::locales::types;
use crate::stream::{Cell, Stream};

use super::phrases::{marks, questions, titles};

/// Titles of books, articles, tickets.
pub(crate) struct Title;
/// Questions.
pub(crate) struct Question;
/// What somebody said.
pub(crate) struct Quote;

impl Generator for Title {
    fn descriptor(&self) -> Descriptor {
        let description = words(
            "Titles of books, articles and tickets in the language of the locale.",
            "Títulos de libros, artículos y avisos en el idioma de la localización.",
        );
        descriptor("text.title", words("Title", "Título"), description, Vec::new())
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let speech = Speech::compile(&mut reader, cx, titles);
        reader.finish(Box::new(Phrases { speech, titles: true, limit: limit(cx.field), least: least(cx.field) }))
    }
}

impl Generator for Question {
    fn descriptor(&self) -> Descriptor {
        let description = words("Simple questions of the language.", "Preguntas sencillas del idioma.");
        descriptor("text.question", words("Question", "Pregunta"), description, Vec::new())
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let speech = Speech::compile(&mut reader, cx, questions);
        reader.finish(Box::new(Phrases { speech, titles: false, limit: limit(cx.field), least: least(cx.field) }))
    }
}

impl Generator for Quote {
    fn descriptor(&self) -> Descriptor {
        let description = words(
            "A sentence in the quotation marks of the language, with the name of the row's person behind it.",
            "Una frase entre las comillas del idioma, seguida del nombre de la persona de la fila.",
        );
        let author = defaulted(
            "author",
            ParamKind::Boolean,
            words("Author", "Autor"),
            words("Whether a name follows.", "Si va seguida de un nombre."),
            true,
        );
        descriptor("text.quote", words("Quotation", "Cita"), description, vec![author, bundle(&["person"])])
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let speech = Speech::compile(&mut reader, cx, |_| &["{S} {p} {c}.", "{S} {p}."]);
        let people = reader.boolean("author", true).then(|| People::compile(&mut reader, cx));
        reader.finish(Box::new(Quotes { speech, people, limit: limit(cx.field) }))
    }
}

fn descriptor(name: &'static str, label: Words, description: Words, mut params: Vec<ParamDescriptor>) -> Descriptor {
    params.push(locale());
    Descriptor {
        name,
        family: Family::Text,
        label,
        description,
        produces: TEXT,
        params,
        example: json!({}),
        localized: true,
        unique: false,
    }
}

/// The parts of sentences of a row's locale, and the forms they are put into.
struct Speech {
    stream: Stream,
    languages: PerLocale<Spoken>,
}

struct Spoken {
    language: Language,
    parts: &'static types::Language,
    forms: &'static [&'static str],
}

impl Speech {
    fn compile(
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        forms: impl Fn(Language) -> &'static [&'static str],
    ) -> Self {
        let spoken = |locale: &'static crate::locales::Locale| {
            let language = Language::of(locale);
            Spoken { language, parts: &locale.language, forms: forms(language) }
        };
        Self { stream: cx.stream, languages: PerLocale::compile(reader, cx, spoken) }
    }

    fn language(&self, row: u64) -> Language {
        self.languages.at(row).language
    }

    /// Appends a phrase.
    fn write(&self, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        let spoken = self.languages.at(row);
        let mut rest = one(spoken.forms, cell);
        let mut last = "";
        while let Some((before, after)) = rest.split_once('{') {
            out.push(before);
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            match place {
                "S" | "s" => {
                    let subject = other(spoken.parts.subjects, last, cell);
                    last = subject;
                    if place == "S" { out.push(subject) } else { uncapitalised(subject, out) }
                }
                "p" => out.push(one(spoken.parts.predicates, cell)),
                _ => out.push(one(spoken.parts.complements, cell)),
            }
            rest = after;
        }
        out.push(rest);
    }
}

fn one(table: &'static [&'static str], cell: &mut Cell) -> &'static str {
    table[cell.below(table.len() as u64) as usize]
}

/// One of the table that is not `last`, if a few tries find one.
fn other(table: &'static [&'static str], last: &str, cell: &mut Cell) -> &'static str {
    let mut found = one(table, cell);
    for _ in 0..4 {
        if found != last {
            break;
        }
        found = one(table, cell);
    }
    found
}

/// Appends a text whose first letter is made small.
fn uncapitalised(text: &str, out: &mut TextColumn) {
    let mut letters = text.chars();
    for small in letters.next().into_iter().flat_map(char::to_lowercase) {
        out.push(small.encode_utf8(&mut [0; 4]));
    }
    out.push(letters.as_str());
}

/// Words that titles in English do not capitalise.
const SMALL: [&str; 21] = [
    "a", "an", "the", "and", "but", "or", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as",
    "into", "off", "up", "out",
];

/// Capitalises a title as English does: every word but articles, conjunctions and short prepositions, and those at the
/// beginning and behind a colon.
fn capitalise(title: &mut [u8]) {
    let mut start = 0;
    let mut first = true;
    while start < title.len() {
        let end = title[start..].iter().position(|b| *b == b' ').map_or(title.len(), |at| start + at);
        let small = SMALL.iter().any(|word| word.as_bytes() == &title[start..end]);
        if first || !small {
            title[start].make_ascii_uppercase();
        }
        first = end > start && title[end - 1] == b':';
        start = end + 1;
    }
}

struct Phrases {
    speech: Speech,
    titles: bool,
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Filler for Phrases {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 44, self.limit);
        for &row in cx.rows {
            let mut cell = self.speech.stream.cell(row);
            self.speech.write(row, &mut cell, &mut out);
            while self.least > 0 && out.chars() < self.least {
                out.push(if self.titles { ": " } else { " " });
                self.speech.write(row, &mut cell, &mut out);
            }
            if self.titles && self.speech.language(row) == Language::English {
                capitalise(out.current());
            }
            out.end();
        }
        out.finish()
    }
}

struct Quotes {
    speech: Speech,
    people: Option<People>,
    limit: Option<u32>,
}

impl Filler for Quotes {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 70, self.limit);
        for &row in cx.rows {
            let (opens, closes) = marks(self.speech.language(row));
            out.push(opens);
            self.speech.write(row, &mut self.speech.stream.cell(row), &mut out);
            out.push(closes);
            if let Some(people) = &self.people {
                let person = people.at(row);
                for (before, name) in
                    [(" — ", Some(person.given())), (" ", Some(person.first_family())), (" ", person.second_family())]
                {
                    if let Some(name) = name {
                        out.push(before);
                        out.push(name);
                    }
                }
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
    fn every_language_has_its_forms_filled_in() {
        for locale in locales::all() {
            for name in ["text.title", "text.question", "text.quote"] {
                for text in Trial::new(name, json!({}), FieldType::String).locale(locale.id).texts(200) {
                    assert!(!text.contains(['{', '}']) && text.chars().count() > 8, "{text}");
                    assert_eq!(name == "text.question", text.ends_with('?'), "{text}");
                    assert!(!text.contains("  "), "{text}");
                }
            }
        }
    }

    #[test]
    fn english_titles_are_capitalised_as_titles() {
        let check = |title: &str, expect: &str| {
            let mut bytes = title.as_bytes().to_vec();
            capitalise(&mut bytes);
            assert_eq!(String::from_utf8(bytes).unwrap(), expect);
        };
        check("the day the customer arrived", "The Day the Customer Arrived");
        check("the mayor and a good friend: a short guide", "The Mayor and a Good Friend: A Short Guide");
    }

    #[test]
    fn quotations_name_the_persons_of_their_rows() {
        let quotes = Trial::new("text.quote", json!({}), FieldType::String).texts(50);
        let names = Trial::new("person.first_name", json!({}), FieldType::String).texts(50);
        for (quote, name) in quotes.iter().zip(&names) {
            assert!(quote.starts_with('“') && quote.contains(&format!(".” — {name} ")), "{quote} {name}");
        }
        let plain = Trial::new("text.quote", json!({ "author": false }), FieldType::String).locale("es_ES").texts(20);
        assert!(plain.iter().all(|quote| quote.starts_with('«') && quote.ends_with(".»")), "{plain:?}");
    }

    #[test]
    fn texts_reach_the_fields_least_length() {
        let trial = Trial::new("text.question", json!({}), FieldType::Text)
            .field(|f| (f.constraints.min_length, f.constraints.max_length) = (Some(90), Some(120)));
        assert!(trial.texts(100).iter().all(|t| (90..=120).contains(&t.chars().count())));
    }
}
