//! Constraints on values, whatever generator made them: what is too long is cut, what is out of range is moved to the
//! nearest bound, and what can't be mended is told.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use arrow_array::builder::{BinaryBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType,
    TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDate, Timelike, Utc};
use dmb_spec::{Field, FieldType, time};
use regex::Regex;
use serde_json::Value;

use crate::generator::EngineError;
use crate::generators::support::steps::NumberKind;

/// Characters of a string field that states no length.
const STRING_LENGTH: u32 = 255;

/// The constraints of one column.
pub(crate) struct Guard {
    nullable: bool,
    unique: bool,
    lengths: (u32, u32),
    pattern: Option<Regex>,
    choices: Option<HashSet<String>>,
    range: Range,
}

/// Bounds in the column's own type.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Range {
    None,
    Int32(Limits<i32>),
    Int64(Limits<i64>),
    Float(Limits<f64>),
    Decimal(Limits<i128>),
    Date(Limits<i32>),
    Time(Limits<i32>),
    Moment(Limits<i64>),
}

type Limits<T> = (Option<T>, Option<T>);

/// How many values of a column break its constraints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    /// Values that are not null.
    pub values: usize,
    pub nulls: usize,
    pub too_short: usize,
    pub too_long: usize,
    pub below: usize,
    pub above: usize,
    pub off_pattern: usize,
    pub not_a_choice: usize,
    /// A value that breaks the pattern, the choices or the least length.
    pub example: Option<String>,
}

impl Guard {
    /// The constraints of `field`, whose column has this Arrow type; moments count from `as_of`.
    pub(crate) fn new(field: &Field, unique: bool, data_type: &DataType, as_of: DateTime<Utc>) -> Self {
        let constraints = &field.constraints;
        let longest = match field.field_type {
            FieldType::String => constraints.max_length.unwrap_or(STRING_LENGTH),
            _ => constraints.max_length.unwrap_or(u32::MAX),
        };
        // Validation has refused patterns that are none.
        let pattern = constraints.pattern.as_ref().and_then(|p| Regex::new(&format!("^(?:{p})$")).ok());
        Self {
            nullable: field.nullable,
            unique,
            lengths: (constraints.min_length.unwrap_or(0), longest),
            pattern,
            choices: constraints.choices.as_ref().map(|choices| choices.iter().cloned().collect()),
            range: Range::new(field, data_type, as_of),
        }
    }

    /// The column as the constraints want it, or why it can't be had: a null or, in a unique column, a value that would
    /// have to be changed.
    pub(crate) fn mend(&self, array: &ArrayRef) -> Result<ArrayRef, EngineError> {
        if !self.nullable && array.null_count() > 0 {
            let (nulls, rows) = (array.null_count(), array.len());
            return Err(EngineError::fill(format!("{nulls} of {rows} values are null, but the field is required")));
        }
        let mended = match self.range {
            Range::None => self.cut(array),
            Range::Int32(limits) => clamp::<Int32Type>(array, limits),
            Range::Int64(limits) => clamp::<Int64Type>(array, limits),
            Range::Float(limits) => clamp::<Float64Type>(array, limits),
            Range::Decimal(limits) => clamp::<Decimal128Type>(array, limits),
            Range::Date(limits) => clamp::<Date32Type>(array, limits),
            Range::Time(limits) => clamp::<Time32SecondType>(array, limits),
            Range::Moment(limits) => clamp::<TimestampMicrosecondType>(array, limits),
        };
        match mended {
            None => Ok(Arc::clone(array)),
            Some(_) if self.unique => {
                Err(EngineError::fill("values break the field's limits, and a unique field's can't be changed"))
            }
            Some(mended) => Ok(mended),
        }
    }

    /// Whether no value is below or above what the field allows.
    pub(crate) fn is_within(&self, array: &ArrayRef) -> bool {
        self.range.outside(array) == (0, 0)
    }

    /// Counts what breaks the constraints.
    pub(crate) fn inspect(&self, array: &ArrayRef) -> Findings {
        let nulls = array.null_count();
        let mut found = Findings { values: array.len() - nulls, nulls, ..Findings::default() };
        match array.data_type() {
            DataType::Utf8 => {
                array.as_string::<i32>().iter().flatten().for_each(|text| self.inspect_text(text, &mut found))
            }
            DataType::Binary => {
                let lengths = array.as_binary::<i32>().iter().flatten().map(|bytes| bytes.len() as u64);
                lengths.for_each(|length| self.inspect_length(length, &mut found));
            }
            _ => (found.below, found.above) = self.range.outside(array),
        }
        found
    }

    fn inspect_text(&self, text: &str, found: &mut Findings) {
        self.inspect_length(text.chars().count() as u64, found);
        let off_pattern = self.pattern.as_ref().is_some_and(|pattern| !pattern.is_match(text));
        let stranger = self.choices.as_ref().is_some_and(|choices| !choices.contains(text));
        found.off_pattern += usize::from(off_pattern);
        found.not_a_choice += usize::from(stranger);
        let short = text.chars().count() < self.lengths.0 as usize;
        if (off_pattern || stranger || short) && found.example.is_none() {
            found.example = Some(text.chars().take(60).collect());
        }
    }

