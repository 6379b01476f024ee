//! What the values of a column look like at a glance: bars along a line for what has an order, the most frequent values
//! for what repeats itself, lengths for other texts. Made from one Arrow column.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float64Type, Int32Type, Int64Type, Time32SecondType, TimestampMicrosecondType,
};
use arrow_array::{Array, Date32Array, Time32SecondArray, TimestampMicrosecondArray};
use arrow_schema::DataType;
use dmb_spec::FieldType;
use serde_json::Value;

use crate::json;

/// Most bars.
pub const MAX_BINS: usize = 20;
/// Most of the frequent values.
pub const MAX_TOP: usize = 10;
/// Most characters that are shown of a value.
const SHOWN: usize = 200;

/// What a column looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Rows looked at.
    pub rows: usize,
    /// Those of them without a value.
    pub nulls: usize,
    /// Different values among the others.
    pub distinct: usize,
    /// How the values lie.
    pub shape: Shape,
}

/// How values lie.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// How many there are in each part of their range, in order.
    Values {
        /// The parts; at most [`MAX_BINS`].
        bins: Vec<Bin>,
        /// Whether the parts widen, each about twice as far from zero as the one before.
        logarithmic: bool,
    },
    /// How many have which length: characters, or bytes of what is no text. At most [`MAX_BINS`].
    Lengths(Vec<Bin>),
    /// The most frequent values, the most frequent first; at most [`MAX_TOP`].
    Top(Vec<Counted>),
}

/// A part of a range, with how many values lie in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// The smallest value that belongs to it, in the form of [`json::value`]; decimals are numbers.
    pub from: Value,
    /// The largest; of floating point numbers the smallest that belongs to the next.
    pub to: Value,
    /// Values.
    pub count: usize,
}

/// A value with how often it comes.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The value in the form of [`json::value`], long texts cut.
    pub value: Value,
    /// Rows with it.
    pub count: usize,
}

/// What a column of a field of this type looks like.
pub fn of(column: &dyn Array, field_type: FieldType) -> Distribution {
    let counted = counted(column, field_type);
    let (rows, nulls, distinct) = (column.len(), column.null_count(), counted.len());
    let top = |mut counted: Vec<Counted>| {
        counted.truncate(MAX_TOP);
        Shape::Top(counted)
    };
    let shape = match Line::of(column) {
        None => top(counted),
        Some(line) if line.is_length && distinct * 2 <= rows - nulls => top(counted),
        Some(line) if line.is_length => Shape::Lengths(line.even(column.data_type())),
        Some(line) if line.is_number && distinct <= MAX_TOP && line.steps() > MAX_BINS as f64 => top(counted),
        Some(line) if line.is_number && line.leans() => {
            Shape::Values { bins: line.widening(column.data_type()), logarithmic: true }
        }
        Some(line) => Shape::Values { bins: line.even(column.data_type()), logarithmic: false },
    };
    Distribution { rows, nulls, distinct, shape }
}

/// Every value with how often it comes, the most frequent first, among equals in the order of their text.
fn counted(column: &dyn Array, field_type: FieldType) -> Vec<Counted> {
    // JSON is counted as it is written.
    let read = if field_type == FieldType::Json { FieldType::Text } else { field_type };
    let mut found: HashMap<String, Counted> = HashMap::new();
    for row in (0..column.len()).filter(|row| column.is_valid(*row)) {
        let value = json::value(column, row, read);
        found.entry(value.to_string()).or_insert(Counted { value, count: 0 }).count += 1;
    }
    let mut all: Vec<(String, Counted)> = found.into_iter().collect();
    all.sort_by(|(one, a), (other, b)| b.count.cmp(&a.count).then_with(|| one.cmp(other)));
    all.into_iter().map(|(_, counted)| Counted { value: cut(counted.value), ..counted }).collect()
}

fn cut(value: Value) -> Value {
    match &value {
        Value::String(text) => match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &text[..end]).into(),
            None => value,
        },
        _ => value,
    }
}

/// Values as numbers along a line, in order.
struct Line {
    values: Vec<f64>,
    /// What neighbours differ by at least; 0 where there is no such thing.
    grain: f64,
    /// Numbers, rather than moments or lengths.
    is_number: bool,
    is_length: bool,
}

