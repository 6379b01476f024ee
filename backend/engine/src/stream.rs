//! Random streams with random access: the bits of a cell come from keys and its row number, from nothing else.
//!
//! A [`Stream`] is a 64-bit key made from the run's seed and stable ids; [`Stream::cell`] gives the generator of one
//! row. Mixing is the finaliser of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
//! OOPSLA 2014, with Stafford's variant 13 constants); successive draws of a cell are a SplitMix64 sequence.

use std::convert::Infallible;

use rand::rand_core::TryRng;
use uuid::Uuid;

/// The golden ratio in 64 bits, the step of SplitMix64.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes the bits of `z` so that each output bit depends on every input bit.
#[inline]
pub fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The random stream of one purpose (a column, its nulls, a bundle …): a key that rows are drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stream(u64);

impl Stream {
    /// The stream all others of a run come from.
    pub fn root(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(STEP)))
    }

    /// The stream of something with a stable id: a table, a field.
    #[must_use]
    pub fn of(self, id: Uuid) -> Self {
        let (high, low) = id.as_u64_pair();
        Self(mix(mix(self.0 ^ high).wrapping_add(STEP) ^ low))
    }

    /// A stream for a purpose with a fixed word, such as `"null"` or `"person"`.
    #[must_use]
    pub fn named(self, purpose: &str) -> Self {
        // FNV-1a: short words, no state, the same on every machine.
        let hash =
            purpose.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
        Self(mix(self.0.wrapping_add(STEP) ^ mix(hash)))
    }

    /// The `n`th stream beside this one.
    #[must_use]
    pub fn slot(self, n: u64) -> Self {
        Self(mix(self.0 ^ n.wrapping_add(1).wrapping_mul(STEP)))
    }

    /// The random numbers of one row.
    #[inline]
    pub fn cell(self, row: u64) -> Cell {
        Cell(mix(self.0 ^ row.wrapping_mul(STEP)))
    }

    /// The key itself, to seed a keyed permutation.
    pub fn key(self) -> u64 {
        self.0
    }
}

/// The random numbers of one cell; as many as it wants. Implements `rand::Rng`, so every distribution of `rand_distr`
/// draws from it.
#[derive(Clone, Debug)]
pub struct Cell(u64);

impl Cell {
    /// The next 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A whole number below `n` (`n` > 0) by multiply and shift (Lemire 2019, without the rejection: the bias is below
    /// n / 2^64).
    #[inline]
    pub fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(n)) >> 64) as u64
    }

    /// A number in [0, 1) with 53 random bits.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}

impl TryRng for Cell {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.bits() >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.bits())
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        for part in dst.chunks_mut(8) {
            part.copy_from_slice(&self.bits().to_le_bytes()[..part.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_depends_on_its_row_and_key_only() {
        let stream = Stream::root(42).named("a");
        let draw = |row| stream.cell(row).bits();
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert_ne!(draw(7), Stream::root(43).named("a").cell(7).bits());
        assert_ne!(draw(7), Stream::root(42).named("b").cell(7).bits());
    }

    #[test]
    fn numbers_below_n_reach_every_value_evenly() {
        let stream = Stream::root(1);
        let mut seen = [0_u32; 10];
        for row in 0..100_000 {
            seen[stream.cell(row).below(10) as usize] += 1;
        }
        assert!(seen.iter().all(|n| (9_500..10_500).contains(n)), "{seen:?}");
    }
}
