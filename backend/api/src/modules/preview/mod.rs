//! Sample rows of a table, saved or not.

mod inputs;
mod query;
mod types;

pub(crate) use query::PreviewQuery;