impl Line {
    /// `None` for what has no order worth showing, and where there is no value.
    fn of(column: &dyn Array) -> Option<Self> {
        let (values, grain, is_number): (Vec<f64>, f64, bool) = match column.data_type() {
            DataType::Int32 => (present(column.as_primitive::<Int32Type>(), f64::from), 1.0, true),
            DataType::Int64 => (present(column.as_primitive::<Int64Type>(), |n| n as f64), 1.0, true),
            DataType::Float64 => (present(column.as_primitive::<Float64Type>(), |n| n), 0.0, true),
            DataType::Decimal128(_, scale) => {
                let unit = 10_f64.powi(i32::from(*scale));
                (present(column.as_primitive::<Decimal128Type>(), |n| n as f64 / unit), 1.0 / unit, true)
            }
            DataType::Date32 => (present(column.as_primitive::<Date32Type>(), f64::from), 1.0, false),
            DataType::Time32(_) => (present(column.as_primitive::<Time32SecondType>(), f64::from), 1.0, false),
            DataType::Timestamp(..) => {
                (present(column.as_primitive::<TimestampMicrosecondType>(), |n| n as f64), 1.0, false)
            }
            _ => return Self::of_lengths(column),
        };
        Self::sorted(values, grain, is_number, false)
    }

    fn of_lengths(column: &dyn Array) -> Option<Self> {
        let values: Vec<f64> = match column.data_type() {
            DataType::Utf8 => column.as_string::<i32>().iter().flatten().map(|t| t.chars().count() as f64).collect(),
            DataType::Binary => column.as_binary::<i32>().iter().flatten().map(|bytes| bytes.len() as f64).collect(),
            _ => return None,
        };
        Self::sorted(values, 1.0, false, true)
    }

    fn sorted(mut values: Vec<f64>, grain: f64, is_number: bool, is_length: bool) -> Option<Self> {
        // What is not finite, or too far away to measure a distance to.
        values.retain(|value| value.abs() < 1e300);
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then_some(Self { values, grain, is_number, is_length })
    }

    fn ends(&self) -> (f64, f64) {
        (self.values.first().copied().unwrap_or(0.0), self.values.last().copied().unwrap_or(0.0))
    }

    /// How many values there could be from the smallest to the largest.
    fn steps(&self) -> f64 {
        let (min, max) = self.ends();
        (max - min) / self.grain.max(f64::MIN_POSITIVE)
    }

    /// Whether half of the values would lie in the first of even parts, so that little could be seen.
    fn leans(&self) -> bool {
        let ((min, max), median) = (self.ends(), self.values[self.values.len() / 2]);
        min > 0.0 && self.steps() > MAX_BINS as f64 && (median - min) * (MAX_BINS as f64) < max - min
    }

    /// Parts of the same width: of numbers and lengths a round one that begins at a round number.
    fn even(&self, data_type: &DataType) -> Vec<Bin> {
        let (min, max) = self.ends();
        let least = ((max - min) / (MAX_BINS - 1) as f64).max(self.grain);
        if !self.is_number && !self.is_length {
            let width = least.ceil();
            let count = ((max - min) / width) as usize + 1;
            return self.bins((0..=count).map(|n| min + n as f64 * width), data_type);
        }
        let width = if least > 0.0 { round_up(least) } else { 1.0 };
        let (first, last) = ((min / width).floor(), (max / width).floor());
        self.bins((0..=(last - first) as usize + 1).map(|n| times(first + n as f64, width)), data_type)
    }

    /// Parts between 1, 2, 5, 10, 20 …, or between powers of ten where these would be too many.
    fn widening(&self, data_type: &DataType) -> Vec<Bin> {
        let (min, max) = self.ends();
        let (low, high) = (min.log10().floor() as i32, max.log10().floor() as i32);
        let steps: &[f64] = if (high - low + 1) as usize * 3 <= MAX_BINS { &[1.0, 2.0, 5.0] } else { &[1.0] };
        // Many powers at once where there are more than bars.
        let stride = (high - low) as usize / MAX_BINS + 1;
        let powers = (low..=high + stride as i32).step_by(stride);
        let all = powers.flat_map(|power| steps.iter().map(move |step| times(*step, 10_f64.powi(power))));
        let edges: Vec<f64> = all.collect();
        let first = edges.partition_point(|edge| *edge <= min).saturating_sub(1);
        let end = edges.partition_point(|edge| *edge <= max).min(edges.len() - 1);
        self.bins(edges[first..=end].iter().copied(), data_type)
    }

    /// The values between each two edges.
    fn bins(&self, edges: impl Iterator<Item = f64>, data_type: &DataType) -> Vec<Bin> {
        let edges: Vec<f64> = edges.collect();
        let below = |edge: f64| self.values.partition_point(|value| *value < edge - self.grain / 2.0);
        let bin = |(n, pair): (usize, &[f64])| {
            let is_last = n + 2 == edges.len();
            let end = if is_last { self.values.len() } else { below(pair[1]) };
            let to = match self.grain {
                0.0 => pair[1],
                // One step before the next, and of moments never beyond the last.
                grain if self.is_number || self.is_length => times((pair[1] / grain).round() - 1.0, grain),
                grain => (pair[1] - grain).min(self.ends().1),
            };
            let start = if n == 0 { 0 } else { below(pair[0]) };
            let (from, to) = (self.shown(pair[0], data_type), self.shown(to, data_type));
            Bin { from, to, count: end.saturating_sub(start) }
        };
        edges.windows(2).enumerate().map(bin).collect()
    }

