//! Table definitions of a project.

mod faults;
mod fields;
mod inputs;
mod mutation;
mod query;
mod types;

pub(crate) use inputs::TableInput;
pub(crate) use mutation::TableMutation;
pub(crate) use query::TableQuery;
pub(crate) use types::TableDefinition;
