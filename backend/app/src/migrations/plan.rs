//! What a migration would do.

use dmb_spec::Design;
use dmb_tables::{MigrationPlan, Namespace};
use uuid::Uuid;

use super::{MigrationStep, PlannedMigration};
use crate::{Actor, App, AppError};

impl From<dmb_tables::Step> for MigrationStep {
    fn from(step: dmb_tables::Step) -> Self {
        let dmb_tables::Step { table, description, sql, destructive, warning, rows_touched } = step;
        Self { table, description, sql, destructive, warning, rows_touched }
    }
}

/// A plan with the two designs it leads from and to.
pub(super) struct Planned {
    pub(super) before: Option<Design>,
    pub(super) after: Design,
    pub(super) plan: MigrationPlan,
    pub(super) shown: PlannedMigration,
}

impl App {
    /// What would bring the tables in the database to what is defined: words and SQL, before anything is done.
    pub async fn migration_plan(&self, actor: &Actor, project: Uuid) -> Result<PlannedMigration, AppError> {
        let (found, design) = self.readable_design(actor, project).await?;
        Ok(self.plan_to(project, design, found.revision).await?.shown)
    }

    /// The plan from what the database has to `after`.
    pub(super) async fn plan_to(&self, project: Uuid, after: Design, revision: u32) -> Result<Planned, AppError> {
        let last = self.store().migrations().last_applied(project).await?;
        let base = last.as_ref().map_or(0, |m| m.number);
        let before = self.store().migrations().current_design(project).await?;
        let planned = self.tables().plan_migration(Namespace(project), before.as_ref(), &after).await;
        let plan = match planned {
            Ok(plan) => plan,
            Err(error) => return Err(error.into()),
        };
        let shown = PlannedMigration {
            base,
            target_revision: revision,
            fingerprint: plan.fingerprint.clone(),
            database: plan.database.to_owned(),
            steps: plan.steps.iter().cloned().map(Into::into).collect(),
            violations: plan.violations.clone(),
        };
        Ok(Planned { before, after, plan, shown })
    }
}
