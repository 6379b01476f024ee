//! Keys of several columns, unique by construction: a row's place is permuted over the product of the columns' values
//! and then split into one digit a column.

use std::sync::Arc;

use super::children::Children;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// A key of several columns whose values come from one permutation.
pub(crate) struct Composite {
    /// How many values each column contributes; the product fits 128 bits.
    sizes: Box<[u128]>,
    scope: Scope,
}

/// Within what the digits are unique.
pub(crate) enum Scope {
    /// The whole table, rows counted from this one.
    Table(Permutation, u64),
    /// The children of one parent: another permutation for each parent.
    Parent(Arc<Children>, Stream),
}

impl Composite {
    /// The sizes cut so that their product fits, and the product.
    pub(crate) fn space(capacities: &[u128]) -> (Box<[u128]>, u128) {
        let mut product = 1_u128;
        let sizes = capacities.iter().map(|capacity| {
            // Row numbers are 64 bits; a column never needs more values than that.
            let size = (*capacity).min(1 << 63).min(u128::MAX / product).max(1);
            product *= size;
            size
        });
        let sizes = sizes.collect();
        (sizes, product)
    }

    /// A key unique in the whole table.
    pub(crate) fn in_table(capacities: &[u128], key: Stream, first_row: u64) -> Self {
        let (sizes, product) = Self::space(capacities);
        Self { sizes, scope: Scope::Table(Permutation::new(product, key.key()), first_row) }
    }

    /// A key unique among the children of each parent.
    pub(crate) fn in_parent(capacities: &[u128], key: Stream, children: Arc<Children>) -> Self {
        Self { sizes: Self::space(capacities).0, scope: Scope::Parent(children, key) }
    }

    /// How many different keys there are, in all or within one parent.
    pub(crate) fn capacity(&self) -> u128 {
        self.sizes.iter().product()
    }

    /// Most rows of one parent, where keys are unique among those only.
    pub(crate) fn most_in_parent(&self) -> Option<u64> {
        match &self.scope {
            Scope::Table(..) => None,
            Scope::Parent(children, _) => Some(children.most()),
        }
    }

    /// The digits of one column for these rows: numbers below its capacity.
    pub(crate) fn digits(&self, rows: &[u64], member: usize) -> Vec<u64> {
        let before: u128 = self.sizes[..member].iter().product();
        let digit = |place: u128| (place / before % self.sizes[member]) as u64;
        match &self.scope {
            Scope::Table(permutation, first) => {
                rows.iter().map(|row| digit(permutation.at(u128::from(row.saturating_sub(*first))))).collect()
            }
            Scope::Parent(children, key) => {
                let space = self.sizes.iter().product();
                let mut last = None;
                let places = children.places(rows);
                let mut digits = Vec::with_capacity(rows.len());
                for place in places {
                    let permutation = match &last {
                        Some((parent, permutation)) if *parent == place.parent => permutation,
                        _ => {
                            let key = key.slot(place.parent).key();
                            &last.insert((place.parent, Permutation::new(space, key))).1
                        }
                    };
                    digits.push(digit(permutation.at(u128::from(place.position))));
                }
                digits
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::ChildCount;

    use super::super::children::Cohort;
    use super::*;

    #[test]
    fn all_pairs_of_a_table_come_once() {
        let key = Composite::in_table(&[7, 11], Stream::root(1), 5);
        let rows: Vec<u64> = (5..5 + 77).collect();
        let pairs: HashSet<_> = key.digits(&rows, 0).into_iter().zip(key.digits(&rows, 1)).collect();
        assert_eq!(pairs.len(), 77);
        assert!(pairs.iter().all(|(a, b)| *a < 7 && *b < 11));
    }

    #[test]
    fn digits_repeat_between_parents_but_not_within_one() {
        let cohort = Cohort { parents: (0, 50), first_child: 0, total: None, stream: Stream::root(1) };
        let children = Arc::new(Children::new(&ChildCount::Constant { value: 9 }, &cohort));
        let key = Composite::in_parent(&[9], Stream::root(2), Arc::clone(&children));
        let rows: Vec<u64> = (0..children.total()).collect();
        let digits = key.digits(&rows, 0);
        for family in digits.chunks(9) {
            assert_eq!(family.iter().collect::<HashSet<_>>().len(), 9);
        }
        assert_ne!(digits[..9], digits[9..18]);
    }

    #[test]
    fn sizes_without_bounds_still_fit() {
        let (sizes, product) = Composite::space(&[u128::MAX, u128::MAX, u128::MAX]);
        assert_eq!(sizes.iter().product::<u128>(), product);
        assert!(product >= 1 << 126);
    }
}
