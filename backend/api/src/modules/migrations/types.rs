//! Migrations as the schema shows them.

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::{Outcome, migrations};
use uuid::Uuid;

use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::accounts::User;
use crate::modules::common::{self, Violation};
use crate::modules::loaders;
use crate::relay::Listed;
use crate::scalars::BigInt;

/// How a migration ended.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "migrations::MigrationStatus")]
pub(crate) enum MigrationStatus {
    /// In force.
    Applied,
    /// Taken back.
    RolledBack,
    /// Nothing was changed.
    Failed,
}

/// What would be done to the database, before it is done.
#[derive(SimpleObject)]
pub(crate) struct MigrationPlan {
    /// Number of the migration in force now; 0 before the first.
    base_revision: u32,
    /// The project's revision it leads to.
    target_revision: u32,
    /// What must be given back to apply exactly this.
    fingerprint: String,
    /// The database's name, for people.
    database: String,
    /// What is done, in order; empty when everything is as designed.
    steps: Vec<MigrationStep>,
    /// Why it can't be applied.
    violations: Vec<Violation>,
}

impl From<migrations::PlannedMigration> for MigrationPlan {
    fn from(plan: migrations::PlannedMigration) -> Self {
        Self {
            base_revision: plan.base,
            target_revision: plan.target_revision,
            fingerprint: plan.fingerprint,
            database: plan.database,
            steps: plan.steps.into_iter().map(Into::into).collect(),
            violations: common::violations(plan.violations),
        }
    }
}

/// One step of a migration.
#[derive(SimpleObject)]
pub(crate) struct MigrationStep {
    /// The table it changes.
    table: String,
    /// What it does, in words.
    description: String,
    /// The statements.
    sql: Vec<String>,
    /// Whether data may be lost to sight.
    destructive: bool,
    /// What to think of before.
    warning: Option<String>,
    /// Rows it touches, where known.
    rows_touched: Option<BigInt>,
}

impl From<migrations::MigrationStep> for MigrationStep {
    fn from(step: migrations::MigrationStep) -> Self {
        Self {
            table: step.table,
            description: step.description,
            sql: step.sql,
            destructive: step.destructive,
            warning: step.warning,
            rows_touched: step.rows_touched.map(Into::into),
        }
    }
}

/// A migration that was applied, or tried.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Migration {
    /// Global id.
    pub id: ID,
    /// Counts the project's migrations from 1.
    number: u32,
    /// How it ended.
    status: MigrationStatus,
    /// What it did.
    steps: Vec<MigrationStep>,
    /// Hash of its statements.
    checksum: String,
    /// How long it took, in milliseconds.
    duration_ms: u64,
    /// Why it failed.
    error: Option<String>,
    /// When.
    created_at: DateTime<Utc>,
    /// Whether it is the newest in force, the only one that can be taken back.
    can_roll_back: bool,
    #[graphql(skip)]
    by: Option<Uuid>,
}

impl From<migrations::Migration> for Migration {
    fn from(migration: migrations::Migration) -> Self {
        Self {
            id: Kind::Migration.id(migration.id),
            number: migration.number,
            status: migration.status.into(),
            steps: migration.steps.into_iter().map(Into::into).collect(),
            checksum: migration.checksum,
            duration_ms: migration.duration_ms,
            error: migration.error,
            created_at: migration.created_at,
            can_roll_back: migration.can_roll_back,
            by: migration.applied_by,
        }
    }
}

impl Listed for Migration {
    const CONNECTION: &'static str = "MigrationConnection";
    const EDGE: &'static str = "MigrationEdge";
}

#[ComplexObject]
impl Migration {
    /// Who applied it.
    async fn applied_by(&self, ctx: &Context<'_>) -> ApiResult<Option<User>> {
        loaders::user(ctx, self.by).await
    }
}

/// What came of applying a plan, or of taking a migration back.
#[derive(SimpleObject)]
pub(crate) struct MigrationPayload {
    /// The migration; null when nothing was done.
    migration: Option<Migration>,
    /// Why nothing was done.
    violations: Vec<Violation>,
    /// The plan as it would be now, when that is not the one that was shown.
    conflict: Option<MigrationPlan>,
}

impl From<Outcome<migrations::Migration, migrations::PlannedMigration>> for MigrationPayload {
    fn from(outcome: Outcome<migrations::Migration, migrations::PlannedMigration>) -> Self {
        let (migration, conflict, violations) = common::parts(outcome);
        Self { migration: migration.map(Into::into), violations, conflict: conflict.map(Into::into) }
    }
}
