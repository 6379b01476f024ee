//! Changing a table.

use dmb_spec::Violation;
use dmb_store::{StoreError, TableWrite};

use super::{TableDraft, TableKey, TableRecord, resolve};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Puts a draft in the place of a table that is at `revision`. Fields keep their identity by id.
    pub async fn update_table(
        &self,
        actor: &Actor,
        key: TableKey,
        revision: u32,
        draft: TableDraft,
    ) -> Result<Outcome<TableRecord>, AppError> {
        let (project, mut design) = self.writable_design(actor, key.project).await?;
        let at = design.tables.iter().position(|t| t.id == key.table).ok_or(AppError::NotFound)?;
        let there = self.table_record(key).await?;
        if there.revision != revision {
            return Ok(Outcome::Conflict(there));
        }
        let table = match resolve(draft, &design, Some(&there.definition)) {
            Ok(table) => table,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        let before = design.clone();
        design.tables[at] = table.clone();
        let warnings = match self.judge(before, design).await? {
            Ok(warnings) => warnings,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        let write = TableWrite {
            project: key.project,
            project_revision: Some(project.revision),
            by: actor.user_id,
            now: self.now(),
        };
        match self.store().tables().update(write, &table, revision).await {
            Ok(_) => {
                self.announce(key.project, ProjectEventKind::TableChanged, Some(key.table.0));
                Ok(Outcome::Done(self.table_record(key).await?, warnings))
            }
            Err(StoreError::Conflict) => Ok(Outcome::Conflict(self.table_record(key).await?)),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a design may become another: `Err` with everything wrong with it that was not wrong before, else the
    /// warnings. What was wrong elsewhere before doesn't keep anybody from working here.
    pub(super) async fn judge(
        &self,
        before: dmb_spec::Design,
        after: dmb_spec::Design,
    ) -> Result<Result<Vec<Violation>, Vec<Violation>>, AppError> {
        let mut found = self.table_quota(&after);
        found.extend(super::check(after, self.now()).await?);
        if !found.iter().any(Violation::is_error) {
            return Ok(Ok(found));
        }
        let known = super::check(before, self.now()).await?;
        let is_new = |v: &Violation| !known.iter().any(|k| k.path == v.path && k.code == v.code);
        if found.iter().any(|v| v.is_error() && is_new(v)) { Ok(Err(found)) } else { Ok(Ok(found)) }
    }
}
