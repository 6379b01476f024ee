//! Taking a job from the queue: exactly one worker gets it.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Alias, Expr, ExprTrait, Func, LockBehavior, LockType, Order, Query, SelectStatement},
};
use uuid::Uuid;

use super::{Job, JobStatus, Jobs, Lease, add_event, find, record};
use crate::{
    StoreError,
    db::{WriteTx, insert, now_micros, retrying},
    entities::{
        job::{self, Column},
        job_execution,
    },
};

/// How many jobs a claim looks at before it says that there is none; others may be taking the first ones just now.
const CANDIDATES: u64 = 16;
/// What one step of priority is worth, in microseconds of waiting.
const PRIORITY_STEP: i64 = 5 * 60 * 1_000_000;

/// A job that is the caller's to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The job, with the progress that an earlier attempt left.
    pub job: Job,
    /// What every write must be made with.
    pub lease: Lease,
}

impl Jobs<'_> {
    /// Takes the job that is to run next, if there is one of these kinds. Whose turn it is: the owner with the fewest
    /// jobs running, then the owner who was served longest ago, then by priority and waiting time among that owner's.
    ///
    /// `worker` is at most 100 characters. The lease is over after `lease` unless [`Jobs::heartbeat`] prolongs it.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn claim(&self, worker: &str, kinds: &[&str], lease: Duration) -> Result<Option<Claim>, StoreError> {
        retrying(|| self.try_claim(worker, kinds, lease)).await
    }

    async fn try_claim(&self, worker: &str, kinds: &[&str], lease: Duration) -> Result<Option<Claim>, StoreError> {
        // Looking costs no lock: an idle worker keeps nobody from writing.
        let now = now_micros(self.db.conn()).await?;
        let candidates = candidates(self.db.conn(), kinds, now).await?;
        if candidates.is_empty() {
            return Ok(None);
        }
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        for id in candidates {
            let token = Uuid::new_v4();
            if lock(&tx, id, now).await? && take(&tx, id, token, worker, now, lease).await? {
                let row = find(&*tx, id).await?;
                begin_execution(&tx, &row, worker, now).await?;
                tx.commit().await?;
                let lease = Lease { job: id, token };
                return Ok(Some(Claim { job: record::job(row)?, lease }));
            }
        }
        Ok(None)
    }
}

/// The jobs whose turn it is, first the first.
async fn candidates(db: &impl ConnectionTrait, kinds: &[&str], now: i64) -> Result<Vec<Uuid>, StoreError> {
    let rank =
        Expr::col((job::Entity, Column::RunAt)).sub(Expr::col((job::Entity, Column::Priority)).mul(PRIORITY_STEP));
    let query = Query::select()
        .column((job::Entity, Column::Id))
        .from(job::Entity)
        .and_where(Expr::col((job::Entity, Column::Status)).is_in(JobStatus::WAITING))
        .and_where(Expr::col((job::Entity, Column::RunAt)).lte(now))
        .and_where(Expr::col((job::Entity, Column::Kind)).is_in(kinds.iter().copied()))
        .order_by_expr(running_of_owner().into(), Order::Asc)
        .order_by_expr(last_served().into(), Order::Asc)
        .order_by_expr(rank, Order::Asc)
        .order_by((job::Entity, Column::Id), Order::Asc)
        .limit(CANDIDATES)
        .to_owned();
    let rows = db.query_all(&query).await?;
    rows.into_iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// How many jobs of a candidate's owner run now.
fn running_of_owner() -> SelectStatement {
    of_owner(Expr::col((other(), Column::Id)).count())
        .and_where(Expr::col((other(), Column::Status)).eq(JobStatus::Running.as_str()))
        .to_owned()
}

/// When a candidate's owner was served last; 0 for never.
fn last_served() -> SelectStatement {
    of_owner(Func::coalesce([Expr::col((other(), Column::ClaimedAt)).max(), Expr::value(0_i64)]).into())
}

fn of_owner(what: Expr) -> SelectStatement {
    Query::select()
        .expr(what)
        .from_as(job::Entity, other())
        .and_where(Expr::col((other(), Column::OwnerId)).equals((job::Entity, Column::OwnerId)))
        .to_owned()
}

fn other() -> Alias {
    Alias::new("other")
}

/// Locks a candidate, or says at once that another worker is at it. SQLite's writer is alone already.
async fn lock(tx: &WriteTx, id: Uuid, now: i64) -> Result<bool, StoreError> {
    if tx.get_database_backend() == DbBackend::Sqlite {
        return Ok(true);
    }
    let found: Option<Uuid> = job::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Id.eq(id))
        .filter(Column::Status.is_in(JobStatus::WAITING))
        .filter(Column::RunAt.lte(now))
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_tuple()
        .one(&**tx)
        .await?;
    Ok(found.is_some())
}

/// Makes a candidate ours, if it is still waiting.
async fn take(
    tx: &WriteTx,
    id: Uuid,
    token: Uuid,
    worker: &str,
    now: i64,
    lease: Duration,
) -> Result<bool, StoreError> {
    let first_start = Func::coalesce([Expr::col(Column::StartedAt), Expr::value(now)]);
    let done = job::Entity::update_many()
        .col_expr(Column::Status, Expr::value(JobStatus::Running.as_str()))
        .col_expr(Column::Attempt, Expr::col(Column::Attempt).add(1))
        .col_expr(Column::WorkerId, Expr::value(worker))
        .col_expr(Column::LeaseToken, Expr::value(token))
        .col_expr(Column::LeaseUntil, Expr::value(super::lease::until(now, lease)))
        .col_expr(Column::HeartbeatAt, Expr::value(now))
        .col_expr(Column::ClaimedAt, Expr::value(now))
        .col_expr(Column::StartedAt, first_start.into())
        .filter(Column::Id.eq(id))
        .filter(Column::Status.is_in(JobStatus::WAITING))
        .filter(Column::RunAt.lte(now))
        .exec(&**tx)
        .await?;
    Ok(done.rows_affected == 1)
}

async fn begin_execution(tx: &WriteTx, row: &job::Model, worker: &str, now: i64) -> Result<(), StoreError> {
    let execution = job_execution::Model {
        id: Uuid::now_v7(),
        job_id: row.id,
        attempt: row.attempt,
        worker_id: worker.to_owned(),
        status: JobStatus::Running.as_str().to_owned(),
        step: String::new(),
        rows_done: 0,
        rows_per_second: 0.0,
        bytes_written: 0,
        peak_memory_bytes: None,
        started_at: now,
        finished_at: None,
        error: None,
    };
    insert::<job_execution::Entity, _>(&**tx, execution).await?;
    let message = format!("attempt {} of {} began", row.attempt, row.max_attempts);
    add_event(&**tx, row.id, "started", &message, now).await
}
