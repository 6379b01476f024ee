//! The few operations on whole columns that the plan and generators need, for the Arrow types that fields have.

use std::sync::Arc;

use arrow_array::builder::{BinaryBuilder, BooleanBuilder, FixedSizeBinaryBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType,
    TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef, BinaryArray, BooleanArray, FixedSizeBinaryArray, PrimitiveArray, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};

use crate::generator::EngineError;
use crate::generators::support::text::TextColumn;

/// Calls a generic function with the Arrow primitive type of a column, or gives the other arms.
macro_rules! by_type {
    ($array:expr, primitive: $call:ident ( $($arg:expr),* ), $($pattern:pat => $value:expr),+ $(,)?) => {
        match $array.data_type() {
            DataType::Int32 => $call::<Int32Type>($array, $($arg),*),
            DataType::Int64 => $call::<Int64Type>($array, $($arg),*),
            DataType::Float64 => $call::<Float64Type>($array, $($arg),*),
            DataType::Decimal128(_, _) => $call::<Decimal128Type>($array, $($arg),*),
            DataType::Date32 => $call::<Date32Type>($array, $($arg),*),
            DataType::Time32(TimeUnit::Second) => $call::<Time32SecondType>($array, $($arg),*),
            DataType::Timestamp(TimeUnit::Microsecond, _) => $call::<TimestampMicrosecondType>($array, $($arg),*),
            $($pattern => $value),+
        }
    };
}

/// The column with these further nulls (`false` in the buffer is null).
pub(crate) fn with_nulls(array: &ArrayRef, nulls: &NullBuffer) -> Result<ArrayRef, EngineError> {
    if nulls.null_count() == 0 {
        return Ok(Arc::clone(array));
    }
    let all = NullBuffer::union(array.nulls(), Some(nulls));
    Ok(by_type!(array, primitive: primitive_with_nulls(all),
        DataType::Utf8 => {
            let text = array.as_string::<i32>();
            Arc::new(StringArray::try_new(text.offsets().clone(), text.values().clone(), all)?)
        },
        DataType::Binary => {
            let bytes = array.as_binary::<i32>();
            Arc::new(BinaryArray::try_new(bytes.offsets().clone(), bytes.values().clone(), all)?)
        },
        DataType::Boolean => Arc::new(BooleanArray::new(array.as_boolean().values().clone(), all)),
        DataType::FixedSizeBinary(width) => {
            let values = array.as_fixed_size_binary().values().clone();
            Arc::new(FixedSizeBinaryArray::try_new(*width, values, all)?)
        },
        other => return Err(unknown(other)),
    ))
}

fn primitive_with_nulls<T: ArrowPrimitiveType>(array: &ArrayRef, nulls: Option<NullBuffer>) -> ArrayRef {
    let old = array.as_primitive::<T>();
    Arc::new(PrimitiveArray::<T>::new(old.values().clone(), nulls).with_data_type(old.data_type().clone()))
}

/// The values at these places; places must be within the column.
pub(crate) fn take(array: &ArrayRef, places: &[u64]) -> Result<ArrayRef, EngineError> {
    Ok(by_type!(array, primitive: take_primitive(places),
        DataType::Utf8 => take_text(array.as_string(), places)?,
        DataType::Binary => {
            let (bytes, mut out) = (array.as_binary::<i32>(), BinaryBuilder::with_capacity(places.len(), places.len() * 8));
            places.iter().for_each(|&at| out.append_option(bytes.is_valid(at as usize).then(|| bytes.value(at as usize))));
            Arc::new(out.finish())
        },
        DataType::Boolean => {
            let (bits, mut out) = (array.as_boolean(), BooleanBuilder::with_capacity(places.len()));
            places.iter().for_each(|&at| out.append_option(bits.is_valid(at as usize).then(|| bits.value(at as usize))));
            Arc::new(out.finish())
        },
        DataType::FixedSizeBinary(width) => {
            let (bytes, mut out) = (array.as_fixed_size_binary(), FixedSizeBinaryBuilder::with_capacity(places.len(), *width));
            for &at in places {
                if bytes.is_valid(at as usize) { out.append_value(bytes.value(at as usize))? } else { out.append_null() }
            }
            Arc::new(out.finish())
        },
        other => return Err(unknown(other)),
    ))
}

