//! Projects made, changed and deleted.

use async_graphql::{Context, ID, Object};
use dmb_app::Outcome;

use super::inputs::{CreateProjectFromTemplateInput, CreateProjectInput, UpdateProjectInput};
use super::types::ProjectPayload;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::common::DeletePayload;

/// Projects.
#[derive(Default)]
pub(crate) struct ProjectMutation;

#[Object]
impl ProjectMutation {
    /// Makes a project, empty or from a design file.
    async fn create_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new project.")] input: CreateProjectInput,
    ) -> ApiResult<ProjectPayload> {
        let actor = ctx.actor()?;
        Ok(match input.wish() {
            Ok(wish) => ctx.app().create_project(actor, wish).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Makes a project from a template.
    async fn create_project_from_template(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The template, and what differs from it.")] input: CreateProjectFromTemplateInput,
    ) -> ApiResult<ProjectPayload> {
        let actor = ctx.actor()?;
        let template = input.template_id.clone();
        Ok(match input.wish() {
            Ok(wish) => ctx.app().create_project_from_template(actor, &template, wish).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Changes name, description, seed or locale.
    async fn update_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to change.")] input: UpdateProjectInput,
    ) -> ApiResult<ProjectPayload> {
        let actor = ctx.actor()?;
        let (id, revision) = (Kind::Project.uuid(&input.id)?, input.revision);
        Ok(match input.wish() {
            Ok(change) => ctx.app().update_project(actor, id, revision, change).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Deletes a project with its tables, rows, jobs and files.
    async fn delete_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] id: ID,
    ) -> ApiResult<DeletePayload> {
        let actor = ctx.actor()?;
        ctx.app().delete_project(actor, Kind::Project.uuid(&id)?).await?;
        Ok(DeletePayload::done(id))
    }
}
