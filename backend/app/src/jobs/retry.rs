//! Running a job again.

use dmb_spec::Violation;
use dmb_store::StoreError;
use uuid::Uuid;

use super::Job;
use super::args::JobArgs;
use crate::{Actor, App, AppError, Outcome, ProjectEventKind, policy};

impl App {
    /// Puts a failed or cancelled job back into the queue, as it was asked for.
    pub async fn retry_job(&self, actor: &Actor, id: Uuid) -> Result<Outcome<Job>, AppError> {
        let found = self.store().jobs().get(id).await?;
        policy::write(actor, found.owner_id)?;
        if JobArgs::of(&found)?.into_tables().is_some()
            && let Some(violation) = self.busy(found.project_id).await?
        {
            return Ok(Outcome::refused(violation));
        }
        match self.store().jobs().retry(id).await {
            Ok(job) => {
                self.queued().notify_one();
                self.announce(job.project_id, ProjectEventKind::JobChanged, Some(id));
                Ok(Outcome::done(job.try_into()?))
            }
            Err(StoreError::Conflict) => Ok(Outcome::refused(Violation::error(
                "id",
                "job_not_over",
                "Only a job that failed or was cancelled can be run again.",
            ))),
            Err(error) => Err(error.into()),
        }
    }
}
