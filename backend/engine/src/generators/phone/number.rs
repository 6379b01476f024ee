//! `phone.number`: mobile numbers valid in the country's numbering plan, with the area code of the row's city.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::address::bundle::Places;
use crate::generators::support::describe::{defaulted, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::form::Dial;

/// The catalogue's entry.
pub(crate) struct Number;

const FORMS: &[&str] = &["international", "e164", "national"];
/// Characters of the longest number.
const LONGEST: u32 = 18;

impl Generator for Number {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![defaulted(
            "form",
            ParamKind::Choice(FORMS),
            words("Form", "Forma"),
            words(
                "international (+52 55 1234 5678), e164 (+525512345678) or national (55 1234 5678).",
                "international (+52 55 1234 5678), e164 (+525512345678) o national (55 1234 5678).",
            ),
            FORMS[0],
        )];
        params.extend(locale_and_bundle(&["place"]));
        Descriptor {
            name: "phone.number",
            family: Family::Phone,
            label: words("Telephone number", "Número de teléfono"),
            description: words(
                "Mobile numbers by the country's numbering plan, with the area code of the row's city.",
                "Números móviles según el plan de numeración del país, con el prefijo de la ciudad de la fila.",
            ),
            produces: &[FieldType::Phone, FieldType::String, FieldType::Text],
            params,
            example: json!({ "form": "international" }),
            localized: true,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = reader.choice("form", FORMS);
        let places = Places::compile(&mut reader, cx);
        if let Some(most) = limit(cx.field).filter(|most| *most < LONGEST) {
            reader.problem(
                "",
                "too_short",
                format!("telephone numbers need a length of {LONGEST}; the field allows {most}"),
            );
        }
        // Numbers of different countries differ by their country code; without it, they must not share one form.
        let countries = places.locales().count();
        let dials: Vec<_> = places.locales().map(Dial::new).collect();
        let count = dials.iter().map(|dial| dial.usual.ways).min().unwrap_or(1);
        let certain = cx.unique && (countries == 1 || form != "national");
        let permutation = certain.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Numbers { form, places, dials, count, permutation, stream: cx.stream }))
    }
}

struct Numbers {
    form: &'static str,
    places: Places,
    /// One for each locale of the column.
    dials: Vec<Dial>,
    /// Different subscribers in the country that has fewest.
    count: u64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Numbers {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let place = self.places.at(row);
        let locale = place.locale();
        let dial = self.dials.iter().find(|dial| std::ptr::eq(dial.locale, locale)).unwrap_or(&self.dials[0]);
        let mut area = place.city.area;
        let mut form = dial.form(area);
        let subscriber = match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
            None => self.stream.cell(row).below(form.ways),
        };
        // A unique number that the city's area code has no room for is one of the metropolis: still unlike all others.
        if subscriber >= form.ways {
            area = dial.metropolis();
            form = dial.form(area);
        }
        if self.form == "national" {
            out.push(locale.phone.trunk);
        } else {
            out.push_byte(b'+');
            for digits in [locale.country.calling_code, locale.phone.abroad] {
                out.push(digits);
                if !digits.is_empty() {
                    self.mark(b' ', out);
                }
            }
        }
        if locale.phone.area {
            out.push(area);
            self.mark(b' ', out);
        }
        form.write(subscriber, locale.phone.prefixes, self.stream, row, |byte| self.mark(byte, out));
    }

    /// Appends a digit or mark; marks between digits are left out where the form of writing has none.
    fn mark(&self, byte: u8, out: &mut TextColumn) {
        if self.form != "e164" || byte.is_ascii_digit() {
            out.push_byte(byte);
        }
    }
}

impl Filler for Numbers {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), LONGEST as usize, None);
        for &row in cx.rows {
            self.write(row, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    fn digits(text: &str) -> String {
        text.chars().filter(char::is_ascii_digit).collect()
    }

    #[test]
    fn numbers_have_the_countrys_length_and_prefixes() {
        let check = |locale: &str, length: usize, fits: fn(&str) -> bool| {
            for text in
                Trial::new("phone.number", json!({ "form": "e164" }), FieldType::Phone).locale(locale).texts(300)
            {
                assert!(text.starts_with('+') && digits(&text).len() == text.len() - 1, "{text}");
                assert!(text.len() == length + 1 && fits(&text[1..]), "{text}");
            }
        };
        check("en_US", 11, |n| n.starts_with('1') && matches!(n.as_bytes()[4], b'2'..=b'9'));
        check("en_GB", 12, |n| n.starts_with("447") && matches!(n.as_bytes()[3], b'3'..=b'9'));
        check("es_ES", 11, |n| n.starts_with("346"));
        check("es_MX", 12, |n| n.starts_with("52"));
        check("es_CO", 12, |n| n.starts_with("573") && matches!(n.as_bytes()[3], b'0'..=b'2'));
        check("es_CL", 11, |n| n.starts_with("569") && matches!(n.as_bytes()[3], b'6'..=b'9'));
        check("es_AR", 13, |n| n.starts_with("549") && matches!(n.as_bytes()[3], b'1'..=b'3'));
        check("fr_FR", 11, |n| n.starts_with("33") && matches!(n.as_bytes()[2], b'6' | b'7'));
        check("de_DE", 13, |n| n.starts_with("4915") || n.starts_with("49176"));
        check("it_IT", 12, |n| n.starts_with("393"));
        check("nl_NL", 11, |n| n.starts_with("316") && matches!(n.as_bytes()[3], b'1'..=b'5' | b'8'));
        check("pt_BR", 13, |n| n.starts_with("55") && n.as_bytes()[4] == b'9' && n.as_bytes()[5] >= b'6');
    }

    #[test]
    fn forms_differ_in_marks_only_and_the_area_is_the_citys() {
        for locale in locales::all() {
            let made = |form: &str| {
                Trial::new("phone.number", json!({ "form": form }), FieldType::Phone).locale(locale.id).texts(50)
            };
            let cities = Trial::new("address.city", json!({}), FieldType::String).locale(locale.id).texts(50);
            for ((long, short), city) in made("international").iter().zip(made("national")).zip(cities) {
                let subscriber = short.strip_prefix(locale.phone.trunk).unwrap();
                let abroad = format!("{}{}", locale.country.calling_code, locale.phone.abroad);
                assert_eq!(digits(long), format!("{abroad}{}", digits(subscriber)));
                let areas: Vec<_> = locale.places.cities.iter().filter(|c| c.name == city).map(|c| c.area).collect();
                assert!(!locale.phone.area || areas.iter().any(|a| subscriber.starts_with(a)), "{short} {city}");
            }
        }
    }

    #[test]
    fn unique_numbers_differ() {
        for locale in locales::all() {
            let trial = Trial::new("phone.number", json!({}), FieldType::Phone).locale(locale.id).unique(20_000);
            assert!(trial.compile().unwrap().capacity() >= Some(5_000_000));
            assert_eq!(trial.texts(20_000).into_iter().collect::<HashSet<_>>().len(), 20_000);
        }
    }
}
