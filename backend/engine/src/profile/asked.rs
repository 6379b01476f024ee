//! What was asked of a column, made ready to be counted against: bins that are all about as likely, or values by hash.

use arrow_array::{Array, ArrayRef};

use super::hash;
use crate::law::{Law, Numbers};

/// Bins of a distribution of numbers.
const BINS: usize = 32;

/// What a column's values are to be counted against.
pub(super) enum Asked {
    Numbers(Bins),
    Weights(Weights),
}

impl Asked {
    pub(super) fn of(law: &Law) -> Self {
        match law {
            Law::Numbers(numbers) => Self::Numbers(Bins::of(numbers)),
            Law::Weights { values, weights } => Self::Weights(Weights::of(values, weights)),
        }
    }
}

/// Bins between boundaries, and the share of values that each is to have.
#[derive(Clone, Debug)]
pub(super) struct Bins {
    /// Upper ends of all bins but the last; no value lies on one.
    boundaries: Vec<f64>,
    pub(super) shares: Vec<f64>,
}

impl Bins {
    /// Bins at the quantiles of a distribution; fewer where single values have more than a bin's share.
    pub(super) fn of(law: &Numbers) -> Self {
        let (mut boundaries, mut shares, mut before) = (Vec::new(), Vec::new(), 0.0);
        for bin in 1..BINS {
            let boundary = law.boundary(quantile(law, bin as f64 / BINS as f64));
            let share = law.share(boundary);
            if share > before + 1e-9 && share < 1.0 - 1e-9 {
                boundaries.push(boundary);
                shares.push(share - before);
                before = share;
            }
        }
        shares.push(1.0 - before);
        Self { boundaries, shares }
    }

    /// The bin of a number.
    #[inline]
    pub(super) fn place(&self, number: f64) -> usize {
        self.boundaries.partition_point(|boundary| *boundary < number)
    }
}

/// The least number at or below which `share` of the values lie, by halving the range of all floating point numbers.
fn quantile(law: &Numbers, share: f64) -> f64 {
    let (mut low, mut high) = (order(f64::MIN), order(f64::MAX));
    while low < high {
        let middle = (low >> 1) + (high >> 1) + (low & high & 1);
        if law.share(law.boundary(number(middle))) >= share { high = middle } else { low = middle + 1 }
    }
    number(high)
}

/// Floating point numbers as whole numbers in the same order.
fn order(number: f64) -> i64 {
    let bits = number.to_bits() as i64;
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

fn number(order: i64) -> f64 {
    let bits = if order < 0 { order ^ i64::MAX } else { order };
    f64::from_bits(bits as u64)
}

/// Values by hash with their shares, nulls aside, and the share of nulls.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) shares: Vec<(u64, f64)>,
    pub(super) nulls: f64,
}

impl Weights {
    fn of(values: &ArrayRef, weights: &[f64]) -> Self {
        let mut hashes = Vec::new();
        hash::column(values, &mut hashes);
        let all: f64 = weights.iter().sum();
        let (mut shares, mut nulls) = (Vec::<(u64, f64)>::new(), 0.0);
        for (at, (hash, weight)) in hashes.into_iter().zip(weights).enumerate() {
            match shares.iter_mut().find(|(known, _)| *known == hash) {
                _ if values.is_null(at) => nulls += weight / all,
                Some((_, share)) => *share += weight / all,
                None => shares.push((hash, weight / all)),
            }
        }
        shares.iter_mut().for_each(|(_, share)| *share /= 1.0 - nulls);
        Self { shares, nulls }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::StringArray;

    use super::*;
    use crate::law::{Curve, curves};

    #[test]
    fn bins_of_a_smooth_distribution_are_as_likely() {
        let law = Numbers::new(curves::normal(5.0, 2.0).unwrap(), 0.0, (f64::MIN, f64::MAX), 0.0).unwrap();
        let bins = Bins::of(&law);
        assert_eq!(bins.shares.len(), BINS);
        assert!(bins.shares.iter().all(|share| (share - 1.0 / BINS as f64).abs() < 1e-6), "{bins:?}");
        assert_eq!((bins.place(-1e9), bins.place(4.999), bins.place(5.001), bins.place(1e9)), (0, 15, 16, 31));
    }

    #[test]
    fn counts_have_a_bin_each_until_they_are_rare() {
        let law =
            Numbers::new(Curve::atoms(vec![(1, 50.0), (2, 30.0), (8, 20.0)]).unwrap(), 0.0, (0.0, 1e9), 0.0).unwrap();
        let bins = Bins::of(&law);
        assert_eq!((bins.place(1.0), bins.place(2.0), bins.place(8.0), bins.shares.len()), (0, 1, 2, 3));
        assert!(bins.shares.iter().zip([0.5, 0.3, 0.2]).all(|(share, expect)| (share - expect).abs() < 1e-9));
    }

    #[test]
    fn equal_values_share_their_weight_and_nulls_are_apart() {
        let values: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None, Some("b"), Some("a")]));
        let weights = Weights::of(&values, &[1.0, 5.0, 3.0, 1.0]);
        assert_eq!(weights.nulls, 0.5);
        assert_eq!(weights.shares.iter().map(|(_, share)| *share).collect::<Vec<_>>(), [0.4, 0.6]);
    }
}
