//! The schema: a folder a noun, a file each for types, inputs, queries, mutations and subscriptions. A resolver turns
//! arguments into a use-case's wish and its answer into types, and decides nothing.

pub(crate) mod accounts;
pub(crate) mod catalogue;
pub(crate) mod common;
pub(crate) mod events;
pub(crate) mod exports;
pub(crate) mod jobs;
pub(crate) mod loaders;
pub(crate) mod migrations;
pub(crate) mod node;
pub(crate) mod preview;
pub(crate) mod projects;
pub(crate) mod rows;
pub(crate) mod tables;

use async_graphql::{MergedObject, MergedSubscription};

/// What can be asked.
#[derive(Default, MergedObject)]
pub(crate) struct Query(
    node::NodeQuery,
    accounts::AccountQuery,
    projects::ProjectQuery,
    tables::TableQuery,
    jobs::JobQuery,
    exports::ExportQuery,
    catalogue::CatalogueQuery,
    preview::PreviewQuery,
    migrations::MigrationQuery,
);

/// What can be done.
#[derive(Default, MergedObject)]
pub(crate) struct Mutation(
    accounts::AccountMutation,
    projects::ProjectMutation,
    tables::TableMutation,
    migrations::MigrationMutation,
    jobs::JobMutation,
    exports::ExportMutation,
);

/// What can be followed, over a WebSocket.
#[derive(Default, MergedSubscription)]
pub(crate) struct Subscription(jobs::JobSubscription, events::EventSubscription);
