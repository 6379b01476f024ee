//! How many sockets each account has open.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

/// Counts open sockets.
#[derive(Clone)]
pub(crate) struct Sockets {
    open: Arc<Mutex<HashMap<Uuid, usize>>>,
    most: usize,
}

/// A place among an account's sockets, given back when dropped.
pub(crate) struct Place {
    sockets: Sockets,
    user: Uuid,
}

impl Sockets {
    /// At most so many for each account.
    pub fn new(most: usize) -> Self {
        Self { open: Arc::default(), most }
    }

    /// A place for one more, if there is one.
    pub fn enter(&self, user: Uuid) -> Option<Place> {
        let mut open = self.lock();
        let count = open.entry(user).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        metrics::gauge!("dmb_sockets").increment(1.0);
        Some(Place { sockets: self.clone(), user })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.sockets.lock();
        if let Some(count) = open.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.user);
            }
        }
        metrics::gauge!("dmb_sockets").decrement(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back_and_accounts_do_not_share_them() {
        let sockets = Sockets::new(2);
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = sockets.enter(a).unwrap();
        let _second = sockets.enter(a).unwrap();
        assert!(sockets.enter(a).is_none());
        let other = sockets.enter(b).unwrap();
        drop(first);
        assert!(sockets.enter(a).is_some());
        drop(other);
        assert!(!sockets.lock().contains_key(&b));
    }
}
