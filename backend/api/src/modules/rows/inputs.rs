//! Which rows are wanted.

use async_graphql::{Enum, InputObject};
use dmb_app::rows::{self, Filter, RowsRequest, Sort};
use serde_json::Value;

use crate::error::ApiResult;
use crate::relay::page;

/// Comparison of a condition.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "rows::FilterOp")]
pub(crate) enum FilterOp {
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

/// Direction of an order.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Smallest first.
    Asc,
    /// Largest first.
    Desc,
}

/// A condition on rows.
#[derive(InputObject)]
pub(crate) struct FilterInput {
    /// Field name.
    field: String,
    /// Comparison.
    op: FilterOp,
    /// What is compared with; a list for `IN`, absent for the null tests.
    value: Option<Value>,
}

/// An order of rows.
#[derive(InputObject)]
pub(crate) struct SortInput {
    /// Field name.
    field: String,
    /// Direction.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

/// The conditions.
pub(crate) fn filters(inputs: Option<Vec<FilterInput>>) -> Vec<Filter> {
    let filter = |input: FilterInput| Filter { field: input.field, op: input.op.into(), value: input.value };
    inputs.unwrap_or_default().into_iter().map(filter).collect()
}

/// The orders.
pub(crate) fn sorts(inputs: Option<Vec<SortInput>>) -> Vec<Sort> {
    let sort = |input: SortInput| Sort { field: input.field, descending: input.direction == Direction::Desc };
    inputs.unwrap_or_default().into_iter().map(sort).collect()
}

/// The whole wish.
pub(crate) fn request(
    first: Option<i32>,
    after: Option<String>,
    filter: Option<Vec<FilterInput>>,
    sort: Option<Vec<SortInput>>,
) -> ApiResult<RowsRequest> {
    Ok(RowsRequest { filter: filters(filter), sort: sorts(sort), page: page(first, after)? })
}
