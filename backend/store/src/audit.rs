//! Who did what.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Page, PageRequest, StoreError,
    convert::{from_text, micros, moment, to_text},
    db::{Db, insert},
    entities::audit_entry,
    page::page,
};

/// Something that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditEntry {
    /// Identity.
    pub id: Uuid,
    /// Who did it; absent for the program itself and for those not signed in.
    pub actor_id: Option<Uuid>,
    /// What was done, such as `project.delete`.
    pub action: String,
    /// What it was done to, such as `project:0192…`.
    pub target: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What else there is to say. Never secrets.
    pub details: Value,
}

/// Something to note.
#[derive(Clone, Debug)]
pub struct NewAuditEntry {
    /// Who did it.
    pub actor_id: Option<Uuid>,
    /// What was done; at most 100 characters.
    pub action: String,
    /// What it was done to; at most 255 characters.
    pub target: String,
    /// When.
    pub now: DateTime<Utc>,
    /// What else there is to say. Never secrets.
    pub details: Value,
}

/// Verbs on the record of deeds. Entries stay when their actor or target is deleted.
#[derive(Clone, Copy)]
pub struct Audit<'a> {
    db: &'a Db,
}

impl<'a> Audit<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Notes something that was done.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn append(&self, new: NewAuditEntry) -> Result<(), StoreError> {
        let row = audit_entry::Model {
            id: Uuid::now_v7(),
            actor_id: new.actor_id,
            action: new.action.chars().take(100).collect(),
            target: new.target.chars().take(255).collect(),
            at: micros(new.now),
            details: to_text(&new.details)?,
        };
        let tx = self.db.write().await?;
        insert::<audit_entry::Entity, _>(&*tx, row).await?;
        tx.commit().await
    }

    /// What was done, newest first; by one actor, or by all.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, actor: Option<Uuid>, request: &PageRequest) -> Result<Page<AuditEntry>, StoreError> {
        let mut find = audit_entry::Entity::find();
        if let Some(actor) = actor {
            find = find.filter(audit_entry::Column::ActorId.eq(actor));
        }
        let by = (audit_entry::Column::At, audit_entry::Column::Id);
        page(self.db.conn(), find, by, request, |row: audit_entry::Model| {
            let details = from_text(&row.details)?;
            let entry = AuditEntry {
                id: row.id,
                actor_id: row.actor_id,
                action: row.action,
                target: row.target,
                at: moment(row.at),
                details,
            };
            Ok((row.at, row.id, entry))
        })
        .await
    }
}
