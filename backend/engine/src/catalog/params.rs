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
    check_within(descriptor.name, &descriptor.params, params, (table, outside))
}

/// The same for any object whose values are described; `owner` is what people call it.
pub(crate) fn check_object(
    owner: &str,
    params: &[ParamDescriptor],
    given: &Params,
    table: &Table,
) -> Vec<ParamProblem> {
    check_within(owner, params, given, (table, 0))
}

/// The same `outside` so many generators.
fn check_within(
    owner: &str,
    params: &[ParamDescriptor],
    given: &Params,
    (table, outside): (&Table, usize),
) -> Vec<ParamProblem> {
    let mut problems = Vec::new();
    for (name, value) in given {
        match params.iter().find(|known| known.name == name) {
            // Null means "not given": forms send it for fields left empty.
            Some(_) if value.is_null() => {}
            Some(ParamDescriptor { kind: ParamKind::Rows(columns), name, .. }) => {
                problems.extend(check_rows(name, columns, value, table));
            }
            Some(known) => match nested(known, value, Nested::at_depth(table, outside)) {
                Some(found) => problems.extend(found),
                None => problems.extend(check_value(known, value, table)),
            },
            None => problems.push(unknown(owner, params, name)),
        }
    }
    for known in params.iter().filter(|p| p.required && given.get(p.name).is_none_or(Value::is_null)) {
        let message = format!("{owner} needs the parameter {}", known.name);
        problems.push(ParamProblem::new(known.name, "missing_param", message));
    }
    problems
}

fn unknown(owner: &str, params: &[ParamDescriptor], name: &str) -> ParamProblem {
    let names = || params.iter().map(|p| p.name);
    let message = match names().collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => format!("{owner} takes no parameters"),
        some => format!("{owner} has no parameter {name:?}; it takes {some}"),
    };
    let mut problem = ParamProblem::new(name, "unknown_param", message);
    problem.suggestion = nearest::word(name, names()).map(str::to_owned);
    problem
}

/// A list of objects; what is wrong inside one is told with its place: `parts[1].min`.
fn check_rows(name: &str, columns: &[ParamDescriptor], value: &Value, table: &Table) -> Vec<ParamProblem> {
    let names = || columns.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    let Some(rows) = value.as_array() else {
        let message = format!("{name} must be a list of objects with {}", names());
        return vec![ParamProblem::new(name, "wrong_param", message)];
    };
    let check = |(at, row): (usize, &Value)| match row.as_object() {
        Some(row) => {
            let problems = check_object(&format!("entry {} of {name}", at + 1), columns, row, table);
            let within = |p: ParamProblem| ParamProblem { param: format!("{name}[{at}].{}", p.param), ..p };
            problems.into_iter().map(within).collect()
        }
        None => {
            let message = format!("entry {} of {name} must be an object with {}", at + 1, names());
            vec![ParamProblem::new(format!("{name}[{at}]"), "wrong_param", message)]
        }
    };
    rows.iter().enumerate().flat_map(check).collect()
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
        ParamKind::Text | ParamKind::Locale | ParamKind::Bundle(_) | ParamKind::Sql(_) => {
            value.as_str().map_or_else(|| wrong("text".into()), |_| None)
        }
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
        // Rows and generators are checked part by part, before.
        ParamKind::Rows(_)
        | ParamKind::Json
        | ParamKind::Generator
        | ParamKind::Member
        | ParamKind::Members
        | ParamKind::Cases => None,
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

#[cfg(test)]
mod tests {
    use dmb_spec::TableId;
    use serde_json::json;

    use super::*;
    use crate::catalog;

    #[test]
    fn what_is_wrong_inside_rows_is_told_with_its_place() {
        let table = Table::new(TableId::from_name("t", |_| false), "t");
        let mixture = catalog::descriptor("number.mixture").unwrap();
        let check = |parts: Value| -> Vec<(String, &'static str)> {
            let params = Params::from_iter([("parts".to_owned(), parts)]);
            check_params(mixture, &params, &table).into_iter().map(|p| (p.param, p.code)).collect()
        };
        assert_eq!(check(mixture.example["parts"].clone()), []);
        let told = |place: &str, code| (place.to_owned(), code);
        let wrong =
            json!([{ "min": "a", "max": 2 }, { "min": 1, "wieght": 3 }, { "min": 1, "max": 2, "weight": -1 }, 7]);
        assert_eq!(
            check(wrong),
            [
                told("parts[0].min", "wrong_param"),
                told("parts[1].wieght", "unknown_param"),
                told("parts[1].max", "missing_param"),
                told("parts[2].weight", "wrong_param"),
                told("parts[3]", "wrong_param"),
            ]
        );
        assert_eq!(check(json!("all")), [told("parts", "wrong_param")]);
        assert_eq!(check(Value::Null), [told("parts", "missing_param")]);
    }

    #[test]
    fn whoever_takes_a_bundle_says_what_it_tells_of() {
        for generator in catalog::all() {
            let descriptor = catalog::descriptor(generator.descriptor().name).unwrap();
            let takes = descriptor.params.iter().any(|param| param.name == "bundle");
            assert_eq!(takes, !descriptor.subjects().is_empty(), "{}", descriptor.name);
        }
        let subjects = |name| catalog::descriptor(name).unwrap().subjects();
        assert_eq!(subjects("internet.company_email"), ["company", "person"]);
        assert_eq!(subjects("travel.airport_city"), subjects("travel.airport_code"));
        assert_ne!(subjects("travel.airport_city"), subjects("travel.airline"));
        assert_eq!(subjects("identity.mx_curp"), ["person"]);
    }
}
