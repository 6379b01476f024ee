//! GraphQL over WebSocket: the protocol `graphql-transport-ws`, for queries and subscriptions. Mutations go by HTTP,
//! where cookies can be set and a client that leaves doesn't matter.
//!
//! | closed with | when |
//! |---|---|
//! | 1000 | the client closed, or the last word was said |
//! | 1001 | the server stops |
//! | 1009 | a message was larger than 64 KiB |
//! | 4400 | a message that the protocol doesn't know |
//! | 4401 | `subscribe` before `connection_ack` |
//! | 4403 | no valid token in `connection_init`, a foreign origin's, or the session or token has ended |
//! | 4406 | the client doesn't offer `graphql-transport-ws` |
//! | 4408 | no `connection_init` within 5 s; nothing heard for three pings |
//! | 4409 | an id is used that is in use |
//! | 4429 | `connection_init` twice, or too many sockets of one account |
//!
//! 4403 for an ended session is what clients such as graphql-ws try again after, with a fresh token; the other 44xx
//! they take for final.

mod close;
mod connection;
mod message;
mod operation;
mod sockets;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{FromRequestParts, Request, State};
use axum::response::Response;
use http::StatusCode;

use crate::error::{ApiError, Code};
use crate::http::{answer, cors, identify};
use crate::state::Api;

pub(crate) use sockets::Sockets;

/// The one protocol spoken.
const PROTOCOL: &str = "graphql-transport-ws";

/// Opens a socket. Who sends it is proved by the first message, never by the address or a cookie.
pub(crate) async fn upgrade(State(api): State<Api>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    if !cors::may_connect(&parts.headers, &api.config.allowed_origins) {
        return answer::refusal(ApiError::new(Code::Forbidden, "Pages of this origin may not connect."), None);
    }
    let origin = identify::origin(&api, &parts.headers, &parts.extensions);
    if let Err(error) = api.rate.count(crate::http::rate::Sender::at(origin.address)) {
        return answer::refusal(error, None);
    }
    let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade,
        Err(_) => {
            let message = "This address is for WebSockets, by the protocol graphql-transport-ws.";
            return answer::refusal_with(StatusCode::UPGRADE_REQUIRED, ApiError::new(Code::BadRequest, message), None);
        }
    };
    let bytes = api.config.limits.socket_message_bytes;
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(bytes).max_frame_size(bytes);
    let spoken = upgrade.selected_protocol().is_some();
    let tracked = api.config.tracker.token();
    upgrade.on_upgrade(move |socket| async move {
        connection::serve(api, socket, origin, spoken).await;
        drop(tracked);
    })
}
