//! One column: what is looked at, what of it is kept of a chunk, and what is told of it in the end.

use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use dmb_spec::Field;
use serde_json::Value;

use super::asked::{Asked, Bins};
use super::frequent::Frequent;
use super::histogram::{Grid, Unit};
use super::hll::{self, Hll};
use super::moments::Moments;
use super::numbers::{self, Exact, Measured};
use super::report::{ColumnProfile, Histogram, Measure, MeasureOf, TopValue};
use super::{cells, hash};

/// Values told of those that come most often.
const TOP: usize = 10;

/// How a column is looked at.
pub(super) struct Lens {
    pub(super) field: Field,
    pub(super) generator: String,
    pub(super) data_type: DataType,
    /// What was asked of its values, where that is known.
    pub(super) asked: Option<Asked>,
    /// Whether it has nulls that its null rate does not make.
    pub(super) own_nulls: bool,
    measured: Option<Measured>,
    grid: Option<Grid>,
}

/// Room for the values of a chunk, used again for every column.
#[derive(Default)]
pub(crate) struct Scratch {
    /// Hashes of the column looked at last.
    pub(super) hashes: Vec<u64>,
    numbers: Vec<f64>,
}

/// What is kept of a column's values: a few kilobytes, however many there were.
#[derive(Clone)]
pub(super) struct Sketch {
    pub(super) values: u64,
    pub(super) nulls: u64,
    pub(super) distinct: Hll,
    /// What is known of its steps; `None` before the first value, and where values are none.
    pub(super) exact: Option<Exact>,
    pub(super) moments: Moments,
    /// Values of the sampled chunks.
    pub(super) sampled: u64,
    pub(super) frequent: Frequent<Value>,
    /// Counts in the bins of what was asked.
    pub(super) binned: Vec<u64>,
    histogram: Vec<u64>,
}

impl Lens {
    /// `sample` are some of its values, from everywhere in the table.
    pub(super) fn new(
        field: &Field,
        generator: &str,
        sample: &ArrayRef,
        asked: Option<Asked>,
        own_nulls: bool,
    ) -> Self {
        let data_type = sample.data_type().clone();
        let measured = Measured::of(&data_type);
        let mut values = Vec::new();
        numbers::read(sample, &mut values);
        let grid = measured.and_then(|_| Grid::choose(&mut values, unit(&data_type)));
        Self { field: field.clone(), generator: generator.to_owned(), data_type, asked, own_nulls, measured, grid }
    }

    /// Nothing seen yet.
    pub(super) fn blank(&self) -> Sketch {
        Sketch {
            values: 0,
            nulls: 0,
            distinct: Hll::new(),
            exact: None,
            moments: Moments::default(),
            sampled: 0,
            frequent: Frequent::default(),
            binned: self.bins().map_or_else(Vec::new, |bins| vec![0; bins.shares.len()]),
            histogram: self.grid.as_ref().map_or_else(Vec::new, |grid| vec![0; grid.places()]),
        }
    }

    /// The values of a chunk; in sampled ones also how often each comes.
    pub(super) fn look(&self, array: &ArrayRef, sampled: bool, scratch: &mut Scratch) -> Sketch {
        let mut sketch = self.blank();
        sketch.nulls = array.null_count() as u64;
        sketch.values = array.len() as u64 - sketch.nulls;
        hash::column(array, &mut scratch.hashes);
        each(array, &scratch.hashes, |hash, _| sketch.distinct.add(hash));
        if sampled {
            let mut counts = Frequent::default();
            each(array, &scratch.hashes, |hash, row| counts.add(hash, row));
            sketch.frequent = counts.named(|row| cells::cell(array, row, self.field.field_type));
            sketch.sampled = sketch.values;
        }
        if self.measured.is_some() {
            sketch.exact = numbers::read(array, &mut scratch.numbers);
            sketch.moments = Moments::of(&scratch.numbers);
            if sampled {
                self.spread(&scratch.numbers, &mut sketch);
            }
        }
        sketch
    }

    fn spread(&self, numbers: &[f64], sketch: &mut Sketch) {
        if let Some(grid) = &self.grid {
            grid.count(numbers, &mut sketch.histogram);
        }
        if let Some(bins) = self.bins() {
            numbers.iter().for_each(|number| sketch.binned[bins.place(*number)] += 1);
        }
    }

    /// The bins of the distribution of numbers that was asked for.
    pub(super) fn bins(&self) -> Option<&Bins> {
        match &self.asked {
            Some(Asked::Numbers(bins)) => Some(bins),
            Some(Asked::Weights(_)) | None => None,
        }
    }

