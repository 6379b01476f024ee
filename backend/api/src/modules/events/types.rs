//! Events as the schema shows them.

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::ProjectEventKind as Kinds;
use dmb_app::tables::TableKey;
use dmb_spec::TableId;
use uuid::Uuid;

use crate::error::{ApiResult, Code};
use crate::ids::{self, Kind};
use crate::modules::node::{self, Node};

/// What changed.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_app::ProjectEventKind")]
pub(crate) enum ProjectEventKind {
    /// The project itself; or anything, after a gap: look at everything again.
    ProjectChanged,
    /// The project is gone; nothing follows.
    ProjectDeleted,
    /// A table was made or changed.
    TableChanged,
    /// A table was deleted.
    TableDeleted,
    /// A migration was applied or taken back.
    Migrated,
    /// A job was made or changed its state.
    JobChanged,
    /// A file was finished or deleted.
    ExportChanged,
}

/// Something that happened in a project.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ProjectEvent {
    /// The project.
    project_id: ID,
    /// What changed.
    kind: ProjectEventKind,
    /// Global id of what changed: a table, a migration, a job or a file; null for the project itself.
    node_id: Option<ID>,
    /// When.
    at: DateTime<Utc>,
    #[graphql(skip)]
    changed: Option<(Kind, Uuid, Option<Uuid>)>,
}

impl From<dmb_app::ProjectEvent> for ProjectEvent {
    fn from(event: dmb_app::ProjectEvent) -> Self {
        let project = event.project_id;
        let changed = event.node_id.and_then(|id| {
            Some(match event.kind {
                Kinds::TableChanged | Kinds::TableDeleted => (Kind::TableDefinition, id, Some(project)),
                Kinds::Migrated => (Kind::Migration, id, None),
                Kinds::JobChanged => (Kind::GenerationJob, id, None),
                Kinds::ExportChanged => (Kind::Export, id, None),
                Kinds::ProjectChanged | Kinds::ProjectDeleted => return None,
            })
        });
        let node_id = changed.map(|(kind, id, within)| match within {
            Some(project) => ids::of_table(TableKey { project, table: TableId(id) }),
            None => kind.id(id),
        });
        Self { project_id: Kind::Project.id(project), kind: event.kind.into(), node_id, at: event.at, changed }
    }
}

#[ComplexObject]
impl ProjectEvent {
    /// What changed, as it is now; null where it is gone.
    async fn node(&self, ctx: &Context<'_>) -> ApiResult<Option<Node>> {
        let Some((kind, id, within)) = self.changed else { return Ok(None) };
        match node::find(ctx, kind, id, within).await {
            Ok(node) => Ok(Some(node)),
            Err(error) if error.code == Code::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
