//! `datetime.year`, `datetime.month`, `datetime.quarter`, `datetime.iso_week`, `datetime.weekday` and `datetime.unix`:
//! what a calendar or a clock says of a date of the row, or of a moment of a range.

use arrow_schema::DataType;
use dmb_spec::{FieldType, Params};
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, Family, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem, Words,
};
use crate::generators::support::describe::{defaulted, locale, optional, words};
use crate::generators::support::moments::Source;
use crate::generators::support::params::Reader;
use crate::generators::support::window::SECOND;

use super::told::{What, compile};

/// Years.
pub(crate) struct Year;
/// Months by number or name.
pub(crate) struct Month;
/// Quarters.
pub(crate) struct Quarter;
/// Weeks of ISO 8601.
pub(crate) struct IsoWeek;
/// Days of the week by number or name.
pub(crate) struct Weekday;
/// Seconds or milliseconds since 1970.
pub(crate) struct Unix;

const NUMBERS: &[FieldType] = &[FieldType::Integer, FieldType::BigInteger, FieldType::String, FieldType::Text];
const TEXTS: &[FieldType] = &[FieldType::String, FieldType::Text, FieldType::Integer, FieldType::BigInteger];
const NAMED: &[&str] = &["name", "short", "number"];
const QUARTERS: &[&str] = &["quarter", "year_quarter", "number"];
const WEEKS: &[&str] = &["year_week", "number"];
const UNITS: &[&str] = &["second", "millisecond", "microsecond"];

impl Generator for Year {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Year", "Año"),
            words(
                "The year of a date field, or of moments of a range.",
                "El año de un campo de fecha, o de momentos de un intervalo.",
            ),
        );
        descriptor("datetime.year", texts, NUMBERS, Vec::new(), json!({ "from": "2015-01-01", "to": "2024-12-31" }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(Reader::new(params), cx, What::Year)
    }
}

impl Generator for Month {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Month", "Mes"),
            words(
                "The month of a date field, or of moments of a range: its name in the language of the locale, or its number.",
                "El mes de un campo de fecha, o de momentos de un intervalo: su nombre en el idioma de la localización, o su número.",
            ),
        );
        named("datetime.month", texts)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = form(&mut reader, cx, NAMED);
        compile(reader, cx, What::Month(form))
    }
}

impl Generator for Weekday {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Day of the week", "Día de la semana"),
            words(
                "The day of the week of a date field, or of moments of a range: its name, or its number from Monday, 1.",
                "El día de la semana de un campo de fecha, o de momentos de un intervalo: su nombre, o su número desde el lunes, 1.",
            ),
        );
        named("datetime.weekday", texts)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = form(&mut reader, cx, NAMED);
        compile(reader, cx, What::Weekday(form))
    }
}

impl Generator for Quarter {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Quarter", "Trimestre"),
            words(
                "The quarter of a date field, or of moments of a range: Q3, 2025-Q3, or 3.",
                "El trimestre de un campo de fecha, o de momentos de un intervalo: Q3, 2025-Q3, o 3.",
            ),
        );
        let params = vec![format_param(
            QUARTERS,
            words(
                "Q3 (quarter), 2025-Q3 (year_quarter), or 3 (number).",
                "Q3 (quarter), 2025-Q3 (year_quarter), o 3 (number).",
            ),
        )];
        descriptor("datetime.quarter", texts, TEXTS, params, json!({ "format": "year_quarter" }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = form(&mut reader, cx, QUARTERS);
        compile(reader, cx, What::Quarter(form))
    }
}

impl Generator for IsoWeek {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("ISO week", "Semana ISO"),
            words(
                "The ISO 8601 week of a date field, or of moments of a range: 2025-W07, or 7.",
                "La semana ISO 8601 de un campo de fecha, o de momentos de un intervalo: 2025-W07, o 7.",
            ),
        );
        let params = vec![format_param(
            WEEKS,
            words("2025-W07 (year_week), or 7 (number).", "2025-W07 (year_week), o 7 (number)."),
        )];
        descriptor("datetime.iso_week", texts, TEXTS, params, json!({ "format": "year_week" }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = form(&mut reader, cx, WEEKS);
        compile(reader, cx, What::Week(form))
    }
}

impl Generator for Unix {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Unix timestamp", "Marca de tiempo Unix"),
            words(
                "Seconds, milliseconds or microseconds since 1970, of a date field or of moments of a range.",
                "Segundos, milisegundos o microsegundos desde 1970, de un campo de fecha o de momentos de un intervalo.",
            ),
        );
        let unit = defaulted(
            "unit",
            ParamKind::Choice(UNITS),
            words("Unit", "Unidad"),
            words("What is counted.", "Qué se cuenta."),
            UNITS[0],
        );
        let produces = &[FieldType::BigInteger, FieldType::Integer, FieldType::String, FieldType::Text];
        descriptor("datetime.unix", texts, produces, vec![unit], json!({ "unit": "millisecond" }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let unit = match reader.choice("unit", UNITS) {
            "millisecond" => 1_000,
            "microsecond" => 1,
            _ => SECOND,
        };
        if *cx.data_type == DataType::Int32 && unit != SECOND {
            reader.problem("unit", "beyond_field", "an integer field holds seconds only; use a big integer");
        }
        compile(reader, cx, What::Since { unit })
    }
}

