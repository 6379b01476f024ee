//! Around every request: an id, a line in the log, numbers for the metrics, and an answer even where code panics.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;
use uuid::Uuid;

use super::answer;
use crate::error::ApiError;
use crate::state::Api;

/// Names the request in the answer and in the log.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request an id of ours and writes what became of it. Queries and addresses' parameters are not written:
/// they may hold secrets.
pub(crate) async fn trace(request: Request, next: Next) -> Response {
    let id = Uuid::new_v4();
    let route = route_of(request.uri().path());
    let method = request.method().clone();
    let span = tracing::info_span!("request", %id, %method, route);
    let begun = Instant::now();
    let mut answer = next.run(request).instrument(span.clone()).await;
    let seconds = begun.elapsed().as_secs_f64();
    let status = answer.status().as_u16();
    span.in_scope(|| tracing::debug!(status, seconds, "answered"));
    metrics::counter!("dmb_http_requests_total", "route" => route, "status" => status.to_string()).increment(1);
    metrics::histogram!("dmb_http_request_seconds", "route" => route).record(seconds);
    if let Ok(id) = HeaderValue::try_from(id.to_string()) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    answer
}

/// The route without what differs from request to request (a ticket is a secret, too).
fn route_of(path: &str) -> &'static str {
    match path {
        "/graphql" => "/graphql",
        "/graphql/ws" => "/graphql/ws",
        "/healthz" => "/healthz",
        "/readyz" => "/readyz",
        "/metrics" => "/metrics",
        _ if path.starts_with("/download/") => "/download",
        _ => "page",
    }
}

/// Answers with an internal error where a handler panics.
pub(crate) async fn guard_panics(State(_): State<Api>, request: Request, next: Next) -> Response {
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(answer) => answer,
        Err(panic) => answer::refusal(ApiError::internal(&panic_text(&*panic)), None),
    }
}

/// What a panic said, for the log.
pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    format!("panic: {}", text.as_deref().unwrap_or("without words"))
}
