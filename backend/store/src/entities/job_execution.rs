//! Attempts at jobs.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job_executions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub job_id: Uuid,
    pub attempt: i32,
    pub worker_id: String,
    pub status: String,
    pub step: String,
    pub rows_done: i64,
    pub rows_per_second: f64,
    pub bytes_written: i64,
    pub peak_memory_bytes: Option<i64>,
    pub started_at: i64,
    pub finished_at: Option<i64>,
    /// JSON.
    pub error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
