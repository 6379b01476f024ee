//! One operation on a socket, run in a task of its own; what it has to say goes to the socket's loop.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use async_graphql::Request as GraphqlRequest;
use async_graphql::parser::types::OperationType;
use futures_util::{FutureExt, StreamExt};
use tokio::sync::mpsc::Sender;
use tokio::time::timeout;

use super::message;
use crate::caller::Caller;
use crate::error::{ApiError, Code};
use crate::guard::{self, Admitted};
use crate::http::answer::Finished;
use crate::http::edge::panic_text;
use crate::modules::loaders;
use crate::state::Api;

/// What an operation tells the loop.
pub(crate) struct News {
    /// Its id, as the client chose it.
    pub id: Arc<str>,
    /// Which use of the id it is.
    pub run: u64,
    /// The message to send.
    pub text: String,
    /// Whether it was the last.
    pub last: bool,
}

/// An operation about to run.
pub(crate) struct Operation {
    /// The state.
    pub api: Api,
    /// Who asks.
    pub caller: Caller,
    /// Its id.
    pub id: Arc<str>,
    /// Which use of the id it is.
    pub run: u64,
    /// Where its messages go. Sending waits while the socket is slow.
    pub out: Sender<News>,
}

impl Operation {
    /// Runs to the end. A panic ends this operation and nothing else.
    pub async fn run(self, request: Result<GraphqlRequest, ApiError>) {
        let admitted = match request.and_then(guard::admit) {
            Ok(admitted) if admitted.kind == OperationType::Mutation => {
                let message = "Send mutations over HTTP; sockets are for queries and subscriptions.";
                return self.fail(ApiError::new(Code::BadRequest, message)).await;
            }
            Ok(admitted) => admitted,
            Err(error) => return self.fail(error).await,
        };
        match AssertUnwindSafe(self.follow(admitted)).catch_unwind().await {
            Ok(()) => {}
            Err(panic) => self.fail(ApiError::internal(&panic_text(&*panic))).await,
        }
    }

    async fn follow(&self, admitted: Admitted) {
        let live = admitted.kind == OperationType::Subscription;
        let request = loaders::attach(admitted.request, &self.api.app, &self.caller).data(self.caller.clone());
        let mut stream = self.api.schema.stream(Admitted { request, kind: admitted.kind });
        let mut said = false;
        loop {
            // A subscription's events take as long as they take; the deadline is for what can be answered at once.
            let response = if live {
                stream.next().await
            } else {
                match timeout(self.api.config.limits.deadline, stream.next()).await {
                    Ok(response) => response,
                    Err(_) => return self.fail(ApiError::timeout()).await,
                }
            };
            let Some(response) = response else { break };
            let result = Finished::new(response);
            // What can't even begin is an `error`, which ends the operation; what breaks later is a `next` with errors.
            if !said && (!result.executed() || (live && !result.errors().is_empty())) {
                return self.say(message::error(&self.id, &result), true).await;
            }
            said = true;
            self.say(message::next(&self.id, &result), false).await;
        }
        self.say(message::complete(&self.id), true).await;
    }

    async fn fail(&self, error: ApiError) {
        let result = Finished::new(error.into_response());
        self.say(message::error(&self.id, &result), true).await;
    }

    async fn say(&self, text: String, last: bool) {
        // An error only says that the socket is gone, and this task with it.
        let _ = self.out.send(News { id: self.id.clone(), run: self.run, text, last }).await;
    }
}
