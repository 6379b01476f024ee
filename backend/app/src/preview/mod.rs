//! Sample rows of a design, saved or not, without a database.

mod distribution;
mod rows;
mod sample;

use dmb_spec::{FieldType, GeneratorRef, TableId, Violation};
use serde_json::Value;
use uuid::Uuid;

use crate::tables::TableDraft;

pub use dmb_engine::distribution::{Bin, Counted, Distribution, Shape};
pub(crate) use sample::{sample, sample_as_of};

/// Most rows of a preview.
pub const MAX_PREVIEW_ROWS: u32 = 50;
/// Rows that a distribution is seen from, where the table has as many.
pub const DISTRIBUTION_ROWS: u64 = 1_000;

/// Wish for sample rows.
#[derive(Clone, Debug)]
pub struct PreviewRequest {
    /// The project the table is or will be in.
    pub project_id: Uuid,
    /// The table as in the editor; as saved where absent.
    pub table: Option<TableDraft>,
    /// The saved table; with `table`, the one it replaces (absent for a new one).
    pub table_id: Option<TableId>,
    /// How many rows, 1 to [`MAX_PREVIEW_ROWS`].
    pub rows: u32,
    /// Seed; the project's where absent.
    pub seed: Option<u64>,
}

/// Wish for what the values of a field look like.
#[derive(Clone, Debug)]
pub struct DistributionRequest {
    /// The project the table is or will be in.
    pub project_id: Uuid,
    /// The table as in the editor; as saved where absent.
    pub table: Option<TableDraft>,
    /// The saved table; with `table`, the one it replaces (absent for a new one).
    pub table_id: Option<TableId>,
    /// Name of the field.
    pub field: String,
    /// Seed; the project's where absent.
    pub seed: Option<u64>,
}

/// What the values of a field look like, or why that can't be said.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDistribution {
    /// By [`DISTRIBUTION_ROWS`] rows spread over the table; `None` where a violation is an error.
    pub distribution: Option<Distribution>,
    /// Everything wrong with the table; warnings too.
    pub violations: Vec<Violation>,
}

/// Sample rows, or why there are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The columns, in field order.
    pub columns: Vec<PreviewColumn>,
    /// The rows: a value a column. Empty when a violation is an error.
    pub rows: Vec<Vec<Value>>,
    /// Everything wrong with the table; warnings too.
    pub violations: Vec<Violation>,
    /// The seed they were drawn with.
    pub seed: u64,
}

/// A column of a preview.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewColumn {
    /// Field name.
    pub name: String,
    /// Field type.
    pub field_type: FieldType,
    /// The generator that is used, chosen where none is declared.
    pub generator: GeneratorRef,
}
