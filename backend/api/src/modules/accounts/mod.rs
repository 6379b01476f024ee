//! Accounts: signing up, in and out; the session cookie; personal access tokens.

mod inputs;
mod mutation;
mod query;
mod types;

pub(crate) use mutation::AccountMutation;
pub(crate) use query::AccountQuery;
pub(crate) use types::{AccessToken, User};