fn take_primitive<T: ArrowPrimitiveType>(array: &ArrayRef, places: &[u64]) -> ArrayRef {
    let old = array.as_primitive::<T>();
    let taken: PrimitiveArray<T> = if old.null_count() == 0 {
        PrimitiveArray::from_iter_values(places.iter().map(|at| old.value(*at as usize)))
    } else {
        places.iter().map(|at| old.is_valid(*at as usize).then(|| old.value(*at as usize))).collect()
    };
    Arc::new(taken.with_data_type(old.data_type().clone()))
}

fn take_text(texts: &StringArray, places: &[u64]) -> Result<ArrayRef, EngineError> {
    let average = texts.value_data().len() / texts.len().max(1) + 2;
    if texts.null_count() > 0 {
        let mut out = StringBuilder::with_capacity(places.len(), places.len() * average);
        places.iter().for_each(|&at| out.append_option(texts.is_valid(at as usize).then(|| texts.value(at as usize))));
        return Ok(Arc::new(out.finish()));
    }
    let mut out = TextColumn::new(places.len(), average, None);
    for &at in places {
        out.push(texts.value(at as usize));
        out.end();
    }
    out.finish()
}

/// The column with the values of `patch` at these places, which ascend; there is one value for each.
pub(crate) fn put(array: &ArrayRef, places: &[u64], patch: &ArrayRef) -> Result<ArrayRef, EngineError> {
    Ok(by_type!(array, primitive: put_primitive(places, patch),
        DataType::Utf8 => {
            let (old, new) = (array.as_string::<i32>(), patch.as_string::<i32>());
            let bytes = old.value_data().len() + new.value_data().len();
            let mut out = StringBuilder::with_capacity(old.len(), bytes);
            each(old.len(), places, |from| match from {
                From::Old(at) => out.append_option(old.is_valid(at).then(|| old.value(at))),
                From::New(at) => out.append_option(new.is_valid(at).then(|| new.value(at))),
            });
            Arc::new(out.finish())
        },
        DataType::Binary => {
            let (old, new) = (array.as_binary::<i32>(), patch.as_binary::<i32>());
            let mut out = BinaryBuilder::with_capacity(old.len(), old.value_data().len() + new.value_data().len());
            each(old.len(), places, |from| match from {
                From::Old(at) => out.append_option(old.is_valid(at).then(|| old.value(at))),
                From::New(at) => out.append_option(new.is_valid(at).then(|| new.value(at))),
            });
            Arc::new(out.finish())
        },
        DataType::Boolean => {
            let (old, new) = (array.as_boolean(), patch.as_boolean());
            let mut out = BooleanBuilder::with_capacity(old.len());
            each(old.len(), places, |from| match from {
                From::Old(at) => out.append_option(old.is_valid(at).then(|| old.value(at))),
                From::New(at) => out.append_option(new.is_valid(at).then(|| new.value(at))),
            });
            Arc::new(out.finish())
        },
        DataType::FixedSizeBinary(width) => {
            let (old, new) = (array.as_fixed_size_binary(), patch.as_fixed_size_binary());
            let mut bytes = old.values().to_vec();
            let width = *width as usize;
            for (&at, value) in places.iter().zip(new.iter()) {
                bytes[at as usize * width..][..width].copy_from_slice(value.unwrap_or(&vec![0; width]));
            }
            Arc::new(FixedSizeBinaryArray::try_new(width as i32, bytes.into(), put_nulls(array, places, patch))?)
        },
        other => return Err(unknown(other)),
    ))
}

/// Where a value of a patched column comes from.
enum From {
    Old(usize),
    New(usize),
}

