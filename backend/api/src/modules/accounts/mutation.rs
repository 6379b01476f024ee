//! Signing up, in and out; passwords; personal access tokens. The session cookie is set here and nowhere else.

use async_graphql::{Context, ID, Object};
use dmb_app::{Outcome, auth};
use http::header::SET_COOKIE;

use super::inputs::{ChangePasswordInput, CreateAccessTokenInput, SignInInput, SignUpInput};
use super::types::{CreateAccessTokenPayload, RevokeAccessTokenPayload, SessionPayload, SignOutPayload};
use crate::caller::{Needs, Refresh};
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::common::violations;

/// Accounts.
#[derive(Default)]
pub(crate) struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Makes an account and signs in. The first account of an installation is its administrator.
    async fn sign_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new account.")] input: SignUpInput,
    ) -> ApiResult<SessionPayload> {
        let outcome = ctx.app().sign_up(&ctx.caller().origin, input.into()).await?;
        Ok(begin(ctx, outcome))
    }

    /// Signs in. A cookie that no script can read keeps the session; the access token in the answer is for the API.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What the account is entered with.")] input: SignInInput,
    ) -> ApiResult<SessionPayload> {
        let outcome = ctx.app().sign_in(&ctx.caller().origin, &input.email, &input.password).await?;
        Ok(begin(ctx, outcome))
    }

    /// Renews the session of the cookie; needs the header `x-dmb-csrf: 1`.
    async fn refresh_session(&self, ctx: &Context<'_>) -> ApiResult<SessionPayload> {
        let token = ctx.caller().refresh_token()?;
        match ctx.app().refresh_session(&ctx.caller().origin, token).await {
            Ok(session) => Ok(begin(ctx, Outcome::done(session))),
            Err(error) => {
                if matches!(error, dmb_app::AppError::Unauthenticated) {
                    forget(ctx);
                }
                Err(error.into())
            }
        }
    }

    /// Ends the session, or with `everywhere` every session of the account. Sockets and download links end with it.
    async fn sign_out(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = false, desc = "Every session of the account, not only this one.")] everywhere: bool,
    ) -> ApiResult<SignOutPayload> {
        match (&ctx.caller().actor, &ctx.caller().refresh) {
            (Some(actor), _) => ctx.app().sign_out(actor, everywhere).await?,
            (None, Refresh::Token(token)) => ctx.app().sign_out_by_refresh(token).await?,
            (None, Refresh::Absent | Refresh::Unproved) => {}
        }
        forget(ctx);
        Ok(SignOutPayload { signed_out: true })
    }

    /// Sets another password. Every session ends; this one gets a new one in exchange.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password in force and the new one.")] input: ChangePasswordInput,
    ) -> ApiResult<SessionPayload> {
        let (actor, origin) = (ctx.actor()?, &ctx.caller().origin);
        let outcome = ctx.app().change_password(actor, origin, &input.current_password, &input.new_password).await?;
        Ok(begin(ctx, outcome))
    }

    /// Makes a personal access token for scripts. The token itself is shown this once.
    async fn create_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new token.")] input: CreateAccessTokenInput,
    ) -> ApiResult<CreateAccessTokenPayload> {
        let outcome = ctx.app().create_access_token(ctx.actor()?, input.into()).await?;
        Ok(match outcome {
            Outcome::Done((record, token), notes) => CreateAccessTokenPayload {
                access_token: Some(record.into()),
                token: Some(token),
                violations: violations(notes),
            },
            Outcome::Refused(reasons) => {
                CreateAccessTokenPayload { access_token: None, token: None, violations: violations(reasons) }
            }
            Outcome::Conflict(_) => {
                CreateAccessTokenPayload { access_token: None, token: None, violations: Vec::new() }
            }
        })
    }

    /// Ends a personal access token at once.
    async fn revoke_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which token.")] id: ID,
    ) -> ApiResult<RevokeAccessTokenPayload> {
        let actor = ctx.actor()?;
        ctx.app().revoke_access_token(actor, Kind::AccessToken.uuid(&id)?).await?;
        Ok(RevokeAccessTokenPayload { revoked_id: Some(id) })
    }
}

/// Tells of a session and keeps its refresh token in the cookie.
fn begin(ctx: &Context<'_>, outcome: Outcome<auth::Session>) -> SessionPayload {
    match outcome {
        Outcome::Done(session, notes) => {
            keep(ctx, &session);
            SessionPayload { session: Some(session.into()), violations: violations(notes) }
        }
        Outcome::Refused(reasons) => SessionPayload { session: None, violations: violations(reasons) },
        Outcome::Conflict(_) => SessionPayload { session: None, violations: Vec::new() },
    }
}

fn keep(ctx: &Context<'_>, session: &auth::Session) {
    if let (Some(cookies), Some(refresh)) = (ctx.caller().cookies, &session.refresh) {
        ctx.append_http_header(SET_COOKIE, cookies.keep(&refresh.token, ctx.app().now(), refresh.expires_at));
    }
}

fn forget(ctx: &Context<'_>) {
    if let Some(cookies) = ctx.caller().cookies {
        ctx.append_http_header(SET_COOKIE, cookies.forget());
    }
}
