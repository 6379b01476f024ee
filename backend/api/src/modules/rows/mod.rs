//! Rows of the tables in the database: conditions, orders, pages. They are read through their table.

mod inputs;
mod types;

pub(crate) use inputs::{FilterInput, SortInput, filters, request, sorts};
pub(crate) use types::RowConnection;
