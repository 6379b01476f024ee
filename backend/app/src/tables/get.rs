//! Table definitions, read.

use dmb_tables::Namespace;
use uuid::Uuid;

use super::{TableKey, TableRecord};
use crate::{Actor, App, AppError};

impl App {
    /// A table definition.
    pub async fn table(&self, actor: &Actor, key: TableKey) -> Result<TableRecord, AppError> {
        self.readable(actor, key.project).await?;
        self.table_record(key).await
    }

    /// The table definitions of a project, in order.
    pub async fn tables_of(&self, actor: &Actor, project: Uuid) -> Result<Vec<TableRecord>, AppError> {
        self.readable(actor, project).await?;
        let migrated = self.store().migrations().current_design(project).await?;
        let tables = self.store().tables().list(project).await?;
        Ok(tables.into_iter().map(|t| TableRecord::of(t, migrated.as_ref())).collect())
    }

    /// Rows of a table in the database; `None` until it was migrated.
    pub async fn row_count(&self, actor: &Actor, key: TableKey) -> Result<Option<u64>, AppError> {
        self.readable(actor, key.project).await?;
        let migrated = self.store().migrations().current_design(key.project).await?;
        match migrated.as_ref().and_then(|design| design.table_by_id(key.table)) {
            Some(table) => Ok(self.tables().row_count(Namespace(key.project), table).await?),
            None => Ok(None),
        }
    }

    pub(super) async fn table_record(&self, key: TableKey) -> Result<TableRecord, AppError> {
        let stored = self.store().tables().get(key.project, key.table).await?;
        let migrated = self.store().migrations().current_design(key.project).await?;
        Ok(TableRecord::of(stored, migrated.as_ref()))
    }
}
