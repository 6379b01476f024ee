//! Values written in a design, as a column.

use std::net::IpAddr;
use std::sync::Arc;

use arrow_array::builder::{BinaryBuilder, FixedSizeBinaryBuilder};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, StringArray, Time32SecondArray, TimestampMicrosecondArray,
};
use arrow_array::{Decimal128Array, Int32Array, Int64Array};
use arrow_schema::{DataType, TimeUnit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, Timelike, Utc};
use dmb_spec::{FieldType, time};
use serde_json::Value;

use crate::generator::CompileContext;
use crate::generators::support::steps::NumberKind;

/// A column with a row for each value, in the type of the field; else the first value that can't be had, and why not.
/// Null is null.
pub(crate) fn column<'v>(values: &[&'v Value], cx: &CompileContext<'_>) -> Result<ArrayRef, (&'v Value, String)> {
    let as_json = cx.field.field_type == FieldType::Json;
    Ok(match cx.data_type {
        DataType::Utf8 if cx.field.field_type == FieldType::IpAddress => {
            let address = |v: &Value| v.as_str().filter(|text| text.parse::<IpAddr>().is_ok()).map(str::to_owned);
            Arc::new(StringArray::from(read(values, "an IP address such as 192.0.2.1 or 2001:db8::1", address)?))
        }
        DataType::Utf8 => Arc::new(StringArray::from(read(values, "text", |v| text(v, as_json))?)),
        DataType::Boolean => Arc::new(BooleanArray::from(read(values, "true or false", boolean)?)),
        DataType::Int32 => {
            let whole = |v: &Value| i32::try_from(steps(v, NumberKind::Int32)?).ok();
            Arc::new(Int32Array::from(read(values, "a whole number of 32 bits", whole)?))
        }
        DataType::Int64 => {
            let whole = |v: &Value| i64::try_from(steps(v, NumberKind::Int64)?).ok();
            Arc::new(Int64Array::from(read(values, "a whole number of 64 bits", whole)?))
        }
        DataType::Float64 => Arc::new(Float64Array::from(read(values, "a number", number)?)),
        DataType::Decimal128(precision, scale) => {
            let kind = NumberKind::Decimal { precision: *precision, scale: scale.unsigned_abs() };
            let what = format!("a number with at most {precision} digits, {scale} behind the point");
            let cells = read(values, &what, |v| steps(v, kind))?;
            Arc::new(Decimal128Array::from(cells).with_data_type(cx.data_type.clone()))
        }
        DataType::Date32 => {
            let day =
                |v: &Value| i32::try_from((moment(v, cx.as_of)?.date_naive() - NaiveDate::default()).num_days()).ok();
            Arc::new(Date32Array::from(read(values, "a date such as 2026-01-31, or now", day)?))
        }
        DataType::Time32(TimeUnit::Second) => {
            let second = |v: &Value| Some(time::parse_time(v.as_str()?)?.num_seconds_from_midnight() as i32);
            Arc::new(Time32SecondArray::from(read(values, "a time such as 09:30", second)?))
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let micros = |v: &Value| Some(moment(v, cx.as_of)?.timestamp_micros());
            let cells = read(values, "a date, a date and time, or now", micros)?;
            Arc::new(TimestampMicrosecondArray::from(cells).with_data_type(cx.data_type.clone()))
        }
        DataType::FixedSizeBinary(16) => {
            let cells = read(values, "a UUID", |v| uuid::Uuid::try_parse(v.as_str()?).ok())?;
            let mut out = FixedSizeBinaryBuilder::with_capacity(cells.len(), 16);
            for cell in cells {
                match cell {
                    // A UUID is 16 bytes, which is the width of the column.
                    Some(uuid) => out.append_value(uuid.as_bytes()).unwrap_or_default(),
                    None => out.append_null(),
                }
            }
            Arc::new(out.finish())
        }
        DataType::Binary => {
            let cells = read(values, "bytes in Base64", |v| STANDARD.decode(v.as_str()?).ok())?;
            let mut out = BinaryBuilder::new();
            cells.iter().for_each(|cell| out.append_option(cell.as_deref()));
            Arc::new(out.finish())
        }
        other => match values.first() {
            Some(value) => return Err((value, format!("columns of {other} take no values"))),
            None => arrow_array::new_empty_array(other),
        },
    })
}

fn read<'v, T>(
    values: &[&'v Value],
    what: &str,
    one: impl Fn(&Value) -> Option<T>,
) -> Result<Vec<Option<T>>, (&'v Value, String)> {
    let cell = |value: &&'v Value| match value {
        Value::Null => Ok(None),
        value => one(value).map(Some).ok_or_else(|| (*value, format!("{value} is not {what}"))),
    };
    values.iter().map(cell).collect()
}

fn text(value: &Value, as_json: bool) -> Option<String> {
    match value {
        value if as_json => Some(value.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// Weights are written as keys, so numbers and truth values come as text too.
fn boolean(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| value.as_str()?.parse().ok())
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|n: &f64| n.is_finite())
}

/// Exact: a value with more digits than the column keeps is refused.
fn steps(value: &Value, kind: NumberKind) -> Option<i128> {
    let (low, high) = (kind.bound(value, true)?, kind.bound(value, false)?);
    let (least, most) = kind.limits();
    (low == high && (least..=most).contains(&low)).then_some(low)
}

fn moment(value: &Value, as_of: DateTime<Utc>) -> Option<DateTime<Utc>> {
    Some(time::parse_moment(value.as_str()?)?.resolve(as_of))
}
