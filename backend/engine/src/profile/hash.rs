//! A number for each value of a column: the same for equal values, in every run, on every machine.
//!
//! Numbers are mixed by [`mix`]; bytes are folded eight at a time by a multiplication to 128 bits whose halves are
//! combined, as wyhash does (Wang Yi, 2019). What comes of it is good enough to count by, not to keep secrets by.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType,
    TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};

use crate::stream::mix;

const FOLD: u64 = 0xA076_1D64_78BD_642F;
const START: u64 = 0xE703_7ED1_A0B4_28DB;

/// The hash of every value, in row order; of nulls it is anything.
pub(super) fn column(array: &ArrayRef, out: &mut Vec<u64>) {
    out.clear();
    match array.data_type() {
        DataType::Int32 => primitive::<Int32Type>(array, out, |v| v as u64),
        DataType::Int64 => primitive::<Int64Type>(array, out, |v| v as u64),
        // Both zeros are one number.
        DataType::Float64 => primitive::<Float64Type>(array, out, |v| (v + 0.0).to_bits()),
        DataType::Decimal128(_, _) => primitive::<Decimal128Type>(array, out, |v| v as u64 ^ mix((v >> 64) as u64)),
        DataType::Date32 => primitive::<Date32Type>(array, out, |v| v as u64),
        DataType::Time32(TimeUnit::Second) => primitive::<Time32SecondType>(array, out, |v| v as u64),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            primitive::<TimestampMicrosecondType>(array, out, |v| v as u64);
        }
        DataType::Boolean => out.extend(array.as_boolean().values().iter().map(|bit| mix(u64::from(bit)))),
        DataType::Utf8 => {
            let texts = array.as_string::<i32>();
            out.extend(slices(texts.value_data(), texts.value_offsets()).map(bytes));
        }
        DataType::Binary => {
            let all = array.as_binary::<i32>();
            out.extend(slices(all.value_data(), all.value_offsets()).map(bytes));
        }
        DataType::FixedSizeBinary(_) => {
            let all = array.as_fixed_size_binary();
            out.extend((0..all.len()).map(|row| bytes(all.value(row))));
        }
        // No field has another type (see `types::data_type`).
        _ => out.resize(array.len(), 0),
    }
}

/// Two hashes as one, for keys of several columns.
pub(super) fn both(first: u64, second: u64) -> u64 {
    mix(first.wrapping_mul(3) ^ second)
}

fn primitive<T: ArrowPrimitiveType>(array: &ArrayRef, out: &mut Vec<u64>, bits: impl Fn(T::Native) -> u64) {
    out.extend(array.as_primitive::<T>().values().iter().map(|value| mix(bits(*value).wrapping_add(START))));
}

fn slices<'a>(data: &'a [u8], offsets: &'a [i32]) -> impl Iterator<Item = &'a [u8]> {
    offsets.windows(2).map(|ends| &data[ends[0] as usize..ends[1] as usize])
}

fn bytes(value: &[u8]) -> u64 {
    let (words, rest) = value.as_chunks::<8>();
    let mut state = START ^ value.len() as u64;
    for word in words {
        state = fold(state ^ u64::from_le_bytes(*word), FOLD);
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(fold(state ^ u64::from_le_bytes(last), FOLD))
}

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use arrow_array::{Decimal128Array, Float64Array, StringArray};

    use super::*;

    fn hashes(array: ArrayRef) -> Vec<u64> {
        let mut out = Vec::new();
        column(&array, &mut out);
        out
    }

    #[test]
    fn equal_values_have_equal_hashes_and_others_do_not() {
        let texts = hashes(Arc::new(StringArray::from(vec!["", "a", "a\0", "abcdefgh", "abcdefg", "a"])));
        assert_eq!(texts[1], texts[5]);
        assert_eq!(texts.iter().collect::<HashSet<_>>().len(), 5);
        assert_eq!(
            hashes(Arc::new(Float64Array::from(vec![0.0])))[0],
            hashes(Arc::new(Float64Array::from(vec![-0.0])))[0]
        );
        let decimals = hashes(Arc::new(Decimal128Array::from(vec![1, -1, 1 << 64, 1 << 65])));
        assert_eq!(decimals.iter().collect::<HashSet<_>>().len(), 4);
    }

    #[test]
    fn a_slice_of_a_column_hashes_its_own_values() {
        let whole: ArrayRef = Arc::new(StringArray::from(vec!["x", "yy", "zzz"]));
        assert_eq!(hashes(whole.slice(1, 2)), hashes(whole)[1..]);
    }
}