    fn inspect_length(&self, length: u64, found: &mut Findings) {
        found.too_short += usize::from(length < u64::from(self.lengths.0));
        found.too_long += usize::from(length > u64::from(self.lengths.1));
    }

    /// Text and bytes cut to their greatest length; `None` where nothing was too long.
    fn cut(&self, array: &ArrayRef) -> Option<ArrayRef> {
        let limit = self.lengths.1 as usize;
        if limit == u32::MAX as usize {
            return None;
        }
        match array.data_type() {
            DataType::Utf8 => {
                let texts = array.as_string::<i32>();
                // Bytes are at least as many as characters: most columns are settled by their offsets alone.
                let wide = texts.offsets().windows(2).any(|w| (w[1] - w[0]) as usize > limit);
                let long = |text: &str| text.len() > limit && text.chars().nth(limit).is_some();
                if !wide || !texts.iter().flatten().any(long) {
                    return None;
                }
                let mut out = StringBuilder::with_capacity(texts.len(), texts.values().len());
                texts.iter().for_each(|text| out.append_option(text.map(|text| first_chars(text, limit))));
                Some(Arc::new(out.finish()))
            }
            DataType::Binary => {
                let all = array.as_binary::<i32>();
                if !all.offsets().windows(2).any(|w| (w[1] - w[0]) as usize > limit) {
                    return None;
                }
                let mut out = BinaryBuilder::with_capacity(all.len(), all.values().len());
                all.iter().for_each(|bytes| out.append_option(bytes.map(|bytes| &bytes[..bytes.len().min(limit)])));
                Some(Arc::new(out.finish()))
            }
            _ => None,
        }
    }
}

fn first_chars(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).map_or(text, |(end, _)| &text[..end])
}

impl Range {
    fn new(field: &Field, data_type: &DataType, as_of: DateTime<Utc>) -> Self {
        let (min, max) = (field.constraints.min.as_ref(), field.constraints.max.as_ref());
        if min.is_none() && max.is_none() {
            return Self::None;
        }
        let steps = |value: Option<&Value>, up| NumberKind::of(data_type)?.bound(value?, up);
        let moment = |value: Option<&Value>| Some(time::parse_moment(value?.as_str()?)?.resolve(as_of));
        let day = |value| moment(value).map(|m| (m.date_naive() - NaiveDate::default()).num_days() as i32);
        let second =
            |value: Option<&Value>| Some(time::parse_time(value?.as_str()?)?.num_seconds_from_midnight() as i32);
        match data_type {
            DataType::Int32 => {
                let whole = |value, up| steps(value, up).map(|s| s.clamp(i32::MIN.into(), i32::MAX.into()) as i32);
                Self::Int32((whole(min, true), whole(max, false)))
            }
            DataType::Int64 => {
                let whole = |value, up| steps(value, up).map(|s| s.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
                Self::Int64((whole(min, true), whole(max, false)))
            }
            DataType::Float64 => Self::Float((min.and_then(Value::as_f64), max.and_then(Value::as_f64))),
            DataType::Decimal128(_, _) => Self::Decimal((steps(min, true), steps(max, false))),
            DataType::Date32 => Self::Date((day(min), day(max))),
            DataType::Time32(TimeUnit::Second) => Self::Time((second(min), second(max))),
            DataType::Timestamp(TimeUnit::Microsecond, _) => {
                Self::Moment((moment(min).map(|m| m.timestamp_micros()), moment(max).map(|m| m.timestamp_micros())))
            }
            _ => Self::None,
        }
    }

    /// Values below and above the bounds.
    fn outside(&self, array: &ArrayRef) -> (usize, usize) {
        match *self {
            Self::None => (0, 0),
            Self::Int32(limits) => outside::<Int32Type>(array, limits),
            Self::Int64(limits) => outside::<Int64Type>(array, limits),
            Self::Float(limits) => outside::<Float64Type>(array, limits),
            Self::Decimal(limits) => outside::<Decimal128Type>(array, limits),
            Self::Date(limits) => outside::<Date32Type>(array, limits),
            Self::Time(limits) => outside::<Time32SecondType>(array, limits),
            Self::Moment(limits) => outside::<TimestampMicrosecondType>(array, limits),
        }
    }
}

fn outside<T: ArrowPrimitiveType>(array: &ArrayRef, (min, max): Limits<T::Native>) -> (usize, usize) {
    let values = || array.as_primitive::<T>().iter().flatten();
    let count = |bound: Option<T::Native>, side: Ordering| {
        bound.map_or(0, |bound| values().filter(|value| value.partial_cmp(&bound) == Some(side)).count())
    };
    (count(min, Ordering::Less), count(max, Ordering::Greater))
}

fn clamp<T: ArrowPrimitiveType>(array: &ArrayRef, limits: Limits<T::Native>) -> Option<ArrayRef> {
    let values = array.as_primitive::<T>();
    let clamped = |value: T::Native| match limits {
        (Some(min), _) if value < min => min,
        (_, Some(max)) if value > max => max,
        _ => value,
    };
    // Values under nulls may be anything; moving them harms nobody, so they are not told apart.
    if !values.values().iter().any(|value| clamped(*value) != *value) {
        return None;
    }
    let moved: PrimitiveArray<T> = values.unary(clamped);
    Some(Arc::new(moved.with_data_type(values.data_type().clone())))
}

#[cfg(test)]
mod tests {
    use arrow_array::{BinaryArray, Decimal128Array, Float64Array, Int32Array, StringArray};
    use dmb_spec::{Constraints, FieldId, TableId};
    use serde_json::json;

