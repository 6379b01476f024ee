//! Rows of the tables in the database.

mod page;

use serde_json::Value;

use crate::PageArgs;

/// Comparison of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterOp {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Text that holds this text.
    Contains,
    /// Text that begins with this text.
    StartsWith,
    /// One of a list.
    In,
    /// Null.
    IsNull,
    /// Not null.
    IsNotNull,
}

/// A condition on rows; several hold together.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Filter {
    /// Field name.
    pub field: String,
    /// Comparison.
    pub op: FilterOp,
    /// What is compared with; a list for `In`, absent for the null tests.
    #[serde(default)]
    pub value: Option<Value>,
}

/// An order of rows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sort {
    /// Field name.
    pub field: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}

/// Which rows of a table are wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowsRequest {
    /// Conditions, all of which hold.
    pub filter: Vec<Filter>,
    /// Order; the key's where empty.
    pub sort: Vec<Sort>,
    /// Which part.
    pub page: PageArgs,
}

/// A page of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Field names, in order.
    pub columns: Vec<String>,
    /// Cursor and values of each row, in column order.
    pub rows: Vec<(String, Vec<Value>)>,
    /// Whether there are more.
    pub has_next: bool,
    /// Rows that meet the conditions.
    pub total: u64,
}
