//! Why a socket is closed, by the protocol's codes.

use axum::extract::ws::CloseFrame;

/// Reasons to close a socket; see the table in [`super`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Close {
    /// The server stops.
    GoingAway,
    /// A message was too large.
    TooLarge,
    /// A message that the protocol doesn't know.
    BadMessage,
    /// `subscribe` before the connection was acknowledged.
    Unauthorized,
    /// No valid token, or it has ended.
    Forbidden,
    /// The protocol isn't offered.
    Protocol,
    /// No `connection_init` in time.
    InitTimeout,
    /// Nothing was heard for long.
    Silent,
    /// The id of a running operation was used again.
    Duplicate,
    /// `connection_init` twice.
    InitTwice,
    /// Too many sockets of one account.
    TooManySockets,
}

impl Close {
    /// The frame to send. Texts say nothing a stranger could use.
    pub fn frame(self) -> CloseFrame {
        let (code, reason) = match self {
            Self::GoingAway => (1001, "The server is stopping"),
            Self::TooLarge => (1009, "The message is too large"),
            Self::BadMessage => (4400, "Invalid message"),
            Self::Unauthorized => (4401, "Unauthorized"),
            Self::Forbidden => (4403, "Forbidden"),
            Self::Protocol => (4406, "Subprotocol not acceptable"),
            Self::InitTimeout => (4408, "Connection initialisation timeout"),
            Self::Silent => (4408, "Nothing was heard for too long"),
            Self::Duplicate => (4409, "Subscriber for this id already exists"),
            Self::InitTwice => (4429, "Too many initialisation requests"),
            Self::TooManySockets => (4429, "Too many sockets"),
        };
        CloseFrame { code, reason: reason.into() }
    }
}
