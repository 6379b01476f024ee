//! Mean and deviation of numbers that come in parts: sums of squares about each part's own mean, joined as Chan, Golub
//! and LeVeque do ("Updating formulae and a pairwise algorithm for computing sample variances", 1979).

/// Numbers summed side by side: the order is fixed, and additions need not wait for one another.
const LANES: usize = 8;

/// Count, mean, spread and ends of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moments {
    pub(super) count: u64,
    pub(super) mean: f64,
    /// Sum of squared distances from the mean.
    squares: f64,
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Moments {
    pub(super) fn of(values: &[f64]) -> Self {
        if values.is_empty() {
            return Self::default();
        }
        let mean = sum(values, |value| value) / values.len() as f64;
        Self {
            count: values.len() as u64,
            mean,
            squares: sum(values, |value| (value - mean) * (value - mean)),
            least: values.iter().copied().fold(f64::INFINITY, f64::min),
            most: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            *self = *other;
            return;
        }
        let (mine, theirs) = (self.count as f64, other.count as f64);
        let (all, apart) = (mine + theirs, other.mean - self.mean);
        self.mean += apart * theirs / all;
        self.squares += other.squares + apart * apart * mine * theirs / all;
        self.count += other.count;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    /// Standard deviation of the numbers themselves (not an estimate for a larger population); 0 where there are none.
    pub(super) fn deviation(&self) -> f64 {
        if self.count == 0 { 0.0 } else { (self.squares / self.count as f64).sqrt() }
    }
}

fn sum(values: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    let (blocks, rest) = values.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for block in blocks {
        for (lane, value) in lanes.iter_mut().zip(block) {
            *lane += of(*value);
        }
    }
    lanes.iter().sum::<f64>() + rest.iter().map(|value| of(*value)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    fn near(got: f64, expect: f64) {
        assert!((got - expect).abs() <= expect.abs() * 1e-12, "{got} is not {expect}");
    }

    #[test]
    fn known_numbers_have_their_known_moments() {
        // 1 … 1000: mean 500.5, variance (n² − 1) / 12.
        let values: Vec<f64> = (1..=1_000).map(f64::from).collect();
        let all = Moments::of(&values);
        near(all.mean, 500.5);
        near(all.deviation(), ((1e6 - 1.0) / 12.0_f64).sqrt());
        assert_eq!((all.count, all.least, all.most), (1_000, 1.0, 1_000.0));
        assert_eq!(Moments::of(&[]).deviation(), 0.0);
    }

    #[test]
    fn parts_come_to_the_whole_far_from_zero_too() {
        let values: Vec<f64> = (0..50_000).map(|row| 1.7e15 + Stream::root(4).cell(row).unit() * 1e6).collect();
        let whole = Moments::of(&values);
        for size in [1, 7, 16_384] {
            let mut merged = Moments::default();
            values.chunks(size).for_each(|part| merged.merge(&Moments::of(part)));
            near(merged.mean, whole.mean);
            assert!((merged.deviation() / whole.deviation() - 1.0).abs() < 1e-6, "{size}");
            assert_eq!((merged.count, merged.least, merged.most), (whole.count, whole.least, whole.most));
        }
    }

    #[test]
    fn merging_is_associative_to_the_last_digits() {
        let parts: Vec<Moments> =
            (0..3).map(|n| Moments::of(&[f64::from(n) * 3.5, f64::from(n) + 0.1, 9.0 - f64::from(n)])).collect();
        let (mut left, mut right, mut tail) = (parts[0], parts[0], parts[1]);
        left.merge(&parts[1]);
        left.merge(&parts[2]);
        tail.merge(&parts[2]);
        right.merge(&tail);
        near(left.mean, right.mean);
        near(left.deviation(), right.deviation());
    }
}
