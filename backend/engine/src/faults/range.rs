//! `out_of_range`: numbers and dates beyond what the field allows.

use arrow_array::ArrayRef;
use chrono::{DateTime, Utc};
use dmb_spec::{FieldType, time};
use serde_json::Value;

use super::future::Ahead;
use super::values::between;
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamKind, ParamProblem};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::steps::NumberKind;
use crate::stream::Stream;

/// How far beyond a date's bound values lie at most, in microseconds: a year.
const YEAR: i64 = 365 * 86_400_000_000;
/// The least moment beyond a bound that shows in a date too: a day.
const DAY: i64 = 86_400_000_000;

/// The catalogue's entry.
pub(super) struct OutOfRange;

impl FaultKind for OutOfRange {
    fn descriptor(&self) -> FaultDescriptor {
        let number = ParamKind::Number { min: None, max: None };
        let min = optional(
            "min",
            number.clone(),
            words("Smallest wrong value", "Menor valor incorrecto"),
            words(
                "Wrong numbers lie from here on; without it they lie just beyond the field's own bounds.",
                "Los números incorrectos empiezan aquí; si falta, quedan justo fuera de los límites del campo.",
            ),
        );
        let max = optional(
            "max",
            number,
            words("Largest wrong value", "Mayor valor incorrecto"),
            words("Wrong numbers lie up to here.", "Los números incorrectos llegan hasta aquí."),
        );
        FaultDescriptor {
            name: "out_of_range",
            label: words("Out of range", "Fuera de rango"),
            description: words(
                "A number or a date beyond what the field allows.",
                "Un número o una fecha fuera de lo que el campo permite.",
            ),
            strikes: &[
                FieldType::Integer,
                FieldType::BigInteger,
                FieldType::Float,
                FieldType::Decimal,
                FieldType::Date,
                FieldType::Datetime,
            ],
            params: params([min, max]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Moves
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        match NumberKind::of(cx.data_type()) {
            Some(kind) => numbers(kind, cx),
            None => moments(cx),
        }
        .map_err(|problem| vec![problem])
    }
}

/// Both ends included.
type Span = (i128, i128);

fn numbers(kind: NumberKind, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, ParamProblem> {
    let limits = &cx.field().constraints;
    let low = limits.min.as_ref().and_then(|min| kind.bound(min, true));
    let high = limits.max.as_ref().and_then(|max| kind.bound(max, false));
    let given = |name| cx.params.get(name).filter(|value: &&Value| !value.is_null());
    let spans = match (given("min"), given("max")) {
        (None, None) => beyond(kind, low, high).ok_or_else(|| unbounded(cx))?,
        (Some(min), Some(max)) => vec![stated(kind, (min, max), (low, high), cx)?],
        _ => return Err(ParamProblem::new("min", "missing_param", "give min and max together, or neither")),
    };
    Ok(Box::new(Drawn { kind, spans, stream: cx.stream }))
}

/// What lies just beyond the bounds, as far again as they are apart; `None` without bounds or without room.
fn beyond(kind: NumberKind, low: Option<i128>, high: Option<i128>) -> Option<Vec<Span>> {
    let one = kind.factor() as i128;
    let width = match (low, high) {
        (Some(low), Some(high)) => high - low,
        (Some(end), None) | (None, Some(end)) => end.abs(),
        (None, None) => return None,
    };
    let (least, most) = kind.limits();
    let width = width.max(10 * one).min(i128::from(u64::MAX >> 1));
    let below = low.map(|low| (low.saturating_sub(width).max(least), low - 1));
    let above = high.map(|high| (high + 1, high.saturating_add(width).min(most)));
    let spans: Vec<Span> = [below, above].into_iter().flatten().filter(|(from, to)| from <= to).collect();
    (!spans.is_empty()).then_some(spans)
}

fn unbounded(cx: &FaultContext<'_>) -> ParamProblem {
    let name = &cx.field().name;
    let message = format!("{name} has no min or max to go beyond; give the fault min and max, or the field its bounds");
    ParamProblem::new("min", "no_bounds", message)
}

/// The range stated, where the type can hold it and the field can't allow all of it.
fn stated(
    kind: NumberKind,
    (min, max): (&Value, &Value),
    (low, high): (Option<i128>, Option<i128>),
    cx: &FaultContext<'_>,
) -> Result<Span, ParamProblem> {
    let problem = |code, message| Err(ParamProblem::new("min", code, message));
    let (Some(from), Some(to)) = (kind.bound(min, true), kind.bound(max, false)) else {
        return problem("wrong_param", "min and max must be numbers".to_owned());
    };
    let (least, most) = kind.limits();
    if from < least || to > most {
        return problem("beyond_type", format!("a field of type {} can't hold {min} to {max}", cx.field().field_type));
    }
    if from > to {
        return problem("crossed", format!("min {min} is above max {max}, or no value lies between them"));
    }
    let bounded = low.is_some() || high.is_some();
    let outside = low.is_some_and(|low| to < low) || high.is_some_and(|high| from > high);
    if bounded && !outside {
        let message =
            format!("{} allows values from {min} to {max}, so they would not be out of range", cx.field().name);
        return problem("not_out_of_range", message);
    }
    Ok((from, to))
}

struct Drawn {
    kind: NumberKind,
    spans: Vec<Span>,
    stream: Stream,
}

impl Damage for Drawn {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        let steps = |row: u64| {
            let mut cell = self.stream.cell(row);
            let (low, high) = self.spans[cell.below(self.spans.len() as u64) as usize];
            between(&mut cell, low, high)
        };
        Ok(vec![self.kind.column(struck.rows, steps)?])
    }
}

/// Moments beyond the field's own bounds, by up to a year.
fn moments(cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, ParamProblem> {
    if cx.params.get("min").or_else(|| cx.params.get("max")).is_some_and(|value| !value.is_null()) {
        let message = "min and max are numbers here; a date goes beyond the field's own min and max";
        return Err(ParamProblem::new("min", "wrong_param", message));
    }
    let bound = |value: &Option<Value>| micros(value.as_ref()?, cx.as_of);
    let limits = &cx.field().constraints;
    let ahead = |low, high| Ahead { low, high, stream: cx.stream };
    match (bound(&limits.min), bound(&limits.max)) {
        (_, Some(max)) => Ok(Box::new(ahead(max + DAY, max + YEAR))),
        (Some(min), None) => Ok(Box::new(ahead(min - YEAR, min - DAY))),
        (None, None) => Err(unbounded_date(cx)),
    }
}

fn unbounded_date(cx: &FaultContext<'_>) -> ParamProblem {
    let message = format!("{} has no min or max to go beyond; give the field its bounds", cx.field().name);
    ParamProblem::new("field", "no_bounds", message)
}

fn micros(value: &Value, as_of: DateTime<Utc>) -> Option<i64> {
    Some(time::parse_moment(value.as_str()?)?.resolve(as_of).timestamp_micros())
}
