//! Files made by jobs. They come to be when their job completes ([`crate::Jobs::complete`]).

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Page, PageRequest, StoreError,
    convert::{from_text, micros, moment, signed, to_text, unsigned},
    db::{Db, insert},
    entities::{
        export::{self, Column, Entity},
        job,
    },
    error::child_of,
    page::page,
};

/// A file that can be downloaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Identity.
    pub id: Uuid,
    /// The job that made it.
    pub job_id: Uuid,
    /// The project its rows are of.
    pub project_id: Uuid,
    /// Whose it is.
    pub owner_id: Uuid,
    /// Format, as the registry of formats names it.
    pub format: String,
    /// Options of the format.
    pub options: Value,
    /// The name it is downloaded under.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Where it is, relative to the folder of artifacts.
    pub storage_path: String,
    /// Rows in it.
    pub rows: u64,
    /// Size.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Seed its rows were made from; absent when they were read from tables.
    pub seed: Option<u64>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it goes by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was deleted.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// A file that a job made.
#[derive(Clone, Debug)]
pub struct NewExport {
    /// Identity, chosen by the maker, since the storage path may carry it.
    pub id: Uuid,
    /// Format.
    pub format: String,
    /// Options of the format.
    pub options: Value,
    /// The name it is downloaded under; at most 255 characters.
    pub file_name: String,
    /// Media type; at most 100 characters.
    pub media_type: String,
    /// Where it is, relative to the folder of artifacts; at most 255 characters.
    pub storage_path: String,
    /// Rows in it.
    pub rows: u64,
    /// Size.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Seed its rows were made from.
    pub seed: Option<u64>,
    /// When it goes by itself.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Which exports are wanted. Deleted ones are never among them.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportFilter {
    /// Those of this user only.
    pub owner: Option<Uuid>,
    /// Those of this project only.
    pub project: Option<Uuid>,
}

/// Verbs on exports.
#[derive(Clone, Copy)]
pub struct Exports<'a> {
    db: &'a Db,
}

impl<'a> Exports<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// The export with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is deleted.
    pub async fn get(&self, id: Uuid) -> Result<Export, StoreError> {
        let row = Entity::find_by_id(id).one(self.db.conn()).await?;
        row.filter(|row| row.deleted_at.is_none()).map(read).ok_or(StoreError::NotFound)?
    }

    /// The exports, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, filter: ExportFilter, request: &PageRequest) -> Result<Page<Export>, StoreError> {
        let mut find = Entity::find().filter(Column::DeletedAt.is_null());
        if let Some(owner) = filter.owner {
            find = find.filter(Column::OwnerId.eq(owner));
        }
        if let Some(project) = filter.project {
            find = find.filter(Column::ProjectId.eq(project));
        }
        page(self.db.conn(), find, (Column::CreatedAt, Column::Id), request, |row: export::Model| {
            Ok((row.created_at, row.id, read(row)?))
        })
        .await
    }

    /// The exports that these jobs made, oldest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn of_jobs(&self, jobs: &[Uuid]) -> Result<Vec<Export>, StoreError> {
        let rows = Entity::find()
            .filter(Column::JobId.is_in(jobs.iter().copied()))
            .filter(Column::DeletedAt.is_null())
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .all(self.db.conn())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Deletes the record of an export; the file is the caller's to remove.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is deleted.
    pub async fn delete(&self, id: Uuid, now: DateTime<Utc>) -> Result<Export, StoreError> {
        let tx = self.db.write().await?;
        let done = Entity::update_many()
            .col_expr(Column::DeletedAt, Expr::value(micros(now)))
            .filter(Column::Id.eq(id))
            .filter(Column::DeletedAt.is_null())
            .exec(&*tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::NotFound);
        }
        let row = Entity::find_by_id(id).one(&*tx).await?.ok_or(StoreError::NotFound)?;
        tx.commit().await?;
        read(row)
    }

    /// Up to 1,000 exports whose time is over at `now` and that are not deleted yet.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn expired(&self, now: DateTime<Utc>) -> Result<Vec<Export>, StoreError> {
        let find = Entity::find().filter(Column::ExpiresAt.lte(micros(now))).filter(Column::DeletedAt.is_null());
        find.order_by_asc(Column::ExpiresAt).limit(1_000).all(self.db.conn()).await?.into_iter().map(read).collect()
    }

    /// Where the files of all exports that are not deleted are: whatever else is in the folder belongs to nobody.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn storage_paths(&self) -> Result<Vec<String>, StoreError> {
        let find = Entity::find().select_only().column(Column::StoragePath).filter(Column::DeletedAt.is_null());
        Ok(find.into_tuple().all(self.db.conn()).await?)
    }
}

/// Writes an export of `job`.
pub(crate) async fn add(
    db: &impl ConnectionTrait,
    job: &job::Model,
    new: &NewExport,
    now: i64,
) -> Result<(), StoreError> {
    let row = export::Model {
        id: new.id,
        job_id: job.id,
        project_id: job.project_id,
        owner_id: job.owner_id,
        format: new.format.clone(),
        options: to_text(&new.options)?,
        file_name: new.file_name.clone(),
        media_type: new.media_type.clone(),
        storage_path: new.storage_path.clone(),
        row_count: signed(new.rows),
        bytes: signed(new.bytes),
        sha256: new.sha256.clone(),
        seed: new.seed.map(signed),
        created_at: now,
        expires_at: new.expires_at.map(micros),
        deleted_at: None,
    };
    insert::<Entity, _>(db, row).await.map_err(child_of("export"))
}

fn read(row: export::Model) -> Result<Export, StoreError> {
    Ok(Export {
        id: row.id,
        job_id: row.job_id,
        project_id: row.project_id,
        owner_id: row.owner_id,
        format: row.format,
        options: from_text(&row.options)?,
        file_name: row.file_name,
        media_type: row.media_type,
        storage_path: row.storage_path,
        rows: unsigned(row.row_count),
        bytes: unsigned(row.bytes),
        sha256: row.sha256,
        seed: row.seed.map(unsigned),
        created_at: moment(row.created_at),
        expires_at: row.expires_at.map(moment),
        deleted_at: row.deleted_at.map(moment),
    })
}
