//! Accounts: who somebody is and how they prove it.

mod access_tokens;
mod authenticate;
mod change_password;
mod jwt;
mod password;
mod refresh;
mod sessions;
mod sign_in;
mod sign_out;
mod sign_up;
mod throttle;
mod tokens;
mod user;

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{Role, Scope};

pub(crate) use jwt::AccessKeys;
pub(crate) use password::Passwords;
pub use password::{Strength, strength};
pub(crate) use sessions::SessionCache;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: Uuid,
    /// Address, as it was written at sign-up.
    pub email: String,
    /// What the person is called.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// A session just begun or renewed.
#[derive(Clone)]
pub struct Session {
    /// Bearer token of the API.
    pub access_token: String,
    /// When the access token ends.
    pub expires_at: DateTime<Utc>,
    /// For the cookie alone: the token and when it ends. Absent: the one that is there stays (two tabs refreshed at
    /// once, and the other was first).
    pub refresh: Option<RefreshToken>,
    /// The session.
    pub family: Uuid,
    /// Whose it is.
    pub user: User,
}

/// What a session is renewed with.
#[derive(Clone)]
pub struct RefreshToken {
    /// The token.
    pub token: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Where a request comes from, for throttling and the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Address of the client.
    pub address: IpAddr,
    /// What the client says it is, cut to 200 characters by whoever fills it.
    pub user_agent: String,
}

/// Wish for a new account.
#[derive(Clone)]
pub struct SignUp {
    /// Address.
    pub email: String,
    /// What the person is called.
    pub name: String,
    /// Password.
    pub password: String,
}

/// Wish for a new personal access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccessToken {
    /// What the person calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Days it lives, 1 to 365; 90 when absent.
    pub expires_in_days: Option<u32>,
}

/// A personal access token, without the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// Its id.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Its last four characters.
    pub last_four: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}
