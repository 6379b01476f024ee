//! Bringing the tables in the database to what is defined, and back.

mod apply;
mod history;
mod plan;
mod roll_back;

use chrono::{DateTime, Utc};
use dmb_spec::Violation;
use uuid::Uuid;

/// How a migration ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MigrationStatus {
    /// In force.
    Applied,
    /// Taken back.
    RolledBack,
    /// Nothing was changed.
    Failed,
}

/// What would be done to the database.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedMigration {
    /// Number of the migration in force now; 0 before the first.
    pub base: u32,
    /// The project's revision it leads to.
    pub target_revision: u32,
    /// What must be given back to apply exactly this.
    pub fingerprint: String,
    /// The database's name, for people.
    pub database: String,
    /// What is done, in order; empty when everything is as defined.
    pub steps: Vec<MigrationStep>,
    /// Why it can't be applied.
    pub violations: Vec<Violation>,
}

/// One step of a migration.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MigrationStep {
    /// The table it changes.
    pub table: String,
    /// What it does, in words.
    pub description: String,
    /// The statements.
    pub sql: Vec<String>,
    /// Whether data may be lost to sight.
    pub destructive: bool,
    /// What to think of before.
    pub warning: Option<String>,
    /// Rows it touches, where known.
    pub rows_touched: Option<u64>,
}

/// A migration that was applied, or tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// Its id.
    pub id: Uuid,
    /// Its project.
    pub project_id: Uuid,
    /// Counts the project's migrations from 1.
    pub number: u32,
    /// How it ended.
    pub status: MigrationStatus,
    /// What it did.
    pub steps: Vec<MigrationStep>,
    /// Hash of its statements.
    pub checksum: String,
    /// How long it took.
    pub duration_ms: u64,
    /// Why it failed.
    pub error: Option<String>,
    /// Who applied it.
    pub applied_by: Option<Uuid>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Whether it is the newest in force, the only one that can be taken back.
    pub can_roll_back: bool,
}
