//! Rows in the binary form of PostgreSQL's COPY. Done by the generating threads, so that the one thread that writes has
//! only to send.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use dmb_engine::output::{Encoded, Encoder, OutputError};

use crate::dialect::postgres::base_type;
use crate::session::{DAYS_TO_2000, MICROS_TO_2000};
use crate::shape::ColumnType;

/// What a stream of rows begins with: a signature, no flags, no extension.
const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// What it ends with, where a number of columns would stand.
const END: [u8; 2] = (-1_i16).to_be_bytes();
/// The length of a null.
const NULL: [u8; 4] = (-1_i32).to_be_bytes();

/// Turns chunks into streams of rows.
pub(super) struct CopyEncoder {
    types: Vec<ColumnType>,
}

/// The type of a column of a staging table: without lengths and digits, which the table itself checks.
pub(super) fn staged_type(column_type: ColumnType) -> &'static str {
    base_type(column_type)
}

impl CopyEncoder {
    pub fn new(types: Vec<ColumnType>) -> Self {
        Self { types }
    }
}

impl Encoder for CopyEncoder {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        if batch.num_columns() != self.types.len() {
            return Err(OutputError::Internal("a chunk has not the columns of its table".into()));
        }
        let pairs = batch.columns().iter().zip(&self.types);
        let columns: Vec<Column<'_>> =
            pairs.map(|(array, kind)| Column::new(array, *kind)).collect::<Result<_, _>>()?;
        let width =
            i16::try_from(columns.len()).map_err(|_| OutputError::Data("a table has too many columns".into()))?;
        let mut bytes = Vec::with_capacity(HEADER.len() + batch.get_array_memory_size() * 2 + END.len());
        bytes.extend_from_slice(HEADER);
        for row in 0..batch.num_rows() {
            bytes.extend_from_slice(&width.to_be_bytes());
            columns.iter().for_each(|column| column.push(row, &mut bytes));
        }
        bytes.extend_from_slice(&END);
        Ok(Encoded::Bytes { bytes, rows: batch.num_rows() as u64 })
    }
}

/// A column and how its cells are written.
struct Column<'a> {
    array: &'a ArrayRef,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    Text,
    Json,
    Int4,
    Int8,
    /// 32 bits that become 64.
    Wider,
    Float,
    Decimal(i8),
    Boolean,
    Date,
    Time,
    Moment,
    Uuid,
    Bytes,
}

impl<'a> Column<'a> {
    fn new(array: &'a ArrayRef, column_type: ColumnType) -> Result<Self, OutputError> {
        let form = match (array.data_type(), column_type) {
            (DataType::Utf8, ColumnType::Json) => Form::Json,
            (DataType::Utf8, ColumnType::Text { .. }) => Form::Text,
            (DataType::Int32, ColumnType::Integer) => Form::Int4,
            (DataType::Int32, ColumnType::BigInteger | ColumnType::Counter) => Form::Wider,
            (DataType::Int64, ColumnType::BigInteger | ColumnType::Counter) => Form::Int8,
            (DataType::Float64, ColumnType::Float) => Form::Float,
            (DataType::Decimal128(_, scale), ColumnType::Decimal { .. }) => Form::Decimal(*scale),
            (DataType::Boolean, ColumnType::Boolean) => Form::Boolean,
            (DataType::Date32, ColumnType::Date) => Form::Date,
            (DataType::Time32(TimeUnit::Second), ColumnType::Time) => Form::Time,
            (DataType::Timestamp(TimeUnit::Microsecond, _), ColumnType::Datetime) => Form::Moment,
            (DataType::FixedSizeBinary(16), ColumnType::Uuid) => Form::Uuid,
            (DataType::Binary, ColumnType::Binary) => Form::Bytes,
            (other, _) => {
                let words = format!("values of the type {other} don't fit a column of {column_type:?}");
                return Err(OutputError::Internal(words));
            }
        };
        Ok(Self { array, form })
    }

