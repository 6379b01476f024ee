//! Jobs as the schema shows them.

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::{Outcome, jobs};
use uuid::Uuid;

use super::progress::{JobError, JobEvent, JobExecution, JobProgress};
use super::report::JobReport;
use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::accounts::User;
use crate::modules::common::{self, Violation};
use crate::modules::exports::Export;
use crate::modules::loaders;
use crate::modules::projects::Project;
use crate::relay::Listed;
use crate::scalars::BigInt;

/// Where a job stands.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "jobs::JobStatus")]
pub(crate) enum JobStatus {
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

/// What a job does.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "jobs::JobKind")]
pub(crate) enum JobKind {
    /// Makes rows.
    Generate,
    /// Writes rows of tables to a file.
    Export,
}

/// Which of two waiting jobs goes first.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "jobs::Priority")]
pub(crate) enum Priority {
    /// When nothing else waits.
    Low,
    /// The usual.
    Normal,
    /// Before the usual.
    High,
    /// Before all.
    Critical,
}

/// What becomes of the rows that are in the tables.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "jobs::InsertMode")]
pub(crate) enum InsertMode {
    /// They stay.
    Append,
    /// They go when the new ones are there.
    Replace,
}

/// A job: rows being made, or a file being written.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct GenerationJob {
    /// Global id.
    pub id: ID,
    /// Its project.
    project_id: ID,
    /// What it does.
    kind: JobKind,
    /// Where it stands.
    status: JobStatus,
    /// Its priority.
    priority: Priority,
    /// Seed of its rows; 0 for exports.
    seed: BigInt,
    /// What "now" means in its rows; for exports, when it was asked for.
    as_of: DateTime<Utc>,
    /// Attempts begun.
    attempt: u32,
    /// Attempts it gets.
    max_attempts: u32,
    /// Whether and how it fills tables.
    into_tables: Option<InsertMode>,
    /// Format ids of the files it writes.
    formats: Vec<String>,
    /// Where its work stands.
    progress: JobProgress,
    /// Rows it made wrong on purpose, by table and kind; empty until it is done.
    faults: Vec<FaultCount>,
    /// Why it failed, or will be tried again.
    error: Option<JobError>,
    /// Whether it can be told to stop.
    can_cancel: bool,
    /// Whether it can be run again.
    can_retry: bool,
    /// When it was asked for.
    created_at: DateTime<Utc>,
    /// When its first attempt began.
    started_at: Option<DateTime<Utc>>,
    /// When it was over.
    finished_at: Option<DateTime<Utc>>,
    #[graphql(skip)]
    uuid: Uuid,
    #[graphql(skip)]
    project_uuid: Uuid,
    #[graphql(skip)]
    by: Option<Uuid>,
}

impl From<jobs::Job> for GenerationJob {
    fn from(job: jobs::Job) -> Self {
        Self {
            id: Kind::GenerationJob.id(job.id),
            project_id: Kind::Project.id(job.project_id),
            kind: job.kind.into(),
            status: job.status.into(),
            priority: job.priority.into(),
            can_cancel: job.can_cancel(),
            can_retry: job.can_retry(),
            seed: job.seed.into(),
            as_of: job.as_of.unwrap_or(job.created_at),
            attempt: job.attempt,
            max_attempts: job.max_attempts,
            into_tables: job.into_tables.map(Into::into),
            formats: job.formats,
            progress: job.progress.into(),
            faults: job.faults.into_iter().map(Into::into).collect(),
            error: job.error.map(Into::into),
            created_at: job.created_at,
            started_at: job.started_at,
            finished_at: job.finished_at,
            uuid: job.id,
            project_uuid: job.project_id,
            by: job.created_by,
        }
    }
}

/// Rows of a table that are wrong on purpose, in one way.
#[derive(SimpleObject)]
pub(crate) struct FaultCount {
    /// Table name.
    table: String,
    /// Kind of fault, see `faultKinds`.
    kind: String,
    /// Rows.
    rows: BigInt,
}

