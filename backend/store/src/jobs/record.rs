//! What a job looks like from outside.

use chrono::{DateTime, Utc};
use dmb_spec::TableId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    StoreError,
    convert::{count, from_text, from_text_opt, moment, unsigned},
    entities::{job, job_event, job_execution},
};

/// Where a job is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobStatus {
    /// To be run from a moment on.
    Scheduled,
    /// To be run.
    Available,
    /// A worker has it.
    Running,
    /// An attempt failed; it is tried again after a while.
    Retryable,
    /// Done.
    Completed,
    /// Given up because somebody asked to.
    Cancelled,
    /// Given up because it can't be done.
    Failed,
}

impl JobStatus {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 7] = [
        Self::Scheduled,
        Self::Available,
        Self::Running,
        Self::Retryable,
        Self::Completed,
        Self::Cancelled,
        Self::Failed,
    ];
    /// Those a worker may claim when the job's time has come.
    pub(super) const WAITING: [&'static str; 3] = ["scheduled", "available", "retryable"];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Available => "available",
            Self::Running => "running",
            Self::Retryable => "retryable",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// Whether nothing more happens to the job by itself.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled | Self::Failed)
    }

    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| StoreError::corrupt(format!("unknown job status {text:?}")))
    }
}

/// How urgent a job is among its owner's. One step up counts as having waited five minutes longer, so nothing waits for
/// ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Priority {
    /// When there is nothing else.
    Low,
    /// As usual.
    #[default]
    Normal,
    /// Before the usual.
    High,
    /// Before all others.
    Critical,
}

impl Priority {
    const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Critical];

    pub(super) fn as_i32(self) -> i32 {
        self as i32
    }

    fn read(value: i32) -> Self {
        Self::ALL.into_iter().find(|p| p.as_i32() == value).unwrap_or_default()
    }
}

/// Why an attempt or a job failed, in words for the person who started it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobError {
    /// Kind of error, in capitals.
    pub code: String,
    /// What went wrong and what to do.
    pub message: String,
    /// Whether trying again may help.
    pub retryable: bool,
    /// Under which id the log has more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_id: Option<String>,
}

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Counts up with each word of progress, over all attempts.
    pub sequence: u64,
    /// What is being done.
    pub step: String,
    /// Rows made so far.
    pub rows_done: u64,
    /// Rows there will be.
    pub rows_total: u64,
    /// Rows a second, lately.
    pub rows_per_second: f64,
    /// Bytes written so far.
    pub bytes_written: u64,
    /// Something for people, beyond the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Each table by itself, in the order of the plan.
    pub tables: Vec<TableProgress>,
    /// Where the next attempt goes on; the worker's own.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub checkpoint: Value,
}

/// How far a job is with one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableProgress {
    /// The table.
    pub table: TableId,
    /// Its name when the job was made.
    pub name: String,
    /// Rows made so far.
    pub rows_done: u64,
    /// Rows there will be.
    pub rows_total: u64,
}

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Identity.
    pub id: Uuid,
    /// Who started it.
    pub owner_id: Uuid,
    /// The project it is for.
    pub project_id: Uuid,
    /// What is to be done: which handler of the worker takes it.
    pub kind: String,
    /// Where it is in its life.
    pub status: JobStatus,
    /// How urgent it is.
    pub priority: Priority,
    /// All the handler needs, frozen when the job was made.
    pub payload: Value,
    /// Seed of its random streams.
    pub seed: u64,
    /// What "now" means for it.
    pub as_of: DateTime<Utc>,
    /// Fingerprint of its plan.
    pub plan_fingerprint: String,
    /// Attempts begun, those that ended in a crash included; an orderly release doesn't count.
    pub attempt: u32,
    /// After so many attempts it is given up.
    pub max_attempts: u32,
    /// Somebody asked to stop it while it was running.
    pub cancel_requested: bool,
    /// Not before this moment.
    pub run_at: DateTime<Utc>,
    /// Which worker has it or had it last.
    pub worker_id: Option<String>,
    /// When the worker last gave a sign of life.
    pub heartbeat_at: Option<DateTime<Utc>>,
    /// How far it is; absent before the first word.
    pub progress: Option<Progress>,
    /// Why it failed, or its last attempt did.
    pub error: Option<JobError>,
    /// What came of it.
    pub report: Option<Value>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When its first attempt began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it reached its end.
    pub finished_at: Option<DateTime<Utc>>,
}

/// An attempt at a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// Identity.
    pub id: Uuid,
    /// Which attempt, from 1.
    pub attempt: u32,
    /// Which worker made it.
    pub worker_id: String,
    /// Running, or what became of it; available where it was released or its worker crashed.
    pub status: JobStatus,
    /// What was being done last.
    pub step: String,
    /// Rows made.
    pub rows_done: u64,
    /// Rows a second.
    pub rows_per_second: f64,
    /// Bytes written.
    pub bytes_written: u64,
    /// Most memory the process had, in bytes.
    pub peak_memory_bytes: Option<u64>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// Why it failed.
    pub error: Option<JobError>,
}

/// Something that happened to a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobEvent {
    /// Identity.
    pub id: Uuid,
    /// What, as a word: `queued`, `started`, `released`, `rescued`, `retried`, `completed`, …
    pub kind: String,
    /// What, as a sentence.
    pub message: String,
    /// When.
    pub at: DateTime<Utc>,
}

pub(super) fn job(row: job::Model) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.id,
        owner_id: row.owner_id,
        project_id: row.project_id,
        kind: row.kind,
        status: JobStatus::read(&row.status)?,
        priority: Priority::read(row.priority),
        payload: from_text(&row.payload)?,
        seed: unsigned(row.seed),
        as_of: moment(row.as_of),
        plan_fingerprint: row.plan_fingerprint,
        attempt: count(row.attempt),
        max_attempts: count(row.max_attempts),
        cancel_requested: row.cancel_requested,
        run_at: moment(row.run_at),
        worker_id: row.worker_id,
        heartbeat_at: row.heartbeat_at.map(moment),
        progress: from_text_opt(row.progress.as_deref())?,
        error: from_text_opt(row.error.as_deref())?,
        report: from_text_opt(row.report.as_deref())?,
        created_at: moment(row.created_at),
        started_at: row.started_at.map(moment),
        finished_at: row.finished_at.map(moment),
    })
}

pub(super) fn execution(row: job_execution::Model) -> Result<Execution, StoreError> {
    Ok(Execution {
        id: row.id,
        attempt: count(row.attempt),
        worker_id: row.worker_id,
        status: JobStatus::read(&row.status)?,
        step: row.step,
        rows_done: unsigned(row.rows_done),
        rows_per_second: row.rows_per_second,
        bytes_written: unsigned(row.bytes_written),
        peak_memory_bytes: row.peak_memory_bytes.map(unsigned),
        started_at: moment(row.started_at),
        finished_at: row.finished_at.map(moment),
        error: from_text_opt(row.error.as_deref())?,
    })
}

pub(super) fn event(row: job_event::Model) -> JobEvent {
    JobEvent { id: row.id, kind: row.kind, message: row.message, at: moment(row.at) }
}