    fn push(&self, row: usize, bytes: &mut Vec<u8>) {
        let array = self.array;
        if array.is_null(row) {
            bytes.extend_from_slice(&NULL);
            return;
        }
        match self.form {
            Form::Text => push(bytes, array.as_string::<i32>().value(row).as_bytes()),
            Form::Json => {
                let text = array.as_string::<i32>().value(row);
                bytes.extend_from_slice(&length(text.len() + 1));
                bytes.push(1);
                bytes.extend_from_slice(text.as_bytes());
            }
            Form::Int4 => push(bytes, &array.as_primitive::<Int32Type>().value(row).to_be_bytes()),
            Form::Int8 => push(bytes, &array.as_primitive::<Int64Type>().value(row).to_be_bytes()),
            Form::Wider => push(bytes, &i64::from(array.as_primitive::<Int32Type>().value(row)).to_be_bytes()),
            Form::Float => push(bytes, &array.as_primitive::<Float64Type>().value(row).to_be_bytes()),
            Form::Decimal(scale) => decimal(bytes, array.as_primitive::<Decimal128Type>().value(row), scale),
            Form::Boolean => push(bytes, &[u8::from(array.as_boolean().value(row))]),
            Form::Date => {
                push(bytes, &(array.as_primitive::<Date32Type>().value(row) - DAYS_TO_2000).to_be_bytes());
            }
            Form::Time => {
                let micros = i64::from(array.as_primitive::<Time32SecondType>().value(row)) * 1_000_000;
                push(bytes, &micros.to_be_bytes());
            }
            Form::Moment => {
                let micros = array.as_primitive::<TimestampMicrosecondType>().value(row) - MICROS_TO_2000;
                push(bytes, &micros.to_be_bytes());
            }
            Form::Uuid => push(bytes, array.as_fixed_size_binary().value(row)),
            Form::Bytes => push(bytes, array.as_binary::<i32>().value(row)),
        }
    }
}

/// A length as it stands before a value; none comes near the limit, as a chunk is far smaller.
fn length(bytes: usize) -> [u8; 4] {
    i32::try_from(bytes).unwrap_or(i32::MAX).to_be_bytes()
}

fn push(bytes: &mut Vec<u8>, value: &[u8]) {
    bytes.extend_from_slice(&length(value.len()));
    bytes.extend_from_slice(value);
}

/// Groups of four digits, the first being the most significant; the point stands between two groups.
fn decimal(bytes: &mut Vec<u8>, value: i128, scale: i8) {
    const GROUP: u128 = 10_000;
    let scale = u32::from(scale.unsigned_abs());
    // Digits behind the point are filled up to whole groups.
    let behind = scale.div_ceil(4);
    let power = 10_u128.pow(scale);
    let mut whole = value.unsigned_abs() / power;
    let mut fraction = value.unsigned_abs() % power;
    let mut groups = [0_i16; 24];
    let mut first = groups.len();
    for group in 0..behind {
        // The last group may have fewer digits of its own; zeros fill it up.
        let own = if group == 0 { scale - 4 * (behind - 1) } else { 4 };
        let part = 10_u128.pow(own);
        first -= 1;
        groups[first] = (fraction % part * 10_u128.pow(4 - own)) as i16;
        fraction /= part;
    }
    while whole > 0 {
        first -= 1;
        groups[first] = (whole % GROUP) as i16;
        whole /= GROUP;
    }
    let used = &groups[first..];
    let weight = used.len() as i16 - behind as i16 - 1;
    let sign: u16 = if value < 0 { 0x4000 } else { 0 };
    bytes.extend_from_slice(&length(8 + used.len() * 2));
    bytes.extend_from_slice(&(used.len() as i16).to_be_bytes());
    bytes.extend_from_slice(&weight.to_be_bytes());
    bytes.extend_from_slice(&sign.to_be_bytes());
    bytes.extend_from_slice(&(scale as u16).to_be_bytes());
    used.iter().for_each(|group| bytes.extend_from_slice(&group.to_be_bytes()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_groups_of_four_digits() {
        let check = |value: i128, scale: i8, words: &[i16]| {
            let mut bytes = Vec::new();
            decimal(&mut bytes, value, scale);
            let expect: Vec<u8> = words.iter().flat_map(|w| w.to_be_bytes()).collect();
            assert_eq!(bytes[..4], (expect.len() as i32).to_be_bytes());
            assert_eq!(bytes[4..], expect, "{value} with {scale}");
        };
        check(0, 2, &[1, -1, 0, 2, 0]);
        check(-1234, 2, &[2, 0, 0x4000, 2, 12, 3400]);
        check(5, 4, &[1, -1, 0, 4, 5]);
        check(30_000, 0, &[2, 1, 0, 0, 3, 0]);
        check(1, 5, &[2, -1, 0, 5, 0, 1000]);
        let widest = 10_i128.pow(38) - 1;
        check(widest, 38, &[10, -1, 0, 38, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9900]);
    }
}
