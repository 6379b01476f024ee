//! Looking at jobs.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use super::{Execution, Job, JobError, JobEvent, JobStatus, Jobs, executions, find, record};
use crate::{
    Page, PageRequest, StoreError,
    convert::from_text,
    db,
    entities::{
        job::{self, Column},
        job_event, job_profile,
    },
    page::page,
};

/// A job that was taken from a worker which gave no sign of life.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescued {
    /// The job as it is now: available, cancelled or failed.
    pub job: Job,
    /// What happened.
    pub reason: JobError,
}

/// Which jobs are wanted.
#[derive(Clone, Debug, Default)]
pub struct JobFilter {
    /// Those of this user only.
    pub owner: Option<Uuid>,
    /// Those of this project only.
    pub project: Option<Uuid>,
    /// Those in one of these states only; empty: in any.
    pub status: Vec<JobStatus>,
}

impl Jobs<'_> {
    /// The job with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn get(&self, id: Uuid) -> Result<Job, StoreError> {
        record::job(find(self.db.conn(), id).await?)
    }

    /// The jobs with these ids, in no order; those that don't exist are left out.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn by_ids(&self, ids: &[Uuid]) -> Result<Vec<Job>, StoreError> {
        let find = job::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
        find.all(self.db.conn()).await?.into_iter().map(record::job).collect()
    }

    /// The jobs, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, filter: &JobFilter, request: &PageRequest) -> Result<Page<Job>, StoreError> {
        page(self.db.conn(), matching(filter), (Column::CreatedAt, Column::Id), request, |row: job::Model| {
            Ok((row.created_at, row.id, record::job(row)?))
        })
        .await
    }

    /// How many jobs there are.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn count(&self, filter: &JobFilter) -> Result<u64, StoreError> {
        Ok(matching(filter).count(self.db.conn()).await?)
    }

    /// The attempts at a job, the first one first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn executions(&self, job: Uuid) -> Result<Vec<Execution>, StoreError> {
        executions(self.db.conn(), job).await
    }

    /// What the rows that a job made look like, as its worker told; absent where nobody looked.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn profile(&self, job: Uuid) -> Result<Option<Value>, StoreError> {
        let row = job_profile::Entity::find_by_id(job).one(self.db.conn()).await?;
        row.map(|row| from_text(&row.profile)).transpose()
    }

    /// What happened to a job, the first thing first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn events(&self, job: Uuid) -> Result<Vec<JobEvent>, StoreError> {
        let rows = job_event::Entity::find()
            .filter(job_event::Column::JobId.eq(job))
            .order_by_asc(job_event::Column::At)
            .order_by_asc(job_event::Column::Id)
            .all(self.db.conn())
            .await?;
        Ok(rows.into_iter().map(record::event).collect())
    }

    /// The database's clock, by which jobs' moments are told.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn now(&self) -> Result<chrono::DateTime<chrono::Utc>, StoreError> {
        db::now(self.db.conn()).await
    }
}

fn matching(filter: &JobFilter) -> sea_orm::Select<job::Entity> {
    let mut find = job::Entity::find();
    if let Some(owner) = filter.owner {
        find = find.filter(Column::OwnerId.eq(owner));
    }
    if let Some(project) = filter.project {
        find = find.filter(Column::ProjectId.eq(project));
    }
    if !filter.status.is_empty() {
        find = find.filter(Column::Status.is_in(filter.status.iter().map(|status| status.as_str())));
    }
    find
}
