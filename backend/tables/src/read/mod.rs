//! Reading rows: pages for the grid, keys for relations, whole tables for exports.

mod cursor;
mod decode;
mod filter;
mod keys;
mod page;
mod scan;

use serde_json::Value;

pub(crate) use decode::Decoder;
pub(crate) use keys::keys;
pub(crate) use page::page;
pub use scan::Snapshot;

/// How a filter compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterOp {
    /// Equal.
    Eq,
    /// Not equal; rows without a value are left out.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Text that holds the value, whatever the case of its ASCII letters.
    Contains,
    /// Text that begins with the value, whatever the case of its ASCII letters.
    StartsWith,
    /// One of a list of at most 500 values.
    In,
    /// Rows without a value.
    IsNull,
    /// Rows with a value.
    IsNotNull,
}

/// One condition. Several hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Name of the field.
    pub field: String,
    /// How it compares.
    pub op: FilterOp,
    /// With what, in the form the API shows values in; a list for [`FilterOp::In`], absent for the null tests.
    pub value: Option<Value>,
}

/// Which way rows are sorted. Rows without a value come first going up, last going down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    Asc,
    /// Largest first.
    Desc,
}

/// One sort key. Earlier keys weigh more; ties are settled by the order rows came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Name of the field.
    pub field: String,
    /// Which way.
    pub direction: Direction,
}

/// Which page of rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowQuery {
    /// Conditions, at most 20.
    pub filter: Vec<Filter>,
    /// Sort keys, at most 8.
    pub sort: Vec<Sort>,
    /// Rows on the page, 1 to 1,000; more is cut to that.
    pub first: usize,
    /// Cursor of the row before the page.
    pub after: Option<String>,
}

/// A page of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct RowPage {
    /// Field names, in field order.
    pub columns: Vec<String>,
    /// Cells in column order.
    pub rows: Vec<Vec<Value>>,
    /// The cursor of each row.
    pub cursors: Vec<String>,
    /// Whether rows follow.
    pub has_next: bool,
    /// Rows that the filter lets through, whichever page they are on.
    pub total: u64,
}
