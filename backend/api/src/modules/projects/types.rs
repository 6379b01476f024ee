//! Projects as the schema shows them.

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::projects::{self, DesignFormat, locale_text};
use uuid::Uuid;

use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::Kind;
use crate::modules::common::{self, Violation};
use crate::modules::exports::Export;
use crate::modules::jobs::{GenerationJob, JobStatus, statuses};
use crate::modules::loaders::{design_violations, designs};
use crate::modules::migrations::{Migration, MigrationPlan};
use crate::modules::tables::TableDefinition;
use crate::relay::{Connection, Listed, page};
use crate::scalars::BigInt;

/// What happens to a row when the row it refers to is deleted.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_spec::OnDelete")]
pub(crate) enum OnDelete {
    /// The parent can't be deleted.
    Restrict,
    /// The row is deleted too.
    Cascade,
    /// The field becomes null.
    SetNull,
}

/// A set of related tables with their jobs and files.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Project {
    /// Global id.
    pub id: ID,
    /// Name, for people.
    name: String,
    /// What it is for.
    description: String,
    /// Seed of its runs unless they say otherwise.
    seed: BigInt,
    /// Locale of its rows: `en_US`, or several with weights: `en_US:3,es_ES:1`.
    locale: String,
    /// Counts the changes of the project and of its tables; to be given back with a change.
    revision: u32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    #[graphql(skip)]
    uuid: Uuid,
}

impl From<projects::Project> for Project {
    fn from(project: projects::Project) -> Self {
        Self {
            id: Kind::Project.id(project.id),
            name: project.name,
            description: project.description,
            seed: project.seed.into(),
            locale: locale_text(&project.locale),
            revision: project.revision,
            created_at: project.created_at,
            updated_at: project.updated_at,
            uuid: project.id,
        }
    }
}

impl Listed for Project {
    const CONNECTION: &'static str = "ProjectConnection";
    const EDGE: &'static str = "ProjectEdge";
}

#[ComplexObject]
impl Project {
    /// Its tables, in the order people put them.
    async fn tables(&self, ctx: &Context<'_>) -> ApiResult<Vec<TableDefinition>> {
        let design = designs(ctx, self.uuid).await?;
        Ok((0..design.records.len()).map(|at| TableDefinition::of(&design, at)).collect())
    }

    /// The table with this name.
    async fn table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its name in the database.")] name: String,
    ) -> ApiResult<Option<TableDefinition>> {
        let design = designs(ctx, self.uuid).await?;
        let at = design.records.iter().position(|record| record.definition.name == name);
        Ok(at.map(|at| TableDefinition::of(&design, at)))
    }

    /// Its foreign keys, tables in order.
    async fn relations(&self, ctx: &Context<'_>) -> ApiResult<Vec<Relation>> {
        Ok(Relation::all(&designs(ctx, self.uuid).await?.design))
    }

    /// Everything wrong with the whole design.
    async fn violations(&self, ctx: &Context<'_>) -> ApiResult<Vec<Violation>> {
        Ok(common::violations(design_violations(ctx, self.uuid).await?.to_vec()))
    }

    /// What would bring the tables in the database to what is designed.
    async fn migration_plan(&self, ctx: &Context<'_>) -> ApiResult<MigrationPlan> {
        Ok(ctx.app().migration_plan(ctx.actor()?, self.uuid).await?.into())
    }

    /// Its migrations, the newest first.
    async fn migrations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
    ) -> ApiResult<Connection<Migration>> {
        let later = after.is_some();
        let found = ctx.app().migrations(ctx.actor()?, self.uuid, page(first, after)?).await?;
        Ok(Connection::new(found.map(Into::into), later))
    }

    /// Its jobs, the newest first.
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
        #[graphql(desc = "Only those that stand so.")] status: Option<Vec<JobStatus>>,
    ) -> ApiResult<Connection<GenerationJob>> {
        let later = after.is_some();
        let wanted = statuses(status);
        let found = ctx.app().jobs(ctx.actor()?, Some(self.uuid), page(first, after)?, &wanted).await?;
        Ok(Connection::new(found.map(Into::into), later))
    }

    /// Its finished files, the newest first.
    async fn exports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Cursor of the entry to begin behind.")] after: Option<String>,
    ) -> ApiResult<Connection<Export>> {
        let later = after.is_some();
        let found = ctx.app().exports(ctx.actor()?, Some(self.uuid), page(first, after)?).await?;
        Connection::try_new(found, later)
    }

    /// The design as a file.
    async fn design_file(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = "yaml", desc = "`yaml` or `json`.")] format: String,
    ) -> ApiResult<String> {
        let format = match format.as_str() {
            "yaml" => DesignFormat::Yaml,
            "json" => DesignFormat::Json,
            _ => return Err(ApiError::bad_input("format", "unknown_format", "A design file is `yaml` or `json`.")),
        };
        Ok(ctx.app().design_file(ctx.actor()?, self.uuid, format).await?)
    }
}

/// A foreign key of a project.
#[derive(SimpleObject)]
pub(crate) struct Relation {
    /// The table that refers.
    table: String,
    /// Its foreign key.
    field: String,
    /// The table referred to.
    parent_table: String,
    /// Its key.
    parent_field: String,
    /// What happens to a row when its parent goes.
    on_delete: OnDelete,
    /// Whether a row may have no parent.
    nullable: bool,
    /// Whether a parent has one row at most.
    unique: bool,
}

impl Relation {
    fn all(design: &dmb_spec::Design) -> Vec<Self> {
        let of = |table: &dmb_spec::Table, field: &dmb_spec::Field| {
            let reference = field.reference?;
            let parent = design.table_by_id(reference.table)?;
            Some(Self {
                table: table.name.clone(),
                field: field.name.clone(),
                parent_table: parent.name.clone(),
                parent_field: parent.field_by_id(reference.field)?.name.clone(),
                on_delete: reference.on_delete.into(),
                nullable: field.nullable,
                unique: table.is_unique(field),
            })
        };
        design.tables.iter().flat_map(|table| table.fields.iter().filter_map(move |field| of(table, field))).collect()
    }
}

/// What came of a change of a project.
#[derive(SimpleObject)]
pub(crate) struct ProjectPayload {
    /// The project as it is now; null when nothing was done.
    project: Option<Project>,
    /// Why nothing was done, or what to think of.
    violations: Vec<Violation>,
    /// The newer state, when the revision given was not the latest.
    conflict: Option<Project>,
}

impl From<dmb_app::Outcome<projects::Project>> for ProjectPayload {
    fn from(outcome: dmb_app::Outcome<projects::Project>) -> Self {
        let (project, conflict, notes) = common::parts(outcome);
        Self { project: project.map(Into::into), violations: notes, conflict: conflict.map(Into::into) }
    }
}
