//! Where a job stands, step by step.

use async_graphql::{ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::jobs;

use super::types::JobStatus;
use crate::ids::Kind;
use crate::scalars::BigInt;

/// Where the work of a job stands.
#[derive(SimpleObject)]
pub(crate) struct JobProgress {
    /// The job.
    job_id: ID,
    /// Grows with each piece of news.
    sequence: u64,
    /// Where the job stands.
    status: JobStatus,
    /// What is being done: a stable word.
    step: String,
    /// How much is done, 0 to 100.
    percent: f64,
    /// Rows made so far, all tables together.
    rows_done: BigInt,
    /// Rows to make.
    rows_total: BigInt,
    /// Rows a second, of late.
    rows_per_second: f64,
    /// Seconds to go, where that can be said.
    seconds_left: Option<f64>,
    /// The tables, in the order they are made.
    tables: Vec<TableProgress>,
    /// A sentence for a person, where there is something to say.
    message: Option<String>,
}

/// Where one table stands.
#[derive(SimpleObject)]
pub(crate) struct TableProgress {
    /// Table name.
    table: String,
    /// Rows made.
    rows_done: BigInt,
    /// Rows to make.
    rows_total: BigInt,
}

impl From<jobs::JobProgress> for JobProgress {
    fn from(progress: jobs::JobProgress) -> Self {
        let table = |table: jobs::TableProgress| TableProgress {
            table: table.table,
            rows_done: table.rows_done.into(),
            rows_total: table.rows_total.into(),
        };
        Self {
            percent: progress.percent(),
            job_id: Kind::GenerationJob.id(progress.job_id),
            sequence: progress.sequence,
            status: progress.status.into(),
            step: progress.step,
            rows_done: progress.rows_done.into(),
            rows_total: progress.rows_total.into(),
            rows_per_second: progress.rows_per_second,
            seconds_left: progress.seconds_left,
            tables: progress.tables.into_iter().map(table).collect(),
            message: progress.message,
        }
    }
}

/// Why a job failed.
#[derive(SimpleObject)]
pub(crate) struct JobError {
    /// A stable word for programs.
    code: String,
    /// A sentence for a person.
    message: String,
    /// Whether trying again may help.
    retryable: bool,
    /// What to look for in the log, where the fault is ours.
    error_id: Option<String>,
}

impl From<jobs::JobError> for JobError {
    fn from(error: jobs::JobError) -> Self {
        Self { code: error.code, message: error.message, retryable: error.retryable, error_id: error.error_id }
    }
}

/// One attempt at a job.
#[derive(SimpleObject)]
pub(crate) struct JobExecution {
    /// Its number, from 1.
    attempt: u32,
    /// How it stands or ended.
    status: JobStatus,
    /// Its last step.
    step: String,
    /// Rows it made.
    rows_done: BigInt,
    /// Rows a second, over all.
    rows_per_second: f64,
    /// Bytes of the files it wrote.
    bytes_written: BigInt,
    /// Most memory the process had, where the system tells.
    peak_memory_bytes: Option<BigInt>,
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it ended.
    finished_at: Option<DateTime<Utc>>,
    /// Why it failed.
    error: Option<JobError>,
}

impl From<jobs::JobExecution> for JobExecution {
    fn from(execution: jobs::JobExecution) -> Self {
        Self {
            attempt: execution.attempt,
            status: execution.status.into(),
            step: execution.step,
            rows_done: execution.rows_done.into(),
            rows_per_second: execution.rows_per_second,
            bytes_written: execution.bytes_written.into(),
            peak_memory_bytes: execution.peak_memory_bytes.map(Into::into),
            started_at: execution.started_at,
            finished_at: execution.finished_at,
            error: execution.error.map(Into::into),
        }
    }
}

/// Something that happened to a job.
#[derive(SimpleObject)]
pub(crate) struct JobEvent {
    /// When.
    at: DateTime<Utc>,
    /// A stable word for programs.
    kind: String,
    /// A sentence for a person.
    message: String,
}

impl From<jobs::JobEvent> for JobEvent {
    fn from(event: jobs::JobEvent) -> Self {
        Self { at: event.at, kind: event.kind, message: event.message }
    }
}
