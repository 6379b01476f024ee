//! Putting jobs into the queue, and stopping those that run here.

use dmb_spec::Violation;
use dmb_store::{Enqueued, Idempotency, JobFilter, JobStatus, NewJob, StoreError};
use serde::Serialize;
use tokio::sync::broadcast;
use uuid::Uuid;

use super::args::{JobArgs, Wish};
use super::{InsertMode, Job, Priority};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

/// Attempts a job gets.
const MAX_ATTEMPTS: u32 = 3;
/// The states of jobs that are not over.
const UNFINISHED: [JobStatus; 4] =
    [JobStatus::Scheduled, JobStatus::Available, JobStatus::Running, JobStatus::Retryable];
/// Jobs of a project looked at when asking what goes on in it.
const LOOKED_AT: u32 = 1_000;

/// A job about to be put into the queue.
pub(super) struct Order {
    pub(super) project: Uuid,
    pub(super) priority: Priority,
    pub(super) args: JobArgs,
    pub(super) message: String,
}

/// Tells the workers of this process which jobs to stop, sooner than they would read it in the store.
#[derive(Clone, Debug)]
pub(crate) struct CancelSignals(broadcast::Sender<Uuid>);

impl CancelSignals {
    pub(crate) fn new() -> Self {
        Self(broadcast::channel(256).0)
    }
}

impl App {
    /// Ids of jobs that were told to stop, for the worker. Who misses one finds it in the store at the next heartbeat.
    pub fn cancellations(&self) -> broadcast::Receiver<Uuid> {
        self.cancel_signals().0.subscribe()
    }

    /// Waits until a job was put into the queue here. One that was put there before is not missed.
    pub async fn job_queued(&self) {
        self.queued().notified().await;
    }

    pub(crate) fn signal_cancel(&self, job: Uuid) {
        // An error only says that no worker runs here.
        let _ = self.cancel_signals().0.send(job);
    }

    /// Puts an order into the queue, unless the account has too many jobs or the same wish made the job before.
    pub(super) async fn enqueue(&self, actor: &Actor, order: Order) -> Result<Outcome<Job>, AppError> {
        if let Some(violation) = self.job_quota(actor).await? {
            return Ok(Outcome::refused(violation));
        }
        let Order { project, priority, args, message } = order;
        let (seed, as_of, fingerprint) = match &args {
            JobArgs::Generate(a) => (a.seed, a.as_of, a.fingerprint.clone()),
            JobArgs::Export(a) => (0, a.as_of, String::new()),
        };
        let idempotency = args.wish().map(|w| Idempotency { key: w.key.clone(), payload_hash: w.hash.clone() });
        let new = NewJob {
            owner_id: actor.user_id,
            project_id: project,
            kind: args.kind().as_str().to_owned(),
            priority: priority.into(),
            payload: serde_json::to_value(&args).map_err(AppError::internal)?,
            seed,
            as_of,
            plan_fingerprint: fingerprint,
            max_attempts: MAX_ATTEMPTS,
            run_at: None,
            idempotency,
            message,
        };
        match self.store().jobs().enqueue(new).await {
            Ok(Enqueued { job, created }) => {
                if created {
                    self.queued().notify_one();
                    self.announce(project, ProjectEventKind::JobChanged, Some(job.id));
                }
                Ok(Outcome::done(job.try_into()?))
            }
            Err(StoreError::Conflict) => Ok(Outcome::refused(Violation::error(
                "idempotencyKey",
                "idempotency_key_reused",
                "This key came with another wish before. Use a new key for a new wish.",
            ))),
            Err(error) => Err(error.into()),
        }
    }

    async fn job_quota(&self, actor: &Actor) -> Result<Option<Violation>, AppError> {
        let filter = JobFilter { owner: Some(actor.user_id), project: None, status: UNFINISHED.to_vec() };
        let have = self.store().jobs().count(&filter).await?;
        let message =
            || format!("{have} of your jobs are not over yet, as many as an account may have. Wait or cancel some.");
        Ok((have >= self.config().limits.active_jobs).then(|| Violation::error("", "quota", message())))
    }

    /// The jobs of a project that are not over.
    pub(crate) async fn unfinished(&self, project: Uuid) -> Result<Vec<dmb_store::Job>, AppError> {
        let filter = JobFilter { owner: None, project: Some(project), status: UNFINISHED.to_vec() };
        let page = self.store().jobs().list(&filter, &dmb_store::PageRequest::first(LOOKED_AT)).await?;
        Ok(page.into_nodes())
    }

    pub(crate) async fn unfinished_jobs(&self, project: Uuid) -> Result<Vec<Uuid>, AppError> {
        Ok(self.unfinished(project).await?.into_iter().map(|j| j.id).collect())
    }

    /// The job that fills tables of a project just now or soon. There is at most one at a time: what the next one adds
    /// to depends on what it leaves.
    pub(crate) async fn loading_job(&self, project: Uuid) -> Result<Option<(dmb_store::Job, JobArgs)>, AppError> {
        for job in self.unfinished(project).await? {
            let args = JobArgs::of(&job)?;
            if args.into_tables().is_some() {
                return Ok(Some((job, args)));
            }
        }
        Ok(None)
    }

    /// Why tables can't be touched now, where a job fills them.
    pub(crate) async fn busy(&self, project: Uuid) -> Result<Option<Violation>, AppError> {
        Ok(self.loading_job(project).await?.map(|(_, args)| {
            let doing = match args.into_tables() {
                Some(InsertMode::Replace) => "replaces rows of",
                Some(InsertMode::Append) | None => "adds rows to",
            };
            let message = format!("A job {doing} this project's tables. Wait until it is over, or cancel it.");
            Violation::error("", "tables_busy", message)
        }))
    }
}

/// The wish behind a job, where it came with a key.
pub(super) fn wish<T: Serialize>(key: Option<&str>, asked: &T) -> Result<Option<Wish>, AppError> {
    let Some(key) = key else { return Ok(None) };
    if key.is_empty() || key.len() > 190 {
        return Err(AppError::invalid("idempotencyKey", "out_of_range", "A key has 1 to 190 bytes."));
    }
    let text = serde_json::to_vec(asked).map_err(AppError::internal)?;
    Ok(Some(Wish { key: key.to_owned(), hash: blake3::hash(&text).to_hex().to_string() }))
}
