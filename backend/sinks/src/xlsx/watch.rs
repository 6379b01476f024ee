//! What a table's columns hold, seen while threads encode them: nulls, distinct values, ends and widths, for the
//! dictionary and the layout. The order of chunks makes no difference to it.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;

use arrow_array::RecordBatch;
use dmb_engine::output::{Encoded, Encoder, OutputError};

use super::cells;
use crate::columns::{Column, Values};

/// Distinct values that are counted; beyond, there are more.
pub(super) const MOST_DISTINCT: usize = 10_000;
/// Rows of a chunk that are measured, at equal distances.
const MEASURED: usize = 500;

/// The smallest and the greatest value of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Ends {
    /// Nothing that has an order was seen.
    #[default]
    None,
    /// Whole numbers, unscaled decimals, days, seconds, microseconds.
    Whole(i128, i128),
    /// Floating point numbers.
    Float(f64, f64),
}

impl Ends {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Whole(a, b), Self::Whole(c, d)) => Self::Whole(a.min(c), b.max(d)),
            (Self::Float(a, b), Self::Float(c, d)) => Self::Float(a.min(c), b.max(d)),
            (Self::None, ends) | (ends, _) => ends,
        }
    }
}

/// What was seen of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Seen {
    pub(super) nulls: u64,
    pub(super) ends: Ends,
    /// Hashes of its values; one more than [`MOST_DISTINCT`] and it is not added to.
    distinct: HashSet<u64>,
    /// Characters of its widest cell of those measured.
    pub(super) width: usize,
}

impl Seen {
    /// How many distinct values there are; `None` where there are more than are counted.
    pub(super) fn distinct(&self) -> Option<usize> {
        Some(self.distinct.len()).filter(|count| *count <= MOST_DISTINCT)
    }

    fn join(&mut self, other: Self) {
        self.nulls += other.nulls;
        self.ends = self.ends.join(other.ends);
        self.width = self.width.max(other.width);
        for hash in other.distinct {
            if self.distinct.len() > MOST_DISTINCT {
                break;
            }
            self.distinct.insert(hash);
        }
    }
}

/// Looks at the columns of a table on their way.
pub(super) struct Watch(Vec<Mutex<Seen>>);

impl Watch {
    /// Nothing seen yet of so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self((0..columns).map(|_| Mutex::default()).collect())
    }

    /// What was seen of each column.
    pub(super) fn seen(&self) -> Vec<Seen> {
        self.0
            .iter()
            .map(|seen| seen.lock().map_or_else(|lost| lost.into_inner().clone(), |seen| seen.clone()))
            .collect()
    }
}

impl Encoder for Watch {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let lost = || OutputError::Internal("what was seen of a column is lost".into());
        for (column, all) in Column::all(batch)?.iter().zip(&self.0) {
            let counting = all.lock().map_err(|_| lost())?.distinct.len() <= MOST_DISTINCT;
            let seen = look(column, batch.num_rows(), counting);
            all.lock().map_err(|_| lost())?.join(seen);
        }
        Ok(Encoded::Batch(batch.clone()))
    }
}

fn look(column: &Column<'_>, rows: usize, counting: bool) -> Seen {
    let mut seen = Seen::default();
    let stride = rows.div_ceil(MEASURED).max(1);
    for row in 0..rows {
        let Some(values) = column.at(row) else {
            seen.nulls += 1;
            continue;
        };
        seen.ends = seen.ends.join(ends(values, row));
        if row % stride == 0 {
            seen.width = seen.width.max(cells::shown_width(values, row));
        }
        if counting && seen.distinct.len() <= MOST_DISTINCT {
            seen.distinct.insert(hash(values, row));
        }
    }
    seen
}

fn ends(values: Values<'_>, row: usize) -> Ends {
    let whole = |number: i128| Ends::Whole(number, number);
    match values {
        Values::Int32(v) | Values::Date(v) | Values::Time(v) => whole(v[row].into()),
        Values::Int64(v) | Values::Datetime(v) => whole(v[row].into()),
        Values::Decimal(v, _) => whole(v[row]),
        Values::Float(v) if !v[row].is_nan() => Ends::Float(v[row], v[row]),
        Values::Float(_) | Values::Text(_) | Values::Boolean(_) | Values::Uuid(_) | Values::Binary(_) => Ends::None,
    }
}

fn hash(values: Values<'_>, row: usize) -> u64 {
    let mut hasher = DefaultHasher::new();
    match values {
        Values::Text(v) => v.value(row).hash(&mut hasher),
        Values::Int32(v) | Values::Date(v) | Values::Time(v) => v[row].hash(&mut hasher),
        Values::Int64(v) | Values::Datetime(v) => v[row].hash(&mut hasher),
        Values::Float(v) => v[row].to_bits().hash(&mut hasher),
        Values::Decimal(v, _) => v[row].hash(&mut hasher),
        Values::Boolean(v) => v.value(row).hash(&mut hasher),
        Values::Uuid(v) => v.value(row).hash(&mut hasher),
        Values::Binary(v) => v.value(row).hash(&mut hasher),
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Int64Array, StringArray};

    use super::*;

    fn batch(numbers: Vec<Option<i64>>) -> RecordBatch {
        let texts: Vec<Option<String>> = numbers.iter().map(|n| n.map(|n| format!("no. {n}"))).collect();
        let columns: [(&str, ArrayRef); 2] =
            [("n", Arc::new(Int64Array::from(numbers))), ("t", Arc::new(StringArray::from(texts)))];
        RecordBatch::try_from_iter(columns).unwrap()
    }

    #[test]
    fn the_order_of_chunks_makes_no_difference() {
        let chunks = [batch(vec![Some(5), None, Some(-7)]), batch(vec![Some(i64::MAX), Some(5)])];
        let seen = |order: [usize; 2]| {
            let watch = Watch::new(2);
            order.iter().for_each(|at| drop(watch.encode(&chunks[*at]).unwrap()));
            watch.seen()
        };
        assert_eq!(seen([0, 1]), seen([1, 0]));
        let [numbers, texts] = &seen([0, 1])[..] else { panic!("two columns") };
        assert_eq!((numbers.nulls, numbers.distinct()), (1, Some(3)));
        assert_eq!(numbers.ends, Ends::Whole(-7, i64::MAX.into()));
        assert_eq!((texts.ends, texts.distinct(), texts.width), (Ends::None, Some(3), 23));
    }

    #[test]
    fn more_values_than_are_counted_are_told_to_be_more() {
        let watch = Watch::new(2);
        let most = MOST_DISTINCT as i64;
        drop(watch.encode(&batch((0..most).map(Some).collect())).unwrap());
        assert_eq!(watch.seen()[0].distinct(), Some(MOST_DISTINCT));
        drop(watch.encode(&batch(vec![Some(most), Some(most + 1)])).unwrap());
        assert_eq!(watch.seen()[0].distinct(), None);
    }
}
