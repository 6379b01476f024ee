//! Cells as JSON, the way the API shows them: what JSON can't hold exactly is text.

use arrow_array::cast::AsArray;
use arrow_array::temporal_conversions::{date32_to_datetime, time32s_to_time};
use arrow_array::types::{
    Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, SecondsFormat};
use dmb_spec::{FieldType, Table};
use serde_json::Value;

pub mod write;

/// Greatest whole number that every reader of JSON keeps exactly.
const EXACT: i64 = 1 << 53;

/// One cell. Decimals are text with all their digits, moments RFC 3339 in UTC, UUIDs their usual text, bytes Base64,
/// whole numbers beyond ±2^53 text, JSON itself; null is null. `field_type` tells JSON from other text.
pub fn value(array: &dyn Array, row: usize, field_type: FieldType) -> Value {
    if array.is_null(row) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => text(array.as_string::<i32>().value(row), field_type),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(row).into(),
        DataType::Int64 => whole(array.as_primitive::<Int64Type>().value(row)),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).into(),
        DataType::Decimal128(_, _) => array.as_primitive::<Decimal128Type>().value_as_string(row).into(),
        DataType::Boolean => array.as_boolean().value(row).into(),
        DataType::Date32 => {
            let date = date32_to_datetime(array.as_primitive::<Date32Type>().value(row));
            date.map(|date| date.date().to_string()).into()
        }
        DataType::Time32(TimeUnit::Second) => {
            time32s_to_time(array.as_primitive::<Time32SecondType>().value(row)).map(|time| time.to_string()).into()
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let moment = DateTime::from_timestamp_micros(array.as_primitive::<TimestampMicrosecondType>().value(row));
            moment.map(|moment| moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)).into()
        }
        DataType::FixedSizeBinary(16) => {
            uuid::Uuid::from_slice(array.as_fixed_size_binary().value(row)).map(|uuid| uuid.to_string()).ok().into()
        }
        DataType::Binary => STANDARD.encode(array.as_binary::<i32>().value(row)).into(),
        // No field has another type (see `types::data_type`).
        _ => Value::Null,
    }
}

/// Every row of a batch of this table, its cells in column order.
pub fn rows(batch: &RecordBatch, table: &Table) -> Vec<Vec<Value>> {
    let cell = |row: usize| {
        let columns = batch.columns().iter().zip(&table.fields);
        columns.map(|(column, field)| value(column, row, field.field_type)).collect()
    };
    (0..batch.num_rows()).map(cell).collect()
}

fn whole(number: i64) -> Value {
    if number.unsigned_abs() > EXACT.unsigned_abs() { number.to_string().into() } else { number.into() }
}

fn text(text: &str, field_type: FieldType) -> Value {
    match field_type {
        FieldType::Json => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{
        ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, FixedSizeBinaryArray, Float64Array,
        Int64Array, StringArray, Time32SecondArray, TimestampMicrosecondArray,
    };
    use serde_json::json;

    use super::*;

    fn check(array: ArrayRef, field_type: FieldType, expect: Value) {
        assert_eq!(value(&array, 0, field_type), expect, "{field_type}");
    }

    #[test]
    fn cells_are_shown_without_losing_anything() {
        check(Arc::new(Int64Array::from(vec![7])), FieldType::BigInteger, json!(7));
        check(Arc::new(Int64Array::from(vec![i64::MIN])), FieldType::BigInteger, json!("-9223372036854775808"));
        check(Arc::new(Float64Array::from(vec![0.5])), FieldType::Float, json!(0.5));
        check(Arc::new(BooleanArray::from(vec![true])), FieldType::Boolean, json!(true));
        let decimal = Decimal128Array::from(vec![-12_345]).with_precision_and_scale(10, 2).unwrap();
        check(Arc::new(decimal), FieldType::Decimal, json!("-123.45"));
        check(Arc::new(Date32Array::from(vec![20_454])), FieldType::Date, json!("2026-01-01"));
        check(Arc::new(Time32SecondArray::from(vec![34_200])), FieldType::Time, json!("09:30:00"));
        let moment = TimestampMicrosecondArray::from(vec![1_767_225_600_500_000]).with_timezone("UTC");
        check(Arc::new(moment), FieldType::Datetime, json!("2026-01-01T00:00:00.500Z"));
        let uuid = FixedSizeBinaryArray::try_from_iter([[0x11_u8; 16]].into_iter()).unwrap();
        check(Arc::new(uuid), FieldType::Uuid, json!("11111111-1111-1111-1111-111111111111"));
        check(Arc::new(BinaryArray::from(vec![&[1_u8, 2][..]])), FieldType::Binary, json!("AQI="));
        let object = || Arc::new(StringArray::from(vec![r#"{"a":1}"#]));
        check(object(), FieldType::Json, json!({ "a": 1 }));
        check(object(), FieldType::Text, json!(r#"{"a":1}"#));
        check(Arc::new(StringArray::from(vec![None::<&str>])), FieldType::String, json!(null));
    }
}
