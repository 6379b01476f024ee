//! Different numbers for different rows that stay short while a table is small.

use crate::permutation::Permutation;

/// Sizes at which the numbers get a digit more: 1,000 rows have three digits, 10,000 four, and so on.
const SIZES: [u64; 10] =
    [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000];

/// A permutation of the numbers below 100,000,000,000 that maps each power of ten of [`SIZES`] onto itself. So the
/// number of a row does not depend on how many rows there are, and few rows have few digits.
pub(crate) struct Stages {
    /// First row of the stage, and the permutation of the rows in it.
    stages: Vec<(u64, Permutation)>,
}

impl Stages {
    /// How many rows get different numbers.
    pub(crate) const CAPACITY: u128 = SIZES[SIZES.len() - 1] as u128;

    pub(crate) fn new(key: u64) -> Self {
        let mut start = 0;
        let stages = SIZES.iter().enumerate().map(|(n, &end)| {
            let stage = (start, Permutation::new(u128::from(end - start), key ^ crate::stream::mix(n as u64 + 1)));
            start = end;
            stage
        });
        Self { stages: stages.collect() }
    }

    /// The number of a row; rows beyond the capacity repeat.
    pub(crate) fn at(&self, row: u64) -> u64 {
        let row = row % SIZES[SIZES.len() - 1];
        let stage = SIZES.partition_point(|&end| end <= row);
        let (start, permutation) = &self.stages[stage];
        start + permutation.at(u128::from(row - start)) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_get_different_numbers_with_no_more_digits_than_needed() {
        let stages = Stages::new(7);
        let mut seen: Vec<u64> = (0..10_000).map(|row| stages.at(row)).collect();
        assert!(seen[..100].iter().all(|&n| n < 100) && seen[..1_000].iter().all(|&n| n < 1_000));
        assert_ne!(seen[..100], (0..100).collect::<Vec<_>>()[..]);
        seen.sort_unstable();
        assert_eq!(seen, (0..10_000).collect::<Vec<_>>());
    }
}
