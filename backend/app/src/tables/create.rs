//! Adding a table.

use dmb_store::{StoreError, TableWrite};
use uuid::Uuid;

use super::{TableDraft, TableRecord, resolve};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Adds a table behind the others of a project.
    pub async fn create_table(
        &self,
        actor: &Actor,
        project: Uuid,
        draft: TableDraft,
    ) -> Result<Outcome<TableRecord>, AppError> {
        let (found, mut design) = self.writable_design(actor, project).await?;
        let table = match resolve(draft, &design, None) {
            Ok(table) => table,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        let before = design.clone();
        design.tables.push(table.clone());
        let warnings = match self.judge(before, design).await? {
            Ok(warnings) => warnings,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        let write = TableWrite { project, project_revision: Some(found.revision), by: actor.user_id, now: self.now() };
        match self.store().tables().create(write, &table).await {
            Ok(stored) => {
                self.announce(project, ProjectEventKind::TableChanged, Some(table.id.0));
                Ok(Outcome::Done(TableRecord::of(stored, None), warnings))
            }
            Err(StoreError::Conflict) => Err(AppError::Conflict(
                "The project was changed by somebody else meanwhile. Look at it again and add the table then."
                    .to_owned(),
            )),
            Err(error) => Err(error.into()),
        }
    }
}
