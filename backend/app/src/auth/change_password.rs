//! Another password.

use dmb_spec::Violation;

use super::{Origin, Session, password};
use crate::revocations::Revocation;
use crate::{Actor, App, AppError, Outcome, policy};

impl App {
    /// Sets another password and ends every session of the account; the one that asks gets a new one in exchange.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] for personal tokens; [`AppError::Throttled`] after too many wrong guesses.
    pub async fn change_password(
        &self,
        actor: &Actor,
        origin: &Origin,
        current: &str,
        new: &str,
    ) -> Result<Outcome<Session>, AppError> {
        policy::manage_account(actor)?;
        self.knock(&format!("password:{}", actor.user_id), self.config().throttling.sign_in_account).await?;
        let user = self.store().users().get(actor.user_id).await?;
        let right = self.passwords().check(current.to_owned(), Some(user.password_phc.clone())).await?.right;
        let mut violations = Vec::new();
        if !right {
            let message = "This is not your current password.";
            violations.push(Violation::error("currentPassword", "wrong_password", message));
        }
        violations.extend(password::violations("newPassword", new));
        if right && current == new {
            let message = "The new password is the same as the current one.";
            violations.push(Violation::error("newPassword", "same_password", message));
        }
        if !violations.is_empty() {
            return Ok(Outcome::Refused(violations));
        }
        let phc = self.passwords().hash(new.to_owned()).await?;
        self.store().users().change_password(user.id, &phc, None, self.now()).await?;
        self.revoked(Revocation::User { user: user.id, except: None });
        self.note(Some(user.id), "user.change_password", format!("user:{}", user.id)).await?;
        Ok(Outcome::done(self.begin_session(user.into(), origin).await?))
    }
}
