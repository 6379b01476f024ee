//! Taking the newest migration back.

use dmb_spec::{Design, Violation};
use dmb_store::MigrationStatus;
use dmb_tables::{Namespace, TablesError};
use uuid::Uuid;

use super::{Migration, PlannedMigration};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Takes the newest migration in force back. What it dropped comes back with its rows; what it added goes. The
    /// design stays as it is, so the tables are changed or drafts again.
    pub async fn roll_back_migration(
        &self,
        actor: &Actor,
        id: Uuid,
    ) -> Result<Outcome<Migration, PlannedMigration>, AppError> {
        let migration = self.store().migrations().get(id).await?;
        let project = migration.project_id;
        let (found, design) = self.writable_design(actor, project).await?;
        let newest = self.store().migrations().last_applied(project).await?.map(|m| m.id);
        if migration.status != MigrationStatus::Applied || newest != Some(id) {
            let message = "Only the newest migration that is in force can be taken back.";
            return Ok(Outcome::refused(Violation::error("id", "not_newest", message)));
        }
        if let Some(violation) = self.busy(project).await? {
            return Ok(Outcome::refused(violation));
        }
        let (from, to) = (&migration.design_after, migration.design_before.clone().unwrap_or_else(|| Design::new("")));
        let namespace = Namespace(project);
        let plan = match self.tables().plan_migration(namespace, Some(from), &to).await {
            Ok(plan) if plan.is_blocked() => return Ok(Outcome::Refused(plan.violations)),
            Ok(plan) => plan,
            Err(TablesError::Invalid(violations)) => return Ok(Outcome::Refused(violations)),
            Err(error) => return Err(error.into()),
        };
        match self.tables().apply(namespace, &plan).await {
            Ok(_) => {}
            Err(TablesError::Data(words)) => {
                return Ok(Outcome::refused(Violation::error("", "migration_failed", words)));
            }
            Err(TablesError::Conflict(_)) => {
                return Ok(Outcome::Conflict(self.plan_to(project, design, found.revision).await?.shown));
            }
            Err(error) => return Err(error.into()),
        }
        let taken_back = self.store().migrations().mark_rolled_back(id, self.now()).await?;
        self.note(Some(actor.user_id), "migration.roll_back", format!("migration:{id}")).await?;
        self.announce(project, ProjectEventKind::Migrated, Some(id));
        Ok(Outcome::Done(self.shown(taken_back).await?, plan.violations))
    }
}
