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

/// The columns' values in turns: the value of row `n` is the next one of the part `from[n]`. Parts are of one type, and
/// each has as many values as it is named.
pub(crate) fn merge(parts: &[ArrayRef], from: &[u16]) -> Result<ArrayRef, EngineError> {
    if let Some(whole) = parts.iter().find(|part| part.len() == from.len()) {
        return Ok(Arc::clone(whole));
    }
    let mut next = vec![0; parts.len()];
    let turn = |part: &u16| {
        let part = usize::from(*part);
        next[part] += 1;
        (part, next[part] - 1)
    };
    interleave(parts, &from.iter().map(turn).collect::<Vec<_>>())
}

/// The column with the values of `patch` at these places; there is one value for each.
pub(crate) fn put(array: &ArrayRef, places: &[u64], patch: &ArrayRef) -> Result<ArrayRef, EngineError> {
    let mut turns: Vec<(usize, usize)> = (0..array.len()).map(|at| (0, at)).collect();
    places.iter().enumerate().for_each(|(n, at)| turns[*at as usize] = (1, n));
    interleave(&[Arc::clone(array), Arc::clone(patch)], &turns)
}

/// The values that `turns` name by part and place, in that order. Parts are of one type.
fn interleave(parts: &[ArrayRef], turns: &[(usize, usize)]) -> Result<ArrayRef, EngineError> {
    let Some(first) = parts.first() else { return Err(EngineError::fill("there is nothing to take values from")) };
    Ok(by_type!(first, primitive: interleave_primitive(parts, turns),
        DataType::Utf8 => {
            let texts: Vec<&StringArray> = parts.iter().map(|part| part.as_string()).collect();
            let bytes = texts.iter().map(|part| part.value_data().len()).sum();
            let mut out = StringBuilder::with_capacity(turns.len(), bytes);
            turns.iter().for_each(|(part, at)| out.append_option(texts[*part].is_valid(*at).then(|| texts[*part].value(*at))));
            Arc::new(out.finish())
        },
        DataType::Binary => {
            let all: Vec<&BinaryArray> = parts.iter().map(|part| part.as_binary()).collect();
            let mut out = BinaryBuilder::with_capacity(turns.len(), turns.len() * 8);
            turns.iter().for_each(|(part, at)| out.append_option(all[*part].is_valid(*at).then(|| all[*part].value(*at))));
            Arc::new(out.finish())
        },
        DataType::Boolean => {
            let all: Vec<&BooleanArray> = parts.iter().map(|part| part.as_boolean()).collect();
            let value = |(part, at): &(usize, usize)| all[*part].is_valid(*at).then(|| all[*part].value(*at));
            Arc::new(turns.iter().map(value).collect::<BooleanArray>())
        },
        DataType::FixedSizeBinary(width) => {
            let mut out = FixedSizeBinaryBuilder::with_capacity(turns.len(), *width);
            for &(part, at) in turns {
                let bytes = parts[part].as_fixed_size_binary();
                if bytes.is_valid(at) { out.append_value(bytes.value(at))? } else { out.append_null() }
            }
            Arc::new(out.finish())
        },
        other => return Err(unknown(other)),
    ))
}

fn interleave_primitive<T: ArrowPrimitiveType>(
    first: &ArrayRef,
    parts: &[ArrayRef],
    turns: &[(usize, usize)],
) -> ArrayRef {
    let parts: Vec<&PrimitiveArray<T>> = parts.iter().map(|part| part.as_primitive::<T>()).collect();
    let merged: PrimitiveArray<T> = if parts.iter().all(|part| part.null_count() == 0) {
        PrimitiveArray::from_iter_values(turns.iter().map(|(part, at)| parts[*part].value(*at)))
    } else {
        turns.iter().map(|(part, at)| parts[*part].is_valid(*at).then(|| parts[*part].value(*at))).collect()
    };
    Arc::new(merged.with_data_type(first.data_type().clone()))
}

/// An error where a generator's values are not as many as the rows, or not of the type they must have.
pub(crate) fn check_form(made: &ArrayRef, generator: &str, due: &DataType, rows: usize) -> Result<(), EngineError> {
    if made.len() != rows {
        return Err(EngineError::fill(format!("{generator} made {} values for {rows} rows", made.len())));
    }
    if made.data_type() != due {
        return Err(EngineError::fill(format!("{generator} made {} where {due} is due", made.data_type())));
    }
    Ok(())
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
    fn parts_are_merged_in_turns() {
        for array in columns() {
            let parts = [array.slice(0, 2), array.slice(2, 1), array.slice(0, 0)];
            let merged = merge(&parts, &[0, 1, 0]).unwrap();
            assert_eq!(merged.data_type(), array.data_type());
            for (at, from) in [0, 2, 1].into_iter().enumerate() {
                assert_eq!(&merged.slice(at, 1), &array.slice(from, 1));
            }
            assert_eq!(&merge(&[array.slice(0, 0), array.clone()], &[1, 1, 1]).unwrap(), &array);
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
