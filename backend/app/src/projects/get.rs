//! Projects and their designs, read.

use dmb_spec::{Design, Violation};
use dmb_store::ProjectFilter;
use uuid::Uuid;

use super::Project;
use crate::tables::whole_check;
use crate::{Actor, App, AppError, Page, PageArgs, policy};

impl App {
    /// A project.
    pub async fn project(&self, actor: &Actor, id: Uuid) -> Result<Project, AppError> {
        self.readable(actor, id).await
    }

    /// Those of these projects that the actor may read, in no order.
    pub async fn projects_by_ids(&self, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Project>, AppError> {
        policy::list(actor)?;
        let found = self.store().projects().by_ids(ids).await?;
        Ok(found.into_iter().filter(|p| policy::read(actor, p.owner_id).is_ok()).map(Into::into).collect())
    }

    /// The actor's projects, newest first; those whose name holds `search`.
    pub async fn projects(
        &self,
        actor: &Actor,
        page: PageArgs,
        search: Option<&str>,
    ) -> Result<Page<Project>, AppError> {
        policy::list(actor)?;
        let search = search.map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned);
        let filter = ProjectFilter { owner: Some(actor.user_id), search };
        Ok(Page::of(self.store().projects().list(&filter, &page.request()?).await?))
    }

    /// The whole design of a project as it is saved.
    pub async fn design(&self, actor: &Actor, project: Uuid) -> Result<Design, AppError> {
        Ok(self.readable_design(actor, project).await?.1)
    }

    /// Everything wrong with a project's design, the rows it plans included.
    pub async fn design_violations(&self, actor: &Actor, project: Uuid) -> Result<Vec<Violation>, AppError> {
        let (_, design) = self.readable_design(actor, project).await?;
        whole_check(design, self.now()).await
    }
}
