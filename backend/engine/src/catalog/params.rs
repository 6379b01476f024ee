//! Parameters against their descriptors: everything wrong at once.

use dmb_spec::{Params, Table, time};
use serde_json::Value;

use super::nearest;
use super::nested::Nested;
use crate::generator::{Descriptor, ParamDescriptor, ParamKind, ParamProblem};

/// Everything the descriptor rules out: names it does not know, values of the wrong kind or out of bounds, required
/// parameters that are missing. `table` is the one whose fields [`ParamKind::Field`] names.
/// Generators inside the parameters are checked too; problems of theirs name the way to them.
pub fn check_params(descriptor: &Descriptor, params: &Params, table: &Table) -> Vec<ParamProblem> {
    check_at(descriptor, params, table, 0)
}

/// The same for a generator that stands in so many others.
pub(super) fn check_at(descriptor: &Descriptor, params: &Params, table: &Table, outside: usize) -> Vec<ParamProblem> {
    let mut problems = Vec::new();
    for (name, value) in params {
        match descriptor.params.iter().find(|known| known.name == name) {
            // Null means "not given": forms send it for fields left empty.
            Some(_) if value.is_null() => {}
            Some(known) => match nested(known, value, Nested::at_depth(table, outside)) {
                Some(found) => problems.extend(found),
                None => problems.extend(check_value(known, value, table)),
            },
            None => problems.push(unknown(descriptor, name)),
        }
    }
    for known in descriptor.params.iter().filter(|p| p.required && params.get(p.name).is_none_or(Value::is_null)) {
        let message = format!("{} needs the parameter {}", descriptor.name, known.name);
        problems.push(ParamProblem::new(known.name, "missing_param", message));
    }
    problems
}

fn unknown(descriptor: &Descriptor, name: &str) -> ParamProblem {
    let names = || descriptor.params.iter().map(|p| p.name);
    let message = match names().collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => format!("{} takes no parameters", descriptor.name),
        some => format!("{} has no parameter {name:?}; it takes {some}", descriptor.name),
    };
    let mut problem = ParamProblem::new(name, "unknown_param", message);
    problem.suggestion = nearest::word(name, names()).map(str::to_owned);
    problem
}

/// What is wrong with a parameter that holds generators; `None` for one that holds none.
fn nested(known: &ParamDescriptor, value: &Value, mut read: Nested<'_>) -> Option<Vec<ParamProblem>> {
    match known.kind {
        ParamKind::Generator => drop(read.generator(known.name, value)),
        ParamKind::Member => drop(read.item(known.name, value)),
        ParamKind::Members => drop(read.members(known.name, value)),
        ParamKind::Cases => drop(read.cases(known.name, value)),
        _ => return None,
    }
    Some(read.into_problems())
}

fn check_value(known: &ParamDescriptor, value: &Value, table: &Table) -> Option<ParamProblem> {
    let wrong = |expected: String| {
        Some(ParamProblem::new(known.name, "wrong_param", format!("{} must be {expected}", known.name)))
    };
    match &known.kind {
        ParamKind::Number { min, max } => match value.as_f64() {
            Some(number) if within(number, *min, *max) => None,
            _ => wrong(format!("a number{}", bounds(min.as_ref(), max.as_ref()))),
        },
        ParamKind::Integer { min, max } => match value.as_i64() {
            Some(number) if within(number, *min, *max) => None,
            _ => wrong(format!("a whole number{}", bounds(min.as_ref(), max.as_ref()))),
        },
        ParamKind::Text | ParamKind::Locale => value.as_str().map_or_else(|| wrong("text".into()), |_| None),
        ParamKind::Boolean => value.as_bool().map_or_else(|| wrong("true or false".into()), |_| None),
        ParamKind::Choice(words) => check_choice(known, words, value),
        ParamKind::Moment => match value.as_str().and_then(time::parse_moment) {
            Some(_) => None,
            None => wrong("a date, a date and time, now, or a span from now such as -2y".into()),
        },
        ParamKind::Span => match value.as_str().and_then(time::parse_span) {
            Some(_) => None,
            None => wrong("a span of time such as 90s, 12h or 7d".into()),
        },
        ParamKind::Field => check_field(known, value, table),
        ParamKind::List => match value.as_array() {
            Some(values) if !values.is_empty() => None,
            _ => wrong("a list with at least one value".into()),
        },
        ParamKind::Weights => check_weights(known, value),
        ParamKind::Json | ParamKind::Generator | ParamKind::Member | ParamKind::Members | ParamKind::Cases => None,
    }
}

fn within<T: PartialOrd>(value: T, min: Option<T>, max: Option<T>) -> bool {
    min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
}

fn bounds<T: std::fmt::Display>(min: Option<&T>, max: Option<&T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!(" from {min} to {max}"),
        (Some(min), None) => format!(" of at least {min}"),
        (None, Some(max)) => format!(" of at most {max}"),
        (None, None) => String::new(),
    }
}

fn check_choice(known: &ParamDescriptor, words: &[&'static str], value: &Value) -> Option<ParamProblem> {
    let given = value.as_str().unwrap_or_default();
    if words.contains(&given) {
        return None;
    }
    let message = format!("{} must be one of {}", known.name, words.join(", "));
    let mut problem = ParamProblem::new(known.name, "wrong_param", message);
    problem.suggestion = nearest::word(given, words.iter().copied()).map(str::to_owned);
    Some(problem)
}

/// `field` of the table, or `fk_field.parent_field`, whose second half the generator checks.
fn check_field(known: &ParamDescriptor, value: &Value, table: &Table) -> Option<ParamProblem> {
    let given = value.as_str().unwrap_or_default();
    let first = given.split('.').next().unwrap_or_default();
    if table.field(first).is_some() {
        return None;
    }
    let message = format!("{} must name a field of {}; there is no {first:?}", known.name, table.name);
    let mut problem = ParamProblem::new(known.name, "unknown_field", message);
    problem.suggestion = nearest::word(first, table.fields.iter().map(|f| f.name.as_str())).map(str::to_owned);
    Some(problem)
}

fn check_weights(known: &ParamDescriptor, value: &Value) -> Option<ParamProblem> {
    let weights = value.as_object().filter(|weights| !weights.is_empty());
    let total: Option<f64> = weights
        .and_then(|weights| weights.values().map(|weight| weight.as_f64().filter(|w| *w >= 0.0)).sum::<Option<f64>>());
    if total.is_some_and(|total| total > 0.0 && total.is_finite()) {
        return None;
    }
    let message =
        format!("{} must be an object from value to weight; weights are 0 or more, one of them above 0", known.name);
    Some(ParamProblem::new(known.name, "wrong_param", message))
}
