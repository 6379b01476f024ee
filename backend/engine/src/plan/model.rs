//! What a plan holds: tables with their columns made ready, and how to fill them.

use std::sync::Arc;

use arrow_schema::{DataType, SchemaRef};
use dmb_spec::{GeneratorRef, Table};

use super::composite::Composite;
use super::faults::FaultPlan;
use super::guard::Guard;
use super::nulls::NullRate;
use super::relation::Relation;
use crate::generator::Filler;

/// All tables of a plan. Tables and columns refer to one another by their places here.
pub(crate) struct Model {
    /// Parents before children.
    pub tables: Vec<TableModel>,
}

/// One table made ready.
pub(crate) struct TableModel {
    pub table: Arc<Table>,
    pub schema: SchemaRef,
    pub rows: u64,
    pub first_row: u64,
    /// In field order.
    pub columns: Vec<Column>,
    /// What is put into its rows when they are whole.
    pub faults: Option<FaultPlan>,
}

/// One column made ready.
pub(crate) struct Column {
    pub generator: GeneratorRef,
    pub filler: Box<dyn Filler>,
    pub data_type: DataType,
    /// The columns it is made from, in the filler's order.
    pub inputs: Vec<Source>,
    /// Where its row numbers come from a key of several columns.
    pub digit: Option<(Arc<Composite>, usize)>,
    /// How rows find their parents, on a foreign key that draws them.
    pub relation: Option<Relation>,
    pub nulls: Option<NullRate>,
    pub guard: Guard,
}

/// Where an input of a column comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Another column of the row.
    Sibling(usize),
    /// A column of the parent that the foreign key at place `via` leads to.
    Parent { via: usize, table: usize, column: usize },
    /// The key of a parent that existed before.
    Pool { via: usize },
    /// Nothing but nulls of this type: there is no parent to be had.
    Nothing(DataType),
}

impl TableModel {
    /// The name of a column.
    pub(crate) fn name_of(&self, column: usize) -> &str {
        &self.table.fields[column].name
    }
}
