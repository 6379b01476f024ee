//! What the values of a field look like, as the schema shows it.

use async_graphql::{Enum, SimpleObject};
use dmb_app::preview::{self, Shape};
use serde_json::Value;

use crate::modules::common::{self, Violation};

/// What the values of a field look like, or why that can't be said.
#[derive(SimpleObject)]
pub(crate) struct FieldDistribution {
    /// The picture; null when a violation is an error.
    distribution: Option<Distribution>,
    /// Everything wrong with the table; warnings too.
    violations: Vec<Violation>,
}

/// A column at a glance.
#[derive(SimpleObject)]
pub(crate) struct Distribution {
    /// Rows looked at.
    rows: usize,
    /// Those of them without a value.
    nulls: usize,
    /// Different values among the others.
    distinct: usize,
    /// What `bins` or `top` are about.
    shape: DistributionShape,
    /// Whether the bins widen, each about twice as far from zero as the one before.
    logarithmic: bool,
    /// How many values lie in each part of their range, in order; of lengths, how many have which. At most 20.
    bins: Vec<DistributionBin>,
    /// The most frequent values, the most frequent first. At most 10.
    top: Vec<ValueCount>,
}

/// How values are shown at a glance.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
pub(crate) enum DistributionShape {
    /// Numbers and moments, along a line: `bins`.
    Values,
    /// Lengths of texts in characters, of bytes in bytes: `bins`.
    Lengths,
    /// The most frequent values: `top`.
    Top,
}

/// A part of a range.
#[derive(SimpleObject)]
pub(crate) struct DistributionBin {
    /// The smallest value that belongs to it.
    from: Value,
    /// The largest; of floating point numbers the smallest of the next.
    to: Value,
    /// Values in it.
    count: usize,
}

/// A value with how often it comes.
#[derive(SimpleObject)]
pub(crate) struct ValueCount {
    /// The value; long texts are cut.
    value: Value,
    /// Rows with it.
    count: usize,
}

impl From<preview::FieldDistribution> for FieldDistribution {
    fn from(found: preview::FieldDistribution) -> Self {
        Self { distribution: found.distribution.map(Into::into), violations: common::violations(found.violations) }
    }
}

impl FieldDistribution {
    /// No picture, for these reasons.
    pub fn refused(violations: Vec<dmb_spec::Violation>) -> Self {
        Self { distribution: None, violations: common::violations(violations) }
    }
}

impl From<preview::Distribution> for Distribution {
    fn from(found: preview::Distribution) -> Self {
        let (shape, logarithmic, bins, top) = match found.shape {
            Shape::Values { bins, logarithmic } => (DistributionShape::Values, logarithmic, bins, Vec::new()),
            Shape::Lengths(bins) => (DistributionShape::Lengths, false, bins, Vec::new()),
            Shape::Top(top) => (DistributionShape::Top, false, Vec::new(), top),
        };
        let bin = |bin: preview::Bin| DistributionBin { from: bin.from, to: bin.to, count: bin.count };
        let value = |each: preview::Counted| ValueCount { value: each.value, count: each.count };
        Self {
            rows: found.rows,
            nulls: found.nulls,
            distinct: found.distinct,
            shape,
            logarithmic,
            bins: bins.into_iter().map(bin).collect(),
            top: top.into_iter().map(value).collect(),
        }
    }
}
