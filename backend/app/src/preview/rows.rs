//! Sample rows of a saved or unsaved table.

use dmb_spec::{Design, TableId, Violation};

use super::{MAX_PREVIEW_ROWS, Preview, PreviewRequest, sample_as_of};
use crate::tables::TableDraft;
use crate::{Actor, App, AppError, tables};

impl App {
    /// Draws sample rows. Needs no database and saves nothing; whoever may read the project may look.
    pub async fn preview(&self, actor: &Actor, request: PreviewRequest) -> Result<Preview, AppError> {
        let (_, design) = self.readable_design(actor, request.project_id).await?;
        if !(1..=MAX_PREVIEW_ROWS).contains(&request.rows) {
            let message = format!("A preview has 1 to {MAX_PREVIEW_ROWS} rows; {} were asked for.", request.rows);
            return Err(AppError::invalid("rows", "out_of_range", message));
        }
        let seed = request.seed.unwrap_or(design.seed);
        let as_of = design.as_of.unwrap_or_else(|| self.now());
        let rows = u64::from(request.rows);
        let (design, table) = match with_draft(design, request.table, request.table_id)? {
            Ok(found) => found,
            Err(violations) => return Ok(nothing(violations, seed)),
        };
        let Some(at) = design.tables.iter().position(|t| t.id == table) else { return Err(AppError::NotFound) };
        let drawn = tokio::task::spawn_blocking(move || sample_as_of(&design, at, rows, seed, as_of));
        Ok(match drawn.await.map_err(AppError::internal)? {
            Ok(sample) => Preview { columns: sample.columns, rows: sample.rows, violations: sample.warnings, seed },
            Err(violations) => nothing(violations, seed),
        })
    }
}

/// The design with the draft in its place, and the table to look at.
pub(super) fn with_draft(
    mut design: Design,
    draft: Option<TableDraft>,
    table_id: Option<TableId>,
) -> Result<Result<(Design, TableId), Vec<Violation>>, AppError> {
    let at = match table_id {
        Some(id) => Some(design.tables.iter().position(|t| t.id == id).ok_or(AppError::NotFound)?),
        None => None,
    };
    let Some(draft) = draft else {
        let message = "Say which table: a saved one by its id, or an unsaved one as a whole.";
        let id = table_id.ok_or_else(|| AppError::invalid("table", "required", message))?;
        return Ok(Ok((design, id)));
    };
    let old = at.map(|at| design.tables[at].clone());
    Ok(tables::resolve(draft, &design, old.as_ref()).map(|table| {
        let id = table.id;
        match at {
            Some(at) => design.tables[at] = table,
            None => design.tables.push(table),
        }
        (design, id)
    }))
}

fn nothing(violations: Vec<Violation>, seed: u64) -> Preview {
    Preview { columns: Vec::new(), rows: Vec::new(), violations, seed }
}