    /// What is told of it.
    pub(super) fn tell(&self, sketch: &Sketch) -> ColumnProfile {
        let (distinct, distinct_error) = sketch.distinct();
        let top = sketch.frequent.top(TOP).into_iter();
        // Where every value comes once, none is frequent.
        let top = top.filter(|(_, count)| *count > 1 || sketch.frequent.is_exact() && sketch.frequent.len() <= TOP);
        ColumnProfile {
            name: self.field.name.clone(),
            generator: self.generator.clone(),
            nulls: sketch.nulls,
            distinct,
            distinct_error,
            measure: self.measure(sketch),
            top: top.map(|(value, count)| TopValue { value: value.clone(), count }).collect(),
            top_error: sketch.frequent.lacking(),
        }
    }

    fn measure(&self, sketch: &Sketch) -> Option<Measure> {
        let moments = Some(&sketch.moments).filter(|moments| moments.count > 0)?;
        let unit = unit(&self.data_type);
        let of = match self.measured? {
            Measured::Value => MeasureOf::Value,
            Measured::Moment => MeasureOf::Moment,
            Measured::Length => MeasureOf::Length,
        };
        let end = |steps: Option<i128>, number: f64| match (of, steps) {
            (MeasureOf::Value | MeasureOf::Moment, Some(steps)) => cells::steps(&self.data_type, steps),
            _ => cells::number(number),
        };
        let mean = sketch.mean(&self.data_type);
        Some(Measure {
            of,
            min: end(sketch.exact.map(|exact| exact.least), moments.least),
            max: end(sketch.exact.map(|exact| exact.most), moments.most),
            mean: self.place(of, mean),
            deviation: match unit {
                Unit::Number(_) => super::histogram::tidy(moments.deviation()),
                Unit::Moment(steps) => super::histogram::tidy(moments.deviation() / steps),
            },
            histogram: self.grid.as_ref().map(|grid| Histogram {
                edges: grid.edges().into_iter().map(|edge| self.place(of, edge)).collect(),
                counts: sketch.histogram[1..sketch.histogram.len() - 1].to_vec(),
                below: sketch.histogram[0],
                above: sketch.histogram[sketch.histogram.len() - 1],
            }),
        })
    }

    /// A number of the column's scale, or the moment that is so many steps of it.
    fn place(&self, of: MeasureOf, number: f64) -> Value {
        match of {
            MeasureOf::Moment => cells::steps(&self.data_type, number.round() as i128),
            MeasureOf::Value | MeasureOf::Length => cells::number(number),
        }
    }
}

impl Sketch {
    /// What was seen here and then there.
    pub(super) fn merge(&mut self, next: Self) {
        self.values += next.values;
        self.nulls += next.nulls;
        self.distinct.merge(&next.distinct);
        match (&mut self.exact, next.exact) {
            (Some(mine), Some(theirs)) => mine.merge(&theirs),
            (mine @ None, theirs) => *mine = theirs,
            (Some(_), None) => {}
        }
        self.moments.merge(&next.moments);
        self.sampled += next.sampled;
        self.frequent.merge(next.frequent);
        add(&mut self.binned, &next.binned);
        add(&mut self.histogram, &next.histogram);
    }

    /// How many different values there are, and the relative standard error of that.
    pub(super) fn distinct(&self) -> (u64, f64) {
        if self.exact.is_some_and(|exact| exact.rising) {
            return (self.values, 0.0);
        }
        if self.sampled == self.values && self.frequent.is_exact() {
            return (self.frequent.len() as u64, 0.0);
        }
        ((self.distinct.estimate().round() as u64).min(self.values), hll::ERROR)
    }

    /// The mean in the column's scale, from the exact sum where that is known.
    fn mean(&self, data_type: &DataType) -> f64 {
        let factor = if let DataType::Decimal128(_, scale) = data_type { 10_f64.powi(i32::from(*scale)) } else { 1.0 };
        match self.exact.and_then(|exact| exact.sum) {
            Some(sum) => sum as f64 / factor / self.moments.count as f64,
            None => self.moments.mean,
        }
    }
}

/// Calls with the hash and row of every value that is there.
fn each(array: &ArrayRef, hashes: &[u64], mut call: impl FnMut(u64, usize)) {
    match array.nulls() {
        None => hashes.iter().enumerate().for_each(|(row, hash)| call(*hash, row)),
        Some(nulls) => nulls.valid_indices().for_each(|row| call(hashes[row], row)),
    }
}

fn add(mine: &mut [u64], theirs: &[u64]) {
    mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
}

/// What the numbers of a column of this type are.
fn unit(data_type: &DataType) -> Unit {
    match data_type {
        DataType::Float64 => Unit::Number(0.0),
        DataType::Decimal128(_, scale) => Unit::Number(10_f64.powi(-i32::from(*scale))),
        DataType::Date32 => Unit::Moment(1.0 / 86_400.0),
        DataType::Time32(TimeUnit::Second) => Unit::Moment(1.0),
        DataType::Timestamp(_, _) => Unit::Moment(1e6),
        _ => Unit::Number(1.0),
    }
}
