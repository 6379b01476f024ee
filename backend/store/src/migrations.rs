//! Migrations of the users' tables: what was done to a project's database, and so what it looks like now.

use chrono::{DateTime, Utc};
use dmb_spec::Design;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Page, PageRequest, StoreError,
    convert::{count, from_text, from_text_opt, micros, moment, signed, to_text, to_text_opt, unsigned},
    db::{Db, insert, retrying},
    entities::{
        migration::{self, Column, Entity},
        project,
    },
    error::child_of,
    page::page,
};

/// What became of a migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MigrationStatus {
    /// It is part of the database.
    Applied,
    /// It was, and was taken back.
    RolledBack,
    /// It failed and changed nothing.
    Failed,
}

impl MigrationStatus {
    fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::RolledBack => "rolled_back",
            Self::Failed => "failed",
        }
    }

    fn read(text: &str) -> Result<Self, StoreError> {
        [Self::Applied, Self::RolledBack, Self::Failed]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| StoreError::corrupt(format!("unknown migration status {text:?}")))
    }
}

/// A migration that was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// Identity.
    pub id: Uuid,
    /// Whose database it changed.
    pub project_id: Uuid,
    /// Counts up from 1 in the project, failed ones included.
    pub number: u32,
    /// The design the database had before; absent when it had none.
    pub design_before: Option<Design>,
    /// The design it has after.
    pub design_after: Design,
    /// The steps as they were shown.
    pub steps: Value,
    /// Checksum of the steps.
    pub checksum: String,
    /// What became of it.
    pub status: MigrationStatus,
    /// Why it failed.
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// Who applied it.
    pub applied_by: Uuid,
    /// When it was tried.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub rolled_back_at: Option<DateTime<Utc>>,
}

/// A migration that was tried just now.
#[derive(Clone, Debug)]
pub struct NewMigration {
    /// Whose database it changed.
    pub project_id: Uuid,
    /// The design the database had before; absent when it had none.
    pub design_before: Option<Design>,
    /// The design it has after.
    pub design_after: Design,
    /// The steps as they were shown.
    pub steps: Value,
    /// Checksum of the steps; at most 128 characters.
    pub checksum: String,
    /// [`MigrationStatus::Applied`] or [`MigrationStatus::Failed`].
    pub status: MigrationStatus,
    /// Why it failed.
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// Who applied it.
    pub applied_by: Uuid,
    /// When it was tried.
    pub now: DateTime<Utc>,
}

/// Verbs on migrations.
#[derive(Clone, Copy)]
pub struct Migrations<'a> {
    db: &'a Db,
}

impl<'a> Migrations<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Keeps a migration under the project's next number.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such project.
    pub async fn record(&self, new: NewMigration) -> Result<Migration, StoreError> {
        let row = migration::Model {
            id: Uuid::now_v7(),
            project_id: new.project_id,
            number: 0,
            design_before: to_text_opt(new.design_before.as_ref())?,
            design_after: to_text(&new.design_after)?,
            steps: to_text(&new.steps)?,
            checksum: new.checksum,
            status: new.status.as_str().to_owned(),
            error: new.error,
            duration_ms: signed(new.duration_ms),
            applied_by: new.applied_by,
            created_at: micros(new.now),
            rolled_back_at: None,
        };
        read(retrying(|| self.try_record(&row)).await?)
    }

    async fn try_record(&self, row: &migration::Model) -> Result<migration::Model, StoreError> {
        let tx = self.db.write().await?;
        // The project's row is held, so that numbers are given one after the other.
        let project = project::Entity::find_by_id(row.project_id).lock_exclusive().one(&*tx).await?;
        project.ok_or(StoreError::NotFound)?;
        let last: Option<Option<i32>> = Entity::find()
            .select_only()
            .column_as(Column::Number.max(), "last")
            .filter(Column::ProjectId.eq(row.project_id))
            .into_tuple()
            .one(&*tx)
            .await?;
        let row = migration::Model { number: last.flatten().unwrap_or(0) + 1, ..row.clone() };
        insert::<Entity, _>(&*tx, row.clone()).await.map_err(child_of("migration number"))?;
        tx.commit().await?;
        Ok(row)
    }

    /// Notes that an applied migration was taken back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Conflict`] when it is not the last one applied.
    pub async fn mark_rolled_back(&self, id: Uuid, now: DateTime<Utc>) -> Result<Migration, StoreError> {
        retrying(|| self.try_mark_rolled_back(id, now)).await
    }

    async fn try_mark_rolled_back(&self, id: Uuid, now: DateTime<Utc>) -> Result<Migration, StoreError> {
        let tx = self.db.write().await?;
        let row = Entity::find_by_id(id).one(&*tx).await?.ok_or(StoreError::NotFound)?;
        let last = last_applied(row.project_id).one(&*tx).await?;
        if last.is_none_or(|last| last.id != id) {
            return Err(StoreError::Conflict);
        }
        let done = Entity::update_many()
            .col_expr(Column::Status, Expr::value(MigrationStatus::RolledBack.as_str()))
            .col_expr(Column::RolledBackAt, Expr::value(micros(now)))
            .filter(Column::Id.eq(id))
            .filter(Column::Status.eq(MigrationStatus::Applied.as_str()))
            .exec(&*tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        let row = Entity::find_by_id(id).one(&*tx).await?.ok_or(StoreError::NotFound)?;
        tx.commit().await?;
        read(row)
    }

    /// The migration with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn get(&self, id: Uuid) -> Result<Migration, StoreError> {
        read(Entity::find_by_id(id).one(self.db.conn()).await?.ok_or(StoreError::NotFound)?)
    }

    /// The migration that made the project's database what it is: the one that can be taken back.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn last_applied(&self, project: Uuid) -> Result<Option<Migration>, StoreError> {
        last_applied(project).one(self.db.conn()).await?.map(read).transpose()
    }

    /// The design that the project's database has now; absent when it has no tables.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn current_design(&self, project: Uuid) -> Result<Option<Design>, StoreError> {
        let row = last_applied(project).one(self.db.conn()).await?;
        row.map(|row| from_text(&row.design_after)).transpose()
    }

    /// The migrations of a project, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, project: Uuid, request: &PageRequest) -> Result<Page<Migration>, StoreError> {
        let find = Entity::find().filter(Column::ProjectId.eq(project));
        page(self.db.conn(), find, (Column::CreatedAt, Column::Id), request, |row: migration::Model| {
            Ok((row.created_at, row.id, read(row)?))
        })
        .await
    }
}

fn last_applied(project: Uuid) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.eq(MigrationStatus::Applied.as_str()))
        .order_by_desc(Column::Number)
        .limit(1)
}

fn read(row: migration::Model) -> Result<Migration, StoreError> {
    Ok(Migration {
        id: row.id,
        project_id: row.project_id,
        number: count(row.number),
        design_before: from_text_opt(row.design_before.as_deref())?,
        design_after: from_text(&row.design_after)?,
        steps: from_text(&row.steps)?,
        checksum: row.checksum,
        status: MigrationStatus::read(&row.status)?,
        error: row.error,
        duration_ms: unsigned(row.duration_ms),
        applied_by: row.applied_by,
        created_at: moment(row.created_at),
        rolled_back_at: row.rolled_back_at.map(moment),
    })
}
