//! Brings an attempt to its end in the store: one end, and nothing half-made left behind.

use std::time::Duration;

use dmb_app::jobs::JobProgress;
use dmb_app::{AppError, ProjectEventKind};
use dmb_store::{Attempt, ExecutionStats, Job, JobError, Lease, Settled, Store, StoreError};

use crate::WorkerConfig;
use crate::control::Stop;
use crate::failure::Failure;
use crate::handlers::{Success, Work};
use crate::memory;

/// How often an end is written again when the store does not answer.
const TRIES: u32 = 5;

pub(crate) struct Settle<'a> {
    pub(crate) work: &'a Work,
    pub(crate) lease: Lease,
    pub(crate) attempt: u32,
    pub(crate) config: &'a WorkerConfig,
}

impl Settle<'_> {
    pub(crate) async fn end(&self, result: Result<Success, Failure>) {
        let ended = match result {
            Ok(success) => self.complete(success).await,
            Err(failure) => self.fail(failure).await,
        };
        match ended {
            Ok(Some(job)) => self.tell(&job),
            Ok(None) => self.work.app.hub().forget(self.work.job),
            Err(StoreError::LeaseLost | StoreError::NotFound) => {
                tracing::warn!("the job is another's or gone; its end is not ours to write");
                self.clear_attempt().await;
                self.work.app.hub().forget(self.work.job);
            }
            Err(error) => {
                // The lease runs out, and the next attempt does it again.
                tracing::error!(%error, "the end of a job could not be written");
                self.work.app.hub().forget(self.work.job);
            }
        }
    }

    async fn complete(&self, success: Success) -> Result<Option<Job>, StoreError> {
        let settled = Settled {
            report: success.report,
            profile: success.profile,
            progress: self.work.meter.last(),
            stats: ExecutionStats { peak_memory_bytes: memory::peak() },
            exports: success.exports,
        };
        let job = persist(|| async { self.store().jobs().complete(self.lease, &settled).await }).await?;
        metrics::counter!("dmb_jobs_total", "kind" => job.kind.clone(), "status" => "completed").increment(1);
        tracing::info!(rows = settled.progress.rows_done, rate = settled.progress.rows_per_second, "job completed");
        for export in &settled.exports {
            self.work.app.announce(job.project_id, ProjectEventKind::ExportChanged, Some(export.id));
        }
        Ok(Some(job))
    }

    async fn fail(&self, failure: Failure) -> Result<Option<Job>, StoreError> {
        match (failure, self.work.control.why()) {
            // However the work ended: who was told to stop has stopped for that reason.
            (_, Some(Stop::LeaseLost)) => Err(StoreError::LeaseLost),
            (_, Some(Stop::Cancelled)) => self.cancelled().await.map(Some),
            (_, Some(Stop::Shutdown)) => self.release().await.map(|()| None),
            (Failure::Retry(error), None) => self.retry(error).await.map(Some),
            (Failure::Fail(error), None) => self.give_up(error).await.map(Some),
            // Nobody said so; the next attempt finds out.
            (Failure::Stopped, None) => self.release().await.map(|()| None),
        }
    }

    async fn cancelled(&self) -> Result<Job, StoreError> {
        self.clear().await;
        let job = persist(|| async { self.store().jobs().cancelled(self.lease).await }).await?;
        tracing::info!("job cancelled");
        Ok(job)
    }

    async fn release(&self) -> Result<(), StoreError> {
        self.clear_attempt().await;
        persist(|| async { self.store().jobs().release(self.lease).await }).await?;
        tracing::info!("job given back");
        Ok(())
    }

    async fn retry(&self, error: JobError) -> Result<Job, StoreError> {
        self.clear_attempt().await;
        let pause = self.config.retry_after * 2_u32.saturating_pow(self.attempt.saturating_sub(1)).min(64);
        tracing::warn!(code = %error.code, "a job's attempt failed");
        let later = Attempt::RetryAfter(pause);
        let job = persist(|| async { self.store().jobs().fail(self.lease, &error, later.clone()).await }).await?;
        if job.status.is_terminal() {
            self.clear().await;
        }
        Ok(job)
    }

    async fn give_up(&self, error: JobError) -> Result<Job, StoreError> {
        self.clear().await;
        tracing::warn!(code = %error.code, "a job failed");
        metrics::counter!("dmb_jobs_total", "kind" => "any", "status" => "failed").increment(1);
        persist(|| async { self.store().jobs().fail(self.lease, &error, Attempt::Fail).await }).await
    }

    fn store(&self) -> &Store {
        self.work.app.store()
    }

    /// Tells those who watch.
    fn tell(&self, job: &Job) {
        let app = &self.work.app;
        if job.status.is_terminal() {
            app.hub().publish(JobProgress::of(job));
        } else {
            app.hub().forget(job.id);
        }
        app.announce(job.project_id, ProjectEventKind::JobChanged, Some(job.id));
    }

    /// Removes everything this job made.
    async fn clear(&self) {
        warn(self.work.app.clear_leftovers(self.work.project, self.work.job).await);
    }

    /// Removes the files of this attempt; staged rows stay for the next one.
    async fn clear_attempt(&self) {
        match tokio::fs::remove_dir_all(self.work.folder()).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => warn(Err(AppError::internal(error))),
            Ok(()) | Err(_) => {}
        }
    }
}

fn warn(result: Result<(), AppError>) {
    if let Err(error) = result {
        tracing::warn!(%error, "what a job left could not be removed; the next sweep does it");
    }
}

/// Writes an end, again where the store does not answer at once.
async fn persist<T, F>(write: impl Fn() -> F) -> Result<T, StoreError>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let mut tries = 1;
    loop {
        match write().await {
            Err(StoreError::Unavailable(_)) if tries < TRIES => {
                tokio::time::sleep(Duration::from_millis(200) * 2_u32.pow(tries)).await;
                tries += 1;
            }
            result => return result,
        }
    }
}
