//! What several fields of one answer need is read once: requests for it that come together are one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Request};
use dmb_app::tables::TableRecord;
use dmb_app::{Actor, App};
use dmb_spec::{Design, Violation};
use futures_util::future::try_join_all;
use uuid::Uuid;

use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};
use crate::modules::accounts::User;
use crate::modules::projects::Project;

/// A project's design with the records of its tables, in order.
pub(crate) struct ProjectDesign {
    /// The whole design.
    pub design: Design,
    /// The tables' records.
    pub records: Vec<TableRecord>,
}

/// Reads for one actor.
pub(crate) struct Reads {
    app: App,
    actor: Actor,
}

/// Key: the design of a project.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct DesignOf(Uuid);

/// Key: what is wrong with the design of a project.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ViolationsOf(Uuid);

/// Key: a project.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ProjectOf(Uuid);

/// Key: an account.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct UserOf(Uuid);

/// Gives a request the reads of its sender. They remember nothing: a later mutation of the same request sees what an
/// earlier one did.
pub(crate) fn attach(request: Request, app: &App, caller: &Caller) -> Request {
    match &caller.actor {
        Some(actor) => {
            let reads = Reads { app: app.clone(), actor: actor.clone() };
            request.data(DataLoader::new(reads, tokio::spawn))
        }
        None => request,
    }
}

/// The design of a project.
pub(crate) async fn designs(ctx: &Context<'_>, project: Uuid) -> ApiResult<Arc<ProjectDesign>> {
    reads(ctx)?.load_one(DesignOf(project)).await?.ok_or_else(ApiError::not_found)
}

/// Everything wrong with the design of a project.
pub(crate) async fn design_violations(ctx: &Context<'_>, project: Uuid) -> ApiResult<Arc<[Violation]>> {
    reads(ctx)?.load_one(ViolationsOf(project)).await?.ok_or_else(ApiError::not_found)
}

/// A project, where it is still there.
pub(crate) async fn project(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Project>> {
    Ok(reads(ctx)?.load_one(ProjectOf(id)).await?.map(Into::into))
}

/// An account, where the actor may see it.
pub(crate) async fn user(ctx: &Context<'_>, id: Option<Uuid>) -> ApiResult<Option<User>> {
    match id {
        Some(id) => Ok(reads(ctx)?.load_one(UserOf(id)).await?.map(Into::into)),
        None => Ok(None),
    }
}

fn reads<'a>(ctx: &Context<'a>) -> ApiResult<&'a DataLoader<Reads>> {
    ctx.data_opt::<DataLoader<Reads>>().ok_or_else(ApiError::unauthenticated)
}

impl Reads {
    async fn design(&self, project: Uuid) -> ApiResult<Arc<ProjectDesign>> {
        let design = self.app.design(&self.actor, project).await?;
        let records = self.app.tables_of(&self.actor, project).await?;
        Ok(Arc::new(ProjectDesign { design, records }))
    }
}

impl Loader<DesignOf> for Reads {
    type Value = Arc<ProjectDesign>;
    type Error = ApiError;

    async fn load(&self, keys: &[DesignOf]) -> Result<HashMap<DesignOf, Self::Value>, ApiError> {
        let read = keys.iter().map(async |key| Ok::<_, ApiError>((*key, self.design(key.0).await?)));
        Ok(try_join_all(read).await?.into_iter().collect())
    }
}

impl Loader<ViolationsOf> for Reads {
    type Value = Arc<[Violation]>;
    type Error = ApiError;

    async fn load(&self, keys: &[ViolationsOf]) -> Result<HashMap<ViolationsOf, Self::Value>, ApiError> {
        let read = keys.iter().map(async |key| {
            let found = self.app.design_violations(&self.actor, key.0).await?;
            Ok::<_, ApiError>((*key, found.into()))
        });
        Ok(try_join_all(read).await?.into_iter().collect())
    }
}

impl Loader<ProjectOf> for Reads {
    type Value = dmb_app::projects::Project;
    type Error = ApiError;

    async fn load(&self, keys: &[ProjectOf]) -> Result<HashMap<ProjectOf, Self::Value>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let found = self.app.projects_by_ids(&self.actor, &ids).await?;
        Ok(found.into_iter().map(|project| (ProjectOf(project.id), project)).collect())
    }
}

impl Loader<UserOf> for Reads {
    type Value = dmb_app::auth::User;
    type Error = ApiError;

    async fn load(&self, keys: &[UserOf]) -> Result<HashMap<UserOf, Self::Value>, ApiError> {
        let ids: HashSet<Uuid> = keys.iter().map(|key| key.0).collect();
        let mut found = HashMap::new();
        for id in ids {
            // An account the actor may not see, or one that is gone, is shown as nobody.
            match self.app.user(&self.actor, id).await {
                Ok(user) => {
                    found.insert(UserOf(id), user);
                }
                Err(dmb_app::AppError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(found)
    }
}
