//! Exports, read.

use dmb_store::ExportFilter;
use uuid::Uuid;

use super::Export;
use crate::{Actor, App, AppError, Page, PageArgs, policy};

impl From<dmb_store::Export> for Export {
    fn from(e: dmb_store::Export) -> Self {
        Self {
            id: e.id,
            project_id: e.project_id,
            job_id: Some(e.job_id),
            format: e.format,
            options: e.options.as_object().cloned().unwrap_or_default(),
            file_name: e.file_name,
            rows: e.rows,
            bytes: e.bytes,
            sha256: e.sha256,
            seed: e.seed,
            created_by: Some(e.owner_id),
            created_at: e.created_at,
            expires_at: e.expires_at,
        }
    }
}

impl App {
    /// The actor's exports, newest first; those of one project.
    pub async fn exports(
        &self,
        actor: &Actor,
        project: Option<Uuid>,
        page: PageArgs,
    ) -> Result<Page<Export>, AppError> {
        match project {
            Some(id) => self.readable(actor, id).await.map(|_| ())?,
            None => policy::list(actor)?,
        }
        let filter = ExportFilter { owner: Some(actor.user_id), project };
        Ok(Page::of(self.store().exports().list(filter, &page.request()?).await?))
    }

    /// An export.
    pub async fn export(&self, actor: &Actor, id: Uuid) -> Result<Export, AppError> {
        let found = self.store().exports().get(id).await?;
        policy::read(actor, found.owner_id)?;
        Ok(found.into())
    }

    /// The files a job made.
    pub async fn exports_of_job(&self, actor: &Actor, job: Uuid) -> Result<Vec<Export>, AppError> {
        self.readable_job(actor, job).await?;
        let found = self.store().exports().of_jobs(&[job]).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }
}
