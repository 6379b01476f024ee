//! Projects: a set of related tables with their jobs and exports.

use chrono::{DateTime, Utc};
use dmb_spec::{Design, LocaleMix, Table};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, LikeExpr},
};
use uuid::Uuid;

use crate::{
    Page, PageRequest, StoreError,
    convert::{count, from_text, micros, moment, signed, small, to_text, unsigned},
    db::{Db, WriteTx, insert, retrying},
    entities::{export, project, project_table},
    error::child_of,
    jobs,
    page::page,
    tables,
};

/// A project.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Identity; the namespace of its tables too.
    pub id: Uuid,
    /// Whose it is.
    pub owner_id: Uuid,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Seed of its random streams.
    pub seed: u64,
    /// Locales of its generators.
    pub locale: LocaleMix,
    /// What "now" means in its design; absent: the moment a job is made.
    pub as_of: Option<DateTime<Utc>>,
    /// Counts up from 1 with each change of the project or of one of its tables.
    pub revision: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it or one of its tables was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A project to make.
#[derive(Clone, Debug)]
pub struct NewProject {
    /// Whose it is.
    pub owner_id: Uuid,
    /// All there is of it: name (at most 190 characters), description, seed, locales, as-of and tables.
    pub design: Design,
    /// When it is made.
    pub now: DateTime<Utc>,
}

/// What to change of a project; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct ProjectChange {
    /// Its name; at most 190 characters.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Seed of its random streams.
    pub seed: Option<u64>,
    /// Locales of its generators.
    pub locale: Option<LocaleMix>,
    /// What "now" means; `Some(None)`: the moment a job is made.
    pub as_of: Option<Option<DateTime<Utc>>>,
}

/// Which projects are wanted.
#[derive(Clone, Debug, Default)]
pub struct ProjectFilter {
    /// Those of this user only.
    pub owner: Option<Uuid>,
    /// Those whose name has this in it, whatever the case.
    pub search: Option<String>,
}

/// What a project leaves behind outside this database when it is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedProject {
    /// Where the files of its exports are.
    pub storage_paths: Vec<String>,
}

/// Verbs on projects.
#[derive(Clone, Copy)]
pub struct Projects<'a> {
    db: &'a Db,
}

