//! Previews.

use async_graphql::{Context, ID, Object};
use dmb_app::preview::{DistributionRequest, PreviewRequest};
use dmb_spec::TableId;
use uuid::Uuid;

use super::distribution::FieldDistribution;
use super::inputs::{FieldDistributionInput, PreviewInput};
use super::types::Preview;
use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::{self, Kind};
use crate::modules::common::Problems;
use crate::modules::tables::TableInput;

/// Previews.
#[derive(Default)]
pub(crate) struct PreviewQuery;

#[Object]
impl PreviewQuery {
    /// Checks a table and draws sample rows from it without saving anything.
    async fn preview_rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to look at.")] input: PreviewInput,
    ) -> ApiResult<Preview> {
        let actor = ctx.actor()?;
        match wish(input)? {
            Ok(request) => Ok(ctx.app().preview(actor, request).await?.into()),
            Err(violations) => Ok(Preview::refused(violations)),
        }
    }

    /// What the values of a field look like, seen from up to 1,000 rows spread over the table. Saves nothing.
    async fn field_distribution(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to look at.")] input: FieldDistributionInput,
    ) -> ApiResult<FieldDistribution> {
        let actor = ctx.actor()?;
        match distribution_wish(input)? {
            Ok(request) => Ok(ctx.app().field_distribution(actor, request).await?.into()),
            Err(violations) => Ok(FieldDistribution::refused(violations)),
        }
    }
}

/// The wish, or what is wrong with its form.
fn wish(input: PreviewInput) -> ApiResult<Result<PreviewRequest, Vec<dmb_spec::Violation>>> {
    let (project_id, table_id) = place(&input.project_id, input.table_id.as_ref())?;
    let mut problems = Problems::default();
    let seed = problems.unsigned("seed", input.seed);
    let table = match input.table.map(TableInput::draft).transpose() {
        Ok(table) => table,
        Err(violations) => return Ok(Err(violations)),
    };
    Ok(problems.or(PreviewRequest { project_id, table, table_id, rows: input.rows, seed }))
}

fn distribution_wish(
    input: FieldDistributionInput,
) -> ApiResult<Result<DistributionRequest, Vec<dmb_spec::Violation>>> {
    let (project_id, table_id) = place(&input.project_id, input.table_id.as_ref())?;
    let mut problems = Problems::default();
    let seed = problems.unsigned("seed", input.seed);
    let table = match input.table.map(TableInput::draft).transpose() {
        Ok(table) => table,
        Err(violations) => return Ok(Err(violations)),
    };
    Ok(problems.or(DistributionRequest { project_id, table, table_id, field: input.field, seed }))
}

/// The project, and its table where one is named.
fn place(project: &ID, table: Option<&ID>) -> ApiResult<(Uuid, Option<TableId>)> {
    let project = Kind::Project.uuid(project)?;
    match table.map(ids::table).transpose()? {
        Some(key) if key.project != project => Err(ApiError::not_found()),
        key => Ok((project, key.map(|key| key.table))),
    }
}
