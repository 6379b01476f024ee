//! From what databases hold to Arrow columns.

use std::sync::Arc;

use arrow_array::builder::{
    BinaryBuilder, BooleanBuilder, Date32Builder, Decimal128Builder, FixedSizeBinaryBuilder, Float64Builder,
    Int32Builder, Int64Builder, StringBuilder, Time32SecondBuilder, TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{DataType, SchemaRef, TimeUnit};
use chrono::{Datelike, NaiveTime, Timelike};
use dmb_spec::time;
use uuid::Uuid;

use crate::TablesError;
use crate::session::{Cell, DAYS_TO_1970, Row};

/// Collects rows into a batch.
pub(crate) struct Decoder {
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
}

enum Column {
    Text(StringBuilder),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Float(Float64Builder),
    Decimal(Decimal128Builder, u8),
    Boolean(BooleanBuilder),
    Date(Date32Builder),
    Time(Time32SecondBuilder),
    Moment(TimestampMicrosecondBuilder),
    Uuid(FixedSizeBinaryBuilder),
    Bytes(BinaryBuilder),
}

impl Decoder {
    /// A decoder of rows of this schema, with room for `rows`.
    pub fn new(schema: SchemaRef, rows: usize) -> Result<Self, TablesError> {
        let columns = schema.fields().iter().map(|f| Column::new(f.data_type(), rows)).collect::<Result<_, _>>()?;
        Ok(Self { schema, columns, rows: 0 })
    }

    /// Rows since the last batch.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Adds a row whose cells begin at `offset`.
    pub fn push(&mut self, row: &dyn Row, offset: usize) -> Result<(), TablesError> {
        for (position, column) in self.columns.iter_mut().enumerate() {
            if column.push(row.cell(offset + position)?).is_none() {
                let name = self.schema.field(position).name();
                return Err(TablesError::Data(format!("column {name} holds a value that is not of its type")));
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// The rows so far as a batch; the decoder is empty afterwards.
    pub fn finish(&mut self) -> Result<RecordBatch, TablesError> {
        let columns = self.columns.iter_mut().map(Column::finish).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(std::mem::take(&mut self.rows)));
        Ok(RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options)?)
    }
}

impl Column {
    fn new(data_type: &DataType, rows: usize) -> Result<Self, TablesError> {
        Ok(match data_type {
            DataType::Utf8 => Self::Text(StringBuilder::with_capacity(rows, rows * 16)),
            DataType::Int32 => Self::Int32(Int32Builder::with_capacity(rows)),
            DataType::Int64 => Self::Int64(Int64Builder::with_capacity(rows)),
            DataType::Float64 => Self::Float(Float64Builder::with_capacity(rows)),
            DataType::Decimal128(precision, scale) => Self::Decimal(
                Decimal128Builder::with_capacity(rows).with_precision_and_scale(*precision, *scale)?,
                scale.unsigned_abs(),
            ),
            DataType::Boolean => Self::Boolean(BooleanBuilder::with_capacity(rows)),
            DataType::Date32 => Self::Date(Date32Builder::with_capacity(rows)),
            DataType::Time32(TimeUnit::Second) => Self::Time(Time32SecondBuilder::with_capacity(rows)),
            DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) => {
                Self::Moment(TimestampMicrosecondBuilder::with_capacity(rows).with_timezone(Arc::clone(zone)))
            }
            DataType::FixedSizeBinary(16) => Self::Uuid(FixedSizeBinaryBuilder::with_capacity(rows, 16)),
            DataType::Binary => Self::Bytes(BinaryBuilder::with_capacity(rows, rows * 16)),
            other => return Err(TablesError::Internal(format!("no column of a table has the type {other}"))),
        })
    }

    /// Adds a cell; `None` where it is not of the column's type.
    fn push(&mut self, cell: Cell<'_>) -> Option<()> {
        if cell == Cell::Null {
            self.push_null();
            return Some(());
        }
        match self {
            Self::Text(b) => match cell {
                Cell::Text(text) => b.append_value(text),
                Cell::Json(text) => b.append_value(compact(text)),
                Cell::Integer(number) => b.append_value(number.to_string()),
                Cell::Real(number) => b.append_value(number.to_string()),
                _ => return None,
            },
            Self::Int32(b) => b.append_value(i32::try_from(integer(cell)?).ok()?),
            Self::Int64(b) => b.append_value(integer(cell)?),
            Self::Float(b) => b.append_value(number(cell)?),
            Self::Decimal(b, scale) => b.append_value(decimal(cell, *scale)?),
            Self::Boolean(b) => b.append_value(match cell {
                Cell::Boolean(truth) => truth,
                _ => integer(cell)? != 0,
            }),
            Self::Date(b) => b.append_value(match cell {
                Cell::Date(days) => days,
                _ => time::parse_date(text(cell)?)?.num_days_from_ce() - DAYS_TO_1970,
            }),
            Self::Time(b) => b.append_value(match cell {
                Cell::Time(seconds) => seconds,
                _ => seconds(time::parse_time(text(cell)?)?)?,
            }),
            Self::Moment(b) => b.append_value(match cell {
                Cell::Moment(micros) => micros,
                _ => micros(text(cell)?)?,
            }),
            Self::Uuid(b) => match cell {
                Cell::Uuid(id) => b.append_value(id.as_bytes()).ok()?,
                _ => b.append_value(Uuid::try_parse(text(cell)?).ok()?.as_bytes()).ok()?,
            },
            Self::Bytes(b) => match cell {
                Cell::Text(text) => b.append_value(text),
                Cell::Bytes(bytes) => b.append_value(bytes),
                _ => return None,
            },
        }
        Some(())
    }

    fn push_null(&mut self) {
        match self {
            Self::Text(b) => b.append_null(),
            Self::Int32(b) => b.append_null(),
            Self::Int64(b) => b.append_null(),
            Self::Float(b) => b.append_null(),
            Self::Decimal(b, _) => b.append_null(),
            Self::Boolean(b) => b.append_null(),
            Self::Date(b) => b.append_null(),
            Self::Time(b) => b.append_null(),
            Self::Moment(b) => b.append_null(),
            Self::Uuid(b) => b.append_null(),
            Self::Bytes(b) => b.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(b) => Arc::new(b.finish()),
            Self::Int32(b) => Arc::new(b.finish()),
            Self::Int64(b) => Arc::new(b.finish()),
            Self::Float(b) => Arc::new(b.finish()),
            Self::Decimal(b, _) => Arc::new(b.finish()),
            Self::Boolean(b) => Arc::new(b.finish()),
            Self::Date(b) => Arc::new(b.finish()),
            Self::Time(b) => Arc::new(b.finish()),
            Self::Moment(b) => Arc::new(b.finish()),
            Self::Uuid(b) => Arc::new(b.finish()),
            Self::Bytes(b) => Arc::new(b.finish()),
        }
    }
}

fn text(cell: Cell<'_>) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

fn integer(cell: Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Integer(number) => Some(number),
        _ => None,
    }
}

fn number(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Integer(number) => Some(number as f64),
        Cell::Real(number) => Some(number),
        _ => None,
    }
}

