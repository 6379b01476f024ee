//! Passwords: which are taken, how they are kept, how they are compared.

use std::sync::{Arc, OnceLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use dmb_spec::Violation;
use tokio::sync::Semaphore;

use crate::{AppError, PasswordCost};

/// Fewest characters.
const MIN: usize = 8;
/// Most characters; none is ever cut off.
const MAX: usize = 128;
/// Passwords that everybody tries first, in lower case, sorted.
const COMMON: &str = include_str!("common_passwords.txt");

/// How hard a password is to guess, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not accepted.
    Refused,
    /// Accepted; a longer one would be better.
    Weak,
    /// Fine.
    Fair,
    /// Very good.
    Strong,
}

/// How hard a password is to guess: by its length and the kinds of characters in it, and none of the common ones.
pub fn strength(password: &str) -> Strength {
    let kinds = [
        password.chars().any(char::is_lowercase),
        password.chars().any(char::is_uppercase),
        password.chars().any(char::is_numeric),
        password.chars().any(|c| !c.is_alphanumeric()),
    ];
    let variety = kinds.into_iter().filter(|k| *k).count();
    match password.chars().count() + 2 * variety {
        _ if problem(password).is_some() => Strength::Refused,
        0..16 => Strength::Weak,
        16..22 => Strength::Fair,
        _ => Strength::Strong,
    }
}

/// Why a password is not accepted.
pub(crate) fn violations(path: &str, password: &str) -> Option<Violation> {
    problem(password).map(|(code, message)| {
        Violation::error(path, code, message)
            .suggest("Three or four words that don't belong together are easy to keep.")
    })
}

fn problem(password: &str) -> Option<(&'static str, String)> {
    let length = password.chars().count();
    if length < MIN {
        Some(("too_short", format!("A password has at least {MIN} characters; this one has {length}.")))
    } else if length > MAX {
        Some(("too_long", format!("A password has at most {MAX} characters; this one has {length}.")))
    } else if is_common(password) {
        Some(("common_password", "This password is one of those that are tried first.".to_owned()))
    } else {
        None
    }
}

fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    COMMON.lines().any(|common| common == lower) || lower.chars().all(|c| Some(c) == first)
}

/// Makes and compares hashes on the blocking pool, a few at a time.
pub(crate) struct Passwords {
    cost: PasswordCost,
    gate: Arc<Semaphore>,
    /// Compared with when there is no such account, so that the answer takes as long.
    nobody: OnceLock<String>,
}

/// What a comparison found.
pub(crate) struct Checked {
    /// Whether the password is right.
    pub(crate) right: bool,
    /// Whether the hash should be made anew, because costs have changed.
    pub(crate) outdated: bool,
}

impl Passwords {
    pub(crate) fn new(cost: PasswordCost, parallel: usize) -> Self {
        Self { cost, gate: Arc::new(Semaphore::new(parallel.max(1))), nobody: OnceLock::new() }
    }

    /// The PHC text of a new hash with a new salt.
    pub(crate) async fn hash(&self, password: String) -> Result<String, AppError> {
        let cost = self.cost;
        self.work(move || hash(cost, &password)).await?
    }

    /// Compares a password with a hash, or, where there is no account, with a hash of nothing anybody knows.
    pub(crate) async fn check(&self, password: String, stored: Option<String>) -> Result<Checked, AppError> {
        let known = stored.is_some();
        let stored = match stored {
            Some(stored) => stored,
            None => self.nobodys_hash().await?,
        };
        let cost = self.cost;
        let mut checked = self.work(move || check(cost, &password, &stored)).await??;
        checked.right &= known;
        Ok(checked)
    }

    async fn nobodys_hash(&self) -> Result<String, AppError> {
        if let Some(hash) = self.nobody.get() {
            return Ok(hash.clone());
        }
        let unknowable = crate::secret::random_bytes::<16>().map(|b| format!("{b:02x}")).concat();
        let made = self.hash(unknowable).await?;
        Ok(self.nobody.get_or_init(|| made).clone())
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
        let permit = self.gate.clone().acquire_owned().await.map_err(AppError::internal)?;
        // The permit goes along: a caller who leaves doesn't make room for one more hash while this one still runs.
        let held = move || {
            let _permit = permit;
            work()
        };
        tokio::task::spawn_blocking(held).await.map_err(AppError::internal)
    }
}

