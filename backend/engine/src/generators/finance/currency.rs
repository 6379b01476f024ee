//! `finance.currency`: ISO 4217 codes.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use fake::locales::{Data, EN};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, locale, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Currency;

const OF: &[&str] = &["world", "locale"];
/// The currencies most traded, the most frequent first (after the triennial survey of the BIS), with those of Latin
/// America that the locales use.
const TRADED: [&str; 16] =
    ["USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "MXN", "BRL", "SEK", "INR", "COP", "CLP", "ARS", "PEN"];
/// Codes of the list that are withdrawn, with what took their place (ISO 4217, lists one and three, January 2026).
const WITHDRAWN: [(&str, &str); 14] = [
    ("ANG", "XCG"),
    ("BGN", "EUR"),
    ("BYR", "BYN"),
    ("EEK", "EUR"),
    ("HRK", "EUR"),
    ("LTL", "EUR"),
    ("LVL", "EUR"),
    ("MRO", "MRU"),
    ("SLL", "SLE"),
    ("STD", "STN"),
    ("VEF", "VES"),
    ("XFU", "CHF"),
    ("ZMK", "ZMW"),
    ("ZWL", "ZWG"),
];

impl Generator for Currency {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.currency",
            family: Family::Finance,
            label: words("Currency", "Moneda"),
            description: words(
                "Three-letter currency codes: mostly the much traded ones, or that of the locale.",
                "Códigos de moneda de tres letras: sobre todo las más negociadas, o la de la localización.",
            ),
            produces: &[FieldType::String, FieldType::Text],
            params: vec![
                defaulted(
                    "of",
                    ParamKind::Choice(OF),
                    words("Whose", "De dónde"),
                    words(
                        "Of the world, or of the row's locale.",
                        "Del mundo (world) o de la localización de la fila (locale).",
                    ),
                    OF[0],
                ),
                locale(),
            ],
            example: json!({ "of": "world" }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let world = reader.choice("of", OF) == "world";
        let locales = PerLocale::compile(&mut reader, cx, |l| l.country.currency);
        if limit(cx.field).is_some_and(|most| most < 3) {
            reader.problem("", "too_short", "currency codes need a length of 3");
        }
        reader.finish(Box::new(Codes { world, locales, stream: cx.stream }))
    }
}

struct Codes {
    world: bool,
    locales: PerLocale<&'static str>,
    stream: Stream,
}

impl Codes {
    fn code(&self, row: u64) -> &'static str {
        if !self.world {
            return self.locales.at(row);
        }
        let mut cell = self.stream.cell(row);
        if cell.below(20) == 0 {
            let all = EN::CURRENCY_CODE;
            let code = all[cell.below(all.len() as u64) as usize];
            return WITHDRAWN.iter().find(|(old, _)| *old == code).map_or(code, |(_, new)| new);
        }
        // The square of an even draw: the first of the list are the most frequent.
        let share = cell.unit();
        TRADED[(share * share * TRADED.len() as f64) as usize]
    }
}

impl Filler for Codes {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 3, None);
        for &row in cx.rows {
            out.push(self.code(row));
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn codes_are_three_capitals_and_those_of_the_locale_on_request() {
        let world = Trial::new("finance.currency", json!({}), FieldType::String).texts(500);
        assert!(world.iter().all(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase())));
        let many = Trial::new("finance.currency", json!({}), FieldType::String).texts(50_000);
        assert!(WITHDRAWN.iter().all(|(old, new)| !many.iter().any(|c| c == old) && many.iter().any(|c| c == new)));
        let count = |code: &str| world.iter().filter(|c| *c == code).count();
        assert!(count("USD") > count("GBP"));
        let local =
            Trial::new("finance.currency", json!({ "of": "locale" }), FieldType::String).locale("pt_BR").texts(10);
        assert!(local.iter().all(|c| c == "BRL"));
    }
}
