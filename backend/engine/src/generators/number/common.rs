//! What the entries that draw from one distribution have in common: their descriptors, and fillers of their draws.

use std::fmt::Display;

use dmb_spec::FieldType;
use rand::Rng;
use rand_distr::Distribution;
use serde_json::Value;

use crate::generator::{CompileContext, Descriptor, Family, Filler, ParamDescriptor, ParamKind, ParamProblem, Words};
use crate::generators::support::describe::{NUMBERS, defaulted};
use crate::generators::support::numbers::{Drawn, Range};
use crate::generators::support::params::Reader;
use crate::law::Curve;

/// Field types of numbers, for entries whose example has fractions.
pub(super) const FRACTIONS: &[FieldType] =
    &[FieldType::Float, FieldType::Decimal, FieldType::Integer, FieldType::BigInteger];

/// The descriptor of a distribution with parameters before the range's.
pub(super) fn descriptor(
    name: &'static str,
    (label, description): (Words, Words),
    mut params: Vec<ParamDescriptor>,
    example: Value,
) -> Descriptor {
    params.extend(Range::params());
    Descriptor {
        name,
        family: Family::Number,
        label,
        description,
        produces: FRACTIONS,
        params,
        example,
        localized: false,
        unique: false,
    }
}

/// The descriptor of a distribution of counts.
pub(super) fn counts(
    name: &'static str,
    texts: (Words, Words),
    params: Vec<ParamDescriptor>,
    example: Value,
) -> Descriptor {
    Descriptor { produces: NUMBERS, ..descriptor(name, texts, params, example) }
}

/// A number above 0 with its default.
pub(super) fn positive(name: &'static str, label: Words, help: Words, default: f64) -> ParamDescriptor {
    defaulted(name, ParamKind::Number { min: Some(0.0), max: Some(1e12) }, label, help, default)
}

/// Any number with its default.
pub(super) fn real(name: &'static str, label: Words, help: Words, default: f64) -> ParamDescriptor {
    defaulted(name, ParamKind::Number { min: None, max: None }, label, help, default)
}

/// The filler of a distribution, or what is wrong with its parameters; `curve` where the distribution's is known.
pub(super) fn drawn<D, E>(
    mut reader: Reader<'_>,
    cx: &CompileContext<'_>,
    range: Range,
    distribution: Result<D, E>,
    curve: Option<Curve>,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>>
where
    D: Distribution<f64> + Send + Sync + 'static,
    E: Display,
{
    match distribution {
        Ok(distribution) => {
            reader.finish(Box::new(Drawn { range, stream: cx.stream, distribution, shift: 0.0, curve }))
        }
        Err(error) => {
            if reader.is_ok() {
                reader.problem("", "bad_distribution", error.to_string());
            }
            Err(reader.into_problems())
        }
    }
}

/// A distribution moved and stretched: `location + scale × what is drawn`.
pub(super) struct Moved<D> {
    pub(super) distribution: D,
    pub(super) location: f64,
    pub(super) scale: f64,
}

impl<D: Distribution<f64>> Distribution<f64> for Moved<D> {
    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        self.location + self.scale * self.distribution.sample(rng)
    }
}

/// A distribution of counts as one of numbers.
pub(super) struct Counts<D> {
    pub(super) distribution: D,
    /// Added to every count.
    pub(super) plus: f64,
}

impl<D: Distribution<u64>> Distribution<f64> for Counts<D> {
    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        self.distribution.sample(rng) as f64 + self.plus
    }
}

/// Mean and variance of a trial's values; for the tests of the family.
#[cfg(test)]
pub(super) fn moments(generator: &'static str, params: Value, rows: u64) -> (f64, f64) {
    let values = floats(generator, params, rows);
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (mean, values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / values.len() as f64)
}

/// A trial's values in a float column; for the tests of the family.
#[cfg(test)]
pub(super) fn floats(generator: &'static str, params: Value, rows: u64) -> Vec<f64> {
    use arrow_array::cast::AsArray;
    let made = crate::testing::fill(generator, params, FieldType::Float, rows);
    made.as_primitive::<arrow_array::types::Float64Type>().values().to_vec()
}
