//! Beginning a session with a password.

use dmb_spec::Violation;

use super::{Origin, Session, tokens};
use crate::{App, AppError, Outcome};

/// Longest password that is looked at; longer ones can't be right.
const MAX_TRIED: usize = 1_000;

impl App {
    /// Signs in. An unknown address and a wrong password get the same answer after the same work.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many attempts, whatever the password.
    pub async fn sign_in(&self, origin: &Origin, email: &str, password: &str) -> Result<Outcome<Session>, AppError> {
        let throttling = self.config().throttling;
        let account_key = account_key(origin, email);
        self.knock(&format!("sign-in:{}", origin.address), throttling.sign_in_address).await?;
        self.knock(&account_key, throttling.sign_in_account).await?;

        let user = self.store().users().find_by_email(email.trim()).await?;
        let stored = user.as_ref().map(|u| u.password_phc.clone());
        let tried = if password.len() > MAX_TRIED { String::new() } else { password.to_owned() };
        let checked = self.passwords().check(tried, stored).await?;
        let Some(user) = user.filter(|_| checked.right) else {
            return Ok(Outcome::refused(Violation::error(
                "password",
                "invalid_credentials",
                "The e-mail address or the password is not right.",
            )));
        };
        self.store().throttles().clear(&account_key).await?;
        if checked.outdated {
            let renewed = self.passwords().hash(password.to_owned()).await?;
            self.store().users().rehash_password(user.id, &user.password_phc, &renewed).await?;
        }
        self.note(Some(user.id), "session.begin", format!("user:{}", user.id)).await?;
        Ok(Outcome::done(self.begin_session(user.into(), origin).await?))
    }
}

/// Account and address together: who tries from elsewhere doesn't lock the owner out. Hashed, because addresses of
/// people don't belong in a table of counters, and are of any length.
fn account_key(origin: &Origin, email: &str) -> String {
    let account = tokens::hash(&email.trim().to_lowercase());
    format!("sign-in:{}:{account}", origin.address)
}
