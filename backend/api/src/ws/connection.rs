//! The loop of one socket: one place that reads, one that writes, and every reason to end.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::Request as GraphqlRequest;
use axum::extract::ws::{Message, WebSocket};
use chrono::{DateTime, Utc};
use dmb_app::Actor;
use dmb_app::auth::Origin;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tokio::time::{Instant, Interval, interval_at, timeout};

use super::close::Close;
use super::message::{self, FromClient};
use super::operation::{News, Operation};
use super::sockets::Place;
use crate::caller::{Caller, Refresh};
use crate::error::{ApiError, Code};
use crate::http::identify;
use crate::http::rate::Sender;
use crate::state::Api;

/// How long a client may take to receive one message.
const WRITE_TIME: Duration = Duration::from_secs(10);
/// Pings without any sign of life before the socket is given up.
const SILENT_PINGS: u32 = 3;
/// Messages of operations that wait for the socket.
const WAITING: usize = 32;

/// Why the loop ended.
enum End {
    /// We close, for this reason.
    Close(Close),
    /// The client closed or is gone.
    Gone,
}

impl From<Close> for End {
    fn from(close: Close) -> Self {
        Self::Close(close)
    }
}

/// Serves a socket until it ends.
pub(crate) async fn serve(api: Api, socket: WebSocket, origin: Origin, spoken: bool) {
    let (news, heard) = mpsc::channel(WAITING);
    let mut connection = Connection { socket, api, origin, news, operations: HashMap::new(), runs: 0 };
    let end = if spoken { connection.talk(heard).await } else { End::Close(Close::Protocol) };
    for running in connection.operations.values() {
        running.handle.abort();
    }
    if let End::Close(close) = end {
        tracing::debug!(?close, "socket closed");
        let frame = Message::Close(Some(close.frame()));
        let goodbye = async {
            connection.socket.send(frame).await.ok()?;
            // The client answers with its own close frame; hanging up before would lose ours on the way.
            while connection.socket.recv().await?.is_ok() {}
            Some(())
        };
        let _ = timeout(Duration::from_secs(2), goodbye).await;
    }
}

struct Connection {
    socket: WebSocket,
    api: Api,
    origin: Origin,
    news: mpsc::Sender<News>,
    operations: HashMap<Arc<str>, Running>,
    runs: u64,
}

/// Who is at the other end.
struct Greeted {
    actor: Actor,
    /// When the token shown ends, where it does before the session.
    ends: Option<DateTime<Utc>>,
    _place: Place,
}

struct Running {
    run: u64,
    handle: AbortHandle,
}

impl Connection {
    async fn talk(&mut self, heard: mpsc::Receiver<News>) -> End {
        let shutdown = self.api.config.shutdown.clone();
        let talk = async {
            let wait = self.api.config.limits.socket_init;
            let greeted = match timeout(wait, self.greet()).await {
                Ok(greeted) => greeted?,
                Err(_) => return Err(Close::InitTimeout.into()),
            };
            self.converse(greeted, heard).await
        };
        let end = tokio::select! {
            () = shutdown.cancelled() => End::Close(Close::GoingAway),
            Err(end) = talk => end,
        };
        end
    }

    /// Waits for `connection_init` and proves who it is.
    async fn greet(&mut self) -> Result<Greeted, End> {
        loop {
            match self.receive().await? {
                FromClient::Init(authorization) => {
                    let token = authorization.as_deref().and_then(identify::strip_bearer).ok_or(Close::Forbidden)?;
                    let proved = identify::prove(&self.api, token, self.origin.address).await;
                    let actor = proved.map_err(|_| Close::Forbidden)?;
                    let place = self.api.sockets.enter(actor.user_id).ok_or(Close::TooManySockets)?;
                    let ends = self.api.app.access_expiry(token);
                    self.send(message::ack()).await?;
                    return Ok(Greeted { actor, ends, _place: place });
                }
                FromClient::Ping => self.send(message::pong()).await?,
                FromClient::Pong => {}
                FromClient::Subscribe(..) => return Err(Close::Unauthorized.into()),
                FromClient::Complete(_) => return Err(Close::BadMessage.into()),
            }
        }
    }

