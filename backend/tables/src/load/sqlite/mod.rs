//! Staging in a file beside the namespace's own.

mod encode;
mod stage;

pub(crate) use stage::SqliteStage;
