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
use crate::locales::types::PhoneForm;
use crate::permutation::Permutation;
use crate::stream::Stream;

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
        params.extend(locale_and_bundle());
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
        let count = places.locales().map(|l| ways(&l.phone)).min().unwrap_or(1);
        let certain = cx.unique && (countries == 1 || form != "national");
        let permutation = certain.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Numbers { form, places, count, permutation, stream: cx.stream }))
    }
}

/// How many subscribers a form tells apart.
fn ways(form: &PhoneForm) -> u64 {
    form.form.bytes().map(|byte| places(byte, form)).product()
}

/// How many digits or prefixes may stand for a character of a form.
fn places(byte: u8, form: &PhoneForm) -> u64 {
    match byte {
        b'*' => form.prefixes.len().max(1) as u64,
        b'#' => 10,
        b'N' => 8,
        b'M' => 4,
        _ => 1,
    }
}

struct Numbers {
    form: &'static str,
    places: Places,
    /// Different subscribers in the country that has fewest.
    count: u64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Numbers {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let place = self.places.at(row);
        let locale = place.locale();
        let mut subscriber = match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
            None => self.stream.cell(row).below(ways(&locale.phone)),
        };
        if self.form != "national" {
            out.push_byte(b'+');
            out.push(locale.country.calling_code);
            self.space(out);
        } else {
            out.push(locale.phone.trunk);
        }
        if locale.phone.area {
            out.push(place.city.area);
            self.space(out);
        }
        self.pad(place.city.area, locale.country.code, row, out);
        for byte in locale.phone.form.bytes() {
            let ways = places(byte, &locale.phone);
            let way = subscriber % ways;
            subscriber /= ways;
            match byte {
                b'*' => {
                    let prefix = locale.phone.prefixes.get(way as usize).copied().unwrap_or_default();
                    prefix.bytes().for_each(|b| self.mark(b, out));
                }
                b'#' => out.push_byte(b'0' + way as u8),
                b'N' => out.push_byte(b'2' + way as u8),
                b'M' => out.push_byte(b'6' + way as u8),
                other => self.mark(other, out),
            }
        }
    }

    /// Appends what a form has as it is; marks between digits are left out where the form of writing has none.
    fn mark(&self, byte: u8, out: &mut TextColumn) {
        if self.form != "e164" || byte.is_ascii_digit() {
            out.push_byte(byte);
        }
    }

    fn space(&self, out: &mut TextColumn) {
        if self.form != "e164" {
            out.push_byte(b' ');
        }
    }

    /// Mexican numbers have ten digits: where the area code has two, the subscriber's number has one more.
    fn pad(&self, area: &str, country: &str, row: u64, out: &mut TextColumn) {
        if country == "MX" && area.len() == 2 {
            out.push_byte(b'0' + self.stream.slot(1).cell(row).below(10) as u8);
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
        check("es_ES", 11, |n| n.starts_with("346"));
        check("es_MX", 12, |n| n.starts_with("52"));
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
                assert_eq!(digits(long), format!("{}{}", locale.country.calling_code, digits(subscriber)));
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