impl From<jobs::FaultCount> for FaultCount {
    fn from(count: jobs::FaultCount) -> Self {
        Self { table: count.table, kind: count.kind, rows: count.rows.into() }
    }
}

impl Listed for GenerationJob {
    const CONNECTION: &'static str = "JobConnection";
    const EDGE: &'static str = "JobEdge";
}

#[ComplexObject]
impl GenerationJob {
    /// Its project; null while that is being deleted.
    async fn project(&self, ctx: &Context<'_>) -> ApiResult<Option<Project>> {
        loaders::project(ctx, self.project_uuid).await
    }

    /// The attempts at it, first to last.
    async fn executions(&self, ctx: &Context<'_>) -> ApiResult<Vec<JobExecution>> {
        let found = ctx.app().job_executions(ctx.actor()?, self.uuid).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// What happened to it, first to last.
    async fn events(&self, ctx: &Context<'_>) -> ApiResult<Vec<JobEvent>> {
        let found = ctx.app().job_events(ctx.actor()?, self.uuid).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// The files it made.
    async fn exports(&self, ctx: &Context<'_>) -> ApiResult<Vec<Export>> {
        let found = ctx.app().exports_of_job(ctx.actor()?, self.uuid).await?;
        found.into_iter().map(TryInto::try_into).collect()
    }

    /// What the rows it made look like, and whether they are what was asked for; null until it is done.
    async fn report(&self, ctx: &Context<'_>) -> ApiResult<Option<JobReport>> {
        Ok(ctx.app().job_report(ctx.actor()?, self.uuid).await?.map(Into::into))
    }

    /// Who asked for it.
    async fn created_by(&self, ctx: &Context<'_>) -> ApiResult<Option<User>> {
        loaders::user(ctx, self.by).await
    }
}

/// What a generation would do.
#[derive(SimpleObject)]
pub(crate) struct Estimate {
    /// Tables with their rows and bytes, parents first.
    tables: Vec<TableEstimate>,
    /// All rows.
    rows: BigInt,
    /// All bytes, about.
    bytes: BigInt,
    /// How long it will take, about.
    seconds: f64,
    /// Why it can't be done, and what to think of.
    violations: Vec<Violation>,
}

/// What a generation would do to a table.
#[derive(SimpleObject)]
pub(crate) struct TableEstimate {
    /// Table name.
    table: String,
    /// Rows.
    rows: BigInt,
    /// Bytes, about.
    bytes: BigInt,
}

impl From<jobs::Estimate> for Estimate {
    fn from(estimate: jobs::Estimate) -> Self {
        let table = |table: jobs::TableEstimate| TableEstimate {
            table: table.table,
            rows: table.rows.into(),
            bytes: table.bytes.into(),
        };
        Self {
            tables: estimate.tables.into_iter().map(table).collect(),
            rows: estimate.rows.into(),
            bytes: estimate.bytes.into(),
            seconds: estimate.seconds,
            violations: common::violations(estimate.violations),
        }
    }
}

impl Estimate {
    /// Nothing can be done, for these reasons.
    pub fn refused(violations: Vec<dmb_spec::Violation>) -> Self {
        let violations = common::violations(violations);
        Self { tables: Vec::new(), rows: 0_u64.into(), bytes: 0_u64.into(), seconds: 0.0, violations }
    }
}

/// What came of asking for a job, or of stopping or retrying one.
#[derive(SimpleObject)]
pub(crate) struct JobPayload {
    /// The job; null when nothing was done.
    job: Option<GenerationJob>,
    /// Why nothing was done, or what to think of.
    violations: Vec<Violation>,
}

impl From<Outcome<jobs::Job>> for JobPayload {
    fn from(outcome: Outcome<jobs::Job>) -> Self {
        let (job, newer, violations) = common::parts(outcome);
        Self { job: job.or(newer).map(Into::into), violations }
    }
}
