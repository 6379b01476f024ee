//! Numbers: uniform, by the common distributions, and from other numbers of the row.

use crate::generator::Generator;

mod exponential;
mod integer;
mod lognormal;
mod mixture;
mod normal;
mod poisson;
mod product;
mod uniform;
mod zipf;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &uniform::Uniform,
    &integer::Integer,
    &normal::Normal,
    &lognormal::LogNormal,
    &exponential::Exponential,
    &poisson::Poisson,
    &zipf::Zipf,
    &mixture::Mixture,
    &product::Product,
];
