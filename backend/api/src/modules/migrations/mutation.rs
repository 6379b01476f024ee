//! Migrations applied and taken back.

use async_graphql::{Context, ID, Object};

use super::inputs::ApplyMigrationInput;
use super::types::MigrationPayload;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;

/// Migrations.
#[derive(Default)]
pub(crate) struct MigrationMutation;

#[Object]
impl MigrationMutation {
    /// Applies the plan that was shown, in one transaction.
    async fn apply_migration(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plan that was shown.")] input: ApplyMigrationInput,
    ) -> ApiResult<MigrationPayload> {
        let actor = ctx.actor()?;
        let project = Kind::Project.uuid(&input.project_id)?;
        Ok(ctx.app().apply_migration(actor, project, &input.fingerprint).await?.into())
    }

    /// Takes the newest migration in force back. What it dropped comes back with its rows.
    async fn roll_back_migration(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which migration.")] id: ID,
    ) -> ApiResult<MigrationPayload> {
        let actor = ctx.actor()?;
        Ok(ctx.app().roll_back_migration(actor, Kind::Migration.uuid(&id)?).await?.into())
    }
}
