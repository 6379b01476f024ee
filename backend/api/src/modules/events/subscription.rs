//! Projects followed.

use async_graphql::{Context, ID, Subscription};
use futures_util::{Stream, StreamExt};

use super::types::ProjectEvent;
use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::Kind;

/// Projects.
#[derive(Default)]
pub(crate) struct EventSubscription;

#[Subscription]
impl EventSubscription {
    /// Tables, migrations, jobs and files of a project as they change; ends when the project is deleted.
    async fn project_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] project_id: ID,
    ) -> Result<impl Stream<Item = ApiResult<ProjectEvent>> + use<>, ApiError> {
        let actor = ctx.actor()?;
        let events = ctx.app().watch_project(actor, Kind::Project.uuid(&project_id)?).await?;
        Ok(events.map(|event| event.map(Into::into).map_err(ApiError::from)))
    }
}
