//! HTTP: GraphQL by POST ([`graphql`]), downloads, health; headers, origins and rates for every route.

pub(crate) mod answer;
pub(crate) mod body;
pub(crate) mod cookies;
pub(crate) mod cors;
pub(crate) mod download;
pub(crate) mod edge;
pub(crate) mod graphql;
pub(crate) mod headers;
pub(crate) mod health;
pub(crate) mod identify;
pub(crate) mod negotiate;
pub(crate) mod rate;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;

use crate::error::{ApiError, Code};
use crate::state::Api;

/// Puts on every route what every answer needs.
pub(crate) fn dress(routes: Router, api: Api) -> Router {
    let cors = cors::layer(&api.config.allowed_origins);
    routes
        .layer(from_fn_with_state(api, edge::guard_panics))
        .layer(cors)
        .layer(from_fn(edge::trace))
        .layer(from_fn(headers::add))
}

/// Where no route is.
pub(crate) async fn not_found() -> Response {
    answer::refusal(ApiError::new(Code::NotFound, "There is nothing at this address."), None)
}
