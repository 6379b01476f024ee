//! The plan: a design made ready to generate, with every reason why it can't.
//!
//! [`compile`] finds everything that would go wrong, before a row is made. The [`Plan`] it returns can give any chunk of
//! any table, on any thread, in any order. It never writes anywhere.
//!
//! In the making: `tables` (order, row counts, parents) → `resolve` (generators) → `keys`, `draws`, `columns` (fillers) →
//! `link` (inputs, circles) → `sample` (a look at what comes out) → `faults`. Made: `model` holds it, `frame` fills columns,
//! `explain` tells of it.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, new_empty_array};
use arrow_schema::SchemaRef;
use dmb_spec::{FieldId, GeneratorRef, Table, Violation};

mod children;
mod columns;
mod compile;
mod composite;
mod draws;
mod explain;
mod faults;
mod fingerprint;
mod frame;
pub(crate) mod guard;
mod keys;
mod link;
mod model;
pub(crate) mod nulls;
mod relation;
mod request;
mod resolve;
mod sample;
mod survey;
mod tables;
mod uniques;

pub use compile::compile;
pub use explain::{ColumnNotes, StreamNotes, TableNotes, UniqueNotes, Way};
pub use request::{PlanRequest, TableRequest};

pub(crate) use faults::Keyspace;
pub(crate) use model::Column;
pub(crate) use relation::{Draw, Parents};
pub(crate) use survey::Survey;

use crate::faults::FaultyCell;
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

    /// Its columns, in field order; nullable where declared, and where a fault takes values away.
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
        Ok(self.chunk_with_faults(index)?.0)
    }

    /// The rows of one chunk, as [`Self::chunk`] gives them, and which of their cells are wrong on purpose.
    pub fn chunk_with_faults(&self, index: u64) -> Result<(RecordBatch, Vec<FaultyCell>), EngineError> {
        let end = self.first_row() + self.rows();
        let start = self.first_row().saturating_add(index.saturating_mul(CHUNK_ROWS)).min(end);
        self.batch((start..end.min(start.saturating_add(CHUNK_ROWS))).collect())
    }

    /// Any rows by number, in any order, as often as wanted. Numbers go from [`Self::first_row`] on and end before
    /// `first_row() + rows()`; others are an error.
    pub fn rows_at(&self, rows: &[u64]) -> Result<RecordBatch, EngineError> {
        self.check_rows(rows)?;
        Ok(self.batch(rows.to_vec())?.0)
    }

    /// One column of any rows, as [`Self::rows_at`] has it; no more is filled than it is made from.
    pub fn column_at(&self, field: FieldId, rows: &[u64]) -> Result<ArrayRef, EngineError> {
        self.check_rows(rows)?;
        match self.table().fields.iter().position(|f| f.id == field) {
            Some(at) if rows.is_empty() => Ok(new_empty_array(self.schema().field(at).data_type())),
            Some(at) => Frame::new(&self.model, self.at, rows.to_vec()).value(at),
            None => Err(EngineError::fill(format!("{} has no such field", self.table().name))),
        }
    }

    fn check_rows(&self, rows: &[u64]) -> Result<(), EngineError> {
        let mine = self.first_row()..self.first_row() + self.rows();
        let Some(row) = rows.iter().find(|row| !mine.contains(row)) else { return Ok(()) };
        let message = format!("row {row} is not among rows {} to {} of {}", mine.start, mine.end, self.table().name);
        Err(EngineError::fill(message))
    }

    /// The generator of a field: the declared one, or the one chosen for it. `None` for a field of another table.
    pub fn generator_of(&self, field: FieldId) -> Option<&GeneratorRef> {
        let at = self.table().fields.iter().position(|f| f.id == field)?;
        Some(&self.inner().columns[at].generator)
    }

    /// Whether some of its rows are wrong on purpose.
    pub fn has_faults(&self) -> bool {
        self.inner().faults.is_some()
    }

    /// Whether a fault may change the column at this place.
    pub(crate) fn strikes(&self, at: usize) -> bool {
        self.inner().faults.as_ref().is_some_and(|faults| faults.strikes(at))
    }

    /// A column as the plan has it.
    pub(crate) fn column(&self, at: usize) -> &Column {
        &self.inner().columns[at]
    }

    fn batch(&self, rows: Vec<u64>) -> Result<(RecordBatch, Vec<FaultyCell>), EngineError> {
        if rows.is_empty() {
            return Ok((RecordBatch::new_empty(Arc::clone(self.schema())), Vec::new()));
        }
        let mut frame = Frame::new(&self.model, self.at, rows);
        let columns = (0..self.inner().columns.len()).map(|at| frame.value(at));
        let mut columns: Vec<ArrayRef> = columns.collect::<Result<_, _>>()?;
        let faulty = match &self.inner().faults {
            Some(faults) => faults.strike(&self.model, self.at, frame.rows(), &mut columns)?,
            None => Vec::new(),
        };
        Ok((RecordBatch::try_new(Arc::clone(self.schema()), columns)?, faulty))
    }

    fn inner(&self) -> &TableModel {
        &self.model.tables[self.at]
    }
}
