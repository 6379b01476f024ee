//! Which origins may use the API: our own, and those of the configuration, by exact text.

use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method, Uri};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::cookies::CSRF_HEADER;
use super::edge::REQUEST_ID;

/// Answers preflights for the allowed origins and nobody else.
pub(crate) fn layer(origins: &[String]) -> CorsLayer {
    let origins: Vec<HeaderValue> = origins.iter().filter_map(|origin| origin.parse().ok()).collect();
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([ACCEPT, AUTHORIZATION, CONTENT_TYPE, CSRF_HEADER])
        .expose_headers([REQUEST_ID, RETRY_AFTER])
        .allow_credentials(true)
        .max_age(Duration::from_secs(600))
}

/// Whether a socket may be opened by whoever sends these headers. Browsers always send `Origin` and CORS doesn't bind
/// sockets; programs outside a browser send none, and can't be misled by another site.
pub(crate) fn may_connect(headers: &HeaderMap, origins: &[String]) -> bool {
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    origins.iter().any(|allowed| allowed == origin) || is_own(origin, headers)
}

fn is_own(origin: &str, headers: &HeaderMap) -> bool {
    let authority = origin.parse::<Uri>().ok().and_then(|uri| uri.authority().cloned());
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    matches!((authority, host), (Some(authority), Some(host)) if authority.as_str().eq_ignore_ascii_case(host))
}
