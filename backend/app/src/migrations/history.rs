//! Migrations that were.

use dmb_store::MigrationStatus as Kept;
use uuid::Uuid;

use super::{Migration, MigrationStatus};
use crate::{Actor, App, AppError, Page, PageArgs};

impl App {
    /// A migration.
    pub async fn migration(&self, actor: &Actor, id: Uuid) -> Result<Migration, AppError> {
        let found = self.store().migrations().get(id).await?;
        self.readable(actor, found.project_id).await?;
        self.shown(found).await
    }

    /// The migrations of a project, newest first.
    pub async fn migrations(&self, actor: &Actor, project: Uuid, page: PageArgs) -> Result<Page<Migration>, AppError> {
        self.readable(actor, project).await?;
        let newest = self.store().migrations().last_applied(project).await?.map(|m| m.id);
        let found = self.store().migrations().list(project, &page.request()?).await?;
        Page::of(found).try_map(|m: dmb_store::Migration| Migration::of(m, newest))
    }

    pub(super) async fn shown(&self, kept: dmb_store::Migration) -> Result<Migration, AppError> {
        let newest = self.store().migrations().last_applied(kept.project_id).await?.map(|m| m.id);
        Migration::of(kept, newest)
    }
}

impl Migration {
    fn of(kept: dmb_store::Migration, newest: Option<Uuid>) -> Result<Self, AppError> {
        Ok(Self {
            id: kept.id,
            project_id: kept.project_id,
            number: kept.number,
            status: match kept.status {
                Kept::Applied => MigrationStatus::Applied,
                Kept::RolledBack => MigrationStatus::RolledBack,
                Kept::Failed => MigrationStatus::Failed,
            },
            steps: serde_json::from_value(kept.steps).map_err(AppError::internal)?,
            checksum: kept.checksum,
            duration_ms: kept.duration_ms,
            error: kept.error,
            applied_by: Some(kept.applied_by),
            created_at: kept.created_at,
            can_roll_back: newest == Some(kept.id),
        })
    }
}
