//! Stopping a job.

use dmb_spec::Violation;
use dmb_store::CancelAnswer;
use dmb_tables::Namespace;
use uuid::Uuid;

use super::{Job, JobProgress};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind, policy};

impl App {
    /// Stops a job: at once where it waits, within moments where it runs. Nothing it made remains.
    pub async fn cancel_job(&self, actor: &Actor, id: Uuid) -> Result<Outcome<Job>, AppError> {
        let found = self.store().jobs().get(id).await?;
        policy::write(actor, found.owner_id)?;
        match self.store().jobs().request_cancel(id).await? {
            CancelAnswer::Ended(job) => Ok(Outcome::refused(Violation::error(
                "id",
                "job_is_over",
                format!("This job is {} already.", job.status.as_str()),
            ))),
            CancelAnswer::Requested(job) => {
                self.signal_cancel(id);
                Ok(Outcome::done(job.try_into()?))
            }
            CancelAnswer::Cancelled(job) => {
                self.clear_leftovers(job.project_id, id).await?;
                self.hub().publish(JobProgress::of(&job));
                self.announce(job.project_id, ProjectEventKind::JobChanged, Some(id));
                Ok(Outcome::done(job.try_into()?))
            }
        }
    }

    /// Removes what attempts at a job left that did not come to an end: staged rows and unfinished files.
    pub async fn clear_leftovers(&self, project: Uuid, job: Uuid) -> Result<(), AppError> {
        self.tables().discard_load(Namespace(project), job).await?;
        self.clear_files(job).await
    }

    /// Removes every file of a job's folder, and the folder.
    pub async fn clear_files(&self, job: Uuid) -> Result<(), AppError> {
        match tokio::fs::remove_dir_all(self.job_folder(job)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(AppError::internal(error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The folder of a job's files.
    pub fn job_folder(&self, job: Uuid) -> std::path::PathBuf {
        self.config().artifacts_dir().join(job.to_string())
    }
}
