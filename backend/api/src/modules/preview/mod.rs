//! Sample rows of a table, saved or not, and what the values of its fields look like.

mod distribution;
mod inputs;
mod query;
mod types;

pub(crate) use query::PreviewQuery;
