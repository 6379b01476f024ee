//! What the API is told when it is made.

use std::sync::Arc;

use axum::Router;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::limits::Limits;

/// Draws up the text of `/metrics`, in the Prometheus format.
pub type MetricsText = Arc<dyn Fn() -> String + Send + Sync>;

/// Settings of the API.
#[derive(Clone)]
pub struct ApiConfig {
    /// Origins other than the server's own whose pages may use the API, exactly as a browser sends them
    /// (`https://example.org`, no slash at the end).
    pub allowed_origins: Vec<String>,
    /// Whether the schema may be asked for, and errors may suggest names. On in development, off in production.
    pub introspection: bool,
    /// Whether queries (never mutations) may be sent by GET as well.
    pub get_queries: bool,
    /// Whether browsers reach the server by HTTPS: the refresh cookie is `__Host-dmb_refresh` and `Secure` then,
    /// and plain `dmb_refresh` otherwise.
    pub secure_cookies: bool,
    /// Whether the last entry of `X-Forwarded-For` is the client's address: only behind a proxy that writes it.
    pub behind_proxy: bool,
    /// Draws up `/metrics`; without it the address is not there.
    pub metrics: Option<MetricsText>,
    /// The page: whatever no other route answers.
    pub page: Option<Router>,
    /// Bounds.
    pub limits: Limits,
    /// Cancelled when the server stops: sockets close with 1001.
    pub shutdown: CancellationToken,
    /// Sockets and mutations under way; the server waits for it after `shutdown`.
    pub tracker: TaskTracker,
}

impl Default for ApiConfig {
    /// As in development: same origin only, introspection on, plain cookies.
    fn default() -> Self {
        Self {
            allowed_origins: Vec::new(),
            introspection: true,
            get_queries: true,
            secure_cookies: false,
            behind_proxy: false,
            metrics: None,
            page: None,
            limits: Limits::default(),
            shutdown: CancellationToken::new(),
            tracker: TaskTracker::new(),
        }
    }
}
