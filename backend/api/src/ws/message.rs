//! Messages of `graphql-transport-ws`, read strictly.

use async_graphql::Request as GraphqlRequest;
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::close::Close;
use crate::error::ApiError;
use crate::http::answer::Finished;
use crate::http::body;

/// What a client may say.
pub(crate) enum FromClient {
    /// The beginning, with the value of `authorization` in the payload.
    Init(Option<String>),
    /// Are you there?
    Ping,
    /// I am here.
    Pong,
    /// Run this. A payload that is no GraphQL request is the operation's error, not the socket's.
    Subscribe(String, Box<Result<GraphqlRequest, ApiError>>),
    /// I don't want it any more.
    Complete(String),
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    id: Option<String>,
    #[serde(default, borrow)]
    payload: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
struct InitPayload {
    #[serde(default, alias = "Authorization")]
    authorization: Option<String>,
}

/// Longest id of an operation, in bytes.
const ID_BYTES: usize = 128;

/// Reads a message.
pub(crate) fn read(text: &str) -> Result<FromClient, Close> {
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| Close::BadMessage)?;
    let id = |id: Option<String>| id.filter(|id| !id.is_empty() && id.len() <= ID_BYTES).ok_or(Close::BadMessage);
    Ok(match envelope.kind.as_str() {
        "connection_init" => {
            let payload = envelope.payload.map(|raw| serde_json::from_str::<Option<InitPayload>>(raw.get()));
            let payload = payload.transpose().map_err(|_| Close::BadMessage)?.flatten().unwrap_or_default();
            FromClient::Init(payload.authorization)
        }
        "ping" => FromClient::Ping,
        "pong" => FromClient::Pong,
        "subscribe" => {
            let payload = envelope.payload.ok_or(Close::BadMessage)?;
            FromClient::Subscribe(id(envelope.id)?, Box::new(body::parse(payload.get().as_bytes())))
        }
        "complete" => FromClient::Complete(id(envelope.id)?),
        _ => return Err(Close::BadMessage),
    })
}

/// `connection_ack`.
pub(crate) fn ack() -> String {
    json!({ "type": "connection_ack" }).to_string()
}

/// `pong`.
pub(crate) fn pong() -> String {
    json!({ "type": "pong" }).to_string()
}

/// `next`, with one result.
pub(crate) fn next(id: &str, result: &Finished) -> String {
    json!({ "type": "next", "id": id, "payload": result.payload() }).to_string()
}

/// `error`: the operation didn't begin, or broke.
pub(crate) fn error(id: &str, result: &Finished) -> String {
    json!({ "type": "error", "id": id, "payload": result.errors() }).to_string()
}

/// `complete`: nothing follows.
pub(crate) fn complete(id: &str) -> String {
    json!({ "type": "complete", "id": id }).to_string()
}
