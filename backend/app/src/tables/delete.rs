//! Deleting a table.

use dmb_spec::{Design, TableId, Violation};
use dmb_store::{StoreError, TableWrite};

use super::{TableKey, TableRecord};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Takes a table that is at `revision` out of the project. Its rows stay in the database until the next migration.
    pub async fn delete_table(
        &self,
        actor: &Actor,
        key: TableKey,
        revision: u32,
    ) -> Result<Outcome<TableKey, TableRecord>, AppError> {
        let (project, design) = self.writable_design(actor, key.project).await?;
        let there = self.table_record(key).await?;
        if there.revision != revision {
            return Ok(Outcome::Conflict(there));
        }
        let violations = children(&design, key.table);
        if !violations.is_empty() {
            return Ok(Outcome::Refused(violations));
        }
        let write = TableWrite {
            project: key.project,
            project_revision: Some(project.revision),
            by: actor.user_id,
            now: self.now(),
        };
        match self.store().tables().delete(write, key.table, revision).await {
            Ok(()) => {
                self.announce(key.project, ProjectEventKind::TableDeleted, Some(key.table.0));
                Ok(Outcome::done(key))
            }
            Err(StoreError::Conflict) => Ok(Outcome::Conflict(self.table_record(key).await?)),
            Err(error) => Err(error.into()),
        }
    }
}

/// The fields of other tables that lead to this one: they would lead nowhere.
fn children(design: &Design, table: TableId) -> Vec<Violation> {
    let mut found = Vec::new();
    let Some(parent) = design.table_by_id(table) else { return found };
    for child in design.tables.iter().filter(|t| t.id != table) {
        for field in child.fields.iter().filter(|f| f.reference.is_some_and(|r| r.table == table)) {
            let path = format!("tables.{}.fields.{}.reference", child.name, field.name);
            let message = format!("{}.{} refers to {}.", child.name, field.name, parent.name);
            let fix =
                format!("Delete the field {} of {} first, or let it refer to another table.", field.name, child.name);
            found.push(Violation::error(path, "still_referenced", message).suggest(fix));
        }
    }
    found
}
