//! Renewing a session.

use chrono::TimeDelta;
use dmb_store::Rotation;

use super::{Origin, RefreshToken, Session, tokens};
use crate::revocations::Revocation;
use crate::{App, AppError};

impl App {
    /// Exchanges a refresh token for a new one and an access token. Of two that come at once with the same token both
    /// get an access token, one the new refresh token. A token that was exchanged before ends the whole session:
    /// somebody has a copy.
    ///
    /// # Errors
    /// [`AppError::Unauthenticated`] when the token isn't good; [`AppError::Throttled`] when too many come.
    pub async fn refresh_session(&self, origin: &Origin, refresh_token: &str) -> Result<Session, AppError> {
        self.knock(&format!("refresh:{}", origin.address), self.config().throttling.refresh_address).await?;
        if !refresh_token.starts_with(tokens::REFRESH) {
            return Err(AppError::Unauthenticated);
        }
        let next = RefreshToken { token: tokens::mint(tokens::REFRESH), expires_at: self.refresh_end() };
        let grace = TimeDelta::from_std(self.config().lifetimes.refresh_grace).unwrap_or_default();
        let (old, new) = (tokens::hash(refresh_token), tokens::hash(&next.token));
        let rotation = self.store().sessions().rotate(&old, &new, self.now(), grace, next.expires_at).await?;
        let (session, refresh) = match rotation {
            Rotation::Rotated(session) => (session, Some(next)),
            Rotation::Grace(session) => (session, None),
            Rotation::Reused(session) => {
                self.revoked(Revocation::Family(session.id));
                self.note(Some(session.user_id), "session.reuse", format!("session:{}", session.id)).await?;
                return Err(AppError::Unauthenticated);
            }
            Rotation::Unknown => return Err(AppError::Unauthenticated),
        };
        let user = self.store().users().get(session.user_id).await?;
        self.session_of(user.into(), session.id, refresh)
    }
}
