//! The schema, reachable only through the guard.

use async_graphql::{Data, Response, SDLExportOptions, Schema};
use dmb_app::App;
use futures_util::stream::BoxStream;

use crate::guard::Admitted;
use crate::modules::{Mutation, Query, Subscription};

/// The schema with its use-cases. What runs in it has been admitted by [`crate::guard::admit`].
#[derive(Clone)]
pub(crate) struct ApiSchema(Schema<Query, Mutation, Subscription>);

impl ApiSchema {
    /// The schema over an app.
    pub fn new(app: App, introspection: bool) -> Self {
        let schema = builder().data(app);
        let schema = if introspection { schema } else { schema.disable_introspection().disable_suggestions() };
        Self(schema.finish())
    }

    /// Runs a query or mutation to its end.
    pub async fn execute(&self, admitted: Admitted) -> Response {
        self.0.execute(admitted.request).await
    }

    /// Runs an operation of any kind; the stream ends with it.
    pub fn stream(&self, admitted: Admitted) -> BoxStream<'static, Response> {
        self.0.execute_stream_with_session_data(admitted.request, std::sync::Arc::new(Data::default()))
    }
}

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
}

/// The schema as text, the same at every call: what `schema.graphql` at the root holds.
pub fn schema_sdl() -> String {
    let options = SDLExportOptions::new().prefer_single_line_descriptions().use_space_ident();
    let sdl = builder().finish().sdl_with_options(options);
    let lines: Vec<_> = sdl.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}
