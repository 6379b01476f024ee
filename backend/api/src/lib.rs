//! The API: the only room that knows GraphQL and HTTP.
//!
//! [`router`] is everything the server answers with: GraphQL over HTTP ([`http`]) and over WebSocket ([`ws`]), both
//! through the [`guard`]; downloads, health and metrics; the page, which is handed in. Resolvers ([`modules`]) turn
//! use-cases of `dmb-app` into fields and back, and decide nothing themselves. This room never sees SQL, a driver or
//! Arrow, and reads no environment.

mod caller;
mod config;
mod error;
mod guard;
mod http;
mod ids;
mod limits;
mod modules;
mod relay;
mod scalars;
mod schema;
mod state;
mod ws;

pub use config::{ApiConfig, MetricsText};
pub use limits::Limits;
pub use schema::schema_sdl;

use axum::Router;
use axum::routing::{any, get};
use dmb_app::App;

/// Everything the server answers with.
///
/// Serve it with `into_make_service_with_connect_info::<SocketAddr>()`: throttles and the rate limit need the
/// client's address.
pub fn router(app: App, config: ApiConfig) -> Router {
    let page = config.page.clone();
    let api = state::Api::new(app, config);
    let routes = Router::new()
        .route("/graphql", any(http::graphql::handle))
        .route("/graphql/ws", get(ws::upgrade))
        .route("/download/{ticket}", get(http::download::send))
        .route("/healthz", get(http::health::alive))
        .route("/readyz", get(http::health::ready))
        .route("/metrics", get(http::health::metrics))
        .with_state(api.clone());
    let routes = match page {
        Some(page) => routes.fallback_service(page),
        None => routes.fallback(http::not_found),
    };
    http::dress(routes, api)
}

/// Shows a request's text to the guard, for fuzzing; whether it passes doesn't matter, only that it answers.
#[cfg(fuzzing)]
pub fn fuzz_guard(query: &str) {
    let _ = guard::admit(async_graphql::Request::new(query));
}
