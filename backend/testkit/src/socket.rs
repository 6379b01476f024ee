//! A client of the WebSocket side, one message at a time, so that a test can be as odd as it wants.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::client::Client;

/// How long a test waits for a message before it fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open socket.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What came over a socket.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// A message.
    Message(Value),
    /// The server closed, with this code.
    Closed(u16),
}

impl Socket {
    /// Opens a socket with these headers.
    ///
    /// # Errors
    /// What the server answered instead, as a status.
    pub async fn open(address: SocketAddr, headers: &[(&'static str, &str)]) -> Result<Self, u16> {
        let mut request = format!("ws://{address}/graphql/ws").into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    /// Opens a socket that speaks the protocol.
    pub async fn connect(address: SocketAddr) -> Self {
        Self::open(address, &[("sec-websocket-protocol", "graphql-transport-ws")]).await.unwrap()
    }

    /// Opens a socket for who is signed in.
    pub async fn signed_in(client: &Client) -> Self {
        let mut socket = Self::connect(client.address()).await;
        socket.init(client.token.as_deref().unwrap()).await;
        assert_eq!(socket.next().await, Event::Message(json!({ "type": "connection_ack" })));
        socket
    }

    /// Sends `connection_init` with a token.
    pub async fn init(&mut self, token: &str) {
        self.say(json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {token}") } })).await;
    }

    /// Sends `subscribe`.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// Sends a message.
    pub async fn say(&mut self, message: Value) {
        self.say_text(&message.to_string()).await;
    }

    /// Sends a text.
    pub async fn say_text(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.unwrap();
    }

    /// Sends bytes.
    pub async fn say_bytes(&mut self, bytes: Vec<u8>) {
        self.0.send(Message::binary(bytes)).await.unwrap();
    }

    /// The next message, or how the socket was closed (1006 where that was without a word).
    pub async fn next(&mut self) -> Event {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("a message in time") {
                Some(Ok(Message::Text(text))) => return Event::Message(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Close(frame))) => return Event::Closed(frame.map_or(1005, |frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Event::Closed(1006),
            }
        }
    }

    /// The next message; fails the test where the socket was closed.
    pub async fn message(&mut self) -> Value {
        match self.next().await {
            Event::Message(message) => message,
            Event::Closed(code) => panic!("closed with {code}"),
        }
    }

    /// The next message of an operation.
    pub async fn message_of(&mut self, id: &str) -> Value {
        loop {
            let message = self.message().await;
            if message["id"] == id {
                return message;
            }
        }
    }

    /// The code the socket is closed with; messages before are skipped.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Event::Closed(code) = self.next().await {
                return code;
            }
        }
    }
}
