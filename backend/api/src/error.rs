//! The one place that makes GraphQL errors. Each has `extensions { code, violations?, retryAfter?, errorId? }`; what
//! is internal is logged once with an id, and the client gets the id and a fixed sentence.

use std::time::Duration;

use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};
use dmb_app::AppError;
use dmb_spec::Violation;
use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

/// What a resolver returns.
pub(crate) type ApiResult<T> = Result<T, ApiError>;

/// The codes of errors; the page switches on these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// The request is not JSON of the right form.
    BadRequest,
    /// The query's text can't be read.
    GraphqlParseFailed,
    /// The query doesn't fit the schema.
    GraphqlValidationFailed,
    /// The query is larger, deeper or dearer than allowed.
    QueryTooComplex,
    /// A value given is wrong; see `violations`.
    BadUserInput,
    /// Nobody is signed in, or the proof isn't valid (any more).
    Unauthenticated,
    /// Signed in, but not allowed.
    Forbidden,
    /// Not there, or not the caller's.
    NotFound,
    /// Not possible in the state things are in.
    Conflict,
    /// Too often; see `retryAfter`.
    RateLimited,
    /// The deadline passed.
    Timeout,
    /// Something needed doesn't answer now.
    Unavailable,
    /// A defect; see `errorId`.
    Internal,
}

impl Code {
    /// The word in `extensions.code`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "BAD_REQUEST",
            Self::GraphqlParseFailed => "GRAPHQL_PARSE_FAILED",
            Self::GraphqlValidationFailed => "GRAPHQL_VALIDATION_FAILED",
            Self::QueryTooComplex => "QUERY_TOO_COMPLEX",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::RateLimited => "RATE_LIMITED",
            Self::Timeout => "TIMEOUT",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }

    /// The HTTP status of an answer that has nothing but this error.
    pub fn status(self) -> StatusCode {
        match self {
            Self::BadRequest
            | Self::GraphqlParseFailed
            | Self::GraphqlValidationFailed
            | Self::QueryTooComplex
            | Self::BadUserInput => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict => StatusCode::CONFLICT,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::Timeout => StatusCode::GATEWAY_TIMEOUT,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn of(word: &str) -> Option<Self> {
        const ALL: [Code; 13] = [
            Code::BadRequest,
            Code::GraphqlParseFailed,
            Code::GraphqlValidationFailed,
            Code::QueryTooComplex,
            Code::BadUserInput,
            Code::Unauthenticated,
            Code::Forbidden,
            Code::NotFound,
            Code::Conflict,
            Code::RateLimited,
            Code::Timeout,
            Code::Unavailable,
            Code::Internal,
        ];
        ALL.into_iter().find(|code| code.as_str() == word)
    }
}

/// An error as a client is told it.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    /// What kind it is.
    pub code: Code,
    /// One sentence for a person, without anything internal.
    pub message: String,
    /// What exactly is wrong, where that is known.
    pub violations: Vec<Violation>,
    /// When to try again.
    pub retry_after: Option<Duration>,
    /// Under which id it is in the log.
    pub error_id: Option<Uuid>,
}

