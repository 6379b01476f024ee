//! How many different values there are, about: HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007) with the estimator
//! of Otmar Ertl ("New cardinality estimation algorithms for HyperLogLog sketches", 2017), which needs no tables and
//! has no bias at either end.
//!
//! Written here because the report must be the same bytes for ever: a crate's own hashing may change under it.

/// Bits of a hash that choose a register.
const PRECISION: u32 = 12;
const REGISTERS: usize = 1 << PRECISION;
/// Bits left for the rank.
const RANK_BITS: u32 = 64 - PRECISION;

/// Relative standard error of an estimate.
pub(super) const ERROR: f64 = 1.04 / 64.0;

/// A sketch of a set of hashes: 4 KiB however large the set.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Hll(Box<[u8; REGISTERS]>);

impl Hll {
    pub(super) fn new() -> Self {
        Self(Box::new([0; REGISTERS]))
    }

    #[inline]
    pub(super) fn add(&mut self, hash: u64) {
        let register = (hash >> RANK_BITS) as usize;
        // The bit behind the rank's ends the count where all others are 0.
        let rank = ((hash << PRECISION) | (1 << (PRECISION - 1))).leading_zeros() as u8 + 1;
        self.0[register] = self.0[register].max(rank);
    }

    /// The union.
    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0.iter()) {
            *mine = (*mine).max(*theirs);
        }
    }

    /// About how many hashes were added, each counted once.
    pub(super) fn estimate(&self) -> f64 {
        let most = RANK_BITS as usize + 1;
        let mut having = vec![0_u32; most + 1];
        self.0.iter().for_each(|rank| having[usize::from(*rank)] += 1);
        let all = REGISTERS as f64;
        let share = |rank: usize| f64::from(having[rank]) / all;
        let mut z = all * tau(1.0 - share(most));
        for rank in (1..most).rev() {
            z = 0.5 * (z + f64::from(having[rank]));
        }
        z += all * sigma(share(0));
        all * all / (2.0 * std::f64::consts::LN_2 * z)
    }
}

/// What registers that are still 0 add; infinite where all are.
fn sigma(mut x: f64) -> f64 {
    if x >= 1.0 {
        return f64::INFINITY;
    }
    let (mut power, mut sum) = (1.0, x);
    loop {
        x *= x;
        let before = sum;
        sum += x * power;
        power += power;
        if sum == before {
            return sum;
        }
    }
}

/// What registers at their end add.
fn tau(mut x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return 0.0;
    }
    let (mut power, mut sum) = (1.0, 1.0 - x);
    loop {
        x = x.sqrt();
        let before = sum;
        power *= 0.5;
        sum -= (1.0 - x).powi(2) * power;
        if sum == before {
            return sum / 3.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    fn sketch(values: std::ops::Range<u64>) -> Hll {
        let mut hll = Hll::new();
        values.for_each(|value| hll.add(Stream::root(9).cell(value).bits()));
        hll
    }

    #[test]
    fn estimates_lie_within_three_standard_errors() {
        for size in [10_u64, 1_000, 5_000, 20_000, 100_000, 1_000_000] {
            let estimate = sketch(0..size).estimate();
            let error = estimate / size as f64 - 1.0;
            assert!(error.abs() < 3.0 * ERROR, "{size}: {estimate}");
        }
        assert_eq!((sketch(0..0).estimate(), sketch(0..2).estimate().round()), (0.0, 2.0));
    }

    #[test]
    fn a_union_is_the_sketch_of_all_in_any_order_and_values_count_once() {
        let (first, second, third) = (sketch(0..7_000), sketch(5_000..9_000), sketch(8_000..20_000));
        let mut left = first.clone();
        left.merge(&second);
        left.merge(&third);
        let mut right = third.clone();
        right.merge(&second);
        right.merge(&first);
        assert!(left == right && left == sketch(0..20_000));
    }
}
