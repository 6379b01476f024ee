//! Putting jobs into the queue.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use super::{Job, JobStatus, Jobs, Priority, add_event, record};
use crate::{
    StoreError,
    convert::{micros, signed, small, to_text},
    db::{insert, now_micros, retrying},
    entities::job,
    error::child_of,
};

/// A job to put into the queue.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Who starts it.
    pub owner_id: Uuid,
    /// The project it is for.
    pub project_id: Uuid,
    /// Which handler takes it; at most 60 characters.
    pub kind: String,
    /// How urgent it is.
    pub priority: Priority,
    /// All the handler needs.
    pub payload: Value,
    /// Seed of its random streams.
    pub seed: u64,
    /// What "now" means for it.
    pub as_of: DateTime<Utc>,
    /// Fingerprint of its plan; at most 128 characters.
    pub plan_fingerprint: String,
    /// After so many attempts it is given up; at least 1.
    pub max_attempts: u32,
    /// Not before this moment; absent: at once.
    pub run_at: Option<DateTime<Utc>>,
    /// Makes that the same wish, said twice, is one job.
    pub idempotency: Option<Idempotency>,
    /// What the first event says, such as "10,000 rows into 4 tables".
    pub message: String,
}

/// How a repeated wish is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idempotency {
    /// The caller's word for the wish, unique among the owner's; at most 190 characters.
    pub key: String,
    /// Hash of what was wished; at most 128 characters.
    pub payload_hash: String,
}

/// What came of putting a job into the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Enqueued {
    /// The job.
    pub job: Job,
    /// Whether it is new; else it is the one that the same wish made before.
    pub created: bool,
}

impl Jobs<'_> {
    /// Puts a job into the queue, with its event `queued`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the idempotency key was used for something else, [`StoreError::NotFound`] when the
    /// project or the owner is gone.
    pub async fn enqueue(&self, new: NewJob) -> Result<Enqueued, StoreError> {
        if let Some(job) = self.made_before(&new).await? {
            return Ok(Enqueued { job, created: false });
        }
        let row = to_row(&new)?;
        match retrying(|| self.try_enqueue(&row, new.run_at, &new.message)).await {
            // Another call with the same key was quicker.
            Err(StoreError::Unique { .. }) => {
                let job = self.made_before(&new).await?.ok_or(StoreError::Conflict)?;
                Ok(Enqueued { job, created: false })
            }
            Err(error) => Err(error),
            Ok(row) => Ok(Enqueued { job: record::job(row)?, created: true }),
        }
    }

    async fn made_before(&self, new: &NewJob) -> Result<Option<Job>, StoreError> {
        let Some(wish) = &new.idempotency else { return Ok(None) };
        let found = job::Entity::find()
            .filter(job::Column::OwnerId.eq(new.owner_id))
            .filter(job::Column::IdempotencyKey.eq(wish.key.as_str()))
            .one(self.db.conn())
            .await?;
        match found {
            Some(row) if row.idempotency_hash.as_deref() != Some(wish.payload_hash.as_str()) => {
                Err(StoreError::Conflict)
            }
            found => found.map(record::job).transpose(),
        }
    }

    async fn try_enqueue(
        &self,
        row: &job::Model,
        run_at: Option<DateTime<Utc>>,
        message: &str,
    ) -> Result<job::Model, StoreError> {
        let tx = self.db.write().await?;
        let now = now_micros(&*tx).await?;
        let run_at = run_at.map_or(now, micros).max(now);
        let status = if run_at > now { JobStatus::Scheduled } else { JobStatus::Available };
        let row = job::Model { run_at, created_at: now, status: status.as_str().to_owned(), ..row.clone() };
        insert::<job::Entity, _>(&*tx, row.clone()).await.map_err(child_of("idempotency key"))?;
        add_event(&*tx, row.id, "queued", message, now).await?;
        tx.commit().await?;
        Ok(row)
    }
}

fn to_row(new: &NewJob) -> Result<job::Model, StoreError> {
    Ok(job::Model {
        id: Uuid::now_v7(),
        owner_id: new.owner_id,
        project_id: new.project_id,
        kind: new.kind.clone(),
        status: JobStatus::Available.as_str().to_owned(),
        priority: new.priority.as_i32(),
        payload: to_text(&new.payload)?,
        seed: signed(new.seed),
        as_of: micros(new.as_of),
        plan_fingerprint: new.plan_fingerprint.clone(),
        attempt: 0,
        max_attempts: small(new.max_attempts.max(1)),
        cancel_requested: false,
        idempotency_key: new.idempotency.as_ref().map(|wish| wish.key.clone()),
        idempotency_hash: new.idempotency.as_ref().map(|wish| wish.payload_hash.clone()),
        run_at: 0,
        worker_id: None,
        lease_token: None,
        lease_until: None,
        heartbeat_at: None,
        claimed_at: None,
        progress: None,
        error: None,
        report: None,
        created_at: 0,
        started_at: None,
        finished_at: None,
    })
}
