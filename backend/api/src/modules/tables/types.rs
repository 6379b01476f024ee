//! Table definitions as the schema shows them.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::{Outcome, tables};
use dmb_spec::{FieldId, RowCount, Table};
use serde_json::Value;
use uuid::Uuid;

use super::faults::TableFaults;
use super::fields::FieldDefinition;
use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::{self, Kind};
use crate::modules::common::{self, Violation};
use crate::modules::loaders::{self, ProjectDesign, design_violations, designs};
use crate::modules::rows::{FilterInput, RowConnection, SortInput, request};
use crate::scalars::BigInt;

/// How a definition stands to the table in the database.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "tables::TableState")]
pub(crate) enum TableState {
    /// Not in the database yet.
    Draft,
    /// The table in the database is as defined.
    Migrated,
    /// The table in the database is of an earlier definition.
    Changed,
}

/// A table of a project, as declared.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct TableDefinition {
    /// Global id.
    pub id: ID,
    /// Its project.
    project_id: ID,
    /// Name in the database.
    name: String,
    /// What people are shown, where that is not the name.
    display_name: Option<String>,
    /// What the table holds.
    description: String,
    /// How the definition stands to the table in the database.
    state: TableState,
    /// Counts the changes of the definition; to be given back with a change.
    revision: u32,
    /// Place among the project's tables, from 0.
    position: u32,
    /// How many rows a run makes unless told otherwise.
    planned_rows: PlannedRows,
    /// What is wrong with some of its rows, on purpose.
    faults: Option<TableFaults>,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    #[graphql(skip)]
    record: tables::TableRecord,
}

impl From<tables::TableRecord> for TableDefinition {
    fn from(record: tables::TableRecord) -> Self {
        let table = &record.definition;
        Self {
            id: ids::of_table(record.key),
            project_id: Kind::Project.id(record.key.project),
            name: table.name.clone(),
            display_name: table.display_name.clone(),
            description: table.description.clone(),
            state: record.state.into(),
            revision: record.revision,
            position: record.position,
            planned_rows: PlannedRows::of(table),
            faults: table.faults.as_ref().map(Into::into),
            created_at: record.created_at,
            updated_at: record.updated_at,
            record,
        }
    }
}

impl TableDefinition {
    /// The table at this place of a project.
    pub fn of(design: &Arc<ProjectDesign>, at: usize) -> Self {
        design.records[at].clone().into()
    }

    fn names(&self, ids: &[FieldId]) -> Vec<String> {
        ids.iter().filter_map(|id| self.record.definition.field_by_id(*id)).map(|field| field.name.clone()).collect()
    }
}

#[ComplexObject]
impl TableDefinition {
    /// Its columns, in order.
    async fn fields(&self, ctx: &Context<'_>) -> ApiResult<Vec<FieldDefinition>> {
        let project = self.record.key.project;
        let design = designs(ctx, project).await?;
        let table = &self.record.definition;
        Ok(table.fields.iter().map(|field| FieldDefinition::of(project, field, table, &design.design)).collect())
    }

    /// Names of the primary key's fields, the implied one included; empty where there is none.
    async fn primary_key(&self) -> Vec<String> {
        self.record.definition.key_fields().into_iter().map(|field| field.name.clone()).collect()
    }

    /// Sets of field names that are unique together.
    async fn unique_keys(&self) -> Vec<Vec<String>> {
        self.record.definition.unique_keys.iter().map(|ids| self.names(ids)).collect()
    }

    /// Sets of field names with an index that is not unique.
    async fn indexes(&self) -> Vec<Vec<String>> {
        self.record.definition.indexes.iter().map(|ids| self.names(ids)).collect()
    }

    /// What is wrong with this table; with the whole design, see `Project.violations`.
    async fn violations(&self, ctx: &Context<'_>) -> ApiResult<Vec<Violation>> {
        let design = designs(ctx, self.record.key.project).await?;
        let at = design.records.iter().position(|record| record.key == self.record.key).unwrap_or_default();
        let found = design_violations(ctx, self.record.key.project).await?;
        let prefixes = [format!("tables.{}", self.record.definition.name), format!("tables[{at}]")];
        let own = found.iter().filter(|v| prefixes.iter().any(|prefix| is_below(&v.path, prefix))).cloned();
        Ok(common::violations(own.collect()))
    }

