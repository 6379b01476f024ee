//! Previews.

use async_graphql::{Context, Object};
use dmb_app::preview::PreviewRequest;

use super::inputs::PreviewInput;
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
}

/// The wish, or what is wrong with its form.
fn wish(input: PreviewInput) -> ApiResult<Result<PreviewRequest, Vec<dmb_spec::Violation>>> {
    let project_id = Kind::Project.uuid(&input.project_id)?;
    let table_id = match input.table_id.as_ref().map(ids::table).transpose()? {
        Some(key) if key.project != project_id => return Err(ApiError::not_found()),
        key => key.map(|key| key.table),
    };
    let mut problems = Problems::default();
    let seed = problems.unsigned("seed", input.seed);
    let table = match input.table.map(TableInput::draft).transpose() {
        Ok(table) => table,
        Err(violations) => return Ok(Err(violations)),
    };
    Ok(problems.or(PreviewRequest { project_id, table, table_id, rows: input.rows, seed }))
}
