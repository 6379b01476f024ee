//! What generators say their values will look like, so that what came out can be held against what was asked.
//!
//! A [`Law`] is stated by [`crate::generator::Filler::law`] and tested by [`crate::profile`]. Stating none is fine: then
//! nothing is tested.

pub(crate) mod curves;
mod numbers;

use arrow_array::ArrayRef;

pub(crate) use curves::Curve;
pub use numbers::Numbers;

/// How often which values are to come.
#[derive(Clone)]
pub enum Law {
    /// One of some values.
    Weights {
        /// The values, in the Arrow type of the field; one may be null, several may be equal.
        values: ArrayRef,
        /// The weight of each, at least 0; they need not add up to anything.
        weights: Vec<f64>,
    },
    /// Numbers by a distribution.
    Numbers(Numbers),
}
