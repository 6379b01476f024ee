//! Who holds a bearer token.

use chrono::{DateTime, Utc};

use super::tokens;
use crate::{Actor, App, AppError, Credential, Scope};

impl App {
    /// Who asks with this bearer token: an access token of a session or a personal access token.
    ///
    /// # Errors
    /// [`AppError::Unauthenticated`] for every flaw alike: form, signature, time, session over, token revoked.
    pub async fn authenticate(&self, bearer: &str) -> Result<Actor, AppError> {
        if bearer.starts_with(tokens::PERSONAL) {
            return self.authenticate_personal(bearer).await;
        }
        let claims = self.access_keys().read(bearer, self.now(), self.config().lifetimes.leeway)?;
        match self.live_session(claims.sid).await? {
            Some((user_id, role)) if user_id == claims.sub => {
                Ok(Actor { user_id, role, credential: Credential::Session { family: claims.sid } })
            }
            Some(_) | None => Err(AppError::Unauthenticated),
        }
    }

    /// When a session's access token ends; `None` for personal tokens and for what isn't valid.
    pub fn access_expiry(&self, bearer: &str) -> Option<DateTime<Utc>> {
        let claims = self.access_keys().read(bearer, self.now(), self.config().lifetimes.leeway).ok()?;
        DateTime::from_timestamp(claims.exp, 0)
    }

    /// Whether the credential is still good by what the store says now, not by what is remembered.
    pub(crate) async fn recheck(&self, actor: &Actor) -> Result<bool, AppError> {
        match &actor.credential {
            Credential::Session { family } => {
                Ok(self.look_up_session(*family).await?.is_some_and(|(user, _)| user == actor.user_id))
            }
            Credential::Token { id, .. } => match self.store().access_tokens().get(*id).await {
                Ok(token) => Ok(token.expires_at.is_none_or(|end| end > self.now())),
                Err(dmb_store::StoreError::NotFound) => Ok(false),
                Err(error) => Err(error.into()),
            },
            Credential::Console => Ok(true),
        }
    }

    async fn authenticate_personal(&self, bearer: &str) -> Result<Actor, AppError> {
        let found = self.store().access_tokens().authenticate(&tokens::hash(bearer), self.now()).await?;
        let token = found.ok_or(AppError::Unauthenticated)?;
        let user = self.store().users().get(token.user_id).await?;
        let scopes = token.scopes.iter().filter_map(|s| Scope::parse(s)).collect();
        Ok(Actor { user_id: user.id, role: user.role.into(), credential: Credential::Token { id: token.id, scopes } })
    }
}
