//! What migrations are asked for.

use async_graphql::{ID, InputObject};

/// A plan to be applied.
#[derive(InputObject)]
pub(crate) struct ApplyMigrationInput {
    /// Which project.
    pub project_id: ID,
    /// The plan that was shown. If it would be another by now, that is a conflict, and nothing is applied.
    pub fingerprint: String,
}