fn each(len: usize, places: &[u64], mut take: impl FnMut(From)) {
    let mut next = 0;
    for at in 0..len {
        if places.get(next) == Some(&(at as u64)) {
            take(From::New(next));
            next += 1;
        } else {
            take(From::Old(at));
        }
    }
}

fn put_primitive<T: ArrowPrimitiveType>(array: &ArrayRef, places: &[u64], patch: &ArrayRef) -> ArrayRef {
    let (old, new) = (array.as_primitive::<T>(), patch.as_primitive::<T>());
    let mut values = old.values().to_vec();
    places.iter().zip(new.values()).for_each(|(&at, value)| values[at as usize] = *value);
    let nulls = put_nulls(array, places, patch);
    Arc::new(PrimitiveArray::<T>::new(values.into(), nulls).with_data_type(old.data_type().clone()))
}

fn put_nulls(array: &ArrayRef, places: &[u64], patch: &ArrayRef) -> Option<NullBuffer> {
    if array.null_count() + patch.null_count() == 0 {
        return None;
    }
    let mut valid: Vec<bool> = (0..array.len()).map(|at| array.is_valid(at)).collect();
    places.iter().enumerate().for_each(|(n, &at)| valid[at as usize] = patch.is_valid(n));
    Some(NullBuffer::from(valid))
}

fn unknown(data_type: &DataType) -> EngineError {
    EngineError::fill(format!("columns of {data_type} are not known here"))
}

#[cfg(test)]
mod tests {
    use arrow_array::{Decimal128Array, Int32Array, TimestampMicrosecondArray};

    use super::*;

    fn columns() -> Vec<ArrayRef> {
        let uuids = FixedSizeBinaryArray::try_from_iter([[1_u8; 16], [2; 16], [3; 16]].into_iter()).unwrap();
        vec![
            Arc::new(Int32Array::from(vec![Some(1), None, Some(3)])),
            Arc::new(Decimal128Array::from(vec![1, 2, 3]).with_precision_and_scale(5, 2).unwrap()),
            Arc::new(TimestampMicrosecondArray::from(vec![1, 2, 3]).with_timezone("UTC")),
            Arc::new(StringArray::from(vec!["a", "ñ", ""])),
            Arc::new(BinaryArray::from(vec![&[1_u8][..], &[], &[2, 3]])),
            Arc::new(BooleanArray::from(vec![true, false, true])),
            Arc::new(uuids),
        ]
    }

    #[test]
    fn nulls_are_added_to_those_there_and_the_type_stays() {
        let nulls = NullBuffer::from(vec![true, true, false]);
        for array in columns() {
            let masked = with_nulls(&array, &nulls).unwrap();
            assert_eq!(masked.data_type(), array.data_type());
            assert_eq!((masked.is_null(0), masked.is_null(2)), (false, true));
            assert_eq!(masked.is_null(1), array.is_null(1));
            assert_eq!(&masked.slice(0, 1), &array.slice(0, 1));
        }
    }

    #[test]
    fn a_patch_changes_its_places_and_no_others() {
        for array in columns() {
            let patch = take(&array, &[2, 1]).unwrap();
            let put = put(&array, &[0, 2], &patch).unwrap();
            assert_eq!(put.data_type(), array.data_type());
            for (at, from) in [2, 1, 1].into_iter().enumerate() {
                assert_eq!(&put.slice(at, 1), &array.slice(from, 1));
            }
            let nothing = arrow_array::new_null_array(array.data_type(), 1);
            let emptied = super::put(&array, &[1], &nothing).unwrap();
            assert!(emptied.is_null(1) && emptied.is_valid(0) && emptied.is_valid(2));
        }
    }

    #[test]
    fn places_may_repeat_and_come_in_any_order() {
        for array in columns() {
            let taken = take(&array, &[2, 0, 0, 1]).unwrap();
            assert_eq!(taken.data_type(), array.data_type());
            for (at, from) in [2, 0, 0, 1].into_iter().enumerate() {
                assert_eq!(&taken.slice(at, 1), &array.slice(from, 1));
            }
        }
    }
}
