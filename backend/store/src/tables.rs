//! Definitions of tables, each with its revision and every version it had.
//!
//! A table is found by its project and its id: ids are made from names, so tables of two projects may share one.

use chrono::{DateTime, Utc};
use dmb_spec::{Table, TableId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    StoreError,
    convert::{count, from_text, micros, moment, small, to_text},
    db::{Db, WriteTx, insert, retrying},
    entities::{project_table, table_version},
    error::{child_of, unique},
    projects::bump,
};

/// A table's definition as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredTable {
    /// The project it belongs to.
    pub project_id: Uuid,
    /// The definition.
    pub table: Table,
    /// Place among the project's tables, from 0.
    pub position: u32,
    /// Counts up from 1 with each change.
    pub revision: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A definition as it was at a revision.
#[derive(Clone, Debug, PartialEq)]
pub struct TableVersion {
    /// The revision.
    pub revision: u32,
    /// The definition then.
    pub table: Table,
    /// Who made it so.
    pub changed_by: Uuid,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// The circumstances of a change.
#[derive(Clone, Copy, Debug)]
pub struct TableWrite {
    /// The project.
    pub project: Uuid,
    /// The revision of the project that the whole design was checked at. Where given, the change is refused when any
    /// table of the project was changed since.
    pub project_revision: Option<u32>,
    /// Who changes it.
    pub by: Uuid,
    /// When.
    pub now: DateTime<Utc>,
}

/// Verbs on tables' definitions. Each change moves the table and its project to their next revisions and keeps the
/// version, in one transaction.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    db: &'a Db,
}

impl<'a> Tables<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Adds a table behind the others.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such project, [`StoreError::Unique`] of `table name` or `table`,
    /// [`StoreError::Conflict`] when the project is at another revision than was said.
    pub async fn create(&self, write: TableWrite, table: &Table) -> Result<StoredTable, StoreError> {
        retrying(|| self.try_create(write, table)).await
    }

    async fn try_create(&self, write: TableWrite, table: &Table) -> Result<StoredTable, StoreError> {
        let tx = self.db.write().await?;
        bump(&tx, write.project, write.project_revision, write.now).await?;
        let last: Option<Option<i32>> = project_table::Entity::find()
            .select_only()
            .column_as(project_table::Column::Position.max(), "last")
            .filter(project_table::Column::ProjectId.eq(write.project))
            .into_tuple()
            .one(&*tx)
            .await?;
        let position = last.flatten().map_or(0, |last| last + 1);
        let stored = add(&tx, write.project, table, position, write.by, write.now).await?;
        tx.commit().await?;
        Ok(stored)
    }

    /// Puts `table` in the place of the one with its id, which is at `revision`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Conflict`] when it or the project is at another
    /// revision than was said, [`StoreError::Unique`] of `table name`.
    pub async fn update(&self, write: TableWrite, table: &Table, revision: u32) -> Result<StoredTable, StoreError> {
        retrying(|| self.try_update(write, table, revision)).await
    }

    async fn try_update(&self, write: TableWrite, table: &Table, revision: u32) -> Result<StoredTable, StoreError> {
        use project_table::Column;
        let tx = self.db.write().await?;
        bump(&tx, write.project, write.project_revision, write.now).await?;
        let definition = to_text(table)?;
        let changed = project_table::Entity::update_many()
            .col_expr(Column::Name, Expr::value(table.name.as_str()))
            .col_expr(Column::Definition, Expr::value(definition.as_str()))
            .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
            .col_expr(Column::UpdatedAt, Expr::value(micros(write.now)))
            .filter(Column::ProjectId.eq(write.project))
            .filter(Column::TableId.eq(table.id.0))
            .filter(Column::Revision.eq(small(revision)))
            .exec(&*tx)
            .await
            .map_err(unique("table name"))?;
        let row = find(&*tx, write.project, table.id).await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        insert::<table_version::Entity, _>(&*tx, version(&row, write.by)).await?;
        tx.commit().await?;
        read(row)
    }

    /// Takes a table that is at `revision` out of the project. Its versions stay.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Conflict`] when it or the project is at another
    /// revision than was said.
    pub async fn delete(&self, write: TableWrite, id: TableId, revision: u32) -> Result<(), StoreError> {
        retrying(|| self.try_delete(write, id, revision)).await
    }

    async fn try_delete(&self, write: TableWrite, id: TableId, revision: u32) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        bump(&tx, write.project, write.project_revision, write.now).await?;
        let gone = project_table::Entity::delete_many()
            .filter(project_table::Column::ProjectId.eq(write.project))
            .filter(project_table::Column::TableId.eq(id.0))
            .filter(project_table::Column::Revision.eq(small(revision)))
            .exec(&*tx)
            .await?;
        if gone.rows_affected == 0 {
            find(&*tx, write.project, id).await?;
            return Err(StoreError::Conflict);
        }
        tx.commit().await
    }

    /// A table of a project.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn get(&self, project: Uuid, id: TableId) -> Result<StoredTable, StoreError> {
        read(find(self.db.conn(), project, id).await?)
    }

    /// The tables of a project, in their order.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, project: Uuid) -> Result<Vec<StoredTable>, StoreError> {
        let rows = project_table::Entity::find()
            .filter(project_table::Column::ProjectId.eq(project))
            .order_by_asc(project_table::Column::Position)
            .order_by_asc(project_table::Column::TableId)
            .all(self.db.conn())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Every version a table had, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn versions(&self, project: Uuid, id: TableId) -> Result<Vec<TableVersion>, StoreError> {
        let rows = table_version::Entity::find()
            .filter(table_version::Column::ProjectId.eq(project))
            .filter(table_version::Column::TableId.eq(id.0))
            .order_by_desc(table_version::Column::Revision)
            .all(self.db.conn())
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(TableVersion {
                    revision: count(row.revision),
                    table: from_text(&row.definition)?,
                    changed_by: row.changed_by,
                    created_at: moment(row.created_at),
                })
            })
            .collect()
    }
}

