//! The refresh cookie: HttpOnly, SameSite=Strict, for the whole host; `__Host-` and Secure where HTTPS is.

use chrono::{DateTime, Utc};
use http::header::COOKIE;
use http::{HeaderMap, HeaderName};

use crate::caller::Refresh;

/// The header that must come with the cookie. Another site can't send it without asking first (CORS), and gets no.
pub(crate) const CSRF_HEADER: HeaderName = HeaderName::from_static("x-dmb-csrf");

/// How this installation writes the cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies {
    /// Whether browsers reach us by HTTPS.
    pub secure: bool,
}

impl Cookies {
    fn name(self) -> &'static str {
        if self.secure { "__Host-dmb_refresh" } else { "dmb_refresh" }
    }

    /// What came of the cookie in a request.
    pub fn read(self, headers: &HeaderMap) -> Refresh {
        let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        match pairs.find(|(name, _)| *name == self.name()) {
            None => Refresh::Absent,
            Some((_, "")) => Refresh::Absent,
            Some(_) if headers.get(CSRF_HEADER).is_none_or(|value| value != "1") => Refresh::Unproved,
            Some((_, token)) => Refresh::Token(token.to_owned()),
        }
    }

    /// The `Set-Cookie` that keeps a token until it ends.
    pub fn keep(self, token: &str, now: DateTime<Utc>, until: DateTime<Utc>) -> String {
        self.write(token, (until - now).num_seconds().max(0))
    }

    /// The `Set-Cookie` that takes the cookie away.
    pub fn forget(self) -> String {
        self.write("", 0)
    }

    fn write(self, token: &str, seconds: i64) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}", self.name())
    }
}
