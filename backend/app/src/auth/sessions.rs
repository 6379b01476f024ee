//! Sessions: how one begins, and whether one is still live.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use dmb_store::{NewSession, StoreError};
use uuid::Uuid;

use super::{Origin, RefreshToken, Session, User, tokens};
use crate::revocations::Revocation;
use crate::{App, AppError, Role};

/// How long an answer of the store is believed. A sign-out here is known at once; one in another process after so long.
const BELIEVED: Duration = Duration::from_secs(2);
/// Sessions remembered at most.
const REMEMBERED: usize = 10_000;

/// Remembers which sessions are live, so that not every request asks the store.
#[derive(Default)]
pub(crate) struct SessionCache(Mutex<HashMap<Uuid, Known>>);

#[derive(Clone, Copy)]
struct Known {
    user: Uuid,
    role: Role,
    since: Instant,
}

impl SessionCache {
    fn get(&self, family: Uuid) -> Option<(Uuid, Role)> {
        let known = self.map().get(&family).copied()?;
        (known.since.elapsed() < BELIEVED).then_some((known.user, known.role))
    }

    fn put(&self, family: Uuid, user: Uuid, role: Role) {
        let mut map = self.map();
        if map.len() >= REMEMBERED {
            map.retain(|_, known| known.since.elapsed() < BELIEVED);
        }
        if map.len() < REMEMBERED {
            map.insert(family, Known { user, role, since: Instant::now() });
        }
    }

    fn forget(&self, revocation: Revocation) {
        self.map().retain(|family, known| match revocation {
            Revocation::Family(ended) => *family != ended,
            Revocation::User { user, except } => known.user != user || except == Some(*family),
            Revocation::Token(_) => true,
        });
    }

    fn map(&self) -> MutexGuard<'_, HashMap<Uuid, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Begins a session for somebody who has just proved who they are.
    pub(super) async fn begin_session(&self, user: User, origin: &Origin) -> Result<Session, AppError> {
        let token = tokens::mint(tokens::REFRESH);
        let (now, expires_at) = (self.now(), self.refresh_end());
        let new = NewSession {
            user_id: user.id,
            client: origin.user_agent.clone(),
            token_hash: tokens::hash(&token),
            now,
            expires_at,
        };
        let session = self.store().sessions().create(new).await?;
        self.session_of(user, session.id, Some(RefreshToken { token, expires_at }))
    }

    /// The session with a new access token.
    pub(super) fn session_of(
        &self,
        user: User,
        family: Uuid,
        refresh: Option<RefreshToken>,
    ) -> Result<Session, AppError> {
        let life = self.config().lifetimes.access;
        let (access_token, expires_at) = self.access_keys().issue(user.id, family, self.now(), life)?;
        Ok(Session { access_token, expires_at, refresh, family, user })
    }

    pub(super) fn refresh_end(&self) -> DateTime<Utc> {
        self.now() + TimeDelta::from_std(self.config().lifetimes.refresh).unwrap_or(TimeDelta::days(30))
    }

    /// Account and role of a live session.
    pub(super) async fn live_session(&self, family: Uuid) -> Result<Option<(Uuid, Role)>, AppError> {
        if let Some(known) = self.sessions().get(family) {
            return Ok(Some(known));
        }
        let live = self.look_up_session(family).await?;
        if let Some((user, role)) = live {
            self.sessions().put(family, user, role);
        }
        Ok(live)
    }

    pub(super) async fn look_up_session(&self, family: Uuid) -> Result<Option<(Uuid, Role)>, AppError> {
        let Some(session) = self.store().sessions().live(family, self.now()).await? else { return Ok(None) };
        match self.store().users().get(session.user_id).await {
            Ok(user) => Ok(Some((user.id, user.role.into()))),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Forgets and tells that credentials have ended.
    pub(super) fn revoked(&self, revocation: Revocation) {
        self.sessions().forget(revocation);
        self.revocations().send(revocation);
    }
}
