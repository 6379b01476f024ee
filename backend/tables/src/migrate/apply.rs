//! Carrying a plan out.

use std::time::Instant;

use super::{Applied, MigrationPlan, words};
use crate::error::Refusal;
use crate::home::Home;
use crate::introspect::Broken;
use crate::session::Session;
use crate::{Namespace, TablesError, state};

/// Applies a plan in one transaction.
pub(crate) fn apply(home: &dyn Home, namespace: Namespace, plan: &MigrationPlan) -> Result<Applied, TablesError> {
    let errors: Vec<_> = plan.violations.iter().filter(|v| v.is_error()).cloned().collect();
    if !errors.is_empty() {
        return Err(TablesError::Invalid(errors));
    }
    let begun = Instant::now();
    let writer = home.writer(namespace)?;
    let session = &*writer;
    session.begin_write()?;
    state::ensure(session)?;
    if state::migrations(session)? != plan.base {
        let message = "somebody else changed the tables after this plan was made; make it anew";
        return Err(TablesError::Conflict(message.into()));
    }
    for guard in &plan.guards {
        if let Some(violation) = guard.check(session)? {
            return Err(TablesError::Invalid(vec![violation]));
        }
    }
    for step in &plan.steps {
        for sql in &step.sql {
            session.batch(sql).map_err(|error| failed(&step.description, error))?;
        }
    }
    state::forget_counts(session)?;
    state::set_migrations(session, plan.base + 1)?;
    check_foreign_keys(session)?;
    session.commit().map_err(|error| failed("Keep the changes", error))?;
    let duration_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(Applied { duration_ms, checksum: plan.fingerprint.clone() })
}

/// Rows that refer to nothing, as an error in words.
fn check_foreign_keys(session: &dyn Session) -> Result<(), TablesError> {
    let broken = session.dialect().catalogue().broken_foreign_keys(session)?;
    if broken.is_empty() {
        return Ok(());
    }
    let sentence = |b: &Broken| {
        format!("{} of {} have a {} that refers to no row of {}", words::rows(b.rows), b.table, b.column, b.parent)
    };
    Err(TablesError::Data(broken.iter().map(sentence).collect::<Vec<_>>().join("; ")))
}

/// What a failed step means. The plan was checked, so a statement that the database does not understand was made for
/// tables that have changed since.
fn failed(step: &str, error: TablesError) -> TablesError {
    match error.refusal() {
        Some(Refusal::Changed) => {
            tracing::warn!(%error, step, "a migration step failed");
            let message = format!("“{step}” failed: the database is no longer as it was when the plan was made");
            TablesError::Conflict(message)
        }
        Some(Refusal::Rows) => {
            tracing::warn!(%error, step, "a migration step met rows that break a constraint");
            TablesError::Data(format!("“{step}” can't be done: rows break a constraint of the new design"))
        }
        None => error,
    }
}
