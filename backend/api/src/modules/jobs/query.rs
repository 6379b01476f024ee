//! Jobs, and what one would do.

use async_graphql::{Context, ID, Object};

use super::inputs::{StartGenerationInput, statuses};
use super::types::{Estimate, GenerationJob, JobStatus};
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::relay::{Connection, page};

/// Jobs.
#[derive(Default)]
pub(crate) struct JobQuery;

#[Object]
impl JobQuery {
    /// The job with this id.
    async fn job(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its global id.")] id: ID,
    ) -> ApiResult<Option<GenerationJob>> {
        let actor = ctx.actor()?;
        Ok(Some(ctx.app().job(actor, Kind::GenerationJob.uuid(&id)?).await?.into()))
    }

    /// One's own jobs in all projects, the newest first.
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
        #[graphql(desc = "Only those that stand so.")] status: Option<Vec<JobStatus>>,
    ) -> ApiResult<Connection<GenerationJob>> {
        let later = after.is_some();
        let found = ctx.app().jobs(ctx.actor()?, None, page(first, after)?, &statuses(status)).await?;
        Ok(Connection::new(found.map(Into::into), later))
    }

    /// What a generation would do: tables in order, rows, size and time, and every reason why it can't be done.
    async fn estimate_generation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to make.")] input: StartGenerationInput,
    ) -> ApiResult<Estimate> {
        let actor = ctx.actor()?;
        Ok(match input.wish()? {
            Ok(wish) => ctx.app().estimate_generation(actor, wish).await?.into(),
            Err(violations) => Estimate::refused(violations),
        })
    }
}
