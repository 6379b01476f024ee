//! Whether the process lives, whether it can work, and its numbers.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::state::Api;

/// The process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers and the server isn't stopping.
pub(crate) async fn ready(State(api): State<Api>) -> Response {
    let stopping = api.config.shutdown.is_cancelled();
    if !stopping && api.app.store().ping().await.is_ok() {
        return "ready\n".into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
}

/// The numbers, in the Prometheus format.
pub(crate) async fn metrics(State(api): State<Api>) -> Response {
    match &api.config.metrics {
        Some(render) => ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], render()).into_response(),
        None => super::not_found().await,
    }
}
