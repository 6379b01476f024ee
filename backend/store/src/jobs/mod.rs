//! The queue of jobs: at-least-once execution with exactly-once effect.
//!
//! ```text
//! scheduled ─┐
//! available ─┼─ claim ─→ running ─┬─ complete ───────────────→ completed
//! retryable ─┘                    ├─ fail, attempts used up ─→ failed ────┐
//!     ↑ ↑                         ├─ cancelled ──────────────→ cancelled ─┤
//!     │ └── retry_later ──────────┤                                      │
//!     └──── release, rescue ──────┘          retry: available again ←────┘
//! ```
//!
//! A claim hands out a [`Lease`]: a token that every write of the worker must match. When its time is over another
//! worker may take the job; whatever the first one writes then touches no row and it is told [`StoreError::LeaseLost`].
//! All moments here are the database's, so the clocks of the workers' machines don't matter.

mod claim;
mod control;
mod enqueue;
mod finish;
mod lease;
mod read;
mod record;
mod rescue;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use uuid::Uuid;

use crate::{
    StoreError,
    convert::to_text_opt,
    db::{Db, WriteTx, insert},
    entities::{job, job_event, job_execution},
};

pub use claim::Claim;
pub use control::CancelAnswer;
pub use enqueue::{Enqueued, Idempotency, NewJob};
pub use finish::Settled;
pub use lease::{Attempt, ExecutionStats, Heartbeat, Lease};
pub use read::{JobFilter, Rescued};
pub use record::{Execution, Job, JobError, JobEvent, JobStatus, Priority, Progress, TableProgress};

/// Verbs on jobs.
#[derive(Clone, Copy)]
pub struct Jobs<'a> {
    db: &'a Db,
}

impl<'a> Jobs<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }
}

/// Takes the leases of a project's jobs away, and waits for what their workers are writing.
pub(crate) async fn fence_project(tx: &WriteTx, project: Uuid) -> Result<(), StoreError> {
    job::Entity::update_many()
        .col_expr(job::Column::LeaseToken, Expr::value(None::<Uuid>))
        .filter(job::Column::ProjectId.eq(project))
        .exec(&**tx)
        .await?;
    Ok(())
}

async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<job::Model, StoreError> {
    job::Entity::find_by_id(id).one(db).await?.ok_or(StoreError::NotFound)
}

/// Notes what happened to a job.
async fn add_event(db: &impl ConnectionTrait, job: Uuid, kind: &str, message: &str, at: i64) -> Result<(), StoreError> {
    let row =
        job_event::Model { id: Uuid::now_v7(), job_id: job, kind: kind.to_owned(), message: message.to_owned(), at };
    Ok(insert::<job_event::Entity, _>(db, row).await?)
}

/// Ends the execution of a job that is still open.
async fn close_execution(
    db: &impl ConnectionTrait,
    job: Uuid,
    status: JobStatus,
    error: Option<&JobError>,
    at: i64,
) -> Result<(), StoreError> {
    use job_execution::Column;
    job_execution::Entity::update_many()
        .col_expr(Column::Status, Expr::value(status.as_str()))
        .col_expr(Column::FinishedAt, Expr::value(at))
        .col_expr(Column::Error, Expr::value(to_text_opt(error)?))
        .filter(Column::JobId.eq(job))
        .filter(Column::FinishedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The executions of a job, first attempt first.
async fn executions(db: &impl ConnectionTrait, job: Uuid) -> Result<Vec<Execution>, StoreError> {
    let rows = job_execution::Entity::find()
        .filter(job_execution::Column::JobId.eq(job))
        .order_by_asc(job_execution::Column::StartedAt)
        .order_by_asc(job_execution::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(record::execution).collect()
}
