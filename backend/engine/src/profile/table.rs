//! One table: its columns, its keys of several columns, and the children of its parents.

use std::sync::Arc;

use arrow_array::{Array, RecordBatch};
use arrow_buffer::NullBuffer;
use dmb_spec::{ChildCount, RowCount, Table};

use super::SAMPLED_CHUNKS;
use super::asked::{Asked, Bins};
use super::column::{Lens, Scratch, Sketch};
use super::hash;
use super::hll::Hll;
use super::report::{Check, TableProfile};
use super::runs::Runs;
use crate::generator::EngineError;
use crate::law::{Curve, Numbers, curves};
use crate::plan::{Draw, Parents, Survey, TablePlan};

/// Rows made beforehand, to know where values lie.
const SURVEYED: u64 = 4_096;
/// Greatest mean of a Poisson distribution whose counts are cut at `max` by drawing anew.
const CUT_MEAN: f64 = 1_000.0;

/// How a table is looked at.
pub(super) struct TableLens {
    pub(super) plan: Arc<TablePlan>,
    pub(super) columns: Vec<Lens>,
    /// Keys of several columns, each as places of fields.
    pub(super) keys: Vec<Vec<usize>>,
    pub(super) family: Option<Family>,
    /// Every so many chunks one is sampled.
    stride: u64,
}

/// Rows that were counted by parent.
pub(super) struct Family {
    /// Place of the foreign key.
    pub(super) field: usize,
    /// The number of children that was asked for.
    pub(super) asked: ChildCount,
    /// Parents there are.
    pub(super) parents: u64,
    /// Whether the rows asked for changed every parent's share.
    pub(super) scaled: bool,
    /// `None` where the distribution has no curve.
    pub(super) bins: Option<Bins>,
}

/// What is kept of a table's rows.
#[derive(Clone)]
pub(crate) struct TableSketch {
    rows: u64,
    sampled: u64,
    pub(super) columns: Vec<Sketch>,
    pub(super) keys: Vec<KeySketch>,
    pub(super) runs: Runs,
}

/// What is kept of a key of several columns.
#[derive(Clone)]
pub(super) struct KeySketch {
    /// Rows in which no column of it is null.
    pub(super) rows: u64,
    pub(super) distinct: Hll,
}

impl TableLens {
    pub(super) fn new(plan: &Arc<TablePlan>) -> Result<Self, EngineError> {
        let survey = plan.survey(SURVEYED)?;
        let table = plan.table();
        let place = |id| table.fields.iter().position(|field| field.id == id);
        let several = (table.primary_key.len() > 1).then_some(&table.primary_key);
        let keys = several.into_iter().chain(&table.unique_keys);
        Ok(Self {
            plan: Arc::clone(plan),
            columns: (0..table.fields.len()).map(|at| lens(plan, &survey, at)).collect(),
            keys: keys.map(|key| key.iter().filter_map(|id| place(*id)).collect()).collect(),
            family: family(plan, table),
            stride: plan.chunk_count().div_ceil(SAMPLED_CHUNKS).max(1),
        })
    }

    pub(super) fn blank(&self) -> TableSketch {
        TableSketch {
            rows: 0,
            sampled: 0,
            columns: self.columns.iter().map(Lens::blank).collect(),
            keys: self.keys.iter().map(|_| KeySketch { rows: 0, distinct: Hll::new() }).collect(),
            runs: Runs::default(),
        }
    }

    pub(super) fn look(&self, chunk: u64, batch: &RecordBatch, scratch: &mut Scratch) -> TableSketch {
        let (rows, sampled) = (batch.num_rows() as u64, chunk.is_multiple_of(self.stride));
        let mut runs = Runs::default();
        let mut columns = Vec::with_capacity(self.columns.len());
        for (at, (lens, array)) in self.columns.iter().zip(batch.columns()).enumerate() {
            columns.push(lens.look(array, sampled, scratch));
            if let Some((Family { field, .. }, bins)) = self.counted()
                && *field == at
            {
                runs = Runs::of(&scratch.hashes, bins);
            }
        }
        let keys = self.keys.iter().map(|key| KeySketch::of(batch, key, scratch)).collect();
        TableSketch { rows, sampled: if sampled { rows } else { 0 }, columns, keys, runs }
    }