fn argon2(cost: PasswordCost) -> Result<Argon2<'static>, AppError> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)
        .map_err(|e| AppError::internal(format!("password cost: {e}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(cost: PasswordCost, password: &str) -> Result<String, AppError> {
    let made: Result<PasswordHash, _> = argon2(cost)?.hash_password(password.as_bytes());
    made.map(|hash| hash.to_string()).map_err(|e| AppError::internal(format!("password hash: {e}")))
}

fn check(cost: PasswordCost, password: &str, stored: &str) -> Result<Checked, AppError> {
    let stored = PasswordHash::new(stored).map_err(|e| AppError::internal(format!("stored password hash: {e}")))?;
    let right = match argon2(cost)?.verify_password(password.as_bytes(), &stored) {
        Ok(()) => true,
        Err(argon2::password_hash::Error::PasswordInvalid) => false,
        Err(error) => return Err(AppError::internal(format!("password check: {error}"))),
    };
    let outdated = Params::try_from(&stored).map_or(true, |made| {
        (made.m_cost(), made.t_cost(), made.p_cost()) != (cost.memory_kib, cost.passes, cost.lanes)
    });
    Ok(Checked { right, outdated })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: PasswordCost = PasswordCost { memory_kib: 64, passes: 1, lanes: 1 };

    #[test]
    fn lengths_and_common_passwords_are_refused_in_words() {
        let code = |p: &str| violations("password", p).map(|v| v.code.into_owned());
        assert_eq!(code("seven77").as_deref(), Some("too_short"));
        assert_eq!(code(&"ñ".repeat(128)), Some("common_password".into()));
        assert_eq!(code(&"añ".repeat(64)), None);
        assert_eq!(code(&"añ".repeat(65)).as_deref(), Some("too_long"));
        assert_eq!(code("PassWord123").as_deref(), Some("common_password"));
        assert_eq!(code("plum tractor 9"), None);
    }

    #[test]
    fn strength_grows_with_length_and_variety() {
        let found = ["password", "plumtree", "plumtree 47", "Plum tractor 9 violet"].map(strength);
        assert_eq!(found, [Strength::Refused, Strength::Weak, Strength::Fair, Strength::Strong]);
    }

    #[tokio::test]
    async fn hashes_are_argon2id_with_a_salt_and_the_whole_password_counts() {
        let passwords = Passwords::new(CHEAP, 1);
        let long = "x".repeat(127);
        let first = passwords.hash(format!("{long}a")).await.unwrap();
        assert!(first.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{first}");
        assert_ne!(first, passwords.hash(format!("{long}a")).await.unwrap());
        assert!(passwords.check(format!("{long}a"), Some(first.clone())).await.unwrap().right);
        assert!(!passwords.check(format!("{long}b"), Some(first)).await.unwrap().right);
    }

    #[tokio::test]
    async fn the_usual_cost_is_what_security_asks_for() {
        let hash = Passwords::new(PasswordCost::default(), 1).hash("plum tractor".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    }

    #[tokio::test]
    async fn nobody_has_no_password_and_old_costs_are_noticed() {
        let passwords = Passwords::new(CHEAP, 1);
        assert!(!passwords.check("anything".into(), None).await.unwrap().right);
        let dearer = Passwords::new(PasswordCost { memory_kib: 128, ..CHEAP }, 1);
        let stored = passwords.hash("plum tractor".into()).await.unwrap();
        let checked = dearer.check("plum tractor".into(), Some(stored.clone())).await.unwrap();
        assert!(checked.right && checked.outdated);
        assert!(!passwords.check("plum tractor".into(), Some(stored)).await.unwrap().outdated);
    }
}
