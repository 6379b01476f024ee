//! The plan: a design made ready to generate, with every reason why it can't.
//!
//! [`compile`] finds everything that would go wrong, before a row is made. The [`Plan`] it returns can give any chunk of
//! any table, on any thread, in any order. It never writes anywhere.
//!
//! In the making: `tables` (order, row counts, parents) → `resolve` (generators) → `keys`, `draws`, `columns` (fillers) →
//! `link` (inputs, circles) → `sample` (a look at what comes out). Made: `model` holds it, `frame` fills columns,
//! `explain` tells of it.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use dmb_spec::{FieldId, GeneratorRef, Table, Violation};

mod children;
mod columns;
mod compile;
mod composite;
mod draws;
mod explain;
mod fingerprint;
mod frame;
mod guard;
mod keys;
mod link;
mod model;
mod nulls;
mod relation;
mod request;
mod resolve;
mod sample;
mod tables;
mod uniques;

pub use compile::compile;
pub use explain::{ColumnNotes, StreamNotes, TableNotes, UniqueNotes, Way};
pub use request::{PlanRequest, TableRequest};

use crate::generator::EngineError;
use frame::Frame;
use model::{Model, TableModel};

/// Rows in a chunk: the unit of parallel work, of checkpoints and of memory.
pub const CHUNK_ROWS: u64 = 16_384;

/// A design ready to generate. Cheap to clone; any thread may use it.
#[derive(Clone)]
pub struct Plan {
    tables: Arc<[Arc<TablePlan>]>,
    warnings: Arc<[Violation]>,
    fingerprint: Arc<str>,
    /// Bytes of a row of each table.
    row_bytes: Arc<[u64]>,
}

impl Plan {
    /// What is allowed but probably not meant.
    pub fn warnings(&self) -> &[Violation] {
        &self.warnings
    }

    /// The tables, parents before children.
    pub fn tables(&self) -> &[Arc<TablePlan>] {
        &self.tables
    }

    /// The same text for the same request, another for any other: 64 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.to_string()
    }

    /// Rows of all tables.
    pub fn total_rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows()).sum()
    }

    /// About how many bytes all rows would take in memory, judged by a sample of each table.
    pub fn estimated_bytes(&self) -> u64 {
        let bytes = |(table, bytes): (&Arc<TablePlan>, &u64)| bytes.saturating_mul(table.rows());
        self.tables.iter().zip(&*self.row_bytes).map(bytes).fold(0, u64::saturating_add)
    }

    /// About how many bytes a row of the table at this place of [`Self::tables`] takes in memory; 0 where there is none.
    pub fn row_bytes(&self, table: usize) -> u64 {
        self.row_bytes.get(table).copied().unwrap_or_default()
    }
}

/// One table of a plan.
pub struct TablePlan {
    model: Arc<Model>,
    at: usize,
}

impl TablePlan {
    /// The table as declared.
    pub fn table(&self) -> &Arc<Table> {
        &self.inner().table
    }

    /// Its columns, in field order.
    pub fn schema(&self) -> &SchemaRef {
        &self.inner().schema
    }

    /// Rows this run makes of it.
    pub fn rows(&self) -> u64 {
        self.inner().rows
    }

    /// Number of the first row of this run.
    pub fn first_row(&self) -> u64 {
        self.inner().first_row
    }

    /// Chunks this run makes of it.
    pub fn chunk_count(&self) -> u64 {
        self.rows().div_ceil(CHUNK_ROWS)
    }

    /// The rows of one chunk; all but the last have [`CHUNK_ROWS`] rows, one beyond [`Self::chunk_count`] has none.
    pub fn chunk(&self, index: u64) -> Result<RecordBatch, EngineError> {
        let end = self.first_row() + self.rows();
        let start = self.first_row().saturating_add(index.saturating_mul(CHUNK_ROWS)).min(end);
        self.batch((start..end.min(start.saturating_add(CHUNK_ROWS))).collect())
    }

    /// Any rows by number, in any order, as often as wanted. Numbers go from [`Self::first_row`] on and end before
    /// `first_row() + rows()`; others are an error.
    pub fn rows_at(&self, rows: &[u64]) -> Result<RecordBatch, EngineError> {
        let mine = self.first_row()..self.first_row() + self.rows();
        match rows.iter().find(|row| !mine.contains(row)) {
            None => self.batch(rows.to_vec()),
            Some(row) => {
                let message =
                    format!("row {row} is not among rows {} to {} of {}", mine.start, mine.end, self.table().name);
                Err(EngineError::fill(message))
            }
        }
    }

    /// The generator of a field: the declared one, or the one chosen for it. `None` for a field of another table.
    pub fn generator_of(&self, field: FieldId) -> Option<&GeneratorRef> {
        let at = self.table().fields.iter().position(|f| f.id == field)?;
        Some(&self.inner().columns[at].generator)
    }

    fn batch(&self, rows: Vec<u64>) -> Result<RecordBatch, EngineError> {
        if rows.is_empty() {
            return Ok(RecordBatch::new_empty(Arc::clone(self.schema())));
        }
        let mut frame = Frame::new(&self.model, self.at, rows);
        let columns = (0..self.inner().columns.len()).map(|at| frame.value(at)).collect::<Result<_, _>>()?;
        Ok(RecordBatch::try_new(Arc::clone(self.schema()), columns)?)
    }

    fn inner(&self) -> &TableModel {
        &self.model.tables[self.at]
    }
}
