//! Finished files.

mod mutation;
mod query;
mod types;

pub(crate) use mutation::ExportMutation;
pub(crate) use query::ExportQuery;
pub(crate) use types::Export;
