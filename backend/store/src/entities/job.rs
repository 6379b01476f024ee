//! Jobs.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    pub project_id: Uuid,
    pub kind: String,
    pub status: String,
    pub priority: i32,
    /// JSON, frozen when the job was made.
    pub payload: String,
    /// Bits of an unsigned number.
    pub seed: i64,
    pub as_of: i64,
    pub plan_fingerprint: String,
    pub attempt: i32,
    pub max_attempts: i32,
    pub cancel_requested: bool,
    pub idempotency_key: Option<String>,
    pub idempotency_hash: Option<String>,
    pub run_at: i64,
    pub worker_id: Option<String>,
    pub lease_token: Option<Uuid>,
    pub lease_until: Option<i64>,
    pub heartbeat_at: Option<i64>,
    /// When it was last claimed.
    pub claimed_at: Option<i64>,
    /// JSON.
    pub progress: Option<String>,
    /// JSON.
    pub error: Option<String>,
    /// JSON.
    pub report: Option<String>,
    pub created_at: i64,
    pub started_at: Option<i64>,
    pub finished_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
