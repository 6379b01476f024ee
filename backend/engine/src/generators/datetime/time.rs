//! `datetime.time`: times of day.

use std::sync::Arc;

use arrow_array::types::Time32SecondType;
use arrow_array::{ArrayRef, PrimitiveArray};
use chrono::Timelike;
use dmb_spec::time::parse_time;
use dmb_spec::{FieldType, Params};
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Time;

const STEPS: &[&str] = &["second", "minute", "quarter", "hour"];

impl Generator for Time {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.time",
            family: Family::DateTime,
            label: words("Time of day", "Hora del día"),
            description: words(
                "Times of day within hours, each as likely.",
                "Horas del día dentro de un horario, equiprobables.",
            ),
            produces: &[FieldType::Time],
            params: params(),
            example: json!({ "from": "09:00", "to": "18:00", "precision": "quarter" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let step = match reader.choice("precision", STEPS) {
            "minute" => 60,
            "quarter" => 900,
            "hour" => 3_600,
            _ => 1,
        };
        let constraints = &cx.field.constraints;
        let from = bound(&mut reader, "from", constraints.min.as_ref(), 0, u32::max);
        let to = bound(&mut reader, "to", constraints.max.as_ref(), 86_399, u32::min);
        let (first, last) = (from.div_ceil(step), to / step);
        if first > last {
            reader.problem("from", "empty_range", "no time of day lies between from and to");
        }
        let count = last.saturating_sub(first) + 1;
        let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Times { first, count, step, permutation, stream: cx.stream }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "from",
            ParamKind::Text,
            words("From", "Desde"),
            words("Earliest time, such as 09:00.", "Hora más temprana, como 09:00."),
            "00:00",
        ),
        defaulted(
            "to",
            ParamKind::Text,
            words("To", "Hasta"),
            words("Latest time, such as 18:00.", "Hora más tardía, como 18:00."),
            "23:59:59",
        ),
        defaulted(
            "precision",
            ParamKind::Choice(STEPS),
            words("Precision", "Precisión"),
            words("Times fall on whole units of this.", "Las horas caen en unidades enteras de esto."),
            STEPS[0],
        ),
    ]
}

/// The tighter of the parameter and the field's own limit, in seconds of the day.
fn bound(
    reader: &mut Reader<'_>,
    name: &'static str,
    limit: Option<&Value>,
    default: u32,
    tighter: fn(u32, u32) -> u32,
) -> u32 {
    let limit = limit.and_then(Value::as_str).and_then(seconds).unwrap_or(default);
    let text = reader.text(name, "");
    if text.is_empty() {
        return limit;
    }
    match seconds(text) {
        Some(given) => tighter(given, limit),
        None => {
            reader.problem(
                name,
                "wrong_value",
                format!("{name} must be a time such as 09:00 or 17:30:15, not \"{text}\""),
            );
            limit
        }
    }
}

fn seconds(text: &str) -> Option<u32> {
    parse_time(text).map(|t| t.num_seconds_from_midnight())
}

struct Times {
    first: u32,
    count: u32,
    step: u32,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Times {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let count = u64::from(self.count);
        let position = |row: u64| match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row % count)) as u32,
            None => self.stream.cell(row).below(count) as u32,
        };
        let seconds = cx.rows.iter().map(|&row| ((self.first + position(row)) * self.step) as i32);
        Ok(Arc::new(PrimitiveArray::<Time32SecondType>::from_iter_values(seconds)))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn times_keep_to_the_hours_and_the_precision() {
        let params = json!({ "from": "09:00", "to": "18:00", "precision": "quarter" });
        let made = fill("datetime.time", params, FieldType::Time, 500);
        let values = made.as_primitive::<Time32SecondType>().values();
        assert!(values.iter().all(|s| (9 * 3_600..=18 * 3_600).contains(s) && s % 900 == 0));
        assert!(values.contains(&(18 * 3_600)));
    }

    #[test]
    fn a_text_that_is_no_time_is_told() {
        let trial = Trial::new("datetime.time", json!({ "from": "25:00", "to": "noon" }), FieldType::Time);
        assert_eq!(trial.compile().err().unwrap().len(), 2);
    }
}
