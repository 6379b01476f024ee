//! Bringing the tables in the database to what is designed, and back.

mod inputs;
mod mutation;
mod query;
mod types;

pub(crate) use mutation::MigrationMutation;
pub(crate) use query::MigrationQuery;
pub(crate) use types::{Migration, MigrationPlan};
