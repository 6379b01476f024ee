//! Rows in the form SQLite holds them: whole numbers, floats, text, bytes. Done by the generating threads, so that the
//! one thread that writes has only to bind.

use std::fmt::Write;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int64Builder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int32Type, Int64Type, Time32SecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use dmb_engine::output::{Encoded, Encoder, OutputError};
use uuid::Uuid;

use crate::dialect::literal::digits_text;
use crate::dialect::sqlite::EXACT_DIGITS;
use crate::session::DAYS_TO_1970;

/// Turns chunks into columns of Int64, Float64, Utf8 and Binary only.
pub(super) struct StageEncoder;

impl Encoder for StageEncoder {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let columns: Vec<ArrayRef> = batch.columns().iter().map(column).collect::<Result<_, _>>()?;
        let fields: Vec<Field> = batch
            .schema()
            .fields()
            .iter()
            .zip(&columns)
            .map(|(f, c)| Field::new(f.name(), c.data_type().clone(), true))
            .collect();
        let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns);
        batch.map(Encoded::Batch).map_err(|e| OutputError::Internal(format!("a chunk could not be made ready: {e}")))
    }
}

/// The column as SQLite holds it.
fn column(array: &ArrayRef) -> Result<ArrayRef, OutputError> {
    Ok(match array.data_type() {
        DataType::Utf8 | DataType::Int64 | DataType::Float64 | DataType::Binary => Arc::clone(array),
        DataType::Int32 => Arc::new(array.as_primitive::<Int32Type>().unary::<_, Int64Type>(i64::from)),
        DataType::Boolean => {
            let mut built = Int64Builder::with_capacity(array.len());
            array.as_boolean().iter().for_each(|v| built.append_option(v.map(i64::from)));
            Arc::new(built.finish())
        }
        DataType::Decimal128(precision, scale) => decimals(array, *precision, *scale),
        DataType::Date32 => {
            let dates = array.as_primitive::<Date32Type>();
            texts(array, 10, |row, text| {
                push_date(text, NaiveDate::from_num_days_from_ce_opt(dates.value(row) + DAYS_TO_1970))
            })
        }
        DataType::Time32(TimeUnit::Second) => {
            let times = array.as_primitive::<Time32SecondType>();
            texts(array, 8, |row, text| push_clock(text, times.value(row).unsigned_abs()))
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let moments = array.as_primitive::<TimestampMicrosecondType>();
            texts(array, 26, |row, text| push_moment(text, moments.value(row)))
        }
        DataType::FixedSizeBinary(16) => {
            let ids = array.as_fixed_size_binary();
            texts(array, 36, |row, text| {
                if let Ok(id) = Uuid::from_slice(ids.value(row)) {
                    text.push_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
                }
            })
        }
        other => return Err(OutputError::Internal(format!("no column of a table has the type {other}"))),
    })
}

/// Texts of at most `width` bytes, written row by row into one buffer.
fn texts(array: &ArrayRef, width: usize, mut push: impl FnMut(usize, &mut String)) -> ArrayRef {
    let mut built = StringBuilder::with_capacity(array.len(), array.len() * width);
    let mut text = String::with_capacity(width);
    for row in 0..array.len() {
        if array.is_null(row) {
            built.append_null();
        } else {
            text.clear();
            push(row, &mut text);
            built.append_value(&text);
        }
    }
    Arc::new(built.finish())
}

fn decimals(array: &ArrayRef, precision: u8, scale: i8) -> ArrayRef {
    let values = array.as_primitive::<Decimal128Type>();
    if precision > EXACT_DIGITS {
        return texts(array, usize::from(precision) + 2, |row, text| {
            text.push_str(&digits_text(values.value(row), scale.unsigned_abs()))
        });
    }
    // Both the digits and the power of ten are exact as floats here, so the quotient is the nearest float.
    let power = 10_f64.powi(scale.into());
    let mut built = Float64Builder::with_capacity(array.len());
    values.iter().for_each(|v| built.append_option(v.map(|digits| digits as f64 / power)));
    Arc::new(built.finish())
}

fn push_digits(text: &mut String, number: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        text.push(char::from(b'0' + digit as u8));
    }
}

/// A year outside 0 to 9999 can't come from a design; it is written as it is.
fn push_date(text: &mut String, date: Option<NaiveDate>) {
    let Some(date) = date else { return };
    match u32::try_from(date.year()) {
        Ok(year) if year <= 9999 => push_digits(text, year, 4),
        _ => drop(write!(text, "{}", date.year())),
    }
    text.push('-');
    push_digits(text, date.month(), 2);
    text.push('-');
    push_digits(text, date.day(), 2);
}

fn push_clock(text: &mut String, seconds: u32) {
    push_digits(text, seconds / 3600, 2);
    text.push(':');
    push_digits(text, seconds / 60 % 60, 2);
    text.push(':');
    push_digits(text, seconds % 60, 2);
}

fn push_moment(text: &mut String, micros: i64) {
    let Some(at) = DateTime::from_timestamp_micros(micros) else { return };
    push_date(text, Some(at.date_naive()));
    text.push(' ');
    push_clock(text, at.time().num_seconds_from_midnight());
    let fraction = at.timestamp_subsec_micros();
    if fraction > 0 {
        text.push('.');
        push_digits(text, fraction, 6);
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::types::Float64Type;
    use arrow_array::{Decimal128Array, TimestampMicrosecondArray};

    use super::*;

    #[test]
    fn moments_are_written_as_they_are_held() {
        let given = TimestampMicrosecondArray::from(vec![Some(0), Some(-1), None, Some(1_700_000_000_000_000)]);
        let array: ArrayRef = Arc::new(given.with_timezone("UTC"));
        let texts = column(&array).unwrap();
        let texts: Vec<_> = texts.as_string::<i32>().iter().map(|t| t.map(str::to_owned)).collect();
        let expect = ["1970-01-01 00:00:00", "1969-12-31 23:59:59.999999", "", "2023-11-14 22:13:20"];
        let expect: Vec<_> = expect.iter().map(|t| (!t.is_empty()).then(|| t.to_string())).collect();
        assert_eq!(texts, expect);
    }

    #[test]
    fn wide_decimals_are_written_with_their_scale() {
        let given = Decimal128Array::from(vec![-5, 0, 123_456]).with_precision_and_scale(20, 3).unwrap();
        let texts = column(&(Arc::new(given) as ArrayRef)).unwrap();
        assert_eq!(texts.as_string::<i32>().iter().flatten().collect::<Vec<_>>(), ["-0.005", "0.000", "123.456"]);
    }

    #[test]
    fn narrow_decimals_are_the_nearest_float() {
        let given = Decimal128Array::from(vec![7, 999_999_999_999_999]).with_precision_and_scale(15, 2).unwrap();
        let floats = column(&(Arc::new(given) as ArrayRef)).unwrap();
        assert_eq!(floats.as_primitive::<Float64Type>().values().as_ref(), [0.07, 9_999_999_999_999.99]);
    }
}
