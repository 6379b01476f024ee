//! Which parent row a child row belongs to: by arithmetic, never by looking anything up.

use std::sync::Arc;

use arrow_array::ArrayRef;

use super::children::Children;
use super::composite::Composite;
use crate::generator::{EngineError, Positions};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// Stands for "no parent" among parent row numbers.
pub(crate) const NO_PARENT: u64 = u64::MAX;

/// A foreign key of a plan.
#[derive(Clone)]
pub(crate) struct Relation {
    /// Where the parents are.
    pub parents: Parents,
    /// How children find theirs.
    pub draw: Draw,
}

/// Where parents are.
#[derive(Clone)]
pub(crate) enum Parents {
    /// Rows of a table of the same plan, by its place in the plan; which rows says `first` and `count`.
    Table {
        /// Place of the table in the plan.
        table: usize,
        /// First parent row.
        first: u64,
        /// Number of parent rows.
        count: u64,
    },
    /// Keys that exist already.
    Pool(ArrayRef),
}

impl Parents {
    /// First parent row number, and how many there are.
    pub(crate) fn range(&self) -> (u64, u64) {
        match self {
            Self::Table { first, count, .. } => (*first, *count),
            Self::Pool(keys) => (0, keys.len() as u64),
        }
    }
}

/// How children find their parents.
#[derive(Clone)]
pub(crate) enum Draw {
    /// No child has one.
    Nobody,
    /// Every parent is as likely.
    Spread(Stream),
    /// Every child has a parent of its own: the permutation of the child's number counted from `first_child`.
    Permuted {
        /// Of the parents.
        permutation: Permutation,
        /// Row number of the child that has the first place.
        first_child: u64,
    },
    /// Counted per parent.
    Counted(Arc<Children>),
    /// Any earlier row of the same table; the first row has no parent.
    Earlier(Stream),
    /// The row before in the same table; the first row has no parent.
    Previous,
    /// A digit of a key of several columns.
    Digit {
        /// The key.
        key: Arc<Composite>,
        /// Which of its digits.
        member: usize,
    },
}

impl Relation {
    /// For each child row number the number of its parent row, or [`NO_PARENT`].
    pub(crate) fn parent_rows(&self, rows: &[u64]) -> Vec<u64> {
        let (first, count) = self.parents.range();
        if count == 0 {
            return vec![NO_PARENT; rows.len()];
        }
        match &self.draw {
            Draw::Nobody => vec![NO_PARENT; rows.len()],
            Draw::Spread(stream) => rows.iter().map(|row| first + stream.cell(*row).below(count)).collect(),
            Draw::Permuted { permutation, first_child } => {
                let place = |row: &u64| permutation.at(u128::from(row.saturating_sub(*first_child)));
                rows.iter().map(|row| first + place(row) as u64).collect()
            }
            Draw::Counted(children) => children.places(rows).iter().map(|place| place.parent).collect(),
            Draw::Earlier(stream) => rows
                .iter()
                .map(|row| if *row > first { first + stream.cell(*row).below(row - first) } else { NO_PARENT })
                .collect(),
            Draw::Previous => rows.iter().map(|row| if *row > first { row - 1 } else { NO_PARENT }).collect(),
            Draw::Digit { key, member } => key.digits(rows, *member).iter().map(|digit| first + digit).collect(),
        }
    }

    /// Whether some child may be without a parent.
    pub(crate) fn may_miss(&self) -> bool {
        self.parents.range().1 == 0 || matches!(self.draw, Draw::Nobody | Draw::Earlier(_) | Draw::Previous)
    }
}

impl Positions for Children {
    fn positions(&self, rows: &[u64]) -> Result<Vec<u64>, EngineError> {
        Ok(self.places(rows).iter().map(|place| place.position).collect())
    }
}