    fn shown(&self, at: f64, data_type: &DataType) -> Value {
        match data_type {
            DataType::Date32 => json::value(&Date32Array::from(vec![at as i32]), 0, FieldType::Date),
            DataType::Time32(_) => json::value(&Time32SecondArray::from(vec![at as i32]), 0, FieldType::Time),
            DataType::Timestamp(..) => {
                json::value(&TimestampMicrosecondArray::from(vec![at as i64]), 0, FieldType::Datetime)
            }
            _ if at.fract() == 0.0 && at.abs() < 1e15 => (at as i64).into(),
            _ => at.into(),
        }
    }
}

/// The values of a column that are there.
fn present<T: arrow_array::ArrowPrimitiveType>(
    column: &arrow_array::PrimitiveArray<T>,
    number: impl Fn(T::Native) -> f64,
) -> Vec<f64> {
    column.iter().flatten().map(number).collect()
}

/// The smallest of 1, 2, 5, 10, 20 … (and 0.5, 0.2, 0.1 …) that is at least this.
fn round_up(least: f64) -> f64 {
    let power = least.log10().floor() as i32;
    let steps = [(1.0, power), (2.0, power), (5.0, power), (1.0, power + 1)];
    // A hair below counts as equal: 0.1 + 0.2 must not become 0.5.
    let fits = |step: &f64| *step >= least * (1.0 - 1e-9);
    steps.into_iter().map(|(step, power)| times(step, 10_f64.powi(power))).find(fits).unwrap_or(least)
}

