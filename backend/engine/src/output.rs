//! The port to wherever rows go. Sinks (files) and tables (databases) implement it; the run drives it.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use dmb_spec::Table;

use crate::faults::FaultyCell;
use crate::generator::EngineError;

/// What an output is told of a table before its first chunk.
#[derive(Clone)]
pub struct TableHeader {
    /// The table as declared.
    pub table: Arc<Table>,
    /// Columns in field order; names are field names.
    pub schema: SchemaRef,
    /// Rows that will come, where that is known.
    pub rows: Option<u64>,
}

/// What goes wrong in an output, in words for the person who started the job.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// Reading or writing failed.
    #[error("{context}: {source}")]
    Io {
        /// What was being done.
        context: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The data can't be held by this output (a limit of the format, a constraint of the table).
    #[error("{0}")]
    Data(String),
    /// Something passing (a lock, a lost connection): trying the job again may help.
    #[error("{0}")]
    Transient(String),
    /// A defect.
    #[error("{0}")]
    Internal(String),
}

/// A chunk made ready for its output by [`Encoder::encode`].
pub enum Encoded {
    /// Rows as they are.
    Batch(RecordBatch),
    /// Bytes to append, with the number of rows they hold.
    Bytes {
        /// The bytes.
        bytes: Vec<u8>,
        /// Rows in them.
        rows: u64,
    },
}

impl Encoded {
    /// Rows in the chunk.
    pub fn rows(&self) -> u64 {
        match self {
            Self::Batch(batch) => batch.num_rows() as u64,
            Self::Bytes { rows, .. } => *rows,
        }
    }
}

/// The part of an output's work that needs no order, so that every thread can do it.
pub trait Encoder: Send + Sync {
    /// Makes a chunk ready to be written.
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError>;
}

/// An encoder that passes rows on as they are.
pub struct AsBatch;

impl Encoder for AsBatch {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        Ok(Encoded::Batch(batch.clone()))
    }
}

/// A place rows go to. Tables come one after another, chunks in row order. Ends with exactly one of `finish` and
/// `abort`; dropped without either, it must behave as if aborted.
pub trait Output: Send {
    /// Begins a table; returns its encoder, and `skip`, the number of its first rows that are there already from an
    /// attempt that was interrupted (0 for outputs that start anew).
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError>;

    /// Takes the next chunk of the table begun last. Chunks of rows below `skip` are not sent; `skip` is a chunk
    /// boundary.
    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError>;

    /// Is told which cells of the chunk written last are wrong on purpose, row by row; only where there are some. Most
    /// outputs have no use for it.
    fn faults(&mut self, _cells: &[FaultyCell]) -> Result<(), OutputError> {
        Ok(())
    }

    /// Ends the table begun last.
    fn end_table(&mut self) -> Result<(), OutputError>;

    /// Makes everything visible at once.
    fn finish(self: Box<Self>) -> Result<(), OutputError>;

    /// Takes everything back: no file, no row is left.
    fn abort(self: Box<Self>);
}

/// What goes wrong in a run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Rows could not be made.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Rows could not be delivered.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The run was told to stop; every output was aborted.
    #[error("cancelled")]
    Cancelled,
    /// A thread of the run panicked; every output was aborted.
    #[error("a generating thread stopped unexpectedly")]
    Panicked,
}
