//! Migrations: what leads from one design to the next, in words and SQL, and carrying it out.

mod apply;
mod column;
mod diff;
mod guard;
mod links;
mod plan;
mod rebuild;
mod rename;
mod trash;
mod words;

use dmb_spec::Violation;
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
use guard::Guard;
pub(crate) use plan::plan;
pub(crate) use trash::{Trash, drop as drop_kept};

/// One change of the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Name of the table, as it is called afterwards (before, where it is dropped).
    pub table: String,
    /// One sentence: `Add column segment to customers`.
    pub description: String,
    /// The statements, in order.
    pub sql: Vec<String>,
    /// Whether something people see is gone afterwards.
    pub destructive: bool,
    /// What to think of before applying.
    pub warning: Option<String>,
    /// Rows that are read or rewritten, as counted when the plan was made.
    pub rows_touched: Option<u64>,
}

impl Step {
    /// A step that takes nothing away.
    pub(crate) fn plain(table: &str, description: String, sql: Vec<String>) -> Self {
        Self { table: table.to_owned(), description, sql, destructive: false, warning: None, rows_touched: None }
    }
}

/// What leads from one design to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationPlan {
    /// The changes, in the order they are made; empty where nothing changes.
    pub steps: Vec<Step>,
    /// Why the plan can't be applied (severity error), and what is worth knowing.
    pub violations: Vec<Violation>,
    /// SHA-256 of all statements, in hexadecimal: the same plan has the same.
    pub fingerprint: String,
    /// The database the statements are for: `SQLite`, `PostgreSQL`.
    pub database: &'static str,
    /// Migrations there were when it was made.
    pub(crate) base: u64,
    pub(crate) guards: Vec<Guard>,
}

impl MigrationPlan {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether something stands against applying it.
    pub fn is_blocked(&self) -> bool {
        self.violations.iter().any(Violation::is_error)
    }
}

/// A migration that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// How long it took.
    pub duration_ms: u64,
    /// The plan's fingerprint.
    pub checksum: String,
}
