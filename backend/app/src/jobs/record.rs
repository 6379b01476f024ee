//! From what the store keeps of jobs to what people see.

use dmb_store::{Execution, Progress};

use super::args::{JobArgs, steps};
use super::{
    FaultCount, Job, JobError, JobEvent, JobExecution, JobKind, JobProgress, JobStatus, Priority, TableProgress,
};
use crate::AppError;

impl From<dmb_store::JobStatus> for JobStatus {
    fn from(status: dmb_store::JobStatus) -> Self {
        match status {
            dmb_store::JobStatus::Scheduled => Self::Scheduled,
            dmb_store::JobStatus::Available => Self::Available,
            dmb_store::JobStatus::Running => Self::Running,
            dmb_store::JobStatus::Retryable => Self::Retryable,
            dmb_store::JobStatus::Completed => Self::Completed,
            dmb_store::JobStatus::Cancelled => Self::Cancelled,
            dmb_store::JobStatus::Failed => Self::Failed,
        }
    }
}

impl From<JobStatus> for dmb_store::JobStatus {
    fn from(status: JobStatus) -> Self {
        match status {
            JobStatus::Scheduled => Self::Scheduled,
            JobStatus::Available => Self::Available,
            JobStatus::Running => Self::Running,
            JobStatus::Retryable => Self::Retryable,
            JobStatus::Completed => Self::Completed,
            JobStatus::Cancelled => Self::Cancelled,
            JobStatus::Failed => Self::Failed,
        }
    }
}

impl From<dmb_store::Priority> for Priority {
    fn from(priority: dmb_store::Priority) -> Self {
        match priority {
            dmb_store::Priority::Low => Self::Low,
            dmb_store::Priority::Normal => Self::Normal,
            dmb_store::Priority::High => Self::High,
            dmb_store::Priority::Critical => Self::Critical,
        }
    }
}

impl From<Priority> for dmb_store::Priority {
    fn from(priority: Priority) -> Self {
        match priority {
            Priority::Low => Self::Low,
            Priority::Normal => Self::Normal,
            Priority::High => Self::High,
            Priority::Critical => Self::Critical,
        }
    }
}

impl From<dmb_store::JobError> for JobError {
    fn from(error: dmb_store::JobError) -> Self {
        let dmb_store::JobError { code, message, retryable, error_id } = error;
        Self { code, message, retryable, error_id }
    }
}

impl From<dmb_store::JobEvent> for JobEvent {
    fn from(event: dmb_store::JobEvent) -> Self {
        Self { at: event.at, kind: event.kind, message: event.message }
    }
}

impl From<Execution> for JobExecution {
    fn from(e: Execution) -> Self {
        Self {
            attempt: e.attempt,
            status: e.status.into(),
            step: e.step,
            rows_done: e.rows_done,
            rows_per_second: e.rows_per_second,
            bytes_written: e.bytes_written,
            peak_memory_bytes: e.peak_memory_bytes,
            started_at: e.started_at,
            finished_at: e.finished_at,
            error: e.error.map(Into::into),
        }
    }
}

impl TryFrom<dmb_store::Job> for Job {
    type Error = AppError;

    fn try_from(job: dmb_store::Job) -> Result<Self, AppError> {
        let args = JobArgs::of(&job)?;
        Ok(Self {
            id: job.id,
            project_id: job.project_id,
            kind: args.kind(),
            status: job.status.into(),
            priority: job.priority.into(),
            seed: job.seed,
            as_of: (args.kind() == JobKind::Generate).then_some(job.as_of),
            attempt: job.attempt,
            max_attempts: job.max_attempts,
            into_tables: args.into_tables(),
            formats: args.formats(),
            progress: JobProgress::of(&job),
            faults: faults_of(job.report.as_ref()),
            error: job.error.map(Into::into),
            cancel_requested: job.cancel_requested,
            created_by: Some(job.owner_id),
            created_at: job.created_at,
            started_at: job.started_at,
            finished_at: job.finished_at,
        })
    }
}

/// The faults a report tells of; none in that of a job that makes none.
fn faults_of(report: Option<&serde_json::Value>) -> Vec<FaultCount> {
    let told = report.and_then(|report| report.get("faults"));
    told.and_then(|faults| serde_json::from_value(faults.clone()).ok()).unwrap_or_default()
}

impl JobProgress {
    /// Where a job stands, as the store has it.
    pub fn of(job: &dmb_store::Job) -> Self {
        let (status, kept) = (JobStatus::from(job.status), job.progress.clone().unwrap_or_default());
        let step = match status {
            JobStatus::Completed | JobStatus::Cancelled | JobStatus::Failed => steps::DONE.to_owned(),
            JobStatus::Scheduled | JobStatus::Available | JobStatus::Retryable => steps::QUEUED.to_owned(),
            JobStatus::Running if kept.step.is_empty() => steps::PLANNING.to_owned(),
            JobStatus::Running => kept.step.clone(),
        };
        let message = job.error.as_ref().map(|e| e.message.clone()).or_else(|| kept.message.clone());
        Self { step, message, ..Self::from_kept(job.id, status, &kept) }
    }

    /// Where a job stands, from what its worker counted.
    pub fn from_kept(job_id: uuid::Uuid, status: JobStatus, kept: &Progress) -> Self {
        let left = kept.rows_total.saturating_sub(kept.rows_done) as f64;
        let moving = status == JobStatus::Running && kept.rows_per_second > 0.0;
        let table = |t: &dmb_store::TableProgress| TableProgress {
            table: t.name.clone(),
            rows_done: t.rows_done,
            rows_total: t.rows_total,
        };
        Self {
            job_id,
            sequence: kept.sequence,
            status,
            step: kept.step.clone(),
            rows_done: kept.rows_done,
            rows_total: kept.rows_total,
            rows_per_second: kept.rows_per_second,
            seconds_left: moving.then(|| left / kept.rows_per_second),
            tables: kept.tables.iter().map(table).collect(),
            message: kept.message.clone(),
        }
    }
}
