//! Migrations planned.

use async_graphql::{Context, ID, Object};

use super::types::MigrationPlan;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;

/// Migrations.
#[derive(Default)]
pub(crate) struct MigrationQuery;

#[Object]
impl MigrationQuery {
    /// What would bring the tables in the database to what is designed; nothing is done.
    async fn migration_plan(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] project_id: ID,
    ) -> ApiResult<MigrationPlan> {
        let actor = ctx.actor()?;
        Ok(ctx.app().migration_plan(actor, Kind::Project.uuid(&project_id)?).await?.into())
    }
}
