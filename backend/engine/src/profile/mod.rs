//! The profile of a run: what its rows look like, column by column, and whether they are what was asked for.
//!
//! A [`Profiler`] is made from the plan. Threads look at each chunk as they make it ([`Profiler::look`]); what they keep
//! is joined in chunk order ([`TableSketch::merge`]), so the report is the same bytes for any number of threads. What is
//! kept is bounded: a few kilobytes a column. Rows, nulls, distinct values, ends, mean and deviation are of every row;
//! what costs more (top values, histograms, tests of distributions) is of whole chunks at equal distances, all of them in
//! tables of up to [`SAMPLED_CHUNKS`] chunks, and the report says of how many rows.

mod asked;
mod cells;
mod column;
mod conformance;
mod frequent;
mod hash;
mod histogram;
mod hll;
mod moments;
mod numbers;
mod report;
mod runs;
mod table;

use arrow_array::RecordBatch;

pub use report::{
    Check, CheckKind, ColumnProfile, Histogram, Measure, MeasureOf, Reason, Report, TableProfile, TopValue, Verdict,
};

pub(crate) use column::Scratch;
pub(crate) use table::TableSketch;

use crate::generator::EngineError;
use crate::plan::Plan;
use table::TableLens;

/// Chunks of a table whose values are counted one by one; 1,048,576 rows.
const SAMPLED_CHUNKS: u64 = 64;

/// How the tables of a plan are looked at.
pub(crate) struct Profiler {
    /// In the order of the plan.
    tables: Vec<TableLens>,
}

impl Profiler {
    /// Makes some rows of each table, to know where values lie.
    pub(crate) fn new(plan: &Plan) -> Result<Self, EngineError> {
        let tables = plan.tables().iter().map(TableLens::new).collect::<Result<_, _>>()?;
        Ok(Self { tables })
    }

    /// Nothing seen yet of a table.
    pub(crate) fn blank(&self, table: usize) -> TableSketch {
        self.tables[table].blank()
    }

    /// What is kept of a chunk.
    pub(crate) fn look(&self, table: usize, chunk: u64, batch: &RecordBatch, scratch: &mut Scratch) -> TableSketch {
        self.tables[table].look(chunk, batch, scratch)
    }

    /// Joins a chunk to those before it.
    pub(crate) fn merge(&self, table: usize, all: &mut TableSketch, next: TableSketch) {
        self.tables[table].merge(all, next);
    }

    /// The report of what was seen of each table.
    pub(crate) fn report(&self, sketches: &[TableSketch]) -> Report {
        let tables = self.tables.iter().zip(sketches);
        let tables =
            tables.map(|(lens, sketch)| lens.tell(sketch, conformance::checks(lens, sketch, (&self.tables, sketches))));
        Report { tables: tables.collect() }
    }
}
