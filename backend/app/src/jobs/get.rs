//! A job, read.

use uuid::Uuid;

use super::{Job, JobEvent, JobExecution};
use crate::{Actor, App, AppError, policy};

impl App {
    /// A job.
    pub async fn job(&self, actor: &Actor, id: Uuid) -> Result<Job, AppError> {
        self.readable_job(actor, id).await?.try_into()
    }

    /// The attempts at a job, first to last.
    pub async fn job_executions(&self, actor: &Actor, id: Uuid) -> Result<Vec<JobExecution>, AppError> {
        self.readable_job(actor, id).await?;
        Ok(self.store().jobs().executions(id).await?.into_iter().map(Into::into).collect())
    }

    /// What happened to a job, first to last.
    pub async fn job_events(&self, actor: &Actor, id: Uuid) -> Result<Vec<JobEvent>, AppError> {
        self.readable_job(actor, id).await?;
        Ok(self.store().jobs().events(id).await?.into_iter().map(Into::into).collect())
    }

    pub(crate) async fn readable_job(&self, actor: &Actor, id: Uuid) -> Result<dmb_store::Job, AppError> {
        let job = self.store().jobs().get(id).await?;
        policy::read(actor, job.owner_id)?;
        Ok(job)
    }
}
