//! Finished files.

use async_graphql::{Context, Object};

use super::types::Export;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::relay::{Connection, page};

/// Finished files.
#[derive(Default)]
pub(crate) struct ExportQuery;

#[Object]
impl ExportQuery {
    /// One's own finished files in all projects, the newest first.
    async fn exports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
    ) -> ApiResult<Connection<Export>> {
        let later = after.is_some();
        let found = ctx.app().exports(ctx.actor()?, None, page(first, after)?).await?;
        Connection::try_new(found, later)
    }
}
