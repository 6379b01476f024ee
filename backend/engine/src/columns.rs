//! A batch as typed columns, looked at once a chunk rather than once a cell.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, BinaryArray, BooleanArray, FixedSizeBinaryArray, RecordBatch, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};

use crate::output::OutputError;

/// One column of a batch.
pub struct Column<'a> {
    nulls: Option<&'a NullBuffer>,
    values: Values<'a>,
}

/// The values of a column, whatever nulls lie over them.
#[derive(Clone, Copy)]
pub enum Values<'a> {
    /// Text of any kind, JSON too.
    Text(&'a StringArray),
    /// Whole numbers of 32 bits.
    Int32(&'a [i32]),
    /// Whole numbers of 64 bits.
    Int64(&'a [i64]),
    /// Floating point numbers.
    Float(&'a [f64]),
    /// Unscaled values and their scale.
    Decimal(&'a [i128], u8),
    /// Truth values.
    Boolean(&'a BooleanArray),
    /// Days since 1970-01-01.
    Date(&'a [i32]),
    /// Seconds of the day.
    Time(&'a [i32]),
    /// Microseconds since 1970-01-01T00:00:00Z.
    Datetime(&'a [i64]),
    /// UUIDs, 16 bytes each.
    Uuid(&'a FixedSizeBinaryArray),
    /// Bytes.
    Binary(&'a BinaryArray),
}

impl<'a> Column<'a> {
    /// The columns of a batch, in order; an error where one is of a type that no field has.
    pub fn all(batch: &'a RecordBatch) -> Result<Vec<Self>, OutputError> {
        batch.columns().iter().map(|array| Self::of(array.as_ref())).collect()
    }

    /// One column; an error where it is of a type that no field has.
    pub fn of(array: &'a dyn Array) -> Result<Self, OutputError> {
        let values = match array.data_type() {
            DataType::Utf8 => Values::Text(array.as_string()),
            DataType::Int32 => Values::Int32(array.as_primitive::<Int32Type>().values()),
            DataType::Int64 => Values::Int64(array.as_primitive::<Int64Type>().values()),
            DataType::Float64 => Values::Float(array.as_primitive::<Float64Type>().values()),
            DataType::Decimal128(_, scale) => {
                let scale = u8::try_from(*scale).map_err(|_| unexpected(array))?;
                Values::Decimal(array.as_primitive::<Decimal128Type>().values(), scale)
            }
            DataType::Boolean => Values::Boolean(array.as_boolean()),
            DataType::Date32 => Values::Date(array.as_primitive::<Date32Type>().values()),
            DataType::Time32(TimeUnit::Second) => Values::Time(array.as_primitive::<Time32SecondType>().values()),
            DataType::Timestamp(TimeUnit::Microsecond, _) => {
                Values::Datetime(array.as_primitive::<TimestampMicrosecondType>().values())
            }
            DataType::FixedSizeBinary(16) => Values::Uuid(array.as_fixed_size_binary()),
            DataType::Binary => Values::Binary(array.as_binary()),
            _ => return Err(unexpected(array)),
        };
        Ok(Self { nulls: array.nulls(), values })
    }

    /// The values, those under nulls included.
    pub fn values(&self) -> Values<'a> {
        self.values
    }

    /// About how many bytes a cell takes as text, with what stands between it and the next: rather more than fewer.
    pub fn text_width(&self) -> usize {
        match self.values {
            Values::Text(texts) => average(texts.value_offsets()) + 3,
            Values::Int32(_) | Values::Date(_) | Values::Time(_) => 12,
            Values::Int64(_) | Values::Float(_) | Values::Decimal(..) => 20,
            Values::Boolean(_) => 6,
            Values::Datetime(_) => 22,
            Values::Uuid(_) => 37,
            Values::Binary(bytes) => average(bytes.value_offsets()) * 4 / 3 + 5,
        }
    }

    /// The values of one cell's column, or `None` where the cell is null.
    #[inline]
    pub fn at(&self, row: usize) -> Option<Values<'a>> {
        match self.nulls {
            Some(nulls) if nulls.is_null(row) => None,
            _ => Some(self.values),
        }
    }
}

/// Bytes of a value on average.
fn average(offsets: &[i32]) -> usize {
    let bytes = offsets[offsets.len() - 1] - offsets[0];
    bytes.unsigned_abs() as usize / (offsets.len() - 1).max(1)
}

fn unexpected(array: &dyn Array) -> OutputError {
    OutputError::Internal(format!("columns of the type {} can't be written as text", array.data_type()))
}