fn descriptor(
    name: &'static str,
    (label, description): (Words, Words),
    produces: &'static [FieldType],
    mut params: Vec<ParamDescriptor>,
    example: Value,
) -> Descriptor {
    params.extend(Source::params());
    Descriptor {
        name,
        family: Family::DateTime,
        label,
        description,
        produces,
        params,
        example,
        localized: false,
        unique: false,
    }
}

/// The descriptor of what has names.
fn named(name: &'static str, texts: (Words, Words)) -> Descriptor {
    let help = words(
        "Its name, its short name, or its number.",
        "Su nombre (name), su nombre corto (short) o su número (number).",
    );
    let mut made = descriptor(name, texts, TEXTS, vec![format_param(NAMED, help)], json!({ "format": "name" }));
    made.params.push(locale());
    made.localized = true;
    made
}

fn format_param(forms: &'static [&'static str], help: Words) -> ParamDescriptor {
    optional("format", ParamKind::Choice(forms), words("Format", "Formato"), help)
}

/// The form asked for: where nothing is said, that of the list's beginning in text, and the number in a numeric column.
fn form(reader: &mut Reader<'_>, cx: &CompileContext<'_>, forms: &'static [&'static str]) -> &'static str {
    let numeric = *cx.data_type != DataType::Utf8;
    if numeric && reader.value("format").is_none() {
        return "number";
    }
    let form = reader.choice("format", forms);
    if numeric && form != "number" {
        reader.problem("format", "beyond_field", format!("a column of numbers can't hold the format {form}"));
    }
    form
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use arrow_array::{Array, ArrayRef, Date32Array};

    use super::*;
    use crate::testing::Trial;

    /// Of Tuesday 30 December 2025, which lies in the first ISO week of 2026; null stays null.
    fn check(name: &'static str, format: &str, locale: &str, expect: &str) {
        let params = json!({ "field": "day", "format": format });
        let trial = Trial::new(name, params, FieldType::String).locale(locale).beside("day", FieldType::Date, None);
        let days: ArrayRef = Arc::new(Date32Array::from(vec![Some(20_452), None]));
        let made = trial.fill_with(2, &[days]);
        assert_eq!(made.as_string::<i32>().value(0), expect, "{name} {format}");
        assert!(made.is_null(1));
    }

    #[test]
    fn texts_of_a_date() {
        check("datetime.month", "name", "en_US", "December");
        check("datetime.month", "short", "es_ES", "dic");
        check("datetime.month", "name", "pt_BR", "dezembro");
        check("datetime.month", "number", "en_US", "12");
        check("datetime.weekday", "name", "es_MX", "martes");
        check("datetime.weekday", "short", "pt_BR", "ter.");
        check("datetime.weekday", "number", "en_US", "2");
        check("datetime.quarter", "quarter", "en_US", "Q4");
        check("datetime.quarter", "year_quarter", "en_US", "2025-Q4");
        check("datetime.iso_week", "year_week", "en_US", "2026-W01");
        check("datetime.iso_week", "number", "en_US", "1");
    }

    #[test]
    fn numbers_of_a_date() {
        for (name, expect) in [("datetime.year", 2025), ("datetime.month", 12), ("datetime.unix", 1_767_052_800)] {
            let trial =
                Trial::new(name, json!({ "field": "day" }), FieldType::Integer).beside("day", FieldType::Date, None);
            let days: ArrayRef = Arc::new(Date32Array::from(vec![Some(20_452), None]));
            let made = trial.fill_with(2, &[days]);
            assert_eq!(made.as_primitive::<Int32Type>().iter().collect::<Vec<_>>(), [Some(expect), None], "{name}");
        }
    }

    #[test]
    fn moments_of_a_range_are_told_of_too() {
        let params = json!({ "from": "2020-01-01", "to": "2022-12-31" });
        let made = Trial::new("datetime.year", params, FieldType::Integer).fill(300);
        let years = made.as_primitive::<Int32Type>().values();
        assert!((2020..=2022).all(|year| years.iter().filter(|y| **y == year).count() > 60));
    }

    #[test]
    fn what_the_column_can_not_hold_is_refused() {
        let code = |name: &'static str, params: Value| {
            Trial::new(name, params, FieldType::Integer).compile().err().map(|problems| problems[0].code)
        };
        assert_eq!(code("datetime.month", json!({ "format": "name" })), Some("beyond_field"));
        assert_eq!(code("datetime.unix", json!({ "unit": "millisecond" })), Some("beyond_field"));
        assert_eq!(code("datetime.unix", json!({ "from": "2037-01-01", "to": "2039-01-01" })), Some("beyond_field"));
        assert_eq!(code("datetime.month", json!({})), None);
    }
}
