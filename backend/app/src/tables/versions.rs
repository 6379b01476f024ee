//! Earlier definitions of a table.

use std::sync::Arc;

use super::{TableKey, TableVersion};
use crate::{Actor, App, AppError};

/// Versions shown of a table.
const SHOWN: usize = 100;

impl App {
    /// The definitions a table had, newest first, the present one included; at most the last hundred.
    pub async fn table_versions(&self, actor: &Actor, key: TableKey) -> Result<Vec<TableVersion>, AppError> {
        self.readable(actor, key.project).await?;
        let versions = self.store().tables().versions(key.project, key.table).await?;
        let shown = versions.into_iter().take(SHOWN).map(|v| TableVersion {
            revision: v.revision,
            changed_by: v.changed_by,
            created_at: v.created_at,
            definition: Arc::new(v.table),
        });
        Ok(shown.collect())
    }
}
