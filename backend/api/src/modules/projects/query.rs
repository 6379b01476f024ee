//! Projects.

use async_graphql::{Context, ID, Object};

use super::types::Project;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::relay::{Connection, page};

/// Projects.
#[derive(Default)]
pub(crate) struct ProjectQuery;

#[Object]
impl ProjectQuery {
    /// One's own projects, the latest changed first.
    async fn projects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
        #[graphql(desc = "Part of the name.")] search: Option<String>,
    ) -> ApiResult<Connection<Project>> {
        let later = after.is_some();
        let found = ctx.app().projects(ctx.actor()?, page(first, after)?, search.as_deref()).await?;
        Ok(Connection::new(found.map(Into::into), later))
    }

    /// The project with this id.
    async fn project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its global id.")] id: ID,
    ) -> ApiResult<Option<Project>> {
        let actor = ctx.actor()?;
        Ok(Some(ctx.app().project(actor, Kind::Project.uuid(&id)?).await?.into()))
    }
}