    /// Rows in the database now; null until migrated.
    async fn row_count(&self, ctx: &Context<'_>) -> ApiResult<Option<BigInt>> {
        Ok(ctx.app().row_count(ctx.actor()?, self.record.key).await?.map(Into::into))
    }

    /// Rows in the database, by the definition it has; null until migrated.
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the row to begin behind.")] after: Option<String>,
        #[graphql(desc = "Conditions, all of which hold.")] filter: Option<Vec<FilterInput>>,
        #[graphql(desc = "Order; the primary key's when absent.")] sort: Option<Vec<SortInput>>,
    ) -> ApiResult<Option<RowConnection>> {
        let later = after.is_some();
        let wanted = request(first, after, filter, sort)?;
        let rows = ctx.app().rows(ctx.actor()?, self.record.key, wanted).await?;
        Ok(rows.map(|rows| RowConnection::new(rows, later)))
    }

    /// Its definitions through time, the newest first.
    async fn versions(&self, ctx: &Context<'_>) -> ApiResult<Vec<TableVersion>> {
        let versions = ctx.app().table_versions(ctx.actor()?, self.record.key).await?;
        versions.into_iter().map(TableVersion::try_from).collect()
    }
}

fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// How many rows a run makes: `total`, or so many for each parent.
#[derive(SimpleObject)]
pub(crate) struct PlannedRows {
    /// So many, whatever the other tables hold.
    total: Option<BigInt>,
    /// A number for each row of a parent.
    per_parent: Option<PerParent>,
}

/// How many rows each parent gets.
#[derive(SimpleObject)]
pub(crate) struct PerParent {
    /// The foreign key that leads to the parent.
    field: String,
    /// `{constant:{value}}`, `{uniform:{min,max}}`, `{poisson:{mean,max}}` or `{choice:{weights:[[n,w],…]}}`.
    count: Value,
}

impl PlannedRows {
    fn of(table: &Table) -> Self {
        match &table.rows {
            RowCount::Total(total) => Self { total: Some((*total).into()), per_parent: None },
            RowCount::PerParent { field, count } => {
                let field = table.field_by_id(*field).map(|field| field.name.clone()).unwrap_or_default();
                // Plain data: it always has a form in JSON.
                let count = serde_json::to_value(count).unwrap_or_default();
                Self { total: None, per_parent: Some(PerParent { field, count }) }
            }
        }
    }
}

/// A definition of a table at one revision.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct TableVersion {
    /// Its revision.
    revision: u32,
    /// When.
    created_at: DateTime<Utc>,
    /// What was declared, with the identities of fields, as JSON.
    definition: Value,
    #[graphql(skip)]
    by: Uuid,
}

#[ComplexObject]
impl TableVersion {
    /// Name of who made it; empty where the account is gone.
    async fn changed_by(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(loaders::user(ctx, Some(self.by)).await?.map(|user| user.name).unwrap_or_default())
    }
}

impl TryFrom<tables::TableVersion> for TableVersion {
    type Error = ApiError;

    fn try_from(version: tables::TableVersion) -> Result<Self, ApiError> {
        let definition = serde_json::to_value(&*version.definition).map_err(|error| ApiError::internal(&error))?;
        Ok(Self { revision: version.revision, created_at: version.created_at, definition, by: version.changed_by })
    }
}

/// What came of a change of a table.
#[derive(SimpleObject)]
pub(crate) struct TablePayload {
    /// The table as it is now; null when nothing was done.
    table: Option<TableDefinition>,
    /// Why nothing was done, or what to think of.
    violations: Vec<Violation>,
    /// The newer state, when the revision given was not the latest.
    conflict: Option<TableDefinition>,
}

impl From<Outcome<tables::TableRecord>> for TablePayload {
    fn from(outcome: Outcome<tables::TableRecord>) -> Self {
        let (table, conflict, violations) = common::parts(outcome);
        Self { table: table.map(Into::into), violations, conflict: conflict.map(Into::into) }
    }
}
