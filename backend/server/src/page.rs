//! The page: the built frontend that the binary carries, served with the compression made at build time.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

/// In a debug build files are read from the folder at each request, so that a rebuilt page needs no rebuilt server.
#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// Encodings made at build time, best first, with the ending of their files.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Serves assets by name and the page itself for every address that a person may have typed or been sent.
pub fn router() -> Router {
    Router::new().fallback(serve)
}

async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let name = if path.is_empty() || !is_file { "index.html" } else { path };
    match find(name, &headers) {
        Some((file, encoding)) => answer(name, file, encoding, &headers),
        None if name == "index.html" => missing_page(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The file in the best encoding that the client takes.
fn find(name: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |encoding: &str| accepted.split(',').any(|part| part.trim().split(';').next() == Some(encoding));
    ENCODINGS
        .iter()
        .filter(|(encoding, _)| takes(encoding))
        .find_map(|(encoding, ending)| Some((Dist::get(&format!("{name}{ending}"))?, Some(*encoding))))
        .or_else(|| Some((Dist::get(name)?, None)))
}

fn answer(name: &str, file: EmbeddedFile, encoding: Option<&'static str>, request: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..16]));
    let Ok(etag) = HeaderValue::from_str(&tag) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let caching = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    headers.insert(header::ETAG, etag);
    if request.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    (headers, Body::from(file.data.into_owned())).into_response()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        Some("txt") => "text/plain; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn missing_page() -> Response {
    let words =
        "This server was built without its page. Build it with `cargo xtask run`. The API answers at /graphql.\n";
    (StatusCode::NOT_FOUND, words).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_asset_is_not_answered_with_the_page() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let answer = runtime.block_on(serve(Method::GET, Uri::from_static("/assets/none.js"), HeaderMap::new()));
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn the_page_is_looked_for_where_it_is_built() {
        let built = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/dist/index.html");
        assert_eq!(Dist::get("index.html").is_some(), built.exists());
    }

    #[test]
    fn only_reading_is_allowed() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let answer = runtime.block_on(serve(Method::POST, Uri::from_static("/"), HeaderMap::new()));
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
