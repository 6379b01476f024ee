//! Applying a migration.

use dmb_spec::Violation;
use dmb_store::{MigrationStatus, NewMigration};
use dmb_tables::{Applied, Namespace, TablesError};
use uuid::Uuid;

use super::plan::Planned;
use super::{Migration, PlannedMigration};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Applies the plan that was shown; where it would be another one by now, nothing is done and that one is given
    /// back. In one transaction: on failure the database is as before, and the history says why.
    pub async fn apply_migration(
        &self,
        actor: &Actor,
        project: Uuid,
        fingerprint: &str,
    ) -> Result<Outcome<Migration, PlannedMigration>, AppError> {
        let (found, design) = self.writable_design(actor, project).await?;
        if let Some(violation) = self.busy(project).await? {
            return Ok(Outcome::refused(violation));
        }
        let planned = self.plan_to(project, design, found.revision).await?;
        if planned.shown.fingerprint != fingerprint {
            return Ok(Outcome::Conflict(planned.shown));
        }
        if planned.plan.is_blocked() {
            return Ok(Outcome::Refused(planned.plan.violations));
        }
        if planned.plan.is_empty() {
            let message = "The tables in the database are as defined; there is nothing to do.";
            return Ok(Outcome::refused(Violation::error("", "nothing_to_migrate", message)));
        }
        match self.tables().apply(Namespace(project), &planned.plan).await {
            Ok(applied) => {
                let warnings = planned.plan.violations.clone();
                let kept = self.keep(actor, project, planned, Ok(applied)).await?;
                self.note(Some(actor.user_id), "migration.apply", format!("migration:{}", kept.id)).await?;
                self.announce(project, ProjectEventKind::Migrated, Some(kept.id));
                Ok(Outcome::Done(self.shown(kept).await?, warnings))
            }
            // The database is no longer what was planned for: the plan is another one now.
            Err(TablesError::Conflict(_)) => {
                Ok(Outcome::Conflict(self.plan_to(project, planned.after, found.revision).await?.shown))
            }
            Err(TablesError::Data(words)) => {
                let violation = Violation::error("", "migration_failed", words.clone());
                self.keep(actor, project, planned, Err(words)).await?;
                Ok(Outcome::refused(violation))
            }
            Err(TablesError::Invalid(violations)) => Ok(Outcome::Refused(violations)),
            Err(error) => Err(error.into()),
        }
    }

    async fn keep(
        &self,
        actor: &Actor,
        project: Uuid,
        planned: Planned,
        result: Result<Applied, String>,
    ) -> Result<dmb_store::Migration, AppError> {
        let (status, error, duration_ms) = match result {
            Ok(applied) => (MigrationStatus::Applied, None, applied.duration_ms),
            Err(words) => (MigrationStatus::Failed, Some(words), 0),
        };
        let new = NewMigration {
            project_id: project,
            design_before: planned.before,
            design_after: planned.after,
            steps: serde_json::to_value(&planned.shown.steps).map_err(AppError::internal)?,
            checksum: planned.plan.fingerprint,
            status,
            error,
            duration_ms,
            applied_by: actor.user_id,
            now: self.now(),
        };
        Ok(self.store().migrations().record(new).await?)
    }
}
