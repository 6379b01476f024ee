//! The record of who did what.

use dmb_store::NewAuditEntry;
use uuid::Uuid;

use crate::{App, AppError};

impl App {
    /// Notes a deed: `action` is a stable word, `target` the record as `kind:id`.
    pub(crate) async fn note(&self, actor: Option<Uuid>, action: &str, target: String) -> Result<(), AppError> {
        let entry = NewAuditEntry {
            actor_id: actor,
            action: action.to_owned(),
            target,
            now: self.now(),
            details: serde_json::Value::Object(serde_json::Map::new()),
        };
        Ok(self.store().audit().append(entry).await?)
    }
}
