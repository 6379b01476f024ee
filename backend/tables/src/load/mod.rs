//! Loading rows: [`Loader`] takes chunks into a staging place of its own, publishes them all in one transaction.

mod loader;
mod postgres;
mod publish;
mod sqlite;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use dmb_engine::output::{Encoded, Encoder};
use dmb_spec::{Design, TableId};
use uuid::Uuid;

pub use loader::Loader;
pub(crate) use postgres::PgStage;
pub(crate) use sqlite::SqliteStage;

use crate::{Namespace, TablesError};

/// What happens to the rows that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LoadMode {
    /// They stay.
    Append,
    /// They go, in the same transaction that brings the new ones.
    Replace,
}

/// A table of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadTable {
    /// Which table of the design.
    pub table: TableId,
    /// Number of the first row that comes: rows used by earlier loads when the job was made
    /// ([`crate::Tables::high_water`]), 0 when replacing.
    pub first_row: u64,
}

/// What a load is.
#[derive(Clone)]
pub struct LoadRequest {
    /// Whose tables.
    pub namespace: Namespace,
    /// The job; a later attempt of the same job goes on where the earlier one stopped.
    pub job: Uuid,
    /// The design the tables were migrated to.
    pub design: Arc<Design>,
    /// The tables that get rows, in the order they will come.
    pub tables: Vec<LoadTable>,
    /// What happens to the rows that are there.
    pub mode: LoadMode,
    /// Seed that the values of unique columns come from; remembered for each table with its first rows.
    pub key_seed: u64,
    /// Tells what the rows come from (the plan's fingerprint). What an earlier attempt staged under another
    /// fingerprint is thrown away.
    pub fingerprint: String,
    /// When it becomes true, publishing stops within moments and changes nothing.
    pub cancel: Arc<AtomicBool>,
}

/// Where the rows of a load wait: without constraints, each table with how far it has come.
pub(crate) trait Stage: Send {
    /// Makes chunks of the table at this position ready.
    fn encoder(&self, position: usize) -> Arc<dyn Encoder>;

    /// Begins a table of so many columns and returns how many of its rows are there already. What comes until
    /// [`Self::checkpoint`] is one transaction.
    fn begin(&mut self, position: usize, columns: usize) -> Result<u64, TablesError>;

    /// Adds rows in the form the encoder gives them.
    fn insert(&mut self, position: usize, chunk: Encoded) -> Result<(), TablesError>;

    /// Commits the rows so far with their number, in one transaction, and begins the next unless `last`.
    fn checkpoint(&mut self, position: usize, rows: u64, last: bool) -> Result<(), TablesError>;
}
