//! The end of an attempt.

use sea_orm::sea_query::Expr;
use serde_json::Value;

use super::{
    Attempt, ExecutionStats, Job, JobError, JobStatus, Jobs, Lease, Progress, add_event, close_execution, find,
    lease::{fenced, unlease, until, write_progress},
    record,
};
use crate::{
    NewExport, StoreError,
    convert::{to_text, to_text_opt},
    db::{WriteTx, insert, now_micros, retrying},
    entities::{
        job::{self, Column},
        job_profile,
    },
    exports,
};

/// How a job ended well.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// What came of it.
    pub report: Value,
    /// What the rows look like, where somebody looked; kept apart, see [`Jobs::profile`].
    pub profile: Option<Value>,
    /// The last word of progress.
    pub progress: Progress,
    /// What was measured of the attempt.
    pub stats: ExecutionStats,
    /// The files it made.
    pub exports: Vec<NewExport>,
}

impl Jobs<'_> {
    /// Ends a job well: its report, its profile, its exports and its state in one transaction.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`]: nothing was written, and the files are to be removed.
    pub async fn complete(&self, lease: Lease, settled: &Settled) -> Result<Job, StoreError> {
        retrying(|| self.try_complete(lease, settled)).await
    }

    async fn try_complete(&self, lease: Lease, settled: &Settled) -> Result<Job, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        if !write_progress(&tx, lease, &settled.progress, settled.stats).await? {
            return Err(StoreError::LeaseLost);
        }
        let row = find(&*tx, lease.job).await?;
        for export in &settled.exports {
            exports::add(&*tx, &row, export, now).await?;
        }
        if let Some(profile) = &settled.profile {
            let row = job_profile::Model { job_id: row.id, profile: to_text(profile)? };
            insert::<job_profile::Entity, _>(&*tx, row).await?;
        }
        let report = to_text(&settled.report)?;
        let end = fenced(lease)
            .col_expr(Column::Report, Expr::value(report))
            .col_expr(Column::Error, Expr::value(None::<String>))
            .col_expr(Column::FinishedAt, Expr::value(now));
        settle(tx, lease, end, JobStatus::Completed, None, "the job is done", now).await
    }

    /// Ends an attempt that failed: for good, or until the next one.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`].
    pub async fn fail(&self, lease: Lease, error: &JobError, attempt: Attempt) -> Result<Job, StoreError> {
        retrying(|| self.try_fail(lease, error, &attempt)).await
    }

    async fn try_fail(&self, lease: Lease, error: &JobError, attempt: &Attempt) -> Result<Job, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let row = leased(&tx, lease).await?;
        let end = fenced(lease).col_expr(Column::Error, Expr::value(to_text_opt(Some(error))?));
        let (status, end) = match attempt {
            // Whoever asked to stop it does not want it tried again.
            Attempt::RetryAfter(_) if row.cancel_requested => {
                (JobStatus::Cancelled, end.col_expr(Column::FinishedAt, Expr::value(now)))
            }
            Attempt::RetryAfter(delay) if row.attempt < row.max_attempts => {
                (JobStatus::Retryable, end.col_expr(Column::RunAt, Expr::value(until(now, *delay))))
            }
            _ => (JobStatus::Failed, end.col_expr(Column::FinishedAt, Expr::value(now))),
        };
        settle(tx, lease, end, status, Some(error), &error.message, now).await
    }

    /// Ends a job because somebody asked to.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`].
    pub async fn cancelled(&self, lease: Lease) -> Result<Job, StoreError> {
        retrying(async || {
            let tx = self.db.write().await?;
            let now = now_micros(&*tx).await?;
            let end = fenced(lease).col_expr(Column::FinishedAt, Expr::value(now));
            settle(tx, lease, end, JobStatus::Cancelled, None, "the job was stopped", now).await
        })
        .await
    }
}

/// The job as the holder of the lease finds it.
async fn leased(tx: &WriteTx, lease: Lease) -> Result<job::Model, StoreError> {
    match find(&**tx, lease.job).await {
        Ok(row) if row.lease_token == Some(lease.token) => Ok(row),
        Ok(_) | Err(StoreError::NotFound) => Err(StoreError::LeaseLost),
        Err(error) => Err(error),
    }
}

/// Puts the job into its new state, closes the execution, notes the event, and commits.
async fn settle(
    tx: WriteTx,
    lease: Lease,
    end: sea_orm::UpdateMany<job::Entity>,
    status: JobStatus,
    error: Option<&JobError>,
    message: &str,
    now: i64,
) -> Result<Job, StoreError> {
    if unlease(end, status).exec(&*tx).await?.rows_affected == 0 {
        return Err(StoreError::LeaseLost);
    }
    close_execution(&*tx, lease.job, status, error, now).await?;
    add_event(&*tx, lease.job, status.as_str(), message, now).await?;
    let job = record::job(find(&*tx, lease.job).await?)?;
    tx.commit().await?;
    Ok(job)
}
