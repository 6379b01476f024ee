//! Pages of rows as the schema shows them.

use async_graphql::SimpleObject;
use dmb_app::rows::Rows;
use serde_json::Value;

use crate::relay::PageInfo;
use crate::scalars::BigInt;

/// A page of rows of a table.
#[derive(SimpleObject)]
pub(crate) struct RowConnection {
    /// Field names, in order.
    columns: Vec<String>,
    /// The rows with their cursors.
    edges: Vec<RowEdge>,
    /// The rows: lists of values in column order.
    nodes: Vec<Value>,
    /// Where the page stands in the table.
    page_info: PageInfo,
    /// Rows that meet the conditions.
    total_count: BigInt,
}

/// A row of a page.
#[derive(SimpleObject)]
pub(crate) struct RowEdge {
    /// Its place in the order.
    cursor: String,
    /// Its values, in column order.
    node: Value,
}

impl RowConnection {
    /// The page; `later` when it begins behind a cursor.
    pub fn new(rows: Rows, later: bool) -> Self {
        let page_info = PageInfo::new(&rows.rows, later, rows.has_next);
        let edge = |(cursor, values): &(String, Vec<Value>)| RowEdge {
            cursor: cursor.clone(),
            node: Value::Array(values.clone()),
        };
        Self {
            columns: rows.columns,
            edges: rows.rows.iter().map(edge).collect(),
            nodes: rows.rows.into_iter().map(|(_, values)| Value::Array(values)).collect(),
            page_info,
            total_count: rows.total.into(),
        }
    }
}
