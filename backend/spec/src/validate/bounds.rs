//! `min` and `max`: of the field's type, within what the type holds, in order.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::constraints::known;
use super::values::{decimal_problem, whole_number};
use crate::{Field, FieldType, Violation, time};

/// A bound in the form its order is told from.
enum Bound {
    Whole(i64),
    Number(f64),
    Moment(time::Moment),
    Time(chrono::NaiveTime),
}

/// Both bounds of a field.
pub(super) fn check(field: &Field, path: &str, as_of: Option<DateTime<Utc>>, out: &mut Vec<Violation>) {
    if !known(field.field_type).contains(&"min") {
        return;
    }
    let mut read = |word: &str, value: &Option<Value>| {
        let value = value.as_ref()?;
        bound(field, value).map_err(|m| out.push(Violation::error(format!("{path}.{word}"), "bound_invalid", m))).ok()
    };
    let low = read("min", &field.constraints.min);
    let high = read("max", &field.constraints.max);
    if let (Some(low), Some(high)) = (low, high)
        && order(&low, &high, as_of) == Some(Ordering::Greater)
    {
        let (min, max) = (&field.constraints.min, &field.constraints.max);
        let show = |v: &Option<Value>| v.as_ref().map(Value::to_string).unwrap_or_default();
        let message = format!("min {} is above max {}.", show(min), show(max));
        out.push(Violation::error(format!("{path}.min"), "bounds_crossed", message));
    }
}

fn bound(field: &Field, value: &Value) -> Result<Bound, String> {
    let field_type = field.field_type;
    match field_type {
        FieldType::Integer | FieldType::BigInteger => whole_number(field_type, value).map(Bound::Whole),
        FieldType::Float => number(value).map(Bound::Number),
        FieldType::Decimal => match decimal_problem(&field.constraints, value) {
            Some(problem) => Err(problem),
            None => number(value).map(Bound::Number),
        },
        FieldType::Date | FieldType::Datetime => value
            .as_str()
            .and_then(time::parse_moment)
            .map(Bound::Moment)
            .ok_or_else(|| format!("{value} is not a date, “now”, or a span from now such as “-2y”.")),
        FieldType::Time => value
            .as_str()
            .and_then(time::parse_time)
            .map(Bound::Time)
            .ok_or_else(|| format!("{value} is not a time of day such as “09:30”.")),
        FieldType::String
        | FieldType::Text
        | FieldType::Boolean
        | FieldType::Email
        | FieldType::Url
        | FieldType::Uuid
        | FieldType::Json
        | FieldType::Enum
        | FieldType::Phone
        | FieldType::IpAddress
        | FieldType::Binary
        | FieldType::AutoIncrement
        | FieldType::ForeignKey => Err(format!("The type {field_type} has no bounds.")),
    }
}

fn number(value: &Value) -> Result<f64, String> {
    value.as_f64().filter(|n| n.is_finite()).ok_or_else(|| format!("{value} is not a number."))
}

/// `None` where the order depends on when the design is used: one bound fixed, the other from now, and no `as_of`.
fn order(low: &Bound, high: &Bound, as_of: Option<DateTime<Utc>>) -> Option<Ordering> {
    match (low, high) {
        (Bound::Whole(a), Bound::Whole(b)) => Some(a.cmp(b)),
        (Bound::Number(a), Bound::Number(b)) => a.partial_cmp(b),
        (Bound::Time(a), Bound::Time(b)) => Some(a.cmp(b)),
        (Bound::Moment(a), Bound::Moment(b)) => {
            let now = if a.is_relative() == b.is_relative() { as_of.or(Some(DateTime::UNIX_EPOCH)) } else { as_of };
            now.map(|now| a.resolve(now).cmp(&b.resolve(now)))
        }
        _ => None,
    }
}
