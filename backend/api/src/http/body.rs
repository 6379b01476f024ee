//! Reading a GraphQL request: strictly what the GraphQL-over-HTTP draft says, one operation a request.

use std::collections::BTreeMap;

use async_graphql::{Name, Request as GraphqlRequest, Value, Variables};
use axum::body::{Body, to_bytes};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::error::{ApiError, Code};

/// A refusal with a status of its own.
pub(crate) type Refusal = (StatusCode, ApiError);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    query: String,
    #[serde(default)]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<BTreeMap<Name, Value>>,
    /// Allowed to be there, but nothing uses it.
    #[serde(default, rename = "extensions")]
    _extensions: Option<BTreeMap<String, IgnoredAny>>,
}

impl From<Envelope> for GraphqlRequest {
    fn from(envelope: Envelope) -> Self {
        let mut request = Self::new(envelope.query);
        request.operation_name = envelope.operation_name;
        let variables = envelope.variables.unwrap_or_default();
        request.variables = Variables::from_value(Value::Object(variables.into_iter().collect()));
        request
    }
}

/// Whether the body says it is JSON in UTF-8.
pub(crate) fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = value.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|media| media.eq_ignore_ascii_case("application/json"));
    let is_utf8 = parts.all(|part| match part.split_once('=') {
        Some((name, charset)) if name.trim().eq_ignore_ascii_case("charset") => {
            charset.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    });
    if is_json && is_utf8 {
        return Ok(());
    }
    let message = "Send the request as application/json in UTF-8.";
    Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, ApiError::new(Code::BadRequest, message)))
}

/// Reads the request in a body of at most `limit` bytes.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<GraphqlRequest, Refusal> {
    let announced = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    match to_bytes(body, limit).await {
        Ok(bytes) => parse(&bytes).map_err(|error| (StatusCode::BAD_REQUEST, error)),
        Err(error) if is_length_limit(&error) => Err(too_large(limit)),
        Err(_) => {
            Err((StatusCode::BAD_REQUEST, ApiError::new(Code::BadRequest, "The request's body could not be read.")))
        }
    }
}

/// Reads a request sent as the parameters of an address.
pub(crate) fn from_parameters(parameters: Parameters) -> Result<GraphqlRequest, ApiError> {
    let map = |name: &str, text: Option<String>| match text {
        None => Ok(None),
        Some(text) => serde_json::from_str::<Option<BTreeMap<Name, Value>>>(&text)
            .map_err(|_| ApiError::new(Code::BadRequest, format!("The parameter {name} must be a JSON object."))),
    };
    map("extensions", parameters.extensions)?;
    let mut request = GraphqlRequest::new(parameters.query);
    request.operation_name = parameters.operation_name;
    let variables = map("variables", parameters.variables)?.unwrap_or_default();
    request.variables = Variables::from_value(Value::Object(variables.into_iter().collect()));
    Ok(request)
}

/// The parameters of a GET.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameters {
    query: String,
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

/// Reads a request from the text of a body or of a message on a socket.
pub(crate) fn parse(bytes: &[u8]) -> Result<GraphqlRequest, ApiError> {
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(ApiError::new(Code::BadRequest, "Send one operation a request."));
    }
    serde_json::from_slice::<Envelope>(bytes).map(Into::into).map_err(|error| {
        let message = if error.is_data() {
            "The request must be a JSON object: query (text), and optionally operationName (text), variables (object) \
             and extensions (object)."
                .to_owned()
        } else {
            format!("The request is not valid JSON (line {}, column {}).", error.line(), error.column())
        };
        ApiError::new(Code::BadRequest, message)
    })
}

fn too_large(limit: usize) -> Refusal {
    let message = format!("The request is larger than {limit} bytes.");
    (StatusCode::PAYLOAD_TOO_LARGE, ApiError::new(Code::BadRequest, message))
}

fn is_length_limit(error: &axum::Error) -> bool {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = source {
        if error.to_string().contains("length limit") {
            return true;
        }
        source = error.source();
    }
    false
}