    use super::*;
    use crate::testing::as_of;

    fn guard(field_type: FieldType, data_type: &DataType, change: impl FnOnce(&mut Constraints)) -> Guard {
        let id = FieldId::from_name(TableId::from_name("t", |_| false), "f", |_| false);
        let mut field = Field::new(id, "f", field_type);
        field.nullable = true;
        change(&mut field.constraints);
        Guard::new(&field, false, data_type, as_of())
    }

    #[test]
    fn text_and_bytes_are_cut_between_characters() {
        let guard = guard(FieldType::Text, &DataType::Utf8, |c| c.max_length = Some(3));
        let texts: ArrayRef = Arc::new(StringArray::from(vec![Some("ñandú"), None, Some("abc"), Some("ñañ")]));
        assert_eq!((guard.inspect(&texts).too_long, guard.inspect(&texts).nulls), (1, 1));
        let expect = StringArray::from(vec![Some("ñan"), None, Some("abc"), Some("ñañ")]);
        assert_eq!(guard.mend(&texts).unwrap().as_string::<i32>(), &expect);
        let bytes: ArrayRef = Arc::new(BinaryArray::from(vec![&[1_u8, 2, 3, 4][..]]));
        assert_eq!(guard.mend(&bytes).unwrap().as_binary::<i32>().value(0), [1, 2, 3]);
    }

    #[test]
    fn numbers_out_of_range_move_to_the_bound() {
        let bounds = |c: &mut Constraints| (c.min, c.max) = (Some(json!(2)), Some(json!(7.5)));
        let whole: ArrayRef = Arc::new(Int32Array::from(vec![1, 5, 9]));
        let guard_whole = guard(FieldType::Integer, &DataType::Int32, bounds);
        assert_eq!(guard_whole.inspect(&whole), Findings { values: 3, below: 1, above: 1, ..Findings::default() });
        assert_eq!(guard_whole.mend(&whole).unwrap().as_primitive::<Int32Type>().values(), &[2, 5, 7]);
        let float: ArrayRef = Arc::new(Float64Array::from(vec![1.0, 7.6]));
        let guard_float = guard(FieldType::Float, &DataType::Float64, bounds);
        assert_eq!(guard_float.mend(&float).unwrap().as_primitive::<Float64Type>().values(), &[2.0, 7.5]);
        let data_type = DataType::Decimal128(5, 2);
        let decimal: ArrayRef = Arc::new(Decimal128Array::from(vec![100, 800]).with_data_type(data_type.clone()));
        let mended = guard(FieldType::Decimal, &data_type, bounds).mend(&decimal).unwrap();
        assert_eq!(mended.as_primitive::<Decimal128Type>().values(), &[200, 750]);
        assert_eq!(mended.data_type(), &data_type);
    }

    #[test]
    fn dates_are_bounded_from_the_moment_of_the_design() {
        let data_type = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
        let guard = guard(FieldType::Datetime, &data_type, |c| c.max = Some(json!("now")));
        let now = as_of().timestamp_micros();
        let array = arrow_array::TimestampMicrosecondArray::from(vec![now - 1, now + 1]).with_timezone("UTC");
        let mended = guard.mend(&(Arc::new(array) as ArrayRef)).unwrap();
        assert_eq!(mended.as_primitive::<TimestampMicrosecondType>().values(), &[now - 1, now]);
    }

    #[test]
    fn what_can_not_be_mended_is_counted_with_an_example() {
        let guard = guard(FieldType::String, &DataType::Utf8, |c| c.pattern = Some("[a-z]+".into()));
        let found = guard.inspect(&(Arc::new(StringArray::from(vec!["abc", "x9", "ab cd"])) as ArrayRef));
        assert_eq!((found.off_pattern, found.example.as_deref()), (2, Some("x9")));
    }

    #[test]
    fn a_required_column_refuses_nulls_and_a_unique_one_refuses_changes() {
        let id = FieldId::from_name(TableId::from_name("t", |_| false), "f", |_| false);
        let mut field = Field::new(id, "f", FieldType::Integer);
        field.constraints.max = Some(json!(5));
        let guard = Guard::new(&field, true, &DataType::Int32, as_of());
        assert!(guard.mend(&(Arc::new(Int32Array::from(vec![Some(1), None])) as ArrayRef)).is_err());
        assert!(guard.mend(&(Arc::new(Int32Array::from(vec![1, 6])) as ArrayRef)).is_err());
        assert!(guard.mend(&(Arc::new(Int32Array::from(vec![1, 5])) as ArrayRef)).is_ok());
    }
}
