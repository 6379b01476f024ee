//! Tells open connections that the credential they were opened with has ended.

use std::time::Duration;

use tokio::sync::broadcast;
use uuid::Uuid;

use crate::{Actor, App, Credential};

/// How often an open connection asks the store, for sign-outs that happened in another process.
const RECHECK: Duration = Duration::from_secs(2);

/// A credential that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Revocation {
    /// One session.
    Family(Uuid),
    /// Everything of an account but, perhaps, one session.
    User { user: Uuid, except: Option<Uuid> },
    /// A personal access token.
    Token(Uuid),
}

impl Revocation {
    fn ends(self, actor: &Actor) -> bool {
        match (self, &actor.credential) {
            (Self::Family(family), Credential::Session { family: own }) => family == *own,
            (Self::User { user, except }, Credential::Session { family }) => {
                user == actor.user_id && except != Some(*family)
            }
            (Self::Token(token), Credential::Token { id, .. }) => token == *id,
            (Self::Family(_) | Self::Token(_) | Self::User { .. }, _) => false,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Revocations(broadcast::Sender<Revocation>);

impl Revocations {
    pub(crate) fn new() -> Self {
        Self(broadcast::channel(256).0)
    }

    pub(crate) fn send(&self, revocation: Revocation) {
        // An error only says that nobody listens.
        let _ = self.0.send(revocation);
    }
}

impl App {
    /// Waits until the actor's session or token has ended: signed out, revoked, expired, password changed, account
    /// gone. At most a few seconds late when that happened in another process. Sockets and downloads race it.
    pub async fn until_revoked(&self, actor: &Actor) {
        let mut revocations = self.revocations().0.subscribe();
        let mut recheck = tokio::time::interval(RECHECK);
        loop {
            tokio::select! {
                heard = revocations.recv() => match heard {
                    Ok(revocation) if revocation.ends(actor) => return,
                    Ok(_) | Err(broadcast::error::RecvError::Closed) => {}
                    Err(broadcast::error::RecvError::Lagged(_)) => recheck.reset_immediately(),
                },
                _ = recheck.tick() => match self.recheck(actor).await {
                    Ok(true) => {}
                    Ok(false) => return,
                    // The store doesn't answer: the next tick asks again.
                    Err(_) => {}
                },
            }
        }
    }
}
