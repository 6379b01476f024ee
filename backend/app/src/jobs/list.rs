//! Jobs, listed.

use dmb_store::JobFilter;
use uuid::Uuid;

use super::{Job, JobStatus};
use crate::{Actor, App, AppError, Page, PageArgs, policy};

impl App {
    /// The actor's jobs, newest first; those of one project, those in some states.
    pub async fn jobs(
        &self,
        actor: &Actor,
        project: Option<Uuid>,
        page: PageArgs,
        status: &[JobStatus],
    ) -> Result<Page<Job>, AppError> {
        match project {
            Some(id) => self.readable(actor, id).await.map(|_| ())?,
            None => policy::list(actor)?,
        }
        let status = status.iter().copied().map(Into::into).collect();
        let filter = JobFilter { owner: Some(actor.user_id), project, status };
        let found = self.store().jobs().list(&filter, &page.request()?).await?;
        Page::of(found).try_map(|job: dmb_store::Job| job.try_into())
    }
}
