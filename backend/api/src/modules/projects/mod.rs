//! Projects: a design, and all that belongs to it.

mod inputs;
mod mutation;
mod query;
mod types;

pub(crate) use mutation::ProjectMutation;
pub(crate) use query::ProjectQuery;
pub(crate) use types::{OnDelete, Project};
