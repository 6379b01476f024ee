//! Migrations of the users' tables.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "table_migrations")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub number: i32,
    /// JSON of the design; null before the first.
    pub design_before: Option<String>,
    pub design_after: String,
    /// JSON.
    pub steps: String,
    pub checksum: String,
    pub status: String,
    pub error: Option<String>,
    pub duration_ms: i64,
    pub applied_by: Uuid,
    pub created_at: i64,
    pub rolled_back_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
