//! How many requests one account or address may send, in bounded memory.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use uuid::Uuid;

use crate::error::ApiError;
use crate::limits::{Limits, RATE_KEYS};

/// Who requests are counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sender {
    /// An account, wherever it is.
    User(Uuid),
    /// An address nobody signed in from.
    Address(IpAddr),
}

impl Sender {
    /// The sender behind an address. Of an IPv6 address the first half counts: the rest is the customer's to choose.
    pub fn at(address: IpAddr) -> Self {
        Self::Address(match address.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
            v4 => v4,
        })
    }
}

/// Counts requests.
pub(crate) struct RateLimit {
    known: DefaultKeyedRateLimiter<Sender>,
    /// For all who come while the memory is full.
    crowd: DefaultDirectRateLimiter,
    clock: DefaultClock,
}

impl RateLimit {
    /// A counter with these limits.
    pub fn new(limits: &Limits) -> Self {
        let at_least_one = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_second(at_least_one(limits.requests_per_second));
        let quota = quota.allow_burst(at_least_one(limits.request_burst));
        Self { known: RateLimiter::keyed(quota), crowd: RateLimiter::direct(quota), clock: DefaultClock::default() }
    }

    /// Counts one request.
    ///
    /// # Errors
    /// RATE_LIMITED, with the time to wait.
    pub fn count(&self, sender: Sender) -> Result<(), ApiError> {
        if self.known.len() >= RATE_KEYS {
            self.known.retain_recent();
        }
        let result = if self.known.len() >= RATE_KEYS {
            self.crowd.check().map(|_| ())
        } else {
            self.known.check_key(&sender).map(|_| ())
        };
        result
            .map_err(|wait| ApiError::rate_limited(wait.wait_time_from(self.clock.now()).max(Duration::from_millis(1))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit() -> RateLimit {
        RateLimit::new(&Limits { requests_per_second: 1, request_burst: 3, ..Limits::default() })
    }

    #[test]
    fn one_sender_runs_out_and_the_others_do_not() {
        let limit = limit();
        let (a, b) = (Sender::User(Uuid::from_u128(1)), Sender::User(Uuid::from_u128(2)));
        assert!((0..3).all(|_| limit.count(a).is_ok()));
        let refused = limit.count(a).unwrap_err();
        assert_eq!(refused.code.as_str(), "RATE_LIMITED");
        assert!(refused.retry_after.unwrap() <= Duration::from_secs(1));
        assert!(limit.count(b).is_ok());
    }

    #[test]
    fn the_memory_is_bounded_and_a_crowd_shares_what_is_left() {
        let limit = limit();
        for n in 0..RATE_KEYS as u32 + 100 {
            let _ = limit.count(Sender::at(IpAddr::from(n.to_be_bytes())));
        }
        assert!(limit.known.len() <= RATE_KEYS);
        assert!(limit.count(Sender::at(IpAddr::from([250, 0, 0, 1]))).is_err());
    }

    #[test]
    fn neighbours_in_one_ipv6_network_are_one_sender() {
        let at = |text: &str| Sender::at(text.parse().unwrap());
        assert_eq!(at("2001:db8::1"), at("2001:db8::ffff"));
        assert_ne!(at("2001:db8:0:1::1"), at("2001:db8:0:2::1"));
        assert_eq!(at("::ffff:10.0.0.1"), at("10.0.0.1"));
    }
}
