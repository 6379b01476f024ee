//! `datetime.age`: whole years, months or days from a date of the row to another moment.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{Datelike, NaiveDate};
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, optional, required, words};
use crate::generators::support::moments::{named_field, read};
use crate::generators::support::params::Reader;

use super::timeline::calendar;
use super::told::whole_numbers;

/// The catalogue's entry.
pub(crate) struct Age;

const UNITS: &[&str] = &["years", "months", "days"];

impl Generator for Age {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.age",
            family: Family::DateTime,
            label: words("Age", "Antigüedad"),
            description: words(
                "Whole years, months or days from a date field to now, or to another date field: age, seniority, days open.",
                "Años, meses o días completos desde un campo de fecha hasta ahora, o hasta otro campo: edad, antigüedad, días abierto.",
            ),
            produces: &[FieldType::Integer, FieldType::BigInteger],
            params: vec![
                required(
                    "field",
                    ParamKind::Field,
                    words("From", "Desde"),
                    words("A date field of the row or its parent.", "Un campo de fecha de la fila o de su padre."),
                ),
                optional(
                    "until",
                    ParamKind::Field,
                    words("To the field", "Hasta el campo"),
                    words(
                        "Another date field; counts to a fixed moment where absent.",
                        "Otro campo de fecha; si falta, se cuenta hasta un momento fijo.",
                    ),
                ),
                defaulted(
                    "on",
                    ParamKind::Moment,
                    words("To the moment", "Hasta el momento"),
                    words("The moment to count to.", "El momento hasta el que se cuenta."),
                    "now",
                ),
                defaulted(
                    "unit",
                    ParamKind::Choice(UNITS),
                    words("Unit", "Unidad"),
                    words("What is counted.", "Qué se cuenta."),
                    UNITS[0],
                ),
            ],
            example: json!({ "field": "created_at", "unit": "days" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let unit = reader.choice("unit", UNITS);
        let from = named_field(&mut reader, cx, "field");
        let until = named_field(&mut reader, cx, "until");
        let on = reader.moment("on", cx.as_of).unwrap_or(cx.as_of).date_naive();
        match from {
            Some(from) => reader.finish(Box::new(Ages { from, until, on, unit, data_type: cx.data_type.clone() })),
            None => Err(reader.into_problems()),
        }
    }
}

/// Whole units from one day to another; negative where it lies before.
fn between(from: NaiveDate, to: NaiveDate, unit: &str) -> i64 {
    if unit == "days" {
        return (to - from).num_days();
    }
    if to < from {
        return -between(to, from, unit);
    }
    let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let whole = months(to) - months(from) - i64::from(to.day() < from.day());
    if unit == "months" { whole } else { whole.div_euclid(12) }
}

struct Ages {
    from: Input,
    until: Option<Input>,
    on: NaiveDate,
    unit: &'static str,
    data_type: DataType,
}

impl Filler for Ages {
    fn inputs(&self) -> Vec<Input> {
        std::iter::once(&self.from).chain(&self.until).cloned().collect()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let from = read(cx.inputs.first())?;
        let until = self.until.as_ref().map(|_| read(cx.inputs.get(1))).transpose()?;
        let day = |micros: i64| calendar(micros).date_naive();
        let ages = from.into_iter().enumerate().map(|(row, from)| {
            let to = until.as_ref().map_or(Some(self.on), |until| until[row].map(day))?;
            Some(between(day(from?), to, self.unit))
        });
        whole_numbers(&self.data_type, ages)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::Date32Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use serde_json::Value;

    use super::*;
    use crate::testing::Trial;

    fn check(from: &str, to: &str, unit: &str, expect: i64) {
        assert_eq!(between(from.parse().unwrap(), to.parse().unwrap(), unit), expect, "{from} {to} {unit}");
    }

    #[test]
    fn only_whole_units_count() {
        check("2000-05-17", "2025-05-16", "years", 24);
        check("2000-05-17", "2025-05-17", "years", 25);
        check("2000-02-29", "2025-02-28", "years", 24);
        check("2024-01-31", "2024-02-29", "months", 0);
        check("2024-01-31", "2024-03-31", "months", 2);
        check("2024-03-01", "2024-02-01", "days", -29);
        check("2024-03-15", "2024-02-01", "months", -1);
    }

    fn ages(params: Value, inputs: &[ArrayRef]) -> Vec<Option<i32>> {
        let trial = Trial::new("datetime.age", params, FieldType::Integer)
            .beside("begun", FieldType::Date, None)
            .beside("ended", FieldType::Date, None);
        trial.fill_with(2, inputs).as_primitive::<Int32Type>().iter().collect()
    }

    #[test]
    fn ages_of_fields_and_null_stays_null() {
        let begun: ArrayRef = Arc::new(Date32Array::from(vec![Some(19_723), Some(19_723)]));
        let ended: ArrayRef = Arc::new(Date32Array::from(vec![Some(19_733), None]));
        let both = [Arc::clone(&begun), ended];
        assert_eq!(ages(json!({ "field": "begun", "until": "ended", "unit": "days" }), &both), [Some(10), None]);
        // As of 1 January 2026.
        assert_eq!(ages(json!({ "field": "begun" }), &[begun]), [Some(2), Some(2)]);
    }

    #[test]
    fn a_field_that_is_no_date_is_refused() {
        for params in [json!({}), json!({ "field": "nothing" }), json!({ "field": "value" })] {
            assert!(Trial::new("datetime.age", params.clone(), FieldType::Integer).compile().is_err(), "{params}");
        }
    }
}
