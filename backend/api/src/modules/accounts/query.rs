//! Who is signed in.

use async_graphql::{Context, Object};

use super::types::User;
use crate::caller::Needs;
use crate::error::ApiResult;

/// Accounts.
#[derive(Default)]
pub(crate) struct AccountQuery;

#[Object]
impl AccountQuery {
    /// Who is signed in; null when nobody is.
    async fn me(&self, ctx: &Context<'_>) -> ApiResult<Option<User>> {
        match &ctx.caller().actor {
            Some(actor) => Ok(Some(ctx.app().me(actor).await?.into())),
            None => Ok(None),
        }
    }
}
