//! Deleting exports: one that is no longer wanted, and those whose time is over.

use uuid::Uuid;

use crate::{Actor, App, AppError, ProjectEventKind, policy};

impl App {
    /// Deletes an export with its file. Links to it are dead from then on.
    pub async fn delete_export(&self, actor: &Actor, id: Uuid) -> Result<(), AppError> {
        let found = self.store().exports().get(id).await?;
        policy::write(actor, found.owner_id)?;
        self.drop_export(id).await?;
        self.note(Some(actor.user_id), "export.delete", format!("export:{id}")).await
    }

    /// Deletes the exports whose time is over; says how many. For the worker's sweep.
    pub async fn expire_exports(&self) -> Result<usize, AppError> {
        let expired = self.store().exports().expired(self.now()).await?;
        for export in &expired {
            match self.drop_export(export.id).await {
                // Somebody deleted it just now.
                Ok(()) | Err(AppError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(expired.len())
    }

    async fn drop_export(&self, id: Uuid) -> Result<(), AppError> {
        let deleted = self.store().exports().delete(id, self.now()).await?;
        self.remove_artifact(&deleted.storage_path).await?;
        self.announce(deleted.project_id, ProjectEventKind::ExportChanged, Some(id));
        Ok(())
    }
}
