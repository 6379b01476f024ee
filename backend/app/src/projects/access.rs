//! Reaching a project, with the question whether one may.

use dmb_spec::Design;
use uuid::Uuid;

use super::Project;
use crate::{Actor, App, AppError, policy};

impl From<dmb_store::Project> for Project {
    fn from(p: dmb_store::Project) -> Self {
        let dmb_store::Project {
            id,
            owner_id,
            name,
            description,
            seed,
            locale,
            as_of,
            revision,
            created_at,
            updated_at,
        } = p;
        Self { id, owner_id, name, description, seed, locale, as_of, revision, created_at, updated_at }
    }
}

impl App {
    pub(crate) async fn readable(&self, actor: &Actor, project: Uuid) -> Result<Project, AppError> {
        let found = self.store().projects().get(project).await?;
        policy::read(actor, found.owner_id)?;
        Ok(found.into())
    }

    pub(crate) async fn writable(&self, actor: &Actor, project: Uuid) -> Result<Project, AppError> {
        let found = self.store().projects().get(project).await?;
        policy::write(actor, found.owner_id)?;
        Ok(found.into())
    }

    pub(crate) async fn readable_design(&self, actor: &Actor, project: Uuid) -> Result<(Project, Design), AppError> {
        let (found, design) = self.store().projects().design(project).await?;
        policy::read(actor, found.owner_id)?;
        Ok((found.into(), design))
    }

    pub(crate) async fn writable_design(&self, actor: &Actor, project: Uuid) -> Result<(Project, Design), AppError> {
        let (found, design) = self.store().projects().design(project).await?;
        policy::write(actor, found.owner_id)?;
        Ok((found.into(), design))
    }
}