impl ApiError {
    /// An error with nothing more to say.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), violations: Vec::new(), retry_after: None, error_id: None }
    }

    /// Nobody is signed in.
    pub fn unauthenticated() -> Self {
        Self::new(Code::Unauthenticated, "Sign in to do this.")
    }

    /// Not there, or not the caller's: nobody learns which.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is nothing here with this id.")
    }

    /// One value of the request is wrong.
    pub fn bad_input(path: &str, code: &'static str, message: &str) -> Self {
        Self::from(AppError::invalid(path, code, message))
    }

    /// Too often.
    pub fn rate_limited(retry_after: Duration) -> Self {
        let seconds = whole_seconds(retry_after);
        let message = format!("Too many requests; try again in {seconds} s.");
        Self { retry_after: Some(retry_after), ..Self::new(Code::RateLimited, message) }
    }

    /// The deadline passed.
    pub fn timeout() -> Self {
        Self::new(Code::Timeout, "This took too long to answer.")
    }

    /// A defect: logged here, once; the client gets the id.
    pub fn internal(what: &dyn std::fmt::Display) -> Self {
        let id = Uuid::new_v4();
        tracing::error!(error_id = %id, error = %what, "internal error");
        Self { error_id: Some(id), ..Self::new(Code::Internal, "Something went wrong on our side.") }
    }

    /// The error as GraphQL's own, without a place.
    pub fn into_server_error(self) -> ServerError {
        let mut error = ServerError::new(self.message.clone(), None);
        error.extensions = Some(self.extensions());
        error
    }

    /// An answer that holds nothing but this error.
    pub fn into_response(self) -> Response {
        Response::from_errors(vec![self.into_server_error()])
    }

    fn extensions(&self) -> ErrorExtensionValues {
        let mut values = ErrorExtensionValues::default();
        values.set("code", self.code.as_str());
        if !self.violations.is_empty() {
            values.set("violations", violations(&self.violations));
        }
        if let Some(after) = self.retry_after {
            values.set("retryAfter", whole_seconds(after));
        }
        if let Some(id) = self.error_id {
            values.set("errorId", id.to_string());
        }
        values
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        let mut made = Self::new(error.message.clone());
        made.extensions = Some(error.extensions());
        made
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::not_found(),
            AppError::Unauthenticated => Self::unauthenticated(),
            AppError::Forbidden(why) => Self::new(Code::Forbidden, format!("This is not allowed: {why}.")),
            AppError::Invalid(violations) => {
                let message = match violations.as_slice() {
                    [only] => only.message.clone(),
                    more => format!("{} things in the request are wrong.", more.len()),
                };
                Self { violations, ..Self::new(Code::BadUserInput, message) }
            }
            AppError::Conflict(message) => Self::new(Code::Conflict, message),
            AppError::Throttled { retry_after } => Self::rate_limited(retry_after),
            AppError::Unavailable(source) => {
                let logged = Self::internal(&source);
                Self { code: Code::Unavailable, message: "A part of the system doesn't answer now.".into(), ..logged }
            }
            AppError::Internal(source) => Self::internal(&source),
        }
    }
}

/// Gives every error that the GraphQL library made itself a code; those of resolvers have one. `executed` says
/// whether the operation ran.
pub(crate) fn complete(response: &mut Response, executed: bool) {
    let code = if executed { Code::BadUserInput } else { Code::GraphqlValidationFailed };
    for error in &mut response.errors {
        error.extensions.get_or_insert_default().set_absent("code", code.as_str());
    }
}

/// The status of an answer without data: that of its first error.
pub(crate) fn status_of(response: &Response) -> StatusCode {
    let code = response.errors.first().and_then(|error| match error.extensions.as_ref()?.get("code")? {
        Value::String(word) => Code::of(word),
        _ => None,
    });
    code.map_or(StatusCode::BAD_REQUEST, Code::status)
}

trait SetAbsent {
    fn set_absent(&mut self, name: &str, value: &str);
}

impl SetAbsent for ErrorExtensionValues {
    fn set_absent(&mut self, name: &str, value: &str) {
        if self.get(name).is_none() {
            self.set(name, value);
        }
    }
}

fn violations(all: &[Violation]) -> Value {
    let list: Vec<_> = all
        .iter()
        .map(|v| {
            json!({
                "path": v.path,
                "code": v.code,
                "severity": format!("{:?}", v.severity).to_uppercase(),
                "message": v.message,
                "suggestion": v.suggestion,
            })
        })
        .collect();
    Value::from_json(list.into()).unwrap_or_default()
}

/// Seconds to wait, rounded up so that nobody comes back too early.
pub(crate) fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs() + u64::from(duration.subsec_nanos() > 0)
}
