//! What previews are asked for.

use async_graphql::{ID, InputObject};

use crate::modules::tables::TableInput;
use crate::scalars::BigInt;

/// Which field to look at.
#[derive(InputObject)]
pub(crate) struct FieldDistributionInput {
    /// The project the table is or will be in.
    pub project_id: ID,
    /// The table as in the editor, unsaved; as saved when absent.
    pub table: Option<TableInput>,
    /// Which saved table; with `table`, the one it replaces, absent for a new one.
    pub table_id: Option<ID>,
    /// Name of the field.
    pub field: String,
    /// Seed; the project's when absent.
    pub seed: Option<BigInt>,
}

/// Sample rows wished for.
#[derive(InputObject)]
pub(crate) struct PreviewInput {
    /// The project the table is or will be in.
    pub project_id: ID,
    /// The table as in the editor, unsaved; as saved when absent.
    pub table: Option<TableInput>,
    /// Which saved table; with `table`, the one it replaces, absent for a new one.
    pub table_id: Option<ID>,
    /// How many rows, 1 to 50.
    #[graphql(default = 10)]
    pub rows: u32,
    /// Seed; the project's when absent.
    pub seed: Option<BigInt>,
}