impl<'a> Projects<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Makes a project with the tables of its design, all of them or nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such owner, [`StoreError::Unique`] of `table name` when two tables are
    /// called the same.
    pub async fn create(&self, new: NewProject) -> Result<Project, StoreError> {
        let NewProject { owner_id, design, now } = new;
        let row = project::Model {
            id: Uuid::now_v7(),
            owner_id,
            name_key: design.name.to_lowercase(),
            name: design.name,
            description: design.description,
            seed: signed(design.seed),
            locale: to_text(&design.locale)?,
            as_of: design.as_of.map(micros),
            revision: 1,
            created_at: micros(now),
            updated_at: micros(now),
        };
        retrying(|| self.try_create(&row, &design.tables, owner_id, now)).await?;
        read(row)
    }

    async fn try_create(
        &self,
        row: &project::Model,
        tables: &[Table],
        by: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        insert::<project::Entity, _>(&*tx, row.clone()).await.map_err(child_of("project"))?;
        for (position, table) in (0..).zip(tables) {
            tables::add(&tx, row.id, table, position, by, now).await?;
        }
        tx.commit().await
    }

    /// The project with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn get(&self, id: Uuid) -> Result<Project, StoreError> {
        find(self.db.conn(), id).await
    }

    /// The projects with these ids, in no order; those that don't exist are left out.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn by_ids(&self, ids: &[Uuid]) -> Result<Vec<Project>, StoreError> {
        let find = project::Entity::find().filter(project::Column::Id.is_in(ids.iter().copied()));
        find.all(self.db.conn()).await?.into_iter().map(read).collect()
    }

    /// The project with its whole design, both of one moment.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn design(&self, id: Uuid) -> Result<(Project, Design), StoreError> {
        let tx = self.db.snapshot().await?;
        let project = find(&tx, id).await?;
        let rows = project_table::Entity::find()
            .filter(project_table::Column::ProjectId.eq(id))
            .order_by_asc(project_table::Column::Position)
            .order_by_asc(project_table::Column::TableId)
            .all(&tx)
            .await?;
        tx.commit().await?;
        let tables = rows.iter().map(|row| from_text(&row.definition)).collect::<Result<_, _>>()?;
        let design = Design {
            name: project.name.clone(),
            description: project.description.clone(),
            seed: project.seed,
            as_of: project.as_of,
            locale: project.locale.clone(),
            tables,
        };
        Ok((project, design))
    }

    /// The projects, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, filter: &ProjectFilter, request: &PageRequest) -> Result<Page<Project>, StoreError> {
        let mut find = project::Entity::find();
        if let Some(owner) = filter.owner {
            find = find.filter(project::Column::OwnerId.eq(owner));
        }
        if let Some(search) = filter.search.as_deref().map(str::trim).filter(|s| !s.is_empty()) {
            find = find.filter(Expr::col(project::Column::NameKey).like(containing(search)));
        }
        let by = (project::Column::CreatedAt, project::Column::Id);
        page(self.db.conn(), find, by, request, |row: project::Model| Ok((row.created_at, row.id, read(row)?))).await
    }

    /// Changes a project that is at `revision`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Conflict`] when it is at another revision.
    pub async fn update(
        &self,
        id: Uuid,
        revision: u32,
        change: &ProjectChange,
        now: DateTime<Utc>,
    ) -> Result<Project, StoreError> {
        retrying(|| self.try_update(id, revision, change, now)).await
    }

    async fn try_update(
        &self,
        id: Uuid,
        revision: u32,
        change: &ProjectChange,
        now: DateTime<Utc>,
    ) -> Result<Project, StoreError> {
        use project::Column;
        let tx = self.db.write().await?;
        bump(&tx, id, Some(revision), now).await?;
        let mut set = Vec::new();
        if let Some(name) = &change.name {
            set.push((Column::Name, Expr::value(name.as_str())));
            set.push((Column::NameKey, Expr::value(name.to_lowercase())));
        }
        if let Some(description) = &change.description {
            set.push((Column::Description, Expr::value(description.as_str())));
        }
        if let Some(seed) = change.seed {
            set.push((Column::Seed, Expr::value(signed(seed))));
        }
        if let Some(locale) = &change.locale {
            set.push((Column::Locale, Expr::value(to_text(locale)?)));
        }
        if let Some(as_of) = change.as_of {
            set.push((Column::AsOf, Expr::value(as_of.map(micros))));
        }
        if !set.is_empty() {
            let update = project::Entity::update_many().filter(Column::Id.eq(id));
            set.into_iter().fold(update, |update, (column, value)| update.col_expr(column, value)).exec(&*tx).await?;
        }
        let project = find(&*tx, id).await?;
        tx.commit().await?;
        Ok(project)
    }

    /// Deletes a project with its tables' definitions, migrations, jobs and exports. A worker that runs one of its jobs
    /// loses its lease.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn delete(&self, id: Uuid) -> Result<DeletedProject, StoreError> {
        retrying(|| self.try_delete(id)).await
    }

    async fn try_delete(&self, id: Uuid) -> Result<DeletedProject, StoreError> {
        let tx = self.db.write().await?;
        jobs::fence_project(&tx, id).await?;
        let storage_paths = export::Entity::find()
            .select_only()
            .column(export::Column::StoragePath)
            .filter(export::Column::ProjectId.eq(id))
            .filter(export::Column::DeletedAt.is_null())
            .into_tuple()
            .all(&*tx)
            .await?;
        let gone = project::Entity::delete_many().filter(project::Column::Id.eq(id)).exec(&*tx).await?;
        if gone.rows_affected == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await?;
        Ok(DeletedProject { storage_paths })
    }
}

/// Moves a project to its next revision and holds its row until the end of the transaction.
pub(crate) async fn bump(tx: &WriteTx, id: Uuid, expected: Option<u32>, now: DateTime<Utc>) -> Result<(), StoreError> {
    use project::Column;
    let mut update = project::Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(micros(now)))
        .filter(Column::Id.eq(id));
    if let Some(expected) = expected {
        update = update.filter(Column::Revision.eq(small(expected)));
    }
    if update.exec(&**tx).await?.rows_affected == 0 {
        find(&**tx, id).await?;
        return Err(StoreError::Conflict);
    }
    Ok(())
}

async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Project, StoreError> {
    let row = project::Entity::find_by_id(id).one(db).await?.ok_or(StoreError::NotFound)?;
    read(row)
}

/// A pattern for text that has `needle` in it, with no character of it special.
fn containing(needle: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    for c in needle.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('!')
}

fn read(row: project::Model) -> Result<Project, StoreError> {
    Ok(Project {
        id: row.id,
        owner_id: row.owner_id,
        name: row.name,
        description: row.description,
        seed: unsigned(row.seed),
        locale: from_text(&row.locale)?,
        as_of: row.as_of.map(moment),
        revision: count(row.revision),
        created_at: moment(row.created_at),
        updated_at: moment(row.updated_at),
    })
}
