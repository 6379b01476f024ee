//! What people ask of jobs: stop, and try again.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{Job, JobStatus, Jobs, add_event, find, lease::unlease, record};
use crate::{
    StoreError,
    db::{now_micros, retrying},
    entities::job::{self, Column},
};

/// What came of asking to stop a job.
#[derive(Clone, Debug, PartialEq)]
pub enum CancelAnswer {
    /// It was waiting and is cancelled now.
    Cancelled(Job),
    /// It is running; its worker is told at its next sign of life.
    Requested(Job),
    /// It had ended already.
    Ended(Job),
}

impl CancelAnswer {
    /// The job as it is now.
    pub fn into_job(self) -> Job {
        match self {
            Self::Cancelled(job) | Self::Requested(job) | Self::Ended(job) => job,
        }
    }
}

impl Jobs<'_> {
    /// Asks to stop a job.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn request_cancel(&self, id: Uuid) -> Result<CancelAnswer, StoreError> {
        retrying(|| self.try_request_cancel(id)).await
    }

    async fn try_request_cancel(&self, id: Uuid) -> Result<CancelAnswer, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let waiting = unlease(job::Entity::update_many(), JobStatus::Cancelled)
            .col_expr(Column::FinishedAt, Expr::value(now))
            .filter(Column::Id.eq(id))
            .filter(Column::Status.is_in(JobStatus::WAITING))
            .exec(&*tx)
            .await?;
        let answer: fn(Job) -> CancelAnswer = if waiting.rows_affected == 1 {
            add_event(&*tx, id, JobStatus::Cancelled.as_str(), "the job was stopped before it ran", now).await?;
            CancelAnswer::Cancelled
        } else {
            let running = job::Entity::update_many()
                .col_expr(Column::CancelRequested, Expr::value(true))
                .filter(Column::Id.eq(id))
                .filter(Column::Status.eq(JobStatus::Running.as_str()))
                .exec(&*tx)
                .await?;
            if running.rows_affected == 1 {
                add_event(&*tx, id, "cancel_requested", "somebody asked to stop the job", now).await?;
                CancelAnswer::Requested
            } else {
                CancelAnswer::Ended
            }
        };
        let job = record::job(find(&*tx, id).await?)?;
        tx.commit().await?;
        Ok(answer(job))
    }

    /// Puts a failed or cancelled job back into the queue, with all its attempts before it and its progress forgotten.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Conflict`] when it is neither failed nor cancelled.
    pub async fn retry(&self, id: Uuid) -> Result<Job, StoreError> {
        retrying(|| self.try_retry(id)).await
    }

    async fn try_retry(&self, id: Uuid) -> Result<Job, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let done = unlease(job::Entity::update_many(), JobStatus::Available)
            .col_expr(Column::Attempt, Expr::value(0))
            .col_expr(Column::CancelRequested, Expr::value(false))
            .col_expr(Column::RunAt, Expr::value(now))
            .col_expr(Column::Progress, Expr::value(None::<String>))
            .col_expr(Column::Error, Expr::value(None::<String>))
            .col_expr(Column::FinishedAt, Expr::value(None::<i64>))
            .filter(Column::Id.eq(id))
            .filter(Column::Status.is_in([JobStatus::Failed.as_str(), JobStatus::Cancelled.as_str()]))
            .exec(&*tx)
            .await?;
        let row = find(&*tx, id).await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        add_event(&*tx, id, "retried", "somebody asked to try the job again", now).await?;
        tx.commit().await?;
        record::job(row)
    }
}
