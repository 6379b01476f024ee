//! The values that come most often: exact while there are few, then by Misra and Gries ("Finding repeated elements",
//! 1982) with the merge of Agarwal and others ("Mergeable summaries", 2012), which never counts a value too high and
//! says by how much at most it counts too low.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values counted at a time.
pub(super) const CAPACITY: usize = 512;

/// Counts of values, told apart by their hashes, each with something to know it by.
#[derive(Clone, Debug)]
pub(super) struct Frequent<T> {
    counts: HashMap<u64, (u64, T), BuildHasherDefault<AsItIs>>,
    /// How much a count may lack at most.
    lacking: u64,
}

impl<T> Default for Frequent<T> {
    fn default() -> Self {
        Self { counts: HashMap::default(), lacking: 0 }
    }
}

impl<T> Frequent<T> {
    /// Counts a value once.
    #[inline]
    pub(super) fn add(&mut self, hash: u64, name: T) {
        if let Some((count, _)) = self.counts.get_mut(&hash) {
            *count += 1;
        } else if self.counts.len() < CAPACITY {
            self.counts.insert(hash, (1, name));
        } else {
            self.cut(1);
        }
    }

    /// The same with other names.
    pub(super) fn named<U>(self, name: impl Fn(T) -> U) -> Frequent<U> {
        let named = |(hash, (count, by)): (u64, (u64, T))| (hash, (count, name(by)));
        Frequent { counts: self.counts.into_iter().map(named).collect(), lacking: self.lacking }
    }

    /// What came here and there.
    pub(super) fn merge(&mut self, other: Self) {
        self.lacking += other.lacking;
        for (hash, (count, name)) in other.counts {
            self.counts.entry(hash).and_modify(|(mine, _)| *mine += count).or_insert((count, name));
        }
        if self.counts.len() > CAPACITY {
            let mut counts: Vec<u64> = self.counts.values().map(|(count, _)| *count).collect();
            let (_, next, _) = counts.select_nth_unstable_by_key(CAPACITY, |count| Reverse(*count));
            self.cut(*next);
        }
    }

    /// Whether every count is exact, and no value is missing.
    pub(super) fn is_exact(&self) -> bool {
        self.lacking == 0
    }

    /// How much a count may lack at most.
    pub(super) fn lacking(&self) -> u64 {
        self.lacking
    }

    /// How many values are counted.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// The count of a value; exact, or the least it can be.
    pub(super) fn count(&self, hash: u64) -> u64 {
        self.counts.get(&hash).map_or(0, |(count, _)| *count)
    }

    /// What values are counted.
    pub(super) fn names(&self) -> impl Iterator<Item = &T> {
        self.counts.values().map(|(_, name)| name)
    }

    /// Up to `most` values that come most often, with their counts. Those whose count is not above what it may lack
    /// are left out: others may come as often.
    pub(super) fn top(&self, most: usize) -> Vec<(&T, u64)> {
        let sure = self.counts.iter().filter(|(_, (count, _))| *count > self.lacking);
        let mut found: Vec<_> = sure.map(|(hash, (count, name))| (Reverse(*count), *hash, name)).collect();
        found.sort_unstable_by_key(|(count, hash, _)| (*count, *hash));
        found.into_iter().take(most).map(|(Reverse(count), _, name)| (name, count)).collect()
    }

    fn cut(&mut self, by: u64) {
        self.lacking += by;
        self.counts.retain(|_, (count, _)| {
            *count = count.saturating_sub(by);
            *count > 0
        });
    }
}

/// Keys are hashes already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        // Keys are 64-bit numbers; this is never called for them.
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Stream, mix};

    fn count(values: impl IntoIterator<Item = u64>) -> Frequent<u64> {
        let mut counts = Frequent::default();
        values.into_iter().for_each(|value| counts.add(mix(value), value));
        counts
    }

    #[test]
    fn few_values_are_counted_exactly_however_they_are_split() {
        let values: Vec<u64> = (0..10_000).map(|row| Stream::root(1).cell(row).below(20)).collect();
        let whole = count(values.iter().copied());
        assert!(whole.is_exact() && whole.len() == 20);
        for split in [1, 500, 9_999] {
            let mut merged = count(values[..split].iter().copied());
            merged.merge(count(values[split..].iter().copied()));
            assert_eq!(merged.top(20), whole.top(20));
        }
        let three = values.iter().filter(|value| **value == 3).count() as u64;
        assert_eq!(whole.count(mix(3)), three);
    }

    #[test]
    fn merging_is_associative_while_counts_are_exact() {
        let parts = [count(0..100), count(50..250), count(200..400)];
        let [a, b, c] = &parts;
        let mut left = a.clone();
        left.merge(b.clone());
        left.merge(c.clone());
        let (mut right, mut tail) = (a.clone(), b.clone());
        tail.merge(c.clone());
        right.merge(tail);
        assert_eq!(left.top(1_000), right.top(1_000));
    }

    #[test]
    fn the_most_frequent_of_many_values_are_found_and_never_counted_too_high() {
        // One value in five is 7, one in ten is 8, the rest come once.
        let value = |row: u64| match row % 10 {
            0 | 5 => 7,
            1 => 8,
            _ => 1_000 + row,
        };
        let mut counts = Frequent::default();
        for chunk in 0..8 {
            counts.merge(count((chunk * 10_000..(chunk + 1) * 10_000).map(value)));
        }
        assert!(!counts.is_exact() && counts.len() <= CAPACITY);
        let top = counts.top(10);
        assert_eq!(top.iter().map(|(value, _)| **value).collect::<Vec<_>>(), [7, 8]);
        for ((_, count), real) in top.iter().zip([16_000, 8_000]) {
            assert!(*count <= real && real <= count + counts.lacking(), "{count} of {real}, {}", counts.lacking());
        }
        assert!(counts.lacking() < 80_000 / CAPACITY as u64 + 1);
    }
}
