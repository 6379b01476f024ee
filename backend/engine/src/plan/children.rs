//! Children per parent: how many children each parent has, and which parent a child belongs to, at random access.
//!
//! The planned count of a parent is a pure function of the run's seed, the foreign key and the parent's row number. Sums
//! are kept for blocks of parents only, so a hundred million parents take a few megabytes; within a block counts are
//! drawn again. Where a total other than the planned one is asked for, every parent's share is scaled: the boundary
//! behind the first p parents lies at `total × planned(p) / planned`, rounded down, so that the whole is exact.

use dmb_spec::ChildCount;
use rand_distr::{Distribution, Poisson};

use crate::generators::support::weights::Alias;
use crate::stream::{Cell, Stream};

/// Parents in a block.
const BLOCK: u64 = 256;
/// Means up to this are drawn from a table of all counts that can be.
const TABLE_MEAN: f64 = 1_000.0;

/// The children of a run of parents.
pub(crate) struct Children {
    counts: Counts,
    stream: Stream,
    first_parent: u64,
    parents: u64,
    first_child: u64,
    planned: u64,
    total: u64,
    most: u64,
    /// Planned children before each block.
    sums: Box<[u64]>,
}

/// Where a child belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The parent's row number.
    pub parent: u64,
    /// Place among the parent's children, from 0.
    pub position: u64,
}

/// What the children are counted from.
pub(crate) struct Cohort {
    /// Row number of the first parent, and how many parents there are.
    pub parents: (u64, u64),
    /// Row number of the first child.
    pub first_child: u64,
    /// How many children in all; `None` for as many as come out.
    pub total: Option<u64>,
    /// Stream of the counts.
    pub stream: Stream,
}

impl Children {
    /// Counts the children of every parent; takes a few nanoseconds a parent.
    pub(crate) fn new(count: &ChildCount, cohort: &Cohort) -> Self {
        let (first_parent, parents) = cohort.parents;
        let mut index = Self {
            counts: Counts::new(count),
            stream: cohort.stream,
            first_parent,
            parents,
            first_child: cohort.first_child,
            planned: 0,
            total: 0,
            most: 0,
            sums: Box::default(),
        };
        let mut sums = Vec::with_capacity(parents.div_ceil(BLOCK) as usize);
        for parent in 0..parents {
            if parent % BLOCK == 0 {
                sums.push(index.planned);
            }
            let count = index.count(parent);
            index.planned = index.planned.saturating_add(count);
            index.most = index.most.max(count);
        }
        index.sums = sums.into();
        index.total = if index.planned == 0 { 0 } else { cohort.total.unwrap_or(index.planned) };
        if index.total != index.planned {
            index.most = index.most_scaled();
        }
        index
    }

    /// How many children there are.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// Whether every parent's share was scaled to reach a number asked for.
    pub(crate) fn scaled(&self) -> bool {
        self.total != self.planned
    }

    /// The most children a parent has.
    pub(crate) fn most(&self) -> u64 {
        self.most
    }

    /// The parent and the place of each child row.
    pub(crate) fn places(&self, rows: &[u64]) -> Vec<Place> {
        let mut places = vec![Place::default(); rows.len()];
        let mut cursor = self.cursor(0);
        if rows.is_sorted() {
            for (place, row) in places.iter_mut().zip(rows) {
                *place = self.place(&mut cursor, *row);
            }
            return places;
        }
        // In row order every block is walked through once, however the rows are asked for.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_unstable_by_key(|at| rows[*at]);
        for at in order {
            places[at] = self.place(&mut cursor, rows[at]);
        }
        places
    }

    fn place(&self, cursor: &mut Cursor, row: u64) -> Place {
        // A row outside the run belongs to its last child's parent; the plan never asks for one.
        let child = row.saturating_sub(self.first_child).min(self.total.saturating_sub(1));
        if child < cursor.start {
            *cursor = self.cursor(self.block_of(child));
        }
        let mut walked = 0;
        while child >= cursor.end && cursor.parent + 1 < self.parents {
            if walked == BLOCK {
                *cursor = self.cursor(self.block_of(child));
                walked = 0;
                continue;
            }
            self.advance(cursor);
            walked += 1;
        }
        Place { parent: self.first_parent + cursor.parent, position: child - cursor.start }
    }

