//! Keyed permutations of 0 … n-1 with random access: uniqueness by construction, without memory.
//!
//! A Feistel network over the smallest power of two that holds `n`, its halves as equal as the number of bits allows,
//! with cycle walking: a result of `n` or more is put in again until one below `n` comes out, which the inverse being a
//! permutation too makes certain, after less than two tries on average (Black and Rogaway, "Ciphers with arbitrary
//! finite domains", CT-RSA 2002). Good mixing for test data; not a cipher.

use crate::stream::mix;

const ROUNDS: usize = 6;
/// Places that are looked up side by side.
const PART: usize = 256;

/// A permutation of the numbers below `n`, another for each key.
#[derive(Clone, Debug)]
pub struct Permutation {
    n: u128,
    low_bits: u32,
    high_mask: u64,
    low_mask: u64,
    keys: [u64; ROUNDS],
}

impl Permutation {
    /// The permutation of 0 … n-1 that belongs to the key.
    pub fn new(n: u128, key: u64) -> Self {
        let bits = 128 - n.saturating_sub(1).leading_zeros();
        let low_bits = bits.div_ceil(2);
        let mut round = key;
        let keys = std::array::from_fn(|_| {
            round = round.wrapping_add(0x9E37_79B9_7F4A_7C15);
            mix(round)
        });
        Self { n, low_bits, high_mask: ones(bits - low_bits), low_mask: ones(low_bits), keys }
    }

    /// How many numbers are permuted.
    pub fn size(&self) -> u128 {
        self.n
    }

    /// The number at place `i`; `i` must be below [`Self::size`], else the answer repeats another place's.
    #[inline]
    pub fn at(&self, i: u128) -> u128 {
        if self.n <= 1 {
            return 0;
        }
        let mut value = if i < self.n { i } else { i % self.n };
        // Half the width is twice the speed, and few domains are larger.
        if let (Ok(n), Ok(mut value)) = (u64::try_from(self.n), u64::try_from(value)) {
            loop {
                value = self.narrow_network(value);
                if value < n {
                    return u128::from(value);
                }
            }
        }
        loop {
            value = self.network(value);
            if value < self.n {
                return value;
            }
        }
    }

    /// The numbers at these places, one after the other; as [`Self::at`], several times as fast.
    pub fn each(&self, places: &[u64], mut give: impl FnMut(u128)) {
        let Some(n) = u64::try_from(self.n).ok().filter(|n| *n > 1) else {
            return places.iter().for_each(|&place| give(self.at(u128::from(place))));
        };
        let mut values = [0; PART];
        for part in places.chunks(PART) {
            let values = &mut values[..part.len()];
            self.narrow_part(n, part, values);
            values.iter().for_each(|&value| give(u128::from(value)));
        }
    }

    /// Walks the cycles of many places side by side: whose walk is over is never asked of one place alone, which no
    /// processor could foresee.
    fn narrow_part(&self, n: u64, places: &[u64], values: &mut [u64]) {
        let mut walking = [0; PART];
        let mut count = 0;
        for (at, (value, &place)) in values.iter_mut().zip(places).enumerate() {
            *value = self.narrow_network(if place < n { place } else { place % n });
            walking[count] = at;
            count += usize::from(*value >= n);
        }
        while count > 0 {
            let mut left = 0;
            for step in 0..count {
                let at = walking[step];
                values[at] = self.narrow_network(values[at]);
                walking[left] = at;
                left += usize::from(values[at] >= n);
            }
            count = left;
        }
    }

    #[inline]
    fn network(&self, value: u128) -> u128 {
        let (high, low) = self.rounds((value >> self.low_bits) as u64, value as u64 & self.low_mask);
        (u128::from(high) << self.low_bits) | u128::from(low)
    }

    /// The same where everything fits 64 bits.
    #[inline]
    fn narrow_network(&self, value: u64) -> u64 {
        let (high, low) = self.rounds(value >> self.low_bits, value & self.low_mask);
        (high << self.low_bits) | low
    }

    #[inline]
    fn rounds(&self, mut high: u64, mut low: u64) -> (u64, u64) {
        for pair in self.keys.chunks_exact(2) {
            high ^= mix(low ^ pair[0]) & self.high_mask;
            low ^= mix(high ^ pair[1]) & self.low_mask;
        }
        (high, low)
    }
}

fn ones(bits: u32) -> u64 {
    // At most 64: the larger half of 128 bits.
    if bits == 0 { 0 } else { u64::MAX >> (64 - bits) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_number_comes_once() {
        for n in [1_u128, 2, 3, 4, 5, 7, 8, 9, 100, 255, 256, 257, 10_000] {
            let permutation = Permutation::new(n, 42);
            let mut seen: Vec<u128> = (0..n).map(|i| permutation.at(i)).collect();
            seen.sort_unstable();
            assert_eq!(seen, (0..n).collect::<Vec<_>>(), "{n}");
        }
    }

    #[test]
    fn keys_give_different_orders_and_neighbours_scatter() {
        let order = |key| (0..1_000).map(|i| Permutation::new(1_000, key).at(i)).collect::<Vec<_>>();
        assert_ne!(order(1), order(2));
        let steps = order(1).windows(2).filter(|w| w[0].abs_diff(w[1]) < 10).count();
        assert!(steps < 60, "{steps}");
    }

    #[test]
    fn a_place_in_the_order_is_as_likely_for_every_number() {
        let mut counts = [0_u32; 10];
        for key in 0..10_000 {
            counts[Permutation::new(10, mix(key)).at(3) as usize] += 1;
        }
        assert!(counts.iter().all(|n| (850..1_150).contains(n)), "{counts:?}");
    }

    #[test]
    fn both_widths_of_arithmetic_agree() {
        for n in [3, 1_000, u128::from(u32::MAX), u128::from(u64::MAX)] {
            let permutation = Permutation::new(n, 7);
            for value in [0, 1, n / 2, n - 1] {
                assert_eq!(u128::from(permutation.narrow_network(value as u64)), permutation.network(value), "{n}");
            }
        }
    }

    #[test]
    fn many_places_at_once_are_as_one_by_one() {
        for n in [1, 2, 5, 1_000, 36_u128.pow(12), u128::from(u64::MAX), 1 << 100] {
            let permutation = Permutation::new(n, 11);
            let places: Vec<u64> = (0..700).chain([u64::MAX - 3, 12, 12]).collect();
            let mut many = Vec::new();
            permutation.each(&places, |value| many.push(value));
            assert_eq!(many, places.iter().map(|&p| permutation.at(u128::from(p))).collect::<Vec<_>>(), "{n}");
        }
    }

    proptest! {
        #[test]
        fn large_domains_stay_within_bounds_and_keep_numbers_apart(n in 1_u128.., key: u64, a: u128, b: u128) {
            let permutation = Permutation::new(n, key);
            let (a, b) = (a % n, b % n);
            prop_assert!(permutation.at(a) < n);
            prop_assert_eq!(a == b, permutation.at(a) == permutation.at(b));
        }
    }
}
