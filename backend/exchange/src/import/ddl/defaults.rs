//! DEFAULT of a column in SQL as the default of a field.

use dmb_spec::{FieldType, time};
use serde_json::{Value, json};
use sqlparser::ast::Expr;

use super::literals::{bare, last_name, number, value};
use crate::raw::RawColumn;

/// What a default is.
#[derive(Debug, PartialEq)]
pub(super) enum Given {
    /// This value.
    Value(Value),
    /// Null, which a field has anyway.
    Nothing,
    /// The next number of a sequence.
    Counts,
    /// Something that a design does not say.
    Unknown,
}

/// What a default is for a column of this type.
pub(super) fn given(expr: &Expr, column: &RawColumn) -> Given {
    if let Expr::Function(function) = bare(expr) {
        let name = last_name(&function.name);
        if name == "nextval" {
            return Given::Counts;
        }
        let makes_uuid = ["gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuid", "newid"];
        if makes_uuid.contains(&name.as_str()) {
            return Given::Nothing;
        }
    }
    match value(expr) {
        Some(Value::Null) => Given::Nothing,
        Some(value) => fitting(value, column).map_or(Given::Unknown, Given::Value),
        None => Given::Unknown,
    }
}

fn fitting(value: Value, column: &RawColumn) -> Option<Value> {
    let text = value.as_str().map(str::to_owned);
    match column.field_type {
        FieldType::Boolean => match value {
            Value::Bool(_) => Some(value),
            Value::Number(number) => Some((number.as_f64()? != 0.0).into()),
            Value::String(text) => match text.to_lowercase().as_str() {
                "t" | "true" | "1" | "y" | "yes" | "on" | "\u{1}" => Some(true.into()),
                "f" | "false" | "0" | "n" | "no" | "off" | "\0" => Some(false.into()),
                _ => None,
            },
            _ => None,
        },
        FieldType::Integer | FieldType::BigInteger | FieldType::Float | FieldType::Decimal => {
            let number = match (&text, &value) {
                (Some(text), _) => number(text)?,
                (None, Value::Bool(truth)) => i64::from(*truth).into(),
                _ => value,
            };
            let whole = matches!(column.field_type, FieldType::Integer | FieldType::BigInteger);
            match number.as_f64() {
                Some(float) if whole && float.fract() == 0.0 && float.abs() < 9e15 => Some(json!(float as i64)),
                Some(_) => Some(number),
                None => None,
            }
        }
        FieldType::Date | FieldType::Datetime => {
            let text = text?;
            (text == "now" || time::parse_moment(&text).is_some_and(|m| !m.is_relative())).then(|| text.into())
        }
        FieldType::Time => text.filter(|text| time::parse_time(text).is_some()).map(Value::from),
        FieldType::Json => text.map_or(Some(value), |text| serde_json::from_str(&text).ok()),
        FieldType::Binary | FieldType::AutoIncrement | FieldType::ForeignKey => None,
        FieldType::String
        | FieldType::Text
        | FieldType::Email
        | FieldType::Url
        | FieldType::Uuid
        | FieldType::Enum
        | FieldType::Phone
        | FieldType::IpAddress => Some(match value {
            Value::String(_) => value,
            other => other.to_string().into(),
        }),
    }
}
