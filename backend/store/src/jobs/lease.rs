//! Holding on to a job while it runs.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr, sea_query::ExprTrait};
use uuid::Uuid;

use super::{JobStatus, Jobs, Progress, add_event, close_execution, find};
use crate::{
    StoreError,
    convert::{signed, to_text},
    db::{WriteTx, now_micros, retrying},
    entities::{
        job::{self, Column},
        job_execution,
    },
};

/// The right to work on a job: every write of the worker must carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lease {
    /// The job.
    pub job: Uuid,
    /// Made anew at each claim.
    pub token: Uuid,
}

/// The answer to a sign of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heartbeat {
    /// The job is still the caller's.
    Held {
        /// Somebody asks to stop it: end with [`Jobs::cancelled`].
        cancel_requested: bool,
    },
    /// The job is another's or gone: stop at once and write nothing.
    Lost,
}

/// What is measured of the attempt beside its progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExecutionStats {
    /// Most memory the process had, in bytes.
    pub peak_memory_bytes: Option<u64>,
}

/// How an attempt ended that is not the job's success.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It can't be done; trying again won't help.
    Fail,
    /// Try again after so long, unless the attempts are used up.
    RetryAfter(Duration),
}

impl Jobs<'_> {
    /// Gives a sign of life: prolongs the lease to `lease` from now.
    ///
    /// # Errors
    /// Only those of the database. A lost lease is an answer, not an error.
    pub async fn heartbeat(&self, lease: Lease, time: Duration) -> Result<Heartbeat, StoreError> {
        retrying(|| self.try_heartbeat(lease, time)).await
    }

    async fn try_heartbeat(&self, lease: Lease, time: Duration) -> Result<Heartbeat, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let held = fenced(lease)
            .col_expr(Column::HeartbeatAt, Expr::value(now))
            .col_expr(Column::LeaseUntil, Expr::value(until(now, time)))
            .exec(&*tx)
            .await?;
        if held.rows_affected == 0 {
            return Ok(Heartbeat::Lost);
        }
        let row = find(&*tx, lease.job).await?;
        tx.commit().await?;
        Ok(Heartbeat::Held { cancel_requested: row.cancel_requested })
    }

    /// Keeps how far the job is, from which the next attempt could go on. Says whether to stop, as a heartbeat does, but
    /// doesn't prolong the lease.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn checkpoint(
        &self,
        lease: Lease,
        progress: &Progress,
        stats: ExecutionStats,
    ) -> Result<Heartbeat, StoreError> {
        retrying(|| self.try_checkpoint(lease, progress, stats)).await
    }

    async fn try_checkpoint(
        &self,
        lease: Lease,
        progress: &Progress,
        stats: ExecutionStats,
    ) -> Result<Heartbeat, StoreError> {
        let tx = self.db.write().await?;
        if !write_progress(&tx, lease, progress, stats).await? {
            return Ok(Heartbeat::Lost);
        }
        let row = find(&*tx, lease.job).await?;
        tx.commit().await?;
        Ok(Heartbeat::Held { cancel_requested: row.cancel_requested })
    }

    /// Gives the job back untouched, as when the worker shuts down: it is available at once, and the attempt doesn't
    /// count.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`].
    pub async fn release(&self, lease: Lease) -> Result<(), StoreError> {
        retrying(|| self.try_release(lease)).await
    }

    async fn try_release(&self, lease: Lease) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let released = unlease(fenced(lease), JobStatus::Available)
            .col_expr(Column::Attempt, Expr::col(Column::Attempt).sub(1))
            .exec(&*tx)
            .await?;
        if released.rows_affected == 0 {
            return Err(StoreError::LeaseLost);
        }
        close_execution(&*tx, lease.job, JobStatus::Available, None, now).await?;
        add_event(&*tx, lease.job, "released", "the worker gave the job back", now).await?;
        tx.commit().await
    }
}

/// When a lease taken now is over.
pub(super) fn until(now: i64, lease: Duration) -> i64 {
    now.saturating_add(i64::try_from(lease.as_micros()).unwrap_or(i64::MAX))
}

/// An update of the leased job that touches no row unless the lease still holds.
pub(super) fn fenced(lease: Lease) -> sea_orm::UpdateMany<job::Entity> {
    job::Entity::update_many().filter(Column::Id.eq(lease.job)).filter(Column::LeaseToken.eq(lease.token))
}

/// Puts a job into another state than running.
pub(super) fn unlease(update: sea_orm::UpdateMany<job::Entity>, status: JobStatus) -> sea_orm::UpdateMany<job::Entity> {
    update
        .col_expr(Column::Status, Expr::value(status.as_str()))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .col_expr(Column::LeaseUntil, Expr::value(None::<i64>))
}

/// Writes the progress to the job and its open execution; false when the lease is lost.
pub(super) async fn write_progress(
    tx: &WriteTx,
    lease: Lease,
    progress: &Progress,
    stats: ExecutionStats,
) -> Result<bool, StoreError> {
    use job_execution::Column as E;
    let held = fenced(lease).col_expr(Column::Progress, Expr::value(to_text(progress)?)).exec(&**tx).await?;
    if held.rows_affected == 0 {
        return Ok(false);
    }
    job_execution::Entity::update_many()
        .col_expr(E::Step, Expr::value(progress.step.as_str()))
        .col_expr(E::RowsDone, Expr::value(signed(progress.rows_done)))
        .col_expr(E::RowsPerSecond, Expr::value(progress.rows_per_second))
        .col_expr(E::BytesWritten, Expr::value(signed(progress.bytes_written)))
        .col_expr(E::PeakMemoryBytes, Expr::value(stats.peak_memory_bytes.map(signed)))
        .filter(E::JobId.eq(lease.job))
        .filter(E::FinishedAt.is_null())
        .exec(&**tx)
        .await?;
    Ok(true)
}