/// Writes a table that is new to its project, and its first version.
pub(crate) async fn add(
    tx: &WriteTx,
    project: Uuid,
    table: &Table,
    position: i32,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<StoredTable, StoreError> {
    let row = project_table::Model {
        project_id: project,
        table_id: table.id.0,
        name: table.name.clone(),
        position,
        definition: to_text(table)?,
        revision: last_revision(&**tx, project, table.id).await? + 1,
        created_at: micros(now),
        updated_at: micros(now),
    };
    insert::<project_table::Entity, _>(&**tx, row.clone()).await.map_err(child_of("table name"))?;
    insert::<table_version::Entity, _>(&**tx, version(&row, by)).await?;
    read(row)
}

/// The revision at which a table with this id was deleted before; 0 when there was none.
async fn last_revision(db: &impl ConnectionTrait, project: Uuid, id: TableId) -> Result<i32, StoreError> {
    let last: Option<Option<i32>> = table_version::Entity::find()
        .select_only()
        .column_as(table_version::Column::Revision.max(), "last")
        .filter(table_version::Column::ProjectId.eq(project))
        .filter(table_version::Column::TableId.eq(id.0))
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.flatten().unwrap_or(0))
}

async fn find(db: &impl ConnectionTrait, project: Uuid, id: TableId) -> Result<project_table::Model, StoreError> {
    project_table::Entity::find_by_id((project, id.0)).one(db).await?.ok_or(StoreError::NotFound)
}

fn version(row: &project_table::Model, by: Uuid) -> table_version::Model {
    table_version::Model {
        project_id: row.project_id,
        table_id: row.table_id,
        revision: row.revision,
        definition: row.definition.clone(),
        changed_by: by,
        created_at: row.updated_at,
    }
}

fn read(row: project_table::Model) -> Result<StoredTable, StoreError> {
    Ok(StoredTable {
        project_id: row.project_id,
        table: from_text(&row.definition)?,
        position: count(row.position),
        revision: count(row.revision),
        created_at: moment(row.created_at),
        updated_at: moment(row.updated_at),
    })
}
