//! A column as numbers: values of numbers, moments in the steps of their type, lengths of texts and bytes.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType,
    TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};

/// What is measured of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measured {
    /// Its numbers.
    Value,
    /// Its moments.
    Moment,
    /// How long its values are: characters of texts, bytes of others.
    Length,
}

impl Measured {
    /// What is measured of a column of this type, if anything.
    pub(super) fn of(data_type: &DataType) -> Option<Self> {
        match data_type {
            DataType::Int32 | DataType::Int64 | DataType::Float64 | DataType::Decimal128(_, _) => Some(Self::Value),
            DataType::Date32 | DataType::Time32(_) | DataType::Timestamp(_, _) => Some(Self::Moment),
            DataType::Utf8 | DataType::Binary => Some(Self::Length),
            _ => None,
        }
    }
}

/// What is known exactly of values that are whole steps of their type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) least: i128,
    pub(super) most: i128,
    /// `None` where it does not fit.
    pub(super) sum: Option<i128>,
    first: i128,
    last: i128,
    /// Whether every value is above the one before it, so that no two are equal; never of lengths.
    pub(super) rising: bool,
}

impl Exact {
    /// The same of these values and those behind them.
    pub(super) fn merge(&mut self, next: &Self) {
        self.least = self.least.min(next.least);
        self.most = self.most.max(next.most);
        self.sum = self.sum.and_then(|sum| sum.checked_add(next.sum?));
        self.rising &= next.rising && self.last < next.first;
        self.last = next.last;
    }
}

/// Reads the values that are there as numbers, without nulls and what is no finite number. What is known exactly of
/// them, where they are whole steps.
pub(super) fn read(array: &ArrayRef, out: &mut Vec<f64>) -> Option<Exact> {
    out.clear();
    match array.data_type() {
        DataType::Int32 => steps::<Int32Type>(array, 1.0, out),
        DataType::Int64 => steps::<Int64Type>(array, 1.0, out),
        DataType::Float64 => {
            out.extend(array.as_primitive::<Float64Type>().iter().flatten().filter(|value| value.is_finite()));
            None
        }
        DataType::Decimal128(_, scale) => steps::<Decimal128Type>(array, 10_f64.powi(i32::from(*scale)), out),
        DataType::Date32 => steps::<Date32Type>(array, 1.0, out),
        DataType::Time32(TimeUnit::Second) => steps::<Time32SecondType>(array, 1.0, out),
        DataType::Timestamp(TimeUnit::Microsecond, _) => steps::<TimestampMicrosecondType>(array, 1.0, out),
        DataType::Utf8 => {
            let texts = array.as_string::<i32>();
            if texts.null_count() == 0 && texts.value_data().is_ascii() {
                // Bytes are characters then, and offsets tell them all.
                return lengths(texts.value_offsets().windows(2).map(|ends| i64::from(ends[1] - ends[0])), out);
            }
            lengths(texts.iter().flatten().map(|text| text.chars().count() as i64), out)
        }
        DataType::Binary => lengths(array.as_binary::<i32>().iter().flatten().map(|bytes| bytes.len() as i64), out),
        _ => None,
    }
}

/// A whole number of steps.
trait Step: Copy + Ord {
    fn wide(self) -> i128;
    fn number(self) -> f64;
}

impl Step for i32 {
    fn wide(self) -> i128 {
        self.into()
    }

    fn number(self) -> f64 {
        self.into()
    }
}

impl Step for i64 {
    fn wide(self) -> i128 {
        self.into()
    }

    fn number(self) -> f64 {
        self as f64
    }
}

impl Step for i128 {
    fn wide(self) -> i128 {
        self
    }

    fn number(self) -> f64 {
        // The conversion from 64 bits is one instruction, that from 128 a function.
        i64::try_from(self).map_or(self as f64, |narrow| narrow as f64)
    }
}

fn steps<T>(array: &ArrayRef, factor: f64, out: &mut Vec<f64>) -> Option<Exact>
where
    T: ArrowPrimitiveType,
    T::Native: Step,
{
    let column = array.as_primitive::<T>();
    match column.null_count() {
        0 => of(column.values().iter().copied(), factor, out),
        _ => of(column.iter().flatten(), factor, out),
    }
}

/// Lengths that rise say nothing of the values.
fn lengths(lengths: impl Iterator<Item = i64>, out: &mut Vec<f64>) -> Option<Exact> {
    of(lengths, 1.0, out).map(|exact| Exact { rising: false, ..exact })
}

fn of<N: Step>(mut values: impl Iterator<Item = N>, factor: f64, out: &mut Vec<f64>) -> Option<Exact> {
    let first = values.next()?;
    let (mut least, mut most, mut last, mut rising) = (first, first, first, true);
    let mut sum = Some(first.wide());
    out.push(first.number() / factor);
    for value in values {
        least = least.min(value);
        most = most.max(value);
        rising &= last < value;
        last = value;
        sum = sum.and_then(|sum| sum.checked_add(value.wide()));
        out.push(value.number() / factor);
    }
    Some(Exact { least: least.wide(), most: most.wide(), sum, first: first.wide(), last: last.wide(), rising })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{BinaryArray, Date32Array, Decimal128Array, Float64Array, Int64Array, StringArray};

    use super::*;

    fn check(array: ArrayRef, numbers: &[f64], exact: Option<(i128, i128, i128)>) {
        let mut out = vec![9.0];
        let found = read(&array, &mut out);
        assert_eq!(out, numbers);
        assert_eq!(found.map(|found| (found.least, found.most, found.sum.unwrap())), exact);
    }

    #[test]
    fn every_type_is_read_as_what_is_measured_of_it() {
        check(Arc::new(Int64Array::from(vec![Some(3), None, Some(-1)])), &[3.0, -1.0], Some((-1, 3, 2)));
        let decimals = Decimal128Array::from(vec![150, 25]).with_precision_and_scale(6, 2).unwrap();
        check(Arc::new(decimals), &[1.5, 0.25], Some((25, 150, 175)));
        check(Arc::new(Float64Array::from(vec![0.5, f64::NAN, f64::INFINITY])), &[0.5], None);
        check(Arc::new(Date32Array::from(vec![10, 20])), &[10.0, 20.0], Some((10, 20, 30)));
        check(Arc::new(StringArray::from(vec!["ab", "", "abc"])), &[2.0, 0.0, 3.0], Some((0, 3, 5)));
        check(Arc::new(StringArray::from(vec![Some("ñandú"), None])), &[5.0], Some((5, 5, 5)));
        check(Arc::new(BinaryArray::from(vec![&[1_u8, 2][..]])), &[2.0], Some((2, 2, 2)));
        check(Arc::new(Int64Array::from(vec![None::<i64>])), &[], None);
    }

    #[test]
    fn rising_values_are_told_from_others_also_over_parts() {
        let of = |values: Vec<i64>| read(&(Arc::new(Int64Array::from(values)) as ArrayRef), &mut Vec::new()).unwrap();
        let mut rising = of(vec![1, 2, 5]);
        rising.merge(&of(vec![6, 9]));
        assert!(rising.rising && (rising.least, rising.most, rising.sum) == (1, 9, Some(23)));
        rising.merge(&of(vec![9, 10]));
        assert!(!rising.rising);
        assert!(!of(vec![1, 1]).rising);
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none() {
        let large = Decimal128Array::from(vec![i128::MAX, 1]);
        assert_eq!(read(&(Arc::new(large) as ArrayRef), &mut Vec::new()).unwrap().sum, None);
    }
}
