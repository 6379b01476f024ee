//! Children of a parent, counted in what came out: rows of one parent stand together, so each stretch of equal keys is
//! a parent with its children. Stretches that a chunk's edge cuts are put together when chunks are joined.

use super::asked::Bins;

/// Rows with the same key, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    key: u64,
    rows: u64,
}

/// Counts of stretches by their length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs {
    first: Option<Run>,
    /// Absent while there is only one.
    last: Option<Run>,
    /// Stretches between the first and the last.
    closed: Tally,
}

/// Parents by the number of their children.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) parents: u64,
    pub(super) least: Option<u64>,
    pub(super) most: u64,
    /// Parents by bin of their number of children.
    pub(super) binned: Vec<u64>,
}

impl Tally {
    /// Counts so many parents that have this number of children.
    pub(super) fn add(&mut self, children: u64, parents: u64, bins: &Bins) {
        if parents == 0 {
            return;
        }
        self.parents += parents;
        self.least = Some(self.least.map_or(children, |least| least.min(children)));
        self.most = self.most.max(children);
        self.binned.resize(bins.shares.len(), 0);
        self.binned[bins.place(children as f64)] += parents;
    }

    fn merge(&mut self, other: &Self) {
        self.parents += other.parents;
        self.least = [self.least, other.least].into_iter().flatten().min();
        self.most = self.most.max(other.most);
        self.binned.resize(self.binned.len().max(other.binned.len()), 0);
        self.binned.iter_mut().zip(&other.binned).for_each(|(mine, theirs)| *mine += theirs);
    }
}

impl Runs {
    /// The stretches of these keys.
    pub(super) fn of(keys: &[u64], bins: &Bins) -> Self {
        let mut runs = Self::default();
        for same in keys.chunk_by(|a, b| a == b) {
            runs.push(Run { key: same[0], rows: same.len() as u64 }, bins);
        }
        runs
    }

    /// These stretches and those behind them.
    pub(super) fn merge(&mut self, next: Self, bins: &Bins) {
        let Some(first) = next.first else { return };
        self.push(first, bins);
        self.closed.merge(&next.closed);
        // Its first and its last stretch don't touch, whatever their keys.
        if let Some(last) = next.last
            && let Some(closed) = self.last.replace(last)
        {
            self.closed.add(closed.rows, 1, bins);
        }
    }

    /// All of them.
    pub(super) fn finish(mut self, bins: &Bins) -> Tally {
        for run in [self.first, self.last].into_iter().flatten() {
            self.closed.add(run.rows, 1, bins);
        }
        self.closed
    }

    fn push(&mut self, run: Run, bins: &Bins) {
        match self.last.as_mut().or(self.first.as_mut()) {
            Some(end) if end.key == run.key => end.rows += run.rows,
            Some(_) => {
                if let Some(closed) = self.last.replace(run) {
                    self.closed.add(closed.rows, 1, bins);
                }
            }
            None => self.first = Some(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Curve, Numbers};

    fn bins() -> Bins {
        let curve = Curve::atoms((0..6).map(|n| (n, 1.0)).collect()).unwrap();
        Bins::of(&Numbers::new(curve, 0.0, (0.0, 1e6), 0.0).unwrap())
    }

    #[test]
    fn stretches_are_counted_whole_however_they_are_cut() {
        let (bins, keys) = (bins(), [1, 1, 1, 2, 3, 3, 3, 3, 3, 4, 4, 1]);
        let whole = Runs::of(&keys, &bins).finish(&bins);
        assert_eq!((whole.parents, whole.least, whole.most), (5, Some(1), 5));
        assert_eq!(whole.binned, [0, 2, 1, 1, 0, 1]);
        for first in 0..=keys.len() {
            for second in first..=keys.len() {
                let part = |range: std::ops::Range<usize>| Runs::of(&keys[range], &bins);
                let (a, b, c) = (part(0..first), part(first..second), part(second..keys.len()));
                let (mut left, mut right, mut tail) = (a.clone(), a, b.clone());
                left.merge(b, &bins);
                left.merge(c.clone(), &bins);
                tail.merge(c, &bins);
                right.merge(tail, &bins);
                assert_eq!(left.finish(&bins), whole, "{first} {second}");
                assert_eq!(right.finish(&bins), whole, "{first} {second}");
            }
        }
    }
}
