//! Jobs whose worker gave no sign of life until its lease was over.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::{JobError, JobStatus, Jobs, Rescued, add_event, close_execution, find, lease::unlease, record};
use crate::{
    StoreError,
    convert::to_text_opt,
    db::{now_micros, retrying},
    entities::job::{self, Column},
};

/// How many jobs one sweep looks at.
const SWEEP: u64 = 100;

impl Jobs<'_> {
    /// Takes the jobs whose lease is over from their workers: back into the queue, or cancelled where somebody asked to
    /// stop them, or failed where their attempts are used up. Several sweeps at once do each job once.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn rescue_expired(&self) -> Result<Vec<Rescued>, StoreError> {
        let now = now_micros(self.db.conn()).await?;
        let stuck = job::Entity::find()
            .filter(Column::Status.eq(JobStatus::Running.as_str()))
            .filter(Column::LeaseUntil.lt(now))
            .order_by_asc(Column::LeaseUntil)
            .limit(SWEEP)
            .all(self.db.conn())
            .await?;
        let mut rescued = Vec::new();
        for row in &stuck {
            rescued.extend(retrying(|| self.rescue(row)).await?);
        }
        Ok(rescued)
    }

    async fn rescue(&self, row: &job::Model) -> Result<Option<Rescued>, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let worker = row.worker_id.as_deref().unwrap_or("unknown");
        let error = JobError {
            code: "WORKER_LOST".to_owned(),
            message: format!(
                "the worker {worker} gave no sign of life during attempt {} of {}",
                row.attempt, row.max_attempts
            ),
            retryable: true,
            error_id: None,
        };
        let status = match row {
            row if row.cancel_requested => JobStatus::Cancelled,
            row if row.attempt >= row.max_attempts => JobStatus::Failed,
            _ => JobStatus::Available,
        };
        let finished = status.is_terminal().then_some(now);
        // The same token and a lease that is still over: no sign of life came since the look.
        let taken = unlease(job::Entity::update_many(), status)
            .col_expr(Column::Error, Expr::value(to_text_opt(Some(&error))?))
            .col_expr(Column::FinishedAt, Expr::value(finished))
            .filter(Column::Id.eq(row.id))
            .filter(Column::Status.eq(JobStatus::Running.as_str()))
            .filter(Column::LeaseUntil.lt(now))
            .filter(Column::CancelRequested.eq(row.cancel_requested))
            .filter(Column::Attempt.eq(row.attempt))
            .exec(&*tx)
            .await?;
        if taken.rows_affected == 0 {
            return Ok(None);
        }
        close_execution(&*tx, row.id, status, Some(&error), now).await?;
        add_event(&*tx, row.id, "rescued", &error.message, now).await?;
        let job = record::job(find(&*tx, row.id).await?)?;
        tx.commit().await?;
        Ok(Some(Rescued { job, reason: error }))
    }
}