/// The digits of a decimal: exact where the database has such numbers; else a number up to 15 digits, where a float is
/// exact, or text above.
fn decimal(cell: Cell<'_>, scale: u8) -> Option<i128> {
    let widen = |digits: i128, by: u8| digits.checked_mul(10_i128.checked_pow(by.into())?);
    match cell {
        Cell::Decimal { digits, scale: has } => widen(digits, scale.checked_sub(has)?),
        Cell::Integer(number) => widen(number.into(), scale),
        Cell::Real(number) => Some((number * 10_f64.powi(scale.into())).round() as i128),
        Cell::Text(text) => {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            let missing = usize::from(scale).checked_sub(fraction.len())?;
            format!("{whole}{fraction}{}", "0".repeat(missing)).parse().ok()
        }
        _ => None,
    }
}

/// JSON without spaces between its parts.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    json.chars()
        .filter(|letter| {
            if escaped {
                escaped = false;
            } else if inside && *letter == '\\' {
                escaped = true;
            } else if *letter == '"' {
                inside = !inside;
            }
            inside || *letter != ' '
        })
        .collect()
}

fn seconds(time: NaiveTime) -> Option<i32> {
    i32::try_from(time.num_seconds_from_midnight()).ok()
}

/// Microseconds since 1970 of `YYYY-MM-DD HH:MM:SS[.ffffff]` in UTC.
fn micros(text: &str) -> Option<i64> {
    let date = time::parse_date(text.get(..10)?)?;
    let clock = text.get(10..)?.strip_prefix([' ', 'T'])?;
    let clock = time::parse_time(clock.strip_suffix('Z').unwrap_or(clock))?;
    Some(date.and_time(clock).and_utc().timestamp_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        let check = |value: Cell<'_>, scale: u8, expect: Option<i128>| {
            assert_eq!(decimal(value, scale), expect, "{value:?} with {scale}");
        };
        check(Cell::Real(0.07), 2, Some(7));
        check(Cell::Real(9_999_999_999_999.99), 2, Some(999_999_999_999_999));
        check(Cell::Real(-1.005), 3, Some(-1005));
        check(Cell::Integer(12), 2, Some(1200));
        check(Cell::Text("-12345678901234567890.5"), 2, Some(-1_234_567_890_123_456_789_050));
        check(Cell::Text("1.234"), 2, None);
        check(Cell::Text("x"), 2, None);
    }

    #[test]
    fn json_is_written_without_spaces() {
        let check = |given: &str, expect: &str| assert_eq!(compact(given), expect);
        check("{\"a b\": [1, null, \"c \\\" d\"]}", "{\"a b\":[1,null,\"c \\\" d\"]}");
        check("\" \\\\\" ", "\" \\\\\"");
    }

    #[test]
    fn moments_are_read_to_the_microsecond() {
        assert_eq!(micros("1970-01-01 00:00:01"), Some(1_000_000));
        assert_eq!(micros("1970-01-01 00:00:00.000001"), Some(1));
        assert_eq!(micros("1969-12-31 23:59:59.5"), Some(-500_000));
        assert_eq!(micros("1970-01-01"), None);
    }
}
