//! Ending sessions.

use uuid::Uuid;

use super::tokens;
use crate::revocations::Revocation;
use crate::{Actor, App, AppError, policy};

impl App {
    /// Ends the session that asks, or every one of the account. Sockets and links end with it.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] for personal tokens: they are revoked, not signed out.
    pub async fn sign_out(&self, actor: &Actor, everywhere: bool) -> Result<(), AppError> {
        policy::manage_account(actor)?;
        if everywhere {
            self.end_all(actor.user_id).await
        } else if let Some(family) = actor.session_family() {
            self.end_session(actor.user_id, family).await
        } else {
            Ok(())
        }
    }

    /// Ends the session that a refresh token belongs to, for those whose access token has run out. Says nothing of
    /// whether there was one.
    pub async fn sign_out_by_refresh(&self, refresh_token: &str) -> Result<(), AppError> {
        match self.store().sessions().by_token(&tokens::hash(refresh_token), self.now()).await? {
            Some(session) => self.end_session(session.user_id, session.id).await,
            None => Ok(()),
        }
    }

    async fn end_session(&self, user: Uuid, family: Uuid) -> Result<(), AppError> {
        self.store().sessions().revoke(family, self.now()).await?;
        self.revoked(Revocation::Family(family));
        self.note(Some(user), "session.end", format!("session:{family}")).await
    }

    async fn end_all(&self, user: Uuid) -> Result<(), AppError> {
        self.store().sessions().revoke_all(user, self.now()).await?;
        self.revoked(Revocation::User { user, except: None });
        self.note(Some(user), "session.end_all", format!("user:{user}")).await
    }
}
