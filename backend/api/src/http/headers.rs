//! Security headers of every answer.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use http::{HeaderName, HeaderValue};

/// Scripts from our own files only. Styles inline because the page's kit sets them so; workers from blobs for the
/// playground's editor; fonts and pictures as data for both.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// Addresses whose answers belong to one person and one moment.
const PRIVATE: [&str; 5] = ["/graphql", "/download/", "/healthz", "/readyz", "/metrics"];

/// Adds the headers.
pub(crate) async fn add(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // `/graphql` is a prefix of `/graphql/ws`, but not of the page's `/graphiql`.
    let private = PRIVATE.iter().any(|prefix| path.starts_with(prefix));
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    let fixed = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if private {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    answer
}
