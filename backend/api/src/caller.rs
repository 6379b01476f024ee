//! Who sent a request and how: what resolvers may know of the transport.

use async_graphql::Context;
use dmb_app::auth::Origin;
use dmb_app::{Actor, App};

use crate::error::{ApiError, ApiResult, Code};
use crate::http::cookies::Cookies;

/// The sender of one operation.
#[derive(Clone)]
pub(crate) struct Caller {
    /// Who it is, where that was proved.
    pub actor: Option<Actor>,
    /// Where it comes from.
    pub origin: Origin,
    /// How cookies are written, and the refresh token that came in one. Absent on sockets, which can't set cookies.
    pub cookies: Option<Cookies>,
    /// The refresh token that came in the cookie, if the header that other sites can't send came with it.
    pub refresh: Refresh,
}

/// What came of the refresh cookie.
#[derive(Clone)]
pub(crate) enum Refresh {
    /// No cookie.
    Absent,
    /// A cookie without the header: perhaps another site's doing.
    Unproved,
    /// The token.
    Token(String),
}

impl Caller {
    /// The refresh token.
    ///
    /// # Errors
    /// UNAUTHENTICATED without the cookie, FORBIDDEN without the header.
    pub fn refresh_token(&self) -> ApiResult<&str> {
        match &self.refresh {
            Refresh::Token(token) => Ok(token),
            Refresh::Absent => Err(ApiError::unauthenticated()),
            Refresh::Unproved => Err(ApiError::new(
                Code::Forbidden,
                "Send the header x-dmb-csrf: 1 with requests that use the session cookie.",
            )),
        }
    }

    /// Who asks.
    ///
    /// # Errors
    /// UNAUTHENTICATED when nobody is signed in.
    pub fn actor(&self) -> ApiResult<&Actor> {
        self.actor.as_ref().ok_or_else(ApiError::unauthenticated)
    }
}

/// Short ways to what every resolver needs.
pub(crate) trait Needs<'a> {
    /// The use-cases.
    fn app(&self) -> &'a App;
    /// The sender.
    fn caller(&self) -> &'a Caller;
    /// Who asks.
    ///
    /// # Errors
    /// UNAUTHENTICATED when nobody is signed in.
    fn actor(&self) -> ApiResult<&'a Actor>;
}

impl<'a> Needs<'a> for Context<'a> {
    fn app(&self) -> &'a App {
        self.data_unchecked::<App>()
    }

    fn caller(&self) -> &'a Caller {
        self.data_unchecked::<Caller>()
    }

    fn actor(&self) -> ApiResult<&'a Actor> {
        self.caller().actor()
    }
}
