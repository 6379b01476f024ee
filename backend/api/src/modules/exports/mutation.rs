//! Finished files deleted.

use async_graphql::{Context, ID, Object};

use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::common::DeletePayload;

/// Finished files.
#[derive(Default)]
pub(crate) struct ExportMutation;

#[Object]
impl ExportMutation {
    /// Deletes a finished file. Links to it are dead from then on.
    async fn delete_export(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which file.")] id: ID,
    ) -> ApiResult<DeletePayload> {
        let actor = ctx.actor()?;
        ctx.app().delete_export(actor, Kind::Export.uuid(&id)?).await?;
        Ok(DeletePayload::done(id))
    }
}
