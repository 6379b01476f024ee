//! Opaque tokens: random, shown once, kept as hashes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::secret::random_bytes;

/// How personal access tokens begin, so that scanners for leaked secrets find them.
pub(super) const PERSONAL: &str = "dmb_pat_";
/// How refresh tokens begin.
pub(super) const REFRESH: &str = "dmb_rt_";

/// A new token of 256 random bits.
pub(super) fn mint(prefix: &str) -> String {
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(random_bytes::<32>()))
}

/// What is kept of a token. A plain hash is enough: 256 random bits can't be guessed from it.
pub(super) fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_all_different() {
        let (a, b) = (mint(PERSONAL), mint(PERSONAL));
        assert_ne!(a, b);
        assert_eq!(a.len(), PERSONAL.len() + 43);
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
