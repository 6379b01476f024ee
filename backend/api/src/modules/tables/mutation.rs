//! Tables made, changed and deleted.

use async_graphql::{Context, ID, Object};
use dmb_app::Outcome;

use super::inputs::{CreateTableInput, UpdateTableInput};
use super::types::TablePayload;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::{self, Kind};
use crate::modules::common::DeletePayload;

/// Tables.
#[derive(Default)]
pub(crate) struct TableMutation;

#[Object]
impl TableMutation {
    /// Adds a table to a project. Nothing happens in the database until it is migrated.
    async fn create_table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new table.")] input: CreateTableInput,
    ) -> ApiResult<TablePayload> {
        let actor = ctx.actor()?;
        let project = Kind::Project.uuid(&input.project_id)?;
        Ok(match input.table.draft() {
            Ok(draft) => ctx.app().create_table(actor, project, draft).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Replaces a table's definition. Nothing happens in the database until it is migrated.
    async fn update_table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The table as it should be.")] input: UpdateTableInput,
    ) -> ApiResult<TablePayload> {
        let actor = ctx.actor()?;
        let (id, revision) = (ids::table(&input.id)?, input.revision);
        Ok(match input.table.draft() {
            Ok(draft) => ctx.app().update_table(actor, id, revision, draft).await?.into(),
            Err(violations) => Outcome::Refused(violations).into(),
        })
    }

    /// Takes a table out of its project. Its rows stay until the project is migrated.
    async fn delete_table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which table.")] id: ID,
        #[graphql(desc = "The revision that was seen.")] revision: u32,
    ) -> ApiResult<DeletePayload> {
        let actor = ctx.actor()?;
        let outcome = ctx.app().delete_table(actor, ids::table(&id)?, revision).await?;
        Ok(DeletePayload::of(id, outcome))
    }
}