    pub(super) fn merge(&self, all: &mut TableSketch, next: TableSketch) {
        all.rows += next.rows;
        all.sampled += next.sampled;
        all.columns.iter_mut().zip(next.columns).for_each(|(mine, theirs)| mine.merge(theirs));
        for (mine, theirs) in all.keys.iter_mut().zip(next.keys) {
            mine.rows += theirs.rows;
            mine.distinct.merge(&theirs.distinct);
        }
        if let Some((_, bins)) = self.counted() {
            all.runs.merge(next.runs, bins);
        }
    }

    pub(super) fn tell(&self, sketch: &TableSketch, checks: Vec<Check>) -> TableProfile {
        TableProfile {
            name: self.plan.table().name.clone(),
            rows: sketch.rows,
            sampled_rows: sketch.sampled,
            columns: self.columns.iter().zip(&sketch.columns).map(|(lens, sketch)| lens.tell(sketch)).collect(),
            checks,
        }
    }

    /// The family whose children are counted.
    pub(super) fn counted(&self) -> Option<(&Family, &Bins)> {
        let family = self.family.as_ref()?;
        Some((family, family.bins.as_ref()?))
    }
}

impl KeySketch {
    fn of(batch: &RecordBatch, key: &[usize], scratch: &mut Scratch) -> Self {
        let mut all = vec![0; batch.num_rows()];
        let mut nulls: Option<NullBuffer> = None;
        for at in key {
            let column = batch.column(*at);
            hash::column(column, &mut scratch.hashes);
            all.iter_mut().zip(&scratch.hashes).for_each(|(mine, next)| *mine = hash::both(*mine, *next));
            nulls = NullBuffer::union(nulls.as_ref(), column.nulls());
        }
        let mut sketch = Self { rows: 0, distinct: Hll::new() };
        for (row, hash) in all.into_iter().enumerate() {
            if nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row)) {
                sketch.rows += 1;
                sketch.distinct.add(hash);
            }
        }
        sketch
    }
}

fn lens(plan: &TablePlan, survey: &Survey, at: usize) -> Lens {
    let column = plan.column(at);
    // Digits of a key and parents are not drawn by the generator's own law.
    let drawn = column.digit.is_none() && column.relation.is_none();
    let asked = column.filler.law().filter(|_| drawn).map(|law| Asked::of(&law));
    let (field, sample) = (&plan.table().fields[at], survey.batch.column(at));
    Lens::new(field, &column.generator.name, sample, asked, survey.own_nulls[at])
}

fn family(plan: &TablePlan, table: &Table) -> Option<Family> {
    let RowCount::PerParent { field, count } = &table.rows else { return None };
    let field = table.fields.iter().position(|other| other.id == *field)?;
    let relation = plan.column(field).relation.as_ref()?;
    let Draw::Counted(children) = &relation.draw else { return None };
    let bins = law(count).as_ref().map(Bins::of);
    let parents = relation.parents.range().1;
    Some(Family { field, asked: count.clone(), parents, scaled: children.scaled(), bins })
}

/// The distribution of a number of children.
fn law(count: &ChildCount) -> Option<Numbers> {
    let all = (0.0, f64::MAX);
    match count {
        ChildCount::Constant { value } => Numbers::new(Curve::atoms(vec![(*value, 1.0)])?, 0.0, all, 0.0),
        ChildCount::Uniform { min, max } => Numbers::pieces(vec![(*min as f64 - 0.5, *max as f64 + 0.5, 1.0)], 1.0),
        ChildCount::Choice { weights } => Numbers::new(Curve::atoms(weights.clone())?, 0.0, all, 0.0),
        ChildCount::Poisson { mean, max: None } => Numbers::new(curves::poisson(*mean)?, 0.0, all, 0.0),
        ChildCount::Poisson { mean, max: Some(max) } if *mean <= CUT_MEAN => {
            Numbers::new(curves::poisson(*mean)?, 0.0, (0.0, *max as f64), 0.0)
        }
        ChildCount::Poisson { .. } => None,
    }
}

/// The place in the plan of the table that a foreign key's parents are made in, in this run.
pub(super) fn parent_table(parents: &Parents) -> Option<usize> {
    match parents {
        Parents::Table { table, .. } => Some(*table),
        Parents::Pool(_) => None,
    }
}
