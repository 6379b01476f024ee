//! Jobs followed.

use async_graphql::{Context, ID, Subscription};
use futures_util::{Stream, StreamExt};

use super::progress::JobProgress;
use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::Kind;

/// Jobs.
#[derive(Default)]
pub(crate) struct JobSubscription;

#[Subscription]
impl JobSubscription {
    /// Where the job stands now, at once; then each change, at most four a second; ends with how it ended.
    async fn job_progress(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which job.")] job_id: ID,
    ) -> Result<impl Stream<Item = ApiResult<JobProgress>> + use<>, ApiError> {
        let actor = ctx.actor()?;
        let news = ctx.app().watch_job(actor, Kind::GenerationJob.uuid(&job_id)?).await?;
        Ok(news.map(|progress| progress.map(Into::into).map_err(ApiError::from)))
    }
}
