//! Files made by jobs.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exports")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub job_id: Uuid,
    pub project_id: Uuid,
    pub owner_id: Uuid,
    pub format: String,
    /// JSON.
    pub options: String,
    pub file_name: String,
    pub media_type: String,
    pub storage_path: String,
    pub row_count: i64,
    pub bytes: i64,
    pub sha256: String,
    /// Bits of an unsigned number.
    pub seed: Option<i64>,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub deleted_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
