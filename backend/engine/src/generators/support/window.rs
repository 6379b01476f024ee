//! Dates and moments of a range, for date and datetime columns.

use std::sync::Arc;

use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_array::{ArrayRef, PrimitiveArray};
use arrow_schema::DataType;
use chrono::{DateTime, Utc};
use dmb_spec::time::parse_moment;
use serde_json::Value;

use crate::generator::{CompileContext, EngineError, FillContext, Filler};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::params::Reader;

/// Microseconds of a second.
pub(crate) const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub(crate) const DAY: i64 = 86_400 * SECOND;

/// Evenly spaced moments, in microseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) low: i64,
    /// How many there are, at least 1.
    pub(crate) count: u64,
    /// Distance between two, above 0.
    pub(crate) step: i64,
}

impl Window {
    /// The moments from `from` to `to`, both included, at multiples of `step` (whole days for a date column).
    /// Parameters come first, then the field's own limits, then `default`.
    pub(crate) fn compile(
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        default: (DateTime<Utc>, DateTime<Utc>),
        step: i64,
    ) -> Self {
        let limit = |value: &Option<Value>| parse_moment(value.as_ref()?.as_str()?).map(|m| m.resolve(cx.as_of));
        let (least, most) = (limit(&cx.field.constraints.min), limit(&cx.field.constraints.max));
        let (from, to) = (reader.moment("from", cx.as_of), reader.moment("to", cx.as_of));
        if from.zip(least).is_some_and(|(from, least)| from < least) {
            reader.problem("from", "beyond_field", "from lies before the earliest moment the field allows");
        }
        if to.zip(most).is_some_and(|(to, most)| to > most) {
            reader.problem("to", "beyond_field", "to lies after the latest moment the field allows");
        }
        // A default that contradicts the one bound given moves along with it.
        let width = default.1 - default.0;
        let (from, to) = (from.or(least), to.or(most));
        let low = from.unwrap_or_else(|| to.map_or(default.0, |to| default.0.min(to - width)));
        let high = to.unwrap_or_else(|| from.map_or(default.1, |from| default.1.max(from + width)));
        let step = if *cx.data_type == DataType::Date32 { step.max(DAY) } else { step };
        Self::between(low.timestamp_micros(), high.timestamp_micros(), step).unwrap_or_else(|| {
            let message = format!("no moment lies between {low} and {high}");
            reader.problem(if reader.value("from").is_some() { "from" } else { "to" }, "empty_range", message);
            Self { low: 0, count: 1, step }
        })
    }

    /// The multiples of `step` from `low` to `high`; `None` where there are none.
    #[inline]
    pub(crate) fn between(low: i64, high: i64, step: i64) -> Option<Self> {
        // Dividing by a number the compiler knows is many times faster.
        let (first, last) = match step {
            SECOND => (ceiling(low, SECOND), high.div_euclid(SECOND)),
            DAY => (ceiling(low, DAY), high.div_euclid(DAY)),
            _ => (ceiling(low, step), high.div_euclid(step)),
        };
        (first <= last).then(|| Self { low: first * step, count: (last - first) as u64 + 1, step })
    }

    #[inline]
    pub(crate) fn nth(&self, position: u64) -> i64 {
        self.low + position as i64 * self.step
    }
}

/// The number of steps rounded up.
#[inline(always)]
fn ceiling(micros: i64, step: i64) -> i64 {
    micros.div_euclid(step) + i64::from(micros.rem_euclid(step) != 0)
}

/// A column of dates or moments from microseconds since 1970 a row.
pub(crate) fn column(data_type: &DataType, micros: impl Iterator<Item = Option<i64>>) -> Result<ArrayRef, EngineError> {
    Ok(match data_type {
        DataType::Date32 => {
            Arc::new(micros.map(|m| m.map(|m| m.div_euclid(DAY) as i32)).collect::<PrimitiveArray<Date32Type>>())
        }
        _ => Arc::new(micros.collect::<PrimitiveArray<TimestampMicrosecondType>>().with_data_type(data_type.clone())),
    })
}

/// The same where no row is null, which is faster.
pub(crate) fn dense(data_type: &DataType, micros: impl Iterator<Item = i64>) -> ArrayRef {
    match data_type {
        DataType::Date32 => {
            Arc::new(PrimitiveArray::<Date32Type>::from_iter_values(micros.map(|m| m.div_euclid(DAY) as i32)))
        }
        _ => Arc::new(
            PrimitiveArray::<TimestampMicrosecondType>::from_iter_values(micros).with_data_type(data_type.clone()),
        ),
    }
}

/// Fills a column with moments of a window, each as likely; different ones where the column is unique.
pub(crate) struct Moments {
    window: Window,
    data_type: DataType,
    stream: Stream,
    permutation: Option<Permutation>,
}

impl Moments {
    pub(crate) fn new(window: Window, cx: &CompileContext<'_>) -> Self {
        let permutation = cx.unique.then(|| Permutation::new(u128::from(window.count), cx.stream.key()));
        Self { window, data_type: cx.data_type.clone(), stream: cx.stream, permutation }
    }
}

impl Filler for Moments {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.window.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let (window, count) = (self.window, self.window.count);
        Ok(match &self.permutation {
            Some(p) => dense(&self.data_type, cx.rows.iter().map(|&r| window.nth(p.at(u128::from(r % count)) as u64))),
            None => dense(&self.data_type, cx.rows.iter().map(|&r| window.nth(self.stream.cell(r).below(count)))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_the_whole_steps_between_its_ends() {
        let window = Window::between(-5, 25, 10).unwrap();
        assert_eq!((window.nth(0), window.nth(window.count - 1), window.count), (0, 20, 3));
        assert_eq!(Window::between(1, 9, 10).map(|w| w.count), None);
        assert_eq!(Window::between(-30, -30, 10).map(|w| w.count), Some(1));
    }
}
