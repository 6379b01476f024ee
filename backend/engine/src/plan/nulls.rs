//! Which cells of a column are null, by the field's null rate.

use arrow_buffer::{BooleanBuffer, NullBuffer};

use crate::stream::Stream;

/// The nulls of a column: every cell is null with the same chance, from a stream of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NullRate {
    stream: Stream,
    /// Chance in 2^64ths; `None` for all.
    below: Option<u64>,
}

impl NullRate {
    /// `None` where the rate is 0.
    pub(crate) fn new(rate: f64, stream: Stream) -> Option<Self> {
        let below = (rate < 1.0).then_some((rate * 18_446_744_073_709_551_616.0) as u64);
        (rate > 0.0).then(|| Self { stream: stream.named("null"), below })
    }

    /// `false` where null.
    pub(crate) fn mask(&self, rows: &[u64]) -> NullBuffer {
        let valid = |at: usize| self.below.is_some_and(|below| self.stream.cell(rows[at]).bits() >= below);
        NullBuffer::new(BooleanBuffer::collect_bool(rows.len(), valid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_nulls_is_the_rate() {
        let rows: Vec<u64> = (0..100_000).collect();
        for (rate, expect) in [(0.25, 24_500..25_500), (1.0, 100_000..100_001), (0.001, 60..140)] {
            let nulls = NullRate::new(rate, Stream::root(1)).unwrap().mask(&rows).null_count();
            assert!(expect.contains(&nulls), "{rate}: {nulls}");
        }
        assert!(NullRate::new(0.0, Stream::root(1)).is_none());
    }
}
