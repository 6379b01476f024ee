//! Making an account.

use dmb_spec::Violation;
use dmb_store::{NewUser, PageRequest, StoreError};

use super::{Origin, Session, SignUp, User, password};
use crate::{App, AppError, Outcome, Role};

const MAX_NAME: usize = 100;
/// RFC 5321's limit of a path.
const MAX_EMAIL: usize = 254;

impl App {
    /// Makes an account and signs it in. The first account of the installation becomes the administrator.
    ///
    /// # Errors
    /// [`AppError::Throttled`] when too many come from one address; [`AppError::Forbidden`] where sign-up is closed.
    pub async fn sign_up(&self, origin: &Origin, wish: SignUp) -> Result<Outcome<Session>, AppError> {
        self.knock(&format!("sign-up:{}", origin.address), self.config().throttling.sign_up_address).await?;
        if !self.config().open_sign_up && self.has_users().await? {
            return Err(AppError::Forbidden("accounts are made by the administrator here"));
        }
        match self.make_user(wish, None).await? {
            Outcome::Done(user, _) => Ok(Outcome::done(self.begin_session(user, origin).await?)),
            Outcome::Refused(violations) => Ok(Outcome::Refused(violations)),
            Outcome::Conflict(_) => Ok(Outcome::Refused(Vec::new())),
        }
    }

    /// Makes an account with a role, for the command line. Nobody reaches this through the API.
    pub async fn create_user(&self, wish: SignUp, role: Role) -> Result<Outcome<User>, AppError> {
        self.make_user(wish, Some(role)).await
    }

    async fn has_users(&self) -> Result<bool, AppError> {
        Ok(self.store().users().list(&PageRequest::first(1)).await?.total > 0)
    }

    async fn make_user(&self, wish: SignUp, role: Option<Role>) -> Result<Outcome<User>, AppError> {
        let violations = violations(&wish);
        if !violations.is_empty() {
            return Ok(Outcome::Refused(violations));
        }
        let SignUp { email, name, password } = wish;
        let new = NewUser {
            email: email.trim().to_owned(),
            name: name.trim().to_owned(),
            password_phc: self.passwords().hash(password).await?,
            role: role.map(Into::into),
            now: self.now(),
        };
        match self.store().users().create(new).await {
            Ok(user) => {
                self.note(Some(user.id), "user.create", format!("user:{}", user.id)).await?;
                Ok(Outcome::done(user.into()))
            }
            Err(StoreError::Unique { .. }) => Ok(Outcome::refused(Violation::error(
                "email",
                "email_taken",
                "There is an account with this e-mail address already. Sign in instead.",
            ))),
            Err(error) => Err(error.into()),
        }
    }
}

fn violations(wish: &SignUp) -> Vec<Violation> {
    let mut found = Vec::new();
    if let Some(problem) = email_problem(wish.email.trim()) {
        found.push(Violation::error("email", "bad_email", problem));
    }
    match wish.name.trim().chars().count() {
        0 => found.push(Violation::error("name", "required", "Say what you want to be called.")),
        1..=MAX_NAME if !wish.name.chars().any(char::is_control) => {}
        1..=MAX_NAME => found.push(Violation::error("name", "bad_name", "A name has no control characters.")),
        n => {
            let message = format!("A name has at most {MAX_NAME} characters; this one has {n}.");
            found.push(Violation::error("name", "too_long", message));
        }
    }
    found.extend(password::violations("password", &wish.password));
    found
}

/// Why this is no address we could write to. Only its form is looked at.
fn email_problem(email: &str) -> Option<String> {
    let Some((local, domain)) = email.rsplit_once('@') else {
        return Some("An e-mail address has an @ in it, such as ana@example.org.".to_owned());
    };
    let label_is_fine = |l: &str| {
        !l.is_empty() && !l.starts_with('-') && !l.ends_with('-') && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let strange = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '[' | ']' | '\\' | '@')
    };
    if email.len() > MAX_EMAIL {
        Some(format!("An e-mail address has at most {MAX_EMAIL} characters."))
    } else if local.is_empty()
        || local.len() > 64
        || local.contains(strange)
        || local.starts_with('.')
        || local.ends_with('.')
    {
        Some("What stands before the @ is not the name of a mailbox.".to_owned())
    } else if !domain.split('.').all(label_is_fine) {
        Some("What stands behind the @ is not the name of a domain.".to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_by_their_form() {
        for good in ["ana@example.org", "a.b+c@sub.example.co", "josé@ejemplo.es", "root@localhost"] {
            assert_eq!(email_problem(good), None, "{good}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        for bad in [
            "",
            "ana",
            "@example.org",
            "ana@",
            "a b@example.org",
            "ana@exa mple.org",
            "ana@-x.org",
            ".a@x.org",
            "a@b@c.org",
            &long,
        ] {
            assert!(email_problem(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wish = SignUp { email: "nobody".into(), name: "  ".into(), password: "password".into() };
        let codes: Vec<_> = violations(&wish).into_iter().map(|v| v.code.into_owned()).collect();
        assert_eq!(codes, ["bad_email", "required", "common_password"]);
    }
}
