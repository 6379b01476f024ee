//! Finished files, by signed links: one file, one account, a few minutes.

use std::io::SeekFrom;

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use dmb_app::exports::Download;
use futures_util::StreamExt;
use http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE,
    RANGE,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use super::answer::refusal;
use super::identify;
use super::rate::Sender;
use crate::error::{ApiError, ApiResult};
use crate::state::Api;

/// Bytes read from the file at once.
const PIECE: usize = 256 * 1024;

/// Sends the file that a ticket stands for.
pub(crate) async fn send(State(api): State<Api>, Path(ticket): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let origin = identify::origin(&api, &parts.headers, &parts.extensions);
    let answer = async {
        api.rate.count(Sender::at(origin.address))?;
        let download = api.app.open_download(&ticket).await?;
        file(&api, download, &parts.headers).await
    };
    answer.await.unwrap_or_else(|error| refusal(error, None))
}

async fn file(api: &Api, download: Download, headers: &HeaderMap) -> ApiResult<Response> {
    let tag = format!("\"{}\"", download.sha256);
    if headers.get(IF_NONE_MATCH).is_some_and(|held| held.as_bytes() == tag.as_bytes()) {
        return Ok(head(StatusCode::NOT_MODIFIED, &tag, &download, Body::empty()));
    }
    let range = headers.get(RANGE).and_then(|range| range.to_str().ok()).map(|range| part(range, download.bytes));
    // A part of another version of the file would not fit what the client has.
    let fits = headers.get(IF_RANGE).is_none_or(|held| held.as_bytes() == tag.as_bytes());
    let (status, from, length) = match range.flatten().filter(|_| fits) {
        Some(Part::Of { from, to }) => (StatusCode::PARTIAL_CONTENT, from, to - from + 1),
        Some(Part::Outside) => {
            let mut answer = head(StatusCode::RANGE_NOT_SATISFIABLE, &tag, &download, Body::empty());
            set(&mut answer, CONTENT_RANGE, &format!("bytes */{}", download.bytes));
            return Ok(answer);
        }
        None => (StatusCode::OK, 0, download.bytes),
    };
    let body = stream(api, &download, from, length).await?;
    let mut answer = head(status, &tag, &download, body);
    set(&mut answer, CONTENT_LENGTH, &length.to_string());
    if status == StatusCode::PARTIAL_CONTENT {
        set(&mut answer, CONTENT_RANGE, &format!("bytes {from}-{}/{}", from + length - 1, download.bytes));
    }
    Ok(answer)
}

/// The bytes, until the file or the session of who asked for it ends.
async fn stream(api: &Api, download: &Download, from: u64, length: u64) -> ApiResult<Body> {
    let mut file = File::open(&download.path).await.map_err(|_| ApiError::not_found())?;
    file.seek(SeekFrom::Start(from)).await.map_err(|error| ApiError::internal(&error))?;
    let (app, actor) = (api.app.clone(), download.actor.clone());
    let revoked = async move { app.until_revoked(&actor).await };
    let pieces = ReaderStream::with_capacity(file.take(length), PIECE).take_until(revoked);
    Ok(Body::from_stream(pieces))
}

fn head(status: StatusCode, tag: &str, download: &Download, body: Body) -> Response {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    set(&mut answer, ETAG, tag);
    set(&mut answer, ACCEPT_RANGES, "bytes");
    set(&mut answer, CONTENT_TYPE, &download.media_type);
    set(&mut answer, CONTENT_DISPOSITION, &disposition(&download.file_name));
    answer
}

fn set(answer: &mut Response, name: http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::try_from(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// `attachment` with the name twice: in plain letters for old clients, and whole (RFC 5987).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let whole: String = name
        .bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(b).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// From the one byte to the other, both included.
    Of { from: u64, to: u64 },
    /// Nothing that is there.
    Outside,
}

/// The part a `Range` asks for; `None` where it is to be ignored (several parts, other units, nonsense).
fn part(range: &str, bytes: u64) -> Option<Part> {
    let (from, to) = range.trim().strip_prefix("bytes=")?.split_once('-')?;
    let last = bytes.checked_sub(1);
    let number = |text: &str| text.trim().parse::<u64>().ok();
    match (from.trim(), to.trim()) {
        ("", "") => None,
        ("", tail) => match (number(tail)?, last) {
            (0, _) | (_, None) => Some(Part::Outside),
            (tail, Some(to)) => Some(Part::Of { from: bytes.saturating_sub(tail), to }),
        },
        (from, to) => {
            let from = number(from)?;
            let to = if to.is_empty() { u64::MAX } else { number(to)? };
            match last {
                _ if to < from => None,
                Some(last) if from <= last => Some(Part::Of { from, to: to.min(last) }),
                _ => Some(Part::Outside),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_to_what_is_there() {
        let of = |from, to| Some(Part::Of { from, to });
        assert_eq!(part("bytes=0-9", 100), of(0, 9));
        assert_eq!(part("bytes=90-", 100), of(90, 99));
        assert_eq!(part("bytes=90-500", 100), of(90, 99));
        assert_eq!(part("bytes=-10", 100), of(90, 99));
        assert_eq!(part("bytes=-500", 100), of(0, 99));
        assert_eq!(part("bytes=100-", 100), Some(Part::Outside));
        assert_eq!(part("bytes=-0", 100), Some(Part::Outside));
        assert_eq!(part("bytes=0-", 0), Some(Part::Outside));
        for ignored in ["bytes=9-3", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=-", "0-1"] {
            assert_eq!(part(ignored, 100), None, "{ignored}");
        }
    }

    #[test]
    fn names_are_attachments_whatever_is_in_them() {
        assert_eq!(disposition("a b.csv"), "attachment; filename=\"a b.csv\"; filename*=UTF-8''a%20b.csv");
        let odd = disposition("ñ\"\r\n;.xlsx");
        assert_eq!(odd, "attachment; filename=\"_____.xlsx\"; filename*=UTF-8''%C3%B1%22%0D%0A%3B.xlsx");
        assert!(HeaderValue::try_from(odd).is_ok());
    }
}
