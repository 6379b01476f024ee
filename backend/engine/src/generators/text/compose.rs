//! How texts are put together.

use fake::locales::{Data, EN};
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Family, ParamDescriptor, ParamKind, Words};
use crate::generators::support::describe::{TEXT, defaulted, locale, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::locales::types::Language;
use crate::stream::{Cell, Stream};

const LANGUAGES: &[&str] = &["locale", "latin"];

/// A source of words and sentences for each row.
pub(super) struct Composer {
    stream: Stream,
    latin: bool,
    languages: PerLocale<&'static Language>,
}

impl Composer {
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let latin = reader.choice("language", LANGUAGES) == "latin";
        let languages = PerLocale::compile(reader, cx, |l| &l.language);
        Self { stream: cx.stream, latin, languages }
    }

    pub(super) fn cell(&self, row: u64) -> Cell {
        self.stream.cell(row)
    }

    /// A word.
    pub(super) fn word(&self, row: u64, cell: &mut Cell) -> &'static str {
        one(if self.latin { EN::LOREM_WORD } else { self.languages.at(row).words }, cell)
    }

    /// Appends a sentence with its full stop.
    pub(super) fn sentence(&self, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        if self.latin {
            return latin(cell, out);
        }
        let language = self.languages.at(row);
        out.push(one(language.subjects, cell));
        out.push(" ");
        out.push(one(language.predicates, cell));
        // One sentence in five says no more than what was done.
        if cell.below(5) > 0 {
            out.push(" ");
            out.push(one(language.complements, cell));
        }
        out.push(".");
    }
}

fn one(table: &'static [&'static str], cell: &mut Cell) -> &'static str {
    table[cell.below(table.len() as u64) as usize]
}

/// Appends five to twelve Latin words as a sentence.
fn latin(cell: &mut Cell, out: &mut TextColumn) {
    let start = out.len();
    for n in 0..5 + cell.below(8) {
        if n > 0 {
            out.push(" ");
        }
        out.push(one(EN::LOREM_WORD, cell));
    }
    out.current()[start].make_ascii_uppercase();
    out.push(".");
}

/// The descriptor of a text generator with parameters before `language` and `locale`.
pub(super) fn descriptor(
    name: &'static str,
    label: Words,
    description: Words,
    mut params: Vec<ParamDescriptor>,
) -> Descriptor {
    params.push(defaulted(
        "language",
        ParamKind::Choice(LANGUAGES),
        words("Language", "Idioma"),
        words("Of the locale, or filler Latin.", "De la localización (locale) o latín de relleno (latin)."),
        LANGUAGES[0],
    ));
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

/// `min` and `max` of how many parts a text has.
pub(super) fn counts(min: i64, max: i64, most: i64) -> Vec<ParamDescriptor> {
    let whole = || ParamKind::Integer { min: Some(1), max: Some(most) };
    vec![
        defaulted("min", whole(), words("Fewest", "Mínimo"), words("Fewest in a value.", "Mínimo por valor."), min),
        defaulted("max", whole(), words("Most", "Máximo"), words("Most in a value.", "Máximo por valor."), max),
    ]
}

/// Reads `min` and `max`; how many to make is drawn with [`pick`].
pub(super) fn read_counts(reader: &mut Reader<'_>, default: (i64, i64), most: i64) -> (u64, u64) {
    let min = reader.integer("min", (1, most), default.0);
    let max = reader.integer("max", (1, most), default.1.max(min));
    if min > max {
        reader.problem("min", "empty_range", format!("min {min} is above max {max}"));
    }
    (min as u64, max.max(min) as u64)
}

/// A number from `min` to `max`.
pub(super) fn pick((min, max): (u64, u64), cell: &mut Cell) -> u64 {
    min + cell.below(max - min + 1)
}
