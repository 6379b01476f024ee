//! GraphQL over HTTP: `POST` with JSON, and queries by `GET` where the configuration allows them.

use async_graphql::Request as GraphqlRequest;
use async_graphql::Response as GraphqlResponse;
use async_graphql::parser::types::OperationType;
use axum::extract::{Query, Request, State};
use axum::response::Response;
use http::{Method, StatusCode};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::answer::{Finished, refusal_with};
use super::body::{self, Parameters, Refusal};
use super::edge::panic_text;
use super::identify;
use super::negotiate;
use crate::caller::Caller;
use crate::error::{ApiError, Code};
use crate::guard::{self, Admitted};
use crate::modules::loaders;
use crate::state::Api;

/// Answers a request for `/graphql`.
pub(crate) async fn handle(State(api): State<Api>, request: Request) -> Response {
    let Some(media) = negotiate::accepted(request.headers()) else {
        let message = "Answers come as application/graphql-response+json or application/json.";
        return refusal_with(StatusCode::NOT_ACCEPTABLE, ApiError::new(Code::BadRequest, message), None);
    };
    match answer(&api, request).await {
        Ok(finished) => finished.into_http(media),
        Err((status, error)) => refusal_with(status, error, Some(media)),
    }
}

async fn answer(api: &Api, request: Request) -> Result<Finished, Refusal> {
    let (parts, body) = request.into_parts();
    let by_get = parts.method == Method::GET && api.config.get_queries;
    if parts.method != Method::POST && !by_get {
        return Err(method_not_allowed("Send requests by POST."));
    }
    let caller = identify::caller(api, &parts.headers, &parts.extensions).await.map_err(with_status)?;
    let wanted = if by_get {
        let Query(parameters) = Query::<Parameters>::try_from_uri(&parts.uri).map_err(|_| {
            with_status(ApiError::new(Code::BadRequest, "The address needs the parameter query, once."))
        })?;
        body::from_parameters(parameters).map_err(with_status)?
    } else {
        body::check_content_type(&parts.headers)?;
        body::read(&parts.headers, body, api.config.limits.body_bytes).await?
    };
    match guard::admit(wanted) {
        Ok(admitted) if by_get && admitted.kind != OperationType::Query => {
            Err(method_not_allowed("Only queries may be sent by GET."))
        }
        Ok(admitted) if admitted.kind == OperationType::Subscription => {
            let message = "Subscriptions are served at /graphql/ws, by the protocol graphql-transport-ws.";
            Ok(Finished::new(ApiError::new(Code::BadRequest, message).into_response()))
        }
        Ok(admitted) => Ok(Finished::new(run(api, with_data(api, admitted, caller)).await)),
        Err(error) => Ok(Finished::new(error.into_response())),
    }
}

fn with_data(api: &Api, admitted: Admitted, caller: Caller) -> Admitted {
    let request: GraphqlRequest = loaders::attach(admitted.request, &api.app, &caller).data(caller);
    Admitted { request, kind: admitted.kind }
}

/// Runs an operation in a task of its own and waits until the deadline. A query ends with its client; a mutation once
/// begun is never dropped in the middle, whether the client leaves or the deadline passes.
async fn run(api: &Api, admitted: Admitted) -> GraphqlResponse {
    let kind = admitted.kind;
    let schema = api.schema.clone();
    let span = tracing::Span::current();
    let work = tracing::Instrument::instrument(async move { schema.execute(admitted).await }, span);
    let mut task = EndWithMe { task: api.config.tracker.spawn(work), spare: kind == OperationType::Mutation };
    let response = match timeout(api.config.limits.deadline, &mut task.task).await {
        Ok(Ok(response)) => response,
        Ok(Err(failed)) => match failed.try_into_panic() {
            Ok(panic) => ApiError::internal(&panic_text(&*panic)).into_response(),
            Err(ended) => ApiError::internal(&ended).into_response(),
        },
        Err(_) => ApiError::timeout().into_response(),
    };
    let outcome = if response.errors.is_empty() { "ok" } else { "error" };
    let kind = if kind == OperationType::Mutation { "mutation" } else { "query" };
    metrics::counter!("dmb_graphql_operations_total", "kind" => kind, "outcome" => outcome).increment(1);
    response
}

/// A task that is stopped when nobody waits for it any more, unless it is to be spared.
struct EndWithMe<T> {
    task: JoinHandle<T>,
    spare: bool,
}

impl<T> Drop for EndWithMe<T> {
    fn drop(&mut self) {
        if !self.spare {
            self.task.abort();
        }
    }
}

fn with_status(error: ApiError) -> Refusal {
    (error.code.status(), error)
}

fn method_not_allowed(message: &str) -> Refusal {
    (StatusCode::METHOD_NOT_ALLOWED, ApiError::new(Code::BadRequest, message))
}
