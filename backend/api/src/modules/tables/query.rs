//! Tables.

use async_graphql::{Context, ID, Object};

use super::types::TableDefinition;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids;

/// Tables.
#[derive(Default)]
pub(crate) struct TableQuery;

#[Object]
impl TableQuery {
    /// The table with this id.
    async fn table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its global id.")] id: ID,
    ) -> ApiResult<Option<TableDefinition>> {
        let actor = ctx.actor()?;
        Ok(Some(ctx.app().table(actor, ids::table(&id)?).await?.into()))
    }
}
