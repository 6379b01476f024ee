//! Numbers: uniform, by the common distributions, in series, together, and from other numbers of the row.

use crate::generator::Generator;

mod amount;
mod bounded;
mod common;
mod correlated;
mod exponential;
mod gamma;
mod grid;
mod histogram;
mod integer;
mod log_uniform;
mod lognormal;
mod mixture;
mod normal;
mod poisson;
mod product;
mod rating;
mod series;
mod shares;
mod tails;
mod temperature;
mod trials;
mod uniform;
mod walk;
mod zipf;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &uniform::Uniform,
    &integer::Integer,
    &grid::Step,
    &normal::Normal,
    &lognormal::LogNormal,
    &log_uniform::LogUniform,
    &exponential::Exponential,
    &gamma::Gamma,
    &gamma::Weibull,
    &bounded::Beta,
    &bounded::Triangular,
    &bounded::Pert,
    &poisson::Poisson,
    &trials::Binomial,
    &trials::Geometric,
    &trials::NegativeBinomial,
    &zipf::Zipf,
    &tails::Pareto,
    &tails::Cauchy,
    &tails::StudentT,
    &tails::Gumbel,
    &tails::SkewNormal,
    &mixture::Mixture,
    &histogram::Histogram,
    &product::Product,
    &correlated::Correlated,
    &walk::RandomWalk,
    &series::TimeSeries,
    &shares::Percentage,
    &rating::Rating,
    &amount::Amount,
    &temperature::Temperature,
];
