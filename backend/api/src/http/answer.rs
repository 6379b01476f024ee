//! Answers: a GraphQL response as bytes with the right status, and refusals of what is no GraphQL request.

use async_graphql::{Response as GraphqlResponse, Value};
use axum::body::Body;
use axum::response::Response;
use http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};
use serde::Serialize;

use super::negotiate::Media;
use crate::error::{self, ApiError, whole_seconds};

/// The body of an answer. `data` is absent where the operation didn't run.
#[derive(Serialize)]
pub(crate) struct Payload<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [async_graphql::ServerError],
}

/// A response of the schema made ready to be sent.
pub(crate) struct Finished {
    response: GraphqlResponse,
    executed: bool,
}

impl Finished {
    /// Gives codes to errors that have none, and finds out whether the operation ran: what fails before has no data,
    /// and errors without a place in it.
    pub fn new(mut response: GraphqlResponse) -> Self {
        let failed_early = response.data == Value::Null
            && !response.errors.is_empty()
            && response.errors.iter().all(|error| error.path.is_empty());
        error::complete(&mut response, !failed_early);
        Self { response, executed: !failed_early }
    }

    /// Whether the operation ran.
    pub fn executed(&self) -> bool {
        self.executed
    }

    /// The errors.
    pub fn errors(&self) -> &[async_graphql::ServerError] {
        &self.response.errors
    }

    /// The body.
    pub fn payload(&self) -> Payload<'_> {
        Payload { data: self.executed.then_some(&self.response.data), errors: &self.response.errors }
    }

    /// The whole answer.
    pub fn into_http(self, media: Media) -> Response {
        let status = match (self.executed, media) {
            (true, _) => StatusCode::OK,
            (false, Media::GraphqlResponse) => error::status_of(&self.response),
            // Clients of the older media type take every other status for a failure of the transport; but a refusal
            // to serve is one.
            (false, Media::Json) => match error::status_of(&self.response) {
                StatusCode::BAD_REQUEST => StatusCode::OK,
                other => other,
            },
        };
        let mut answer = json(status, media, &self.payload());
        answer.headers_mut().extend(self.response.http_headers);
        answer
    }
}

/// An answer to a request that never reached the schema, with the status of the error's code.
pub(crate) fn refusal(error: ApiError, media: Option<Media>) -> Response {
    refusal_with(error.code.status(), error, media)
}

/// An answer to a request that never reached the schema.
pub(crate) fn refusal_with(status: StatusCode, error: ApiError, media: Option<Media>) -> Response {
    let retry_after = error.retry_after;
    let errors = [error.into_server_error()];
    let mut answer = json(status, media.unwrap_or(Media::Json), &Payload { data: None, errors: &errors });
    if let Some(after) = retry_after {
        answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(whole_seconds(after)));
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
    }
    answer
}

fn json(status: StatusCode, media: Media, payload: &Payload<'_>) -> Response {
    let (status, bytes) = match serde_json::to_vec(payload) {
        Ok(bytes) => (status, bytes),
        Err(error) => {
            let error = [ApiError::internal(&error).into_server_error()];
            let bytes = serde_json::to_vec(&Payload { data: None, errors: &error }).unwrap_or_default();
            (StatusCode::INTERNAL_SERVER_ERROR, bytes)
        }
    };
    let mut answer = Response::new(Body::from(bytes));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media.content_type()));
    answer
}
