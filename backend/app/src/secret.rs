//! The installation's one secret, and the keys made from it, one a purpose.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Fewest bytes of a secret.
const MIN_BYTES: usize = 32;
/// Fewest different bytes among them; random bytes have about thirty.
const MIN_DISTINCT: usize = 10;

/// Random bytes that everything signed depends on. Never shown, not even by `Debug`.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

/// Why a secret is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeakSecret {
    /// Fewer than 32 bytes.
    #[error("the secret is too short: it needs at least 32 bytes")]
    Short,
    /// Repeated or made of few characters.
    #[error("the secret is too simple: make one with a random generator")]
    Simple,
    /// Holds a word that examples are made of.
    #[error("the secret is an example, not a secret: make one with a random generator")]
    Example,
}

impl Secret {
    /// Takes a secret, unless it is weak.
    ///
    /// # Errors
    /// [`WeakSecret`] says why it is refused.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Result<Self, WeakSecret> {
        let bytes = bytes.into();
        let distinct = bytes.iter().collect::<std::collections::HashSet<_>>().len();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if bytes.len() < MIN_BYTES {
            Err(WeakSecret::Short)
        } else if ["change", "secret", "example", "password", "default", "12345678"].iter().any(|w| text.contains(w)) {
            Err(WeakSecret::Example)
        } else if distinct < MIN_DISTINCT {
            Err(WeakSecret::Simple)
        } else {
            Ok(Self(bytes))
        }
    }

    /// A new random secret.
    pub fn random() -> Self {
        Self(random_bytes::<48>().to_vec())
    }

    /// The key for one purpose; keys of different purposes tell nothing of each other.
    pub(crate) fn key(&self, purpose: &str) -> [u8; 32] {
        sign(&self.0, purpose.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// HMAC-SHA256.
#[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
pub(crate) fn sign(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// Random bytes from the system's generator for secrets.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    rand::random()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_secrets_are_refused() {
        let refusal = |text: &str| Secret::new(text.as_bytes()).err();
        assert_eq!(refusal("abc"), Some(WeakSecret::Short));
        assert_eq!(refusal(&"ab".repeat(30)), Some(WeakSecret::Simple));
        assert_eq!(refusal("change-me-change-me-change-me-change-me"), Some(WeakSecret::Example));
        assert_eq!(refusal("0f4a86b1c9d2e7350f4a86b1c9d2e735"), None);
    }

    #[test]
    fn purposes_have_keys_of_their_own_and_debug_shows_none() {
        let secret = Secret::random();
        assert_eq!(secret.key("a"), secret.key("a"));
        assert_ne!(secret.key("a"), secret.key("b"));
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
