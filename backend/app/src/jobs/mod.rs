//! Jobs: asked for here, run by the worker.

pub mod args;
mod cancel;
mod compile;
mod estimate;
mod files;
mod get;
mod list;
mod prepare;
mod queue;
mod record;
pub mod report;
mod retry;
mod start_export;
mod start_generation;
mod watch;

use chrono::{DateTime, Utc};
use dmb_spec::{Params, Violation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::rows::{Filter, Sort};

pub(crate) use queue::CancelSignals;

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Waits for its time.
    Scheduled,
    /// Waits for a worker.
    Available,
    /// A worker has it.
    Running,
    /// Will be tried again.
    Retryable,
    /// Done.
    Completed,
    /// Stopped by a person; nothing is left of it.
    Cancelled,
    /// Given up; nothing is left of it.
    Failed,
}

impl JobStatus {
    /// Whether nothing more will happen by itself.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled | Self::Failed)
    }
}

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Makes rows.
    Generate,
    /// Writes rows of tables to a file.
    Export,
}

impl JobKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Generate, Self::Export];

    /// The word it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Generate => "generate",
            Self::Export => "export",
        }
    }
}

/// Which of two waiting jobs goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// When nothing else waits.
    Low,
    /// The usual.
    #[default]
    Normal,
    /// Before the usual.
    High,
    /// Before all.
    Critical,
}

/// What becomes of the rows that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InsertMode {
    /// They stay.
    Append,
    /// They go when the new ones are there.
    Replace,
}

/// Wish for rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StartGeneration {
    /// The project.
    pub project_id: Uuid,
    /// Tables with their rows; every table with its planned rows where absent.
    pub tables: Option<Vec<TableRows>>,
    /// Seed; the project's where absent.
    pub seed: Option<u64>,
    /// What "now" means; the project's, else the present moment.
    pub as_of: Option<DateTime<Utc>>,
    /// Into the tables.
    pub into_tables: Option<InsertMode>,
    /// Into files, each with all tables of the run.
    pub files: Vec<FileRequest>,
    /// Without the faults that tables declare.
    pub without_faults: bool,
    /// Which waiting job goes first.
    pub priority: Priority,
    /// The same key with the same wish gives the same job again.
    pub idempotency_key: Option<String>,
}

/// A table of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRows {
    /// Table name.
    pub table: String,
    /// How many; as planned in the design where absent.
    pub rows: Option<u64>,
}

/// A file of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRequest {
    /// Format id of the catalogue.
    pub format: String,
    /// Its options.
    #[serde(default)]
    pub options: Params,
}

/// Wish for a file of rows that are in the tables.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StartExport {
    /// The project.
    pub project_id: Uuid,
    /// Table names; every migrated table where absent.
    pub tables: Option<Vec<String>>,
    /// Format id of the catalogue.
    pub format: String,
    /// Its options.
    pub options: Params,
    /// Conditions; only with one table.
    pub filter: Vec<Filter>,
    /// Order; only with one table.
    pub sort: Vec<Sort>,
    /// The same key with the same wish gives the same job again.
    pub idempotency_key: Option<String>,
}

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: Uuid,
    /// Its project.
    pub project_id: Uuid,
    /// What it does.
    pub kind: JobKind,
    /// Where it stands.
    pub status: JobStatus,
    /// Its priority.
    pub priority: Priority,
    /// Seed of its rows; 0 for exports.
    pub seed: u64,
    /// What "now" means in its rows.
    pub as_of: Option<DateTime<Utc>>,
    /// Attempts begun.
    pub attempt: u32,
    /// Attempts it gets.
    pub max_attempts: u32,
    /// Whether and how it fills tables.
    pub into_tables: Option<InsertMode>,
    /// Format ids of the files it writes.
    pub formats: Vec<String>,
    /// Where its work stands.
    pub progress: JobProgress,
    /// Rows it made wrong on purpose; empty until it is done.
    pub faults: Vec<FaultCount>,
    /// Why it failed, or will be tried again.
    pub error: Option<JobError>,
    /// Whether somebody asked for it to stop.
    pub cancel_requested: bool,
    /// Who asked for it.
    pub created_by: Option<Uuid>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When its first attempt began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it was over.
    pub finished_at: Option<DateTime<Utc>>,
}

impl Job {
    /// Whether it can be told to stop.
    pub fn can_cancel(&self) -> bool {
        !self.status.is_over() && !self.cancel_requested
    }

    /// Whether it can be run again.
    pub fn can_retry(&self) -> bool {
        matches!(self.status, JobStatus::Cancelled | JobStatus::Failed)
    }
}

/// Where the work of a job stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobProgress {
    /// The job.
    pub job_id: Uuid,
    /// Grows with each piece of news.
    pub sequence: u64,
    /// Where the job stands.
    pub status: JobStatus,
    /// What is being done: a stable word, see [`args::steps`].
    pub step: String,
    /// Rows made so far, all tables together.
    pub rows_done: u64,
    /// Rows to make.
    pub rows_total: u64,
    /// Rows a second, of late.
    pub rows_per_second: f64,
    /// Seconds to go, where that can be said.
    pub seconds_left: Option<f64>,
    /// The tables, in the order they are made.
    pub tables: Vec<TableProgress>,
    /// A sentence for a person, where there is something to say.
    pub message: Option<String>,
}

impl JobProgress {
    /// How much is done, 0 to 100.
    pub fn percent(&self) -> f64 {
        match (self.status, self.rows_total) {
            (JobStatus::Completed, _) => 100.0,
            (_, 0) => 0.0,
            (_, total) => (self.rows_done as f64 / total as f64 * 100.0).min(100.0),
        }
    }
}

/// Where one table stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableProgress {
    /// Table name.
    pub table: String,
    /// Rows made.
    pub rows_done: u64,
    /// Rows to make.
    pub rows_total: u64,
}

/// Rows of a table that are wrong on purpose, in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultCount {
    /// Table name.
    pub table: String,
    /// Kind of fault.
    pub kind: String,
    /// Rows.
    pub rows: u64,
}

/// Why a job failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobError {
    /// A stable word for programs.
    pub code: String,
    /// A sentence for a person.
    pub message: String,
    /// Whether trying again may help.
    pub retryable: bool,
    /// What to look for in the log, where the fault is ours.
    pub error_id: Option<String>,
}

/// One attempt at a job.
#[derive(Clone, Debug, PartialEq)]
pub struct JobExecution {
    /// Its number, from 1.
    pub attempt: u32,
    /// How it stands or ended.
    pub status: JobStatus,
    /// Its last step.
    pub step: String,
    /// Rows it made.
    pub rows_done: u64,
    /// Rows a second, over all.
    pub rows_per_second: f64,
    /// Bytes of the files it wrote.
    pub bytes_written: u64,
    /// Most memory the process had, where the system tells.
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
    /// When.
    pub at: DateTime<Utc>,
    /// A stable word for programs.
    pub kind: String,
    /// A sentence for a person.
    pub message: String,
}

/// What a generation would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Tables with their rows and bytes, parents first.
    pub tables: Vec<TableEstimate>,
    /// All rows.
    pub rows: u64,
    /// All bytes, about.
    pub bytes: u64,
    /// How long it will take, about.
    pub seconds: f64,
    /// Why it can't be done, and what to think of.
    pub violations: Vec<Violation>,
}

/// What a generation would do to a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableEstimate {
    /// Table name.
    pub table: String,
    /// Rows.
    pub rows: u64,
    /// Bytes, about.
    pub bytes: u64,
}