/// `count` units; of a unit such as 0.01 without the error of multiplying by it.
fn times(count: f64, unit: f64) -> f64 {
    if unit >= 1.0 { count * unit } else { count / (1.0 / unit).round() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{
        ArrayRef, BooleanArray, Decimal128Array, FixedSizeBinaryArray, Float64Array, Int32Array, StringArray,
    };
    use serde_json::json;

    use super::*;

    fn bins(shape: &Shape) -> Vec<(Value, Value, usize)> {
        match shape {
            Shape::Values { bins, .. } | Shape::Lengths(bins) => {
                bins.iter().map(|bin| (bin.from.clone(), bin.to.clone(), bin.count)).collect()
            }
            Shape::Top(_) => panic!("{shape:?}"),
        }
    }

    fn top(shape: &Shape) -> Vec<(Value, usize)> {
        match shape {
            Shape::Top(top) => top.iter().map(|each| (each.value.clone(), each.count)).collect(),
            _ => panic!("{shape:?}"),
        }
    }

    fn look(array: impl Array + 'static, field_type: FieldType) -> Distribution {
        let array: ArrayRef = Arc::new(array);
        of(&array, field_type)
    }

    #[test]
    fn few_whole_numbers_have_a_bar_each() {
        let found = look(Int32Array::from(vec![Some(3), Some(1), None, Some(3), Some(5)]), FieldType::Integer);
        assert_eq!((found.rows, found.nulls, found.distinct), (5, 1, 3));
        let bar = |n: i32, count| (json!(n), json!(n), count);
        assert_eq!(bins(&found.shape), [bar(1, 1), bar(2, 0), bar(3, 2), bar(4, 0), bar(5, 1)]);
    }

    #[test]
    fn bars_are_round_and_hold_every_value_once() {
        let values: Vec<i32> = (0..1000).map(|n| 17 + n * 37 % 1000).collect();
        let found = look(Int32Array::from(values), FieldType::Integer);
        let bars = bins(&found.shape);
        assert_eq!(bars[0], (json!(0), json!(99), 83));
        assert_eq!(bars[1], (json!(100), json!(199), 100));
        assert_eq!((bars.len(), bars.iter().map(|bar| bar.2).sum::<usize>()), (11, 1000));
    }

    #[test]
    fn decimals_are_told_with_their_own_digits() {
        let cents = Decimal128Array::from((0..400).map(|n| n + 5).collect::<Vec<i128>>());
        let found = look(cents.with_precision_and_scale(8, 2).unwrap(), FieldType::Decimal);
        let bars = bins(&found.shape);
        assert_eq!(bars[0], (json!(0), json!(0.49), 45));
        assert_eq!(bars[1], (json!(0.5), json!(0.99), 50));
        assert_eq!(bars.iter().map(|bar| bar.2).sum::<usize>(), 400);
    }

    #[test]
    fn what_leans_to_the_small_is_shown_in_widening_parts() {
        let values: Vec<f64> = (0..700).map(|n| 1.0 + n as f64).chain((0..30).map(|n| 1e5 + n as f64)).collect();
        let found = look(Float64Array::from(values), FieldType::Float);
        assert!(matches!(found.shape, Shape::Values { logarithmic: true, .. }), "{found:?}");
        let bars = bins(&found.shape);
        assert_eq!((bars[0].clone(), bars[1].clone()), ((json!(1), json!(2), 1), (json!(2), json!(5), 3)));
        assert_eq!(bars.iter().map(|bar| bar.2).sum::<usize>(), 730);
        assert!(bars.len() <= MAX_BINS);
    }

    #[test]
    fn numbers_far_apart_are_few_values_rather_than_a_line() {
        let values: Vec<i32> = (0..90).map(|n| [10, 100, 1000][n % 3 * (n % 2)]).collect();
        let found = look(Int32Array::from(values), FieldType::Integer);
        assert_eq!(top(&found.shape), [(json!(10), 60), (json!(100), 15), (json!(1000), 15)]);
    }

    #[test]
    fn moments_lie_on_a_line_from_the_first_to_the_last() {
        let days = Date32Array::from((0..100).map(|n| 20_454 + n).collect::<Vec<i32>>());
        let bars = bins(&look(days, FieldType::Date).shape);
        assert_eq!(bars[0], (json!("2026-01-01"), json!("2026-01-06"), 6));
        assert_eq!(bars.last().unwrap().1, json!("2026-04-10"));
        let times = Time32SecondArray::from((0..24).map(|n| n * 3_600).collect::<Vec<i32>>());
        let bars = bins(&look(times, FieldType::Time).shape);
        assert_eq!((bars[0].0.clone(), bars.last().unwrap().1.clone()), (json!("00:00:00"), json!("23:00:00")));
        assert_eq!(bars.iter().map(|bar| bar.2).sum::<usize>(), 24);
    }

    #[test]
    fn texts_are_counted_where_they_come_again_and_measured_where_they_do_not() {
        let words = StringArray::from((0..100).map(|n| ["red", "blue"][n % 4 / 3]).collect::<Vec<_>>());
        assert_eq!(top(&look(words, FieldType::String).shape), [(json!("red"), 75), (json!("blue"), 25)]);
        let names = StringArray::from((0..100).map(|n| "é".repeat(n % 3 + 1) + &n.to_string()).collect::<Vec<_>>());
        let found = look(names, FieldType::String);
        assert!(matches!(found.shape, Shape::Lengths(_)), "{found:?}");
        assert_eq!(bins(&found.shape)[0], (json!(2), json!(2), 4));
        let flags = BooleanArray::from(vec![Some(true), None, Some(true), Some(false)]);
        assert_eq!(top(&look(flags, FieldType::Boolean).shape), [(json!(true), 2), (json!(false), 1)]);
    }

    #[test]
    fn long_values_are_cut_and_the_many_left_out() {
        let long = StringArray::from(vec!["x".repeat(1000); 2]);
        let shown = top(&look(long, FieldType::Text).shape)[0].0.as_str().unwrap().chars().count();
        assert_eq!(shown, SHOWN + 1);
        let ids: Vec<[u8; 16]> = (0..50).map(|n| [n; 16]).collect();
        let found = look(FixedSizeBinaryArray::try_from_iter(ids.into_iter()).unwrap(), FieldType::Uuid);
        assert_eq!((found.distinct, top(&found.shape).len()), (50, MAX_TOP));
    }

    #[test]
    fn nothing_one_value_and_what_is_no_number_are_no_trouble() {
        let none = look(Int32Array::from(vec![None, None]), FieldType::Integer);
        assert_eq!((none.nulls, none.distinct, top(&none.shape)), (2, 0, vec![]));
        let one = look(Float64Array::from(vec![0.0, 0.0]), FieldType::Float);
        assert_eq!(bins(&one.shape), [(json!(0), json!(1), 2)]);
        let odd: Vec<f64> = (0..30).map(f64::from).chain([f64::NAN, f64::INFINITY]).collect();
        let odd = look(Float64Array::from(odd), FieldType::Float);
        assert_eq!(bins(&odd.shape).iter().map(|bar| bar.2).sum::<usize>(), 30);
        let huge = look(Float64Array::from(vec![f64::MIN, f64::MAX]), FieldType::Float);
        assert_eq!(top(&huge.shape).len(), 2);
        let wide = (-140..140).map(|power| 10_f64.powi(power)).collect::<Vec<_>>();
        let wide = bins(&look(Float64Array::from(wide), FieldType::Float).shape);
        assert_eq!(wide.iter().map(|bar| bar.2).sum::<usize>(), 280);
        assert!(wide.len() <= MAX_BINS, "{}", wide.len());
    }
}
