//! Personal access tokens, for scripts.

use chrono::TimeDelta;
use dmb_spec::Violation;
use uuid::Uuid;

use super::{AccessToken, NewAccessToken, tokens};
use crate::revocations::Revocation;
use crate::{Actor, App, AppError, Outcome, Scope, policy};

const MAX_NAME: usize = 100;
const MAX_DAYS: u32 = 365;
const DEFAULT_DAYS: u32 = 90;

impl From<dmb_store::AccessToken> for AccessToken {
    fn from(token: dmb_store::AccessToken) -> Self {
        Self {
            id: token.id,
            name: token.name,
            scopes: token.scopes.iter().filter_map(|s| Scope::parse(s)).collect(),
            last_four: token.last_four,
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
        }
    }
}

impl App {
    /// The account's tokens that are not revoked, newest first.
    pub async fn access_tokens(&self, actor: &Actor) -> Result<Vec<AccessToken>, AppError> {
        policy::list(actor)?;
        let tokens = self.store().access_tokens().list(actor.user_id).await?;
        Ok(tokens.into_iter().map(Into::into).collect())
    }

    /// One of the account's tokens.
    pub async fn access_token(&self, actor: &Actor, id: Uuid) -> Result<AccessToken, AppError> {
        let token = self.store().access_tokens().get(id).await?;
        policy::read(actor, token.user_id)?;
        Ok(token.into())
    }

    /// Makes a token. The text beside the record is the token itself; it is shown this once.
    pub async fn create_access_token(
        &self,
        actor: &Actor,
        wish: NewAccessToken,
    ) -> Result<Outcome<(AccessToken, String)>, AppError> {
        policy::manage_account(actor)?;
        let mut violations = violations(&wish);
        let have = self.store().access_tokens().list(actor.user_id).await?.len() as u64;
        if have >= self.config().limits.access_tokens {
            let message = format!("You have {have} tokens, as many as an account may have. Revoke one first.");
            violations.push(Violation::error("", "quota", message));
        }
        if !violations.is_empty() {
            return Ok(Outcome::Refused(violations));
        }
        let token = tokens::mint(tokens::PERSONAL);
        let days = wish.expires_in_days.unwrap_or(DEFAULT_DAYS);
        let new = dmb_store::NewAccessToken {
            user_id: actor.user_id,
            name: wish.name.trim().to_owned(),
            hash: tokens::hash(&token),
            scopes: wish.scopes.iter().map(|s| s.as_str().to_owned()).collect(),
            last_four: token.chars().skip(token.len() - 4).collect(),
            now: self.now(),
            expires_at: Some(self.now() + TimeDelta::days(i64::from(days))),
        };
        let record = self.store().access_tokens().create(new).await?;
        self.note(Some(actor.user_id), "token.create", format!("token:{}", record.id)).await?;
        Ok(Outcome::done((record.into(), token)))
    }

    /// Ends a token at once.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where the account has no such token.
    pub async fn revoke_access_token(&self, actor: &Actor, id: Uuid) -> Result<(), AppError> {
        policy::manage_account(actor)?;
        self.store().access_tokens().revoke(actor.user_id, id, self.now()).await?;
        self.revoked(Revocation::Token(id));
        self.note(Some(actor.user_id), "token.revoke", format!("token:{id}")).await
    }
}

fn violations(wish: &NewAccessToken) -> Vec<Violation> {
    let mut found = Vec::new();
    match wish.name.trim().chars().count() {
        0 => found.push(Violation::error("name", "required", "Give the token a name to know it by.")),
        1..=MAX_NAME => {}
        n => {
            let message = format!("A name has at most {MAX_NAME} characters; this one has {n}.");
            found.push(Violation::error("name", "too_long", message));
        }
    }
    if wish.scopes.is_empty() {
        found.push(Violation::error("scopes", "required", "Say what the token may do: read, write or both."));
    }
    if let Some(days) = wish.expires_in_days.filter(|d| !(1..=MAX_DAYS).contains(d)) {
        let message = format!("A token lives 1 to {MAX_DAYS} days; {days} were asked for.");
        found.push(Violation::error("expiresInDays", "out_of_range", message));
    }
    found
}
