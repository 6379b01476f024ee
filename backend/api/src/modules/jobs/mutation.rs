//! Jobs started, stopped and tried again.

use async_graphql::{Context, ID, Object};
use dmb_app::Outcome;

use super::inputs::{StartExportInput, StartGenerationInput};
use super::types::JobPayload;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;

/// Jobs.
#[derive(Default)]
pub(crate) struct JobMutation;

#[Object]
impl JobMutation {
    /// Starts making rows. When anything stands in the way nothing is started, and everything is said.
    async fn start_generation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to make.")] input: StartGenerationInput,
    ) -> ApiResult<JobPayload> {
        let actor = ctx.actor()?;
        Ok(match input.wish()? {
            Ok(wish) => ctx.app().start_generation(actor, wish).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Stops a job. Nothing is left of what it made.
    async fn cancel_job(&self, ctx: &Context<'_>, #[graphql(desc = "Which job.")] id: ID) -> ApiResult<JobPayload> {
        let actor = ctx.actor()?;
        Ok(ctx.app().cancel_job(actor, Kind::GenerationJob.uuid(&id)?).await?.into())
    }

    /// Runs a job again that failed or was stopped, exactly as it was asked for.
    async fn retry_job(&self, ctx: &Context<'_>, #[graphql(desc = "Which job.")] id: ID) -> ApiResult<JobPayload> {
        let actor = ctx.actor()?;
        Ok(ctx.app().retry_job(actor, Kind::GenerationJob.uuid(&id)?).await?.into())
    }

    /// Starts writing rows of migrated tables to a file.
    async fn start_export(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to write.")] input: StartExportInput,
    ) -> ApiResult<JobPayload> {
        let actor = ctx.actor()?;
        Ok(match input.wish()? {
            Ok(wish) => ctx.app().start_export(actor, wish).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }
}
