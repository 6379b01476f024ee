//! Accounts as the schema shows them.

use async_graphql::{ComplexObject, Context, Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::auth;
use uuid::Uuid;

use crate::caller::Needs;
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::common::Violation;

/// What an account may do beyond its own things.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_app::Role")]
pub(crate) enum Role {
    /// Runs the installation.
    Admin,
    /// Works with their own projects.
    User,
}

/// What a personal access token may be used for.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_app::Scope")]
pub(crate) enum TokenScope {
    /// Queries and subscriptions.
    Read,
    /// Mutations.
    Write,
}

/// An account.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct User {
    /// Global id.
    pub id: ID,
    /// Address, as it was written at sign-up.
    email: String,
    /// What the person is called.
    pub name: String,
    /// What the account may do.
    role: Role,
    /// When it was made.
    created_at: DateTime<Utc>,
    #[graphql(skip)]
    uuid: Uuid,
}

impl From<auth::User> for User {
    fn from(user: auth::User) -> Self {
        Self {
            id: Kind::User.id(user.id),
            email: user.email,
            name: user.name,
            role: user.role.into(),
            created_at: user.created_at,
            uuid: user.id,
        }
    }
}

#[ComplexObject]
impl User {
    /// Personal access tokens, the newest first. Another's are not shown, not even to an administrator.
    async fn access_tokens(&self, ctx: &Context<'_>) -> ApiResult<Vec<AccessToken>> {
        let actor = ctx.actor()?;
        if actor.user_id != self.uuid {
            return Ok(Vec::new());
        }
        Ok(ctx.app().access_tokens(actor).await?.into_iter().map(Into::into).collect())
    }
}

/// A personal access token, for scripts. The token itself is shown once, when it is made.
#[derive(SimpleObject)]
pub(crate) struct AccessToken {
    /// Global id.
    pub id: ID,
    /// What the person calls it.
    name: String,
    /// What it may be used for.
    scopes: Vec<TokenScope>,
    /// Its last four characters.
    last_four: String,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it ends.
    expires_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    last_used_at: Option<DateTime<Utc>>,
}

impl From<auth::AccessToken> for AccessToken {
    fn from(token: auth::AccessToken) -> Self {
        Self {
            id: Kind::AccessToken.id(token.id),
            name: token.name,
            scopes: token.scopes.into_iter().map(Into::into).collect(),
            last_four: token.last_four,
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
        }
    }
}

/// A session just begun or renewed. The refresh token is in a cookie that no script can read.
#[derive(SimpleObject)]
pub(crate) struct Session {
    /// Bearer token of the API: `Authorization: Bearer …`. Lives for minutes.
    access_token: String,
    /// When the access token ends.
    expires_at: DateTime<Utc>,
    /// Whose session it is.
    user: User,
}

impl From<auth::Session> for Session {
    fn from(session: auth::Session) -> Self {
        Self { access_token: session.access_token, expires_at: session.expires_at, user: session.user.into() }
    }
}

/// What came of signing up or in, of a refresh or of a new password.
#[derive(SimpleObject)]
pub(crate) struct SessionPayload {
    /// The session, where there is one now.
    pub session: Option<Session>,
    /// Why there is none.
    pub violations: Vec<Violation>,
}

/// What came of signing out.
#[derive(SimpleObject)]
pub(crate) struct SignOutPayload {
    /// Always true: afterwards nobody is signed in here, whoever was before.
    pub signed_out: bool,
}

/// What came of asking for a personal access token.
#[derive(SimpleObject)]
pub(crate) struct CreateAccessTokenPayload {
    /// What is known of the token.
    pub access_token: Option<AccessToken>,
    /// The token itself. It is never shown again.
    pub token: Option<String>,
    /// Why there is none.
    pub violations: Vec<Violation>,
}

/// What came of revoking a personal access token.
#[derive(SimpleObject)]
pub(crate) struct RevokeAccessTokenPayload {
    /// Id of the token that is gone.
    pub revoked_id: Option<ID>,
}
