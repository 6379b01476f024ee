//! Whether a value given in the design, such as a default, fits the field's type and constraints.

use serde_json::Value;

use super::constraints::whole;
use super::limits::shortened;
use crate::{Constraints, Field, FieldType, Violation, time};

/// The default value of a field.
pub(super) fn check_default(field: &Field, path: &str, out: &mut Vec<Violation>) {
    let Some(value) = &field.default else { return };
    if let Some(problem) = problem(field, value) {
        out.push(Violation::error(format!("{path}.default"), "default_invalid", problem));
    } else if field.unique {
        let message = "A unique field can take its default only once.";
        out.push(Violation::warning(format!("{path}.default"), "default_of_unique", message));
    }
}

fn problem(field: &Field, value: &Value) -> Option<String> {
    let constraints = &field.constraints;
    let text = || value.as_str().ok_or_else(|| format!("The default must be a text, not {}.", shown(value)));
    match field.field_type {
        FieldType::String | FieldType::Text | FieldType::Phone => text().map_or_else(Some, |t| text_problem(field, t)),
        FieldType::Email => text().map_or_else(Some, |t| {
            let (name, host) = t.split_once('@').unwrap_or_default();
            let good = !name.is_empty() && host.contains('.') && !t.contains(char::is_whitespace);
            form(good, t, "an e-mail address").or_else(|| text_problem(field, t))
        }),
        FieldType::Url => text().map_or_else(Some, |t| {
            let good = t.split_once("://").is_some_and(|(scheme, rest)| !scheme.is_empty() && !rest.is_empty());
            form(good, t, "a web address such as https://example.com").or_else(|| text_problem(field, t))
        }),
        FieldType::Uuid => text().map_or_else(Some, |t| form(uuid::Uuid::try_parse(t).is_ok(), t, "a UUID")),
        FieldType::IpAddress => {
            text().map_or_else(Some, |t| form(t.parse::<std::net::IpAddr>().is_ok(), t, "an IPv4 or IPv6 address"))
        }
        FieldType::Enum => text().map_or_else(Some, |t| {
            let choices = constraints.choices.as_deref().unwrap_or_default();
            (!choices.iter().any(|c| c == t)).then(|| format!("“{}” is not one of the choices.", shortened(t)))
        }),
        FieldType::Integer | FieldType::BigInteger => match whole_number(field.field_type, value) {
            Err(problem) => Some(problem),
            Ok(number) => outside(constraints, |bound| {
                bound
                    .as_i64()
                    .map(|b| number.cmp(&b))
                    .or_else(|| bound.as_f64().and_then(|b| (number as f64).partial_cmp(&b)))
            }),
        },
        FieldType::Float => match value.as_f64() {
            None => Some(format!("The default must be a number, not {}.", shown(value))),
            Some(number) => outside(constraints, |bound| number.partial_cmp(&bound.as_f64()?)),
        },
        FieldType::Decimal => decimal_problem(constraints, value).or_else(|| {
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
            outside(constraints, |bound| number.partial_cmp(&bound.as_f64()?))
        }),
        FieldType::Boolean => {
            (!value.is_boolean()).then(|| format!("The default must be true or false, not {}.", shown(value)))
        }
        FieldType::Date | FieldType::Datetime => text().map_or_else(Some, |t| {
            let fixed = time::parse_moment(t).is_some_and(|m| !m.is_relative());
            form(fixed || t == "now", t, "a date such as 2026-01-31, or “now”")
        }),
        FieldType::Time => text().map_or_else(Some, |t| form(time::parse_time(t).is_some(), t, "a time such as 09:30")),
        FieldType::Json => None,
        FieldType::Binary | FieldType::AutoIncrement | FieldType::ForeignKey => {
            Some(format!("A field of type {} can't have a default.", field.field_type))
        }
    }
}

fn text_problem(field: &Field, text: &str) -> Option<String> {
    let constraints = &field.constraints;
    let chars = text.chars().count() as u64;
    let most = constraints.max_length.or((field.field_type == FieldType::String).then_some(255));
    if let Some(most) = most.filter(|most| chars > u64::from(*most)) {
        return Some(format!("The default has {chars} characters; max_length is {most}."));
    }
    if let Some(least) = constraints.min_length.filter(|least| chars < u64::from(*least)) {
        return Some(format!("The default has {chars} characters; min_length is {least}."));
    }
    let pattern = constraints.pattern.as_deref().and_then(|p| whole(p).ok())?;
    (!pattern.is_match(text)).then(|| format!("The default “{}” does not match the pattern.", shortened(text)))
}

fn form(good: bool, text: &str, what: &str) -> Option<String> {
    (!good).then(|| format!("The default “{}” is not {what}.", shortened(text)))
}

fn outside(constraints: &Constraints, compare: impl Fn(&Value) -> Option<std::cmp::Ordering>) -> Option<String> {
    if let Some(min) = constraints.min.as_ref().filter(|min| compare(min).is_some_and(|o| o.is_lt())) {
        return Some(format!("The default is below min {min}."));
    }
    let max = constraints.max.as_ref().filter(|max| compare(max).is_some_and(|o| o.is_gt()))?;
    Some(format!("The default is above max {max}."))
}

/// The value as a whole number that the type holds.
pub(super) fn whole_number(field_type: FieldType, value: &Value) -> Result<i64, String> {
    let number = value
        .as_i64()
        // 5.0 is written by languages that know one kind of number only.
        .or_else(|| value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64))
        .ok_or_else(|| format!("{} is not a whole number of the type {field_type}.", shown(value)))?;
    if field_type == FieldType::Integer && i32::try_from(number).is_err() {
        return Err(format!("{number} is outside the type integer, ±2,147,483,647; big_integer holds it."));
    }
    Ok(number)
}

/// What keeps the value, a number or a text of digits, from being a decimal of this precision and scale.
pub(super) fn decimal_problem(constraints: &Constraints, value: &Value) -> Option<String> {
    let (precision, scale) = constraints.decimal();
    let text = match value {
        Value::Number(number) => number.as_i64().map_or_else(|| plain(number.as_f64()), |n| n.to_string()),
        Value::String(text) => text.clone(),
        _ => String::new(),
    };
    let unsigned = text.strip_prefix('-').unwrap_or(&text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return Some(format!("{} is not a decimal number.", shown(value)));
    }
    let whole = whole.trim_start_matches('0').len();
    let fraction = fraction.trim_end_matches('0').len();
    if fraction > usize::from(scale) {
        return Some(format!("{} has {fraction} digits behind the point; scale is {scale}.", shown(value)));
    }
    let room = usize::from(precision.saturating_sub(scale));
    (whole > room)
        .then(|| format!("{} has {whole} digits before the point; precision and scale leave {room}.", shown(value)))
}

fn plain(number: Option<f64>) -> String {
    number.map(|n| format!("{n}")).unwrap_or_default()
}

fn shown(value: &Value) -> String {
    shortened(&value.to_string())
}