    async fn converse(&mut self, greeted: Greeted, mut heard: mpsc::Receiver<News>) -> Result<Infallible, End> {
        let app = self.api.app.clone();
        let Greeted { actor, ends, _place } = greeted;
        let expired = until(ends, app.now());
        tokio::pin!(expired);
        let revoked = app.until_revoked(&actor);
        tokio::pin!(revoked);
        let mut pings = self.pings();
        let mut silent = 0;
        loop {
            tokio::select! {
                biased;
                () = &mut revoked => return Err(Close::Forbidden.into()),
                () = &mut expired => return Err(Close::Forbidden.into()),
                _ = pings.tick() => {
                    silent += 1;
                    if silent > SILENT_PINGS {
                        return Err(Close::Silent.into());
                    }
                    self.write(Message::Ping(Vec::new().into())).await?;
                }
                frame = self.socket.recv() => {
                    silent = 0;
                    if let Some(said) = understand(frame)? {
                        self.react(&actor, said).await?;
                    }
                }
                Some(news) = heard.recv() => self.pass_on(news).await?,
            }
        }
    }

    fn pings(&self) -> Interval {
        let period = self.api.config.limits.socket_ping;
        interval_at(Instant::now() + period, period)
    }

    async fn react(&mut self, actor: &Actor, said: FromClient) -> Result<(), End> {
        match said {
            FromClient::Init(_) => Err(Close::InitTwice.into()),
            FromClient::Ping => self.send(message::pong()).await,
            FromClient::Pong => Ok(()),
            FromClient::Complete(id) => {
                if let Some(running) = self.operations.remove(id.as_str()) {
                    running.handle.abort();
                }
                Ok(())
            }
            FromClient::Subscribe(id, request) => self.begin(actor, id.into(), *request),
        }
    }

    fn begin(&mut self, actor: &Actor, id: Arc<str>, request: Result<GraphqlRequest, ApiError>) -> Result<(), End> {
        if self.operations.contains_key(&id) {
            return Err(Close::Duplicate.into());
        }
        self.runs += 1;
        let request = self.within_bounds(actor).and(request);
        let caller =
            Caller { actor: Some(actor.clone()), origin: self.origin.clone(), cookies: None, refresh: Refresh::Absent };
        let operation =
            Operation { api: self.api.clone(), caller, id: id.clone(), run: self.runs, out: self.news.clone() };
        let handle = self.api.config.tracker.spawn(operation.run(request)).abort_handle();
        self.operations.insert(id, Running { run: self.runs, handle });
        Ok(())
    }

    fn within_bounds(&self, actor: &Actor) -> Result<(), ApiError> {
        let most = self.api.config.limits.socket_operations;
        if self.operations.len() >= most {
            let message = format!("A socket runs at most {most} operations at once.");
            return Err(ApiError::new(Code::RateLimited, message));
        }
        self.api.rate.count(Sender::User(actor.user_id))
    }

    /// Passes on what an operation has to say, unless the client gave it up meanwhile.
    async fn pass_on(&mut self, news: News) -> Result<(), End> {
        if self.operations.get(&news.id).is_none_or(|running| running.run != news.run) {
            return Ok(());
        }
        if news.last {
            self.operations.remove(&news.id);
        }
        self.send(news.text).await
    }

    async fn receive(&mut self) -> Result<FromClient, End> {
        loop {
            let frame = self.socket.recv().await;
            if let Some(said) = understand(frame)? {
                return Ok(said);
            }
        }
    }

    async fn send(&mut self, text: String) -> Result<(), End> {
        self.write(Message::Text(text.into())).await
    }

    async fn write(&mut self, message: Message) -> Result<(), End> {
        match timeout(WRITE_TIME, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }
}

/// Waits until a moment; for ever where there is none.
async fn until(moment: Option<DateTime<Utc>>, now: DateTime<Utc>) {
    match moment {
        Some(moment) => tokio::time::sleep((moment - now).to_std().unwrap_or_default()).await,
        None => std::future::pending().await,
    }
}

/// What a frame says; `None` for frames of the transport itself.
fn understand(frame: Option<Result<Message, axum::Error>>) -> Result<Option<FromClient>, End> {
    match frame {
        Some(Ok(Message::Text(text))) => Ok(Some(message::read(text.as_str())?)),
        Some(Ok(Message::Binary(_))) => Err(Close::BadMessage.into()),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(None),
        Some(Ok(Message::Close(_))) | None => Err(End::Gone),
        Some(Err(error)) if is_too_large(&error) => Err(Close::TooLarge.into()),
        Some(Err(_)) => Err(End::Gone),
    }
}

fn is_too_large(error: &axum::Error) -> bool {
    // The library's own error type is not ours to name (two versions of it are about), so its words decide.
    let text = error.to_string();
    text.contains("Space limit exceeded") || text.contains("too long")
}
