//! What a plan is asked for.

use std::collections::HashMap;

use arrow_array::ArrayRef;
use chrono::{DateTime, Utc};
use dmb_spec::{Design, FieldId, TableId};

/// A plan asked for: some tables of a design, with the seeds and the moment everything is made from.
pub struct PlanRequest<'a> {
    /// The design.
    pub design: &'a Design,
    /// The tables to make rows of, in any order.
    pub tables: Vec<TableRequest>,
    /// Seed of every column but the unique ones.
    pub seed: u64,
    /// Seed of unique columns, the same in every run that adds to the same tables, so that rows stay distinct.
    pub key_seed: u64,
    /// What "now" means.
    pub as_of: DateTime<Utc>,
    /// Whether rows get the faults their tables declare.
    pub faults: bool,
}

impl<'a> PlanRequest<'a> {
    /// Every table of the design, as planned there, from row 0, with the design's seed and its faults.
    pub fn whole(design: &'a Design, as_of: DateTime<Utc>) -> Self {
        let tables = design.tables.iter().map(|table| TableRequest::new(table.id)).collect();
        Self { design, tables, seed: design.seed, key_seed: design.seed, as_of, faults: true }
    }
}

/// One table of a plan asked for.
#[derive(Clone, Debug)]
pub struct TableRequest {
    /// The table.
    pub table: TableId,
    /// How many rows; `None` for what the design plans. A number for a table that is planned per parent keeps the
    /// shape of its distribution: every parent's share is scaled so that the whole comes out at exactly this number.
    pub rows: Option<u64>,
    /// Rows made by earlier runs that stay in the table; row numbers continue from here. 0 for replacing and for files.
    pub first_row: u64,
    /// Keys of parents that are not part of this run, by foreign-key field, in the Arrow type of the field. Where the
    /// foreign key is unique, only those that no row of this table uses yet.
    pub existing_keys: HashMap<FieldId, ArrayRef>,
}

impl TableRequest {
    /// The table as planned in the design, from row 0.
    pub fn new(table: TableId) -> Self {
        Self { table, rows: None, first_row: 0, existing_keys: HashMap::new() }
    }

    /// The same with so many rows.
    #[must_use]
    pub fn rows(mut self, rows: u64) -> Self {
        self.rows = Some(rows);
        self
    }
}
