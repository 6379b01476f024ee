//! Anything with a global id, by that id; and what runs here.

use async_graphql::{Context, ID, Interface, Object};
use dmb_app::tables::TableKey;
use dmb_spec::TableId;
use uuid::Uuid;

use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::{self, Global, Kind};
use crate::modules::accounts::{AccessToken, User};
use crate::modules::exports::Export;
use crate::modules::jobs::GenerationJob;
use crate::modules::migrations::Migration;
use crate::modules::projects::Project;
use crate::modules::tables::TableDefinition;

/// Anything with a global id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "&ID", desc = "Global id."))]
pub(crate) enum Node {
    User(User),
    AccessToken(AccessToken),
    Project(Project),
    TableDefinition(TableDefinition),
    Migration(Migration),
    GenerationJob(GenerationJob),
    Export(Export),
}

/// Reads the one with this id.
pub(crate) async fn find(ctx: &Context<'_>, kind: Kind, id: Uuid, within: Option<Uuid>) -> ApiResult<Node> {
    let (app, actor) = (ctx.app(), ctx.actor()?);
    Ok(match (kind, within) {
        (Kind::User, None) => Node::User(app.user(actor, id).await?.into()),
        (Kind::AccessToken, None) => Node::AccessToken(app.access_token(actor, id).await?.into()),
        (Kind::Project, None) => Node::Project(app.project(actor, id).await?.into()),
        (Kind::Migration, None) => Node::Migration(app.migration(actor, id).await?.into()),
        (Kind::GenerationJob, None) => Node::GenerationJob(app.job(actor, id).await?.into()),
        (Kind::Export, None) => Node::Export(app.export(actor, id).await?.try_into()?),
        (Kind::TableDefinition, Some(project)) => {
            let key = TableKey { project, table: TableId(id) };
            Node::TableDefinition(app.table(actor, key).await?.into())
        }
        (Kind::FieldDefinition | Kind::TableDefinition, _) | (_, Some(_)) => return Err(ApiError::not_found()),
    })
}

/// Anything by its global id.
#[derive(Default)]
pub(crate) struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Anything with a global id, by that id.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "The global id.")] id: ID) -> ApiResult<Option<Node>> {
        ctx.actor()?;
        let Global { kind, id, within } = ids::read(&id)?;
        find(ctx, kind, id, within).await.map(Some)
    }

    /// The version of the server.
    async fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}
