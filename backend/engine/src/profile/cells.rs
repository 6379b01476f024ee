//! Values of the report, written as cells of rows are.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, Date32Array, Decimal128Array, Float64Array, Int32Array, Int64Array, Time32SecondArray,
    TimestampMicrosecondArray,
};
use arrow_schema::{DataType, TimeUnit};
use dmb_spec::FieldType;
use serde_json::Value;

use super::histogram::tidy;
use crate::json;

/// Longest text of a value, in characters.
const LONGEST: usize = 120;

/// A column of one value that is so many steps of its type; `None` for types that have no steps.
pub(super) fn of_steps(data_type: &DataType, steps: i128) -> Option<ArrayRef> {
    Some(match data_type {
        DataType::Int32 => Arc::new(Int32Array::from(vec![steps as i32])),
        DataType::Int64 => Arc::new(Int64Array::from(vec![steps as i64])),
        DataType::Decimal128(_, _) => Arc::new(Decimal128Array::from(vec![steps]).with_data_type(data_type.clone())),
        DataType::Date32 => Arc::new(Date32Array::from(vec![steps as i32])),
        DataType::Time32(TimeUnit::Second) => Arc::new(Time32SecondArray::from(vec![steps as i32])),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            Arc::new(TimestampMicrosecondArray::from(vec![steps as i64]).with_data_type(data_type.clone()))
        }
        _ => return None,
    })
}

/// A column of numbers.
pub(super) fn of_floats(numbers: &[f64]) -> ArrayRef {
    Arc::new(Float64Array::from(numbers.to_vec()))
}

/// The value that so many steps of a type are.
pub(super) fn steps(data_type: &DataType, steps: i128) -> Value {
    of_steps(data_type, steps).map_or(Value::Null, |column| json::value(&column, 0, FieldType::String))
}

/// A number without digits that only rounding made; whole ones without a point.
pub(super) fn number(number: f64) -> Value {
    let tidy = tidy(number);
    if tidy.fract() == 0.0 && tidy.abs() < 9e15 { Value::from(tidy as i64) } else { Value::from(tidy) }
}

/// A cell, cut where it is long.
pub(super) fn cell(array: &dyn Array, row: usize, field_type: FieldType) -> Value {
    let text = match json::value(array, row, field_type) {
        Value::String(text) => text,
        nested @ (Value::Array(_) | Value::Object(_)) => nested.to_string(),
        other => return other,
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Value::String(format!("{}…", &text[..end])),
        None => Value::String(text),
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::StringArray;
    use serde_json::json;

    use super::*;

    #[test]
    fn steps_are_written_as_cells_are() {
        let moment = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
        assert_eq!(steps(&DataType::Decimal128(8, 2), 150), json!("1.50"));
        assert_eq!(steps(&DataType::Date32, 20_454), json!("2026-01-01"));
        assert_eq!(steps(&moment, 1_767_225_600_000_000), json!("2026-01-01T00:00:00Z"));
        assert_eq!(steps(&DataType::Boolean, 1), Value::Null);
        assert_eq!((number(3.0), number(0.1 + 0.2)), (json!(3), json!(0.3)));
    }

    #[test]
    fn long_texts_are_cut() {
        let texts = StringArray::from(vec!["ñ".repeat(121), "n".repeat(120), r#"{"a":1}"#.to_owned()]);
        assert_eq!(cell(&texts, 0, FieldType::Text), json!(format!("{}…", "ñ".repeat(120))));
        assert_eq!(cell(&texts, 1, FieldType::Text), json!("n".repeat(120)));
        assert_eq!(cell(&texts, 2, FieldType::Json), json!(r#"{"a":1}"#));
    }
}
