//! Carrying a plan out.

use std::time::Instant;

use rusqlite::{Connection, TransactionBehavior};

use super::{Applied, MigrationPlan, words};
use crate::connection::Connections;
use crate::{Namespace, TablesError, introspect, state};

/// Applies a plan in one transaction.
pub(crate) fn apply(
    connections: &Connections,
    namespace: Namespace,
    plan: &MigrationPlan,
) -> Result<Applied, TablesError> {
    let errors: Vec<_> = plan.violations.iter().filter(|v| v.is_error()).cloned().collect();
    if !errors.is_empty() {
        return Err(TablesError::Invalid(errors));
    }
    let begun = Instant::now();
    let mut connection = connections.writer(namespace)?;
    // Names in conditions and references follow a rename only when this is off; rebuilds rely on it too.
    connection.pragma_update(None, "legacy_alter_table", false)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    state::ensure(&transaction)?;
    for guard in &plan.guards {
        if let Some(violation) = guard.check(&transaction)? {
            return Err(TablesError::Invalid(vec![violation]));
        }
    }
    for step in &plan.steps {
        for sql in &step.sql {
            transaction.execute_batch(sql).map_err(|error| failed(&step.description, error))?;
        }
    }
    state::forget_counts(&transaction)?;
    check_foreign_keys(&transaction)?;
    transaction.commit()?;
    let duration_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(Applied { duration_ms, checksum: plan.fingerprint.clone() })
}

/// Rows that refer to nothing, as an error in words.
fn check_foreign_keys(connection: &Connection) -> Result<(), TablesError> {
    let broken = introspect::broken_foreign_keys(connection, None)?;
    if broken.is_empty() {
        return Ok(());
    }
    let sentence = |b: &introspect::Broken| {
        format!("{} of {} have a {} that refers to no row of {}", words::rows(b.rows), b.table, b.column, b.parent)
    };
    Err(TablesError::Data(broken.iter().map(sentence).collect::<Vec<_>>().join("; ")))
}

/// What a failed step means. The plan was checked, so a statement that the database does not understand was made for
/// tables that have changed since.
fn failed(step: &str, error: rusqlite::Error) -> TablesError {
    let changed = matches!(error, rusqlite::Error::SqlInputError { .. })
        || error.sqlite_error_code() == Some(rusqlite::ErrorCode::Unknown);
    if changed {
        tracing::warn!(%error, step, "a migration step failed");
        let message = format!("“{step}” failed: the database is no longer as it was when the plan was made");
        return TablesError::Conflict(message);
    }
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) {
        tracing::warn!(%error, step, "a migration step met rows that break a constraint");
        return TablesError::Data(format!("“{step}” can't be done: rows break a constraint of the new design"));
    }
    error.into()
}
