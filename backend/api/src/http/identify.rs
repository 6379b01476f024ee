//! Who sent a request: the bearer token in `Authorization`, and the address it came from.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::ConnectInfo;
use dmb_app::Actor;
use dmb_app::auth::Origin;
use http::header::{AUTHORIZATION, USER_AGENT};
use http::{Extensions, HeaderMap, HeaderName};

use super::cookies::Cookies;
use super::rate::Sender;
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};
use crate::state::Api;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The sender of a request, counted by the rate limit.
///
/// # Errors
/// RATE_LIMITED; UNAUTHENTICATED where a token was sent that isn't valid (any more).
pub(crate) async fn caller(api: &Api, headers: &HeaderMap, extensions: &Extensions) -> ApiResult<Caller> {
    let origin = origin(api, headers, extensions);
    let actor = match bearer(headers)? {
        Some(token) => Some(prove(api, token, origin.address).await?),
        None => {
            api.rate.count(Sender::at(origin.address))?;
            None
        }
    };
    let cookies = Cookies { secure: api.config.secure_cookies };
    Ok(Caller { actor, origin, refresh: cookies.read(headers), cookies: Some(cookies) })
}

/// Who a token stands for, counted by the rate limit; a wrong token counts for the address.
///
/// # Errors
/// As [`caller`].
pub(crate) async fn prove(api: &Api, token: &str, address: IpAddr) -> ApiResult<Actor> {
    match api.app.authenticate(token).await {
        Ok(actor) => {
            api.rate.count(Sender::User(actor.user_id))?;
            Ok(actor)
        }
        Err(error) => {
            api.rate.count(Sender::at(address))?;
            Err(error.into())
        }
    }
}

fn bearer(headers: &HeaderMap) -> ApiResult<Option<&str>> {
    let Some(value) = headers.get(AUTHORIZATION) else { return Ok(None) };
    value.to_str().ok().and_then(strip_bearer).map(Some).ok_or_else(ApiError::unauthenticated)
}

/// The token behind `Bearer`.
pub(crate) fn strip_bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// Where a request comes from.
pub(crate) fn origin(api: &Api, headers: &HeaderMap, extensions: &Extensions) -> Origin {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = || {
        let last = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim();
        last.parse::<IpAddr>().ok()
    };
    let forwarded = if api.config.behind_proxy { forwarded() } else { None };
    let agent = headers.get(USER_AGENT).map(|value| String::from_utf8_lossy(value.as_bytes()));
    Origin {
        address: forwarded.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        user_agent: agent
            .map(|agent| agent.chars().filter(|c| !c.is_control()).take(200).collect())
            .unwrap_or_default(),
    }
}
