//! Deleting a project.

use std::path::{Component, Path};

use dmb_tables::Namespace;
use uuid::Uuid;

use crate::{Actor, App, AppError, ProjectEventKind};

impl App {
    /// Deletes a project with its tables, rows, jobs and files. Running jobs are stopped.
    pub async fn delete_project(&self, actor: &Actor, id: Uuid) -> Result<(), AppError> {
        self.writable(actor, id).await?;
        // The jobs first, so that a worker here stops at once; one elsewhere finds its lease gone.
        for job in self.unfinished_jobs(id).await? {
            self.signal_cancel(job);
        }
        let deleted = self.store().projects().delete(id).await?;
        self.note(Some(actor.user_id), "project.delete", format!("project:{id}")).await?;
        self.announce(id, ProjectEventKind::ProjectDeleted, None);
        for path in &deleted.storage_paths {
            self.remove_artifact(path).await?;
        }
        // A job that was loading lets go within moments; its staging goes with the rest.
        Ok(self.tables().drop_namespace(Namespace(id)).await?)
    }

    /// Removes a file of the artifacts' folder, and the folders it was in where they are empty then. A file that is not
    /// there is no error.
    pub(crate) async fn remove_artifact(&self, storage_path: &str) -> Result<(), AppError> {
        let Some(path) = self.artifact_path(storage_path) else { return Ok(()) };
        match tokio::fs::remove_file(&path).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(AppError::internal(error)),
            Ok(()) | Err(_) => {}
        }
        let root = self.config().artifacts_dir();
        for folder in path.ancestors().skip(1).take_while(|f| *f != root) {
            // An error says that other files of the same job are still in it.
            if tokio::fs::remove_dir(folder).await.is_err() {
                break;
            }
        }
        Ok(())
    }

    /// The file a storage path stands for; `None` where it would lead out of the folder.
    pub(crate) fn artifact_path(&self, storage_path: &str) -> Option<std::path::PathBuf> {
        let relative = Path::new(storage_path);
        let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
        inside.then(|| self.config().artifacts_dir().join(relative))
    }
}
