//! What accounts are asked for.

use async_graphql::InputObject;
use dmb_app::auth;

use super::types::TokenScope;

/// A new account.
#[derive(InputObject)]
pub(crate) struct SignUpInput {
    /// Address to sign in with.
    email: String,
    /// What the person is called.
    name: String,
    /// Password, 8 to 128 characters; common ones are refused.
    password: String,
}

impl From<SignUpInput> for auth::SignUp {
    fn from(input: SignUpInput) -> Self {
        Self { email: input.email, name: input.name, password: input.password }
    }
}

/// What an account is entered with.
#[derive(InputObject)]
pub(crate) struct SignInInput {
    /// Address.
    pub email: String,
    /// Password.
    pub password: String,
}

/// A new password.
#[derive(InputObject)]
pub(crate) struct ChangePasswordInput {
    /// The password in force.
    pub current_password: String,
    /// The new one, 8 to 128 characters.
    pub new_password: String,
}

/// A new personal access token.
#[derive(InputObject)]
pub(crate) struct CreateAccessTokenInput {
    /// What to call it.
    name: String,
    /// What it may be used for.
    #[graphql(default_with = "vec![TokenScope::Read]")]
    scopes: Vec<TokenScope>,
    /// Days it lives, 1 to 365; 90 when absent.
    expires_in_days: Option<u32>,
}

impl From<CreateAccessTokenInput> for auth::NewAccessToken {
    fn from(input: CreateAccessTokenInput) -> Self {
        Self {
            name: input.name,
            scopes: input.scopes.into_iter().map(Into::into).collect(),
            expires_in_days: input.expires_in_days,
        }
    }
}