    /// The last block that begins at or before the child.
    fn block_of(&self, child: u64) -> usize {
        self.sums.partition_point(|planned| self.scale(*planned) <= child).saturating_sub(1)
    }

    fn cursor(&self, block: usize) -> Cursor {
        let planned = self.sums.get(block).copied().unwrap_or(0);
        let parent = block as u64 * BLOCK;
        let after = planned + self.count(parent);
        Cursor { parent, after, start: self.scale(planned), end: self.scale(after) }
    }

    fn advance(&self, cursor: &mut Cursor) {
        cursor.parent += 1;
        cursor.start = cursor.end;
        cursor.after += self.count(cursor.parent);
        cursor.end = self.scale(cursor.after);
    }

    fn most_scaled(&self) -> u64 {
        let mut cursor = self.cursor(0);
        let mut most = cursor.end;
        while cursor.parent + 1 < self.parents {
            self.advance(&mut cursor);
            most = most.max(cursor.end - cursor.start);
        }
        most
    }

    fn count(&self, parent: u64) -> u64 {
        self.counts.draw(&mut self.stream.cell(self.first_parent + parent))
    }

    fn scale(&self, planned: u64) -> u64 {
        if self.total == self.planned {
            return planned;
        }
        // The quotient is at most `total`.
        (u128::from(self.total) * u128::from(planned) / u128::from(self.planned.max(1))) as u64
    }
}

/// A parent and the children it has: `start` to `end`, and the planned children up to and with it.
struct Cursor {
    parent: u64,
    after: u64,
    start: u64,
    end: u64,
}

/// A distribution of counts, ready to draw from.
enum Counts {
    Constant(u64),
    Uniform { min: u64, span: u64 },
    Table { alias: Alias, values: Box<[u64]> },
    Poisson { poisson: Poisson<f64>, max: u64 },
}

impl Counts {
    fn new(count: &ChildCount) -> Self {
        match count {
            ChildCount::Constant { value } => Self::Constant(*value),
            ChildCount::Uniform { min, max } => {
                Self::Uniform { min: *min, span: max.saturating_sub(*min).saturating_add(1) }
            }
            ChildCount::Choice { weights } => {
                let (values, weights): (Vec<u64>, Vec<f64>) = weights.iter().copied().unzip();
                Self::Table { alias: Alias::new(weights), values: values.into() }
            }
            ChildCount::Poisson { mean, max } => match Poisson::new(*mean) {
                Ok(poisson) if *mean > TABLE_MEAN => Self::Poisson { poisson, max: max.unwrap_or(u64::MAX) },
                _ => Self::poisson_table(*mean, *max),
            },
        }
    }

    /// The counts up to `max` (far beyond the mean where there is none) with the weight Poisson gives them.
    fn poisson_table(mean: f64, max: Option<u64>) -> Self {
        let far = (mean + 12.0 * mean.sqrt() + 12.0) as u64;
        let values: Vec<u64> = (0..=max.unwrap_or(far).min(far)).collect();
        let mut logarithm = -mean;
        let weights = values.iter().map(|n| {
            if *n > 0 {
                logarithm += mean.ln() - (*n as f64).ln();
            }
            logarithm.exp()
        });
        Self::Table { alias: Alias::new(weights), values: values.into() }
    }

    fn draw(&self, cell: &mut Cell) -> u64 {
        match self {
            Self::Constant(value) => *value,
            Self::Uniform { min, span } => min + cell.below(*span),
            Self::Table { alias, values } => values[alias.pick(cell.bits())],
            Self::Poisson { poisson, max } => (poisson.sample(cell) as u64).min(*max),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn children(count: ChildCount, parents: u64, total: Option<u64>) -> Children {
        let stream = Stream::root(3).named("children");
        Children::new(&count, &Cohort { parents: (10, parents), first_child: 100, total, stream })
    }

    fn poisson(mean: f64) -> ChildCount {
        ChildCount::Poisson { mean, max: None }
    }

    /// Children of each parent, by asking for every child.
    fn tally(children: &Children, parents: u64) -> Vec<u64> {
        let rows: Vec<u64> = (100..100 + children.total()).collect();
        let mut counts = vec![0; parents as usize];
        for place in children.places(&rows) {
            let count = &mut counts[(place.parent - 10) as usize];
            assert_eq!(place.position, *count);
            *count += 1;
        }
        counts
    }

    #[test]
    fn every_child_has_a_parent_and_places_count_up() {
        for count in
            [ChildCount::Constant { value: 3 }, ChildCount::Uniform { min: 0, max: 4 }, poisson(0.4), poisson(7.0)]
        {
            let children = children(count, 1_000, None);
            let counts = tally(&children, 1_000);
            assert_eq!(counts.iter().sum::<u64>(), children.total());
            assert_eq!(counts.iter().max(), Some(&children.most()));
        }
    }

    #[test]
    fn a_total_asked_for_is_met_exactly_with_the_shape_kept() {
        for total in [1, 700, 2_999, 3_001, 20_000] {
            let children = children(poisson(3.0), 1_000, Some(total));
            let counts = tally(&children, 1_000);
            assert_eq!(counts.iter().sum::<u64>(), total);
            assert_eq!(counts.iter().max(), Some(&children.most()));
        }
        let (planned, doubled) = (children(poisson(3.0), 1_000, None), children(poisson(3.0), 1_000, Some(6_000)));
        let (planned, doubled) = (tally(&planned, 1_000), tally(&doubled, 1_000));
        assert!(planned.iter().zip(&doubled).all(|(p, d)| (p * 2).abs_diff(*d) <= 1 + p / 5), "shape");
    }

    #[test]
    fn rows_in_any_order_find_the_same_places() {
        let children = children(poisson(2.0), 5_000, None);
        let rows: Vec<u64> = (100..100 + children.total()).collect();
        let places = children.places(&rows);
        let scattered: Vec<u64> = (0..500).map(|i| 100 + (i * 7_919) % children.total()).collect();
        for (row, place) in scattered.iter().zip(children.places(&scattered)) {
            assert_eq!(place, places[(row - 100) as usize], "{row}");
            assert_eq!(children.places(&[*row]), [place]);
        }
    }

    #[test]
    fn counts_follow_their_distribution() {
        let parents = 20_000;
        let share = |counts: &[u64], n: u64| counts.iter().filter(|c| **c == n).count() as f64 / parents as f64;
        let near = |got: f64, expect: f64| assert!((got - expect).abs() < 0.012, "{got} is not near {expect}");
        let counts = tally(&children(poisson(3.0), parents, None), parents);
        for (n, expect) in [(0, 0.0498), (1, 0.1494), (3, 0.2240), (6, 0.0504)] {
            near(share(&counts, n), expect);
        }
        let weights = vec![(1, 50.0), (2, 30.0), (8, 20.0)];
        let counts = tally(&children(ChildCount::Choice { weights }, parents, None), parents);
        near(share(&counts, 1), 0.5);
        near(share(&counts, 8), 0.2);
        let counts = tally(&children(ChildCount::Poisson { mean: 3.0, max: Some(3) }, parents, None), parents);
        assert_eq!(counts.iter().max(), Some(&3));
        let large = children(poisson(5_000.0), 400, None);
        near(large.total() as f64 / 400.0 / 5_000.0, 1.0);
    }

    #[test]
    fn parents_without_any_child_leave_nothing() {
        assert_eq!(children(ChildCount::Constant { value: 0 }, 10, Some(5)).total(), 0);
        assert_eq!(children(poisson(1.0), 0, None).total(), 0);
    }
}
