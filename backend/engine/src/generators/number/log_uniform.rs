//! `number.log_uniform`: every order of magnitude as often as any other.

use dmb_spec::Params;
use rand::Rng;
use rand_distr::{Distribution, StandardUniform};
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{descriptor, drawn};

/// The catalogue's entry.
pub(crate) struct LogUniform;

impl Generator for LogUniform {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Log-uniform", "Log-uniforme"),
            words(
                "Every order of magnitude as often as any other: 1 to 10 as often as 1,000 to 10,000. First digits follow \
                 Benford's law.",
                "Cada orden de magnitud con igual frecuencia: de 1 a 10 tanto como de 1000 a 10 000. Las primeras cifras \
                 siguen la ley de Benford.",
            ),
        );
        descriptor("number.log_uniform", texts, Vec::new(), json!({ "min": 1, "max": 100_000, "decimals": 2 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (1.0, 1_000_000.0));
        if range.low_number <= 0.0 && reader.is_ok() {
            reader.problem("min", "out_of_range", "the smallest value must be above 0");
        }
        let (low, high) = (range.low_number.ln(), range.high_number.ln());
        let curve = curves::log_uniform(range.low_number, range.high_number);
        drawn(reader, cx, range, Ok::<_, &str>(Orders { low, width: high - low }), curve)
    }
}

/// Logarithms spread evenly.
struct Orders {
    low: f64,
    width: f64,
}

impl Distribution<f64> for Orders {
    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let share: f64 = StandardUniform.sample(rng);
        (self.low + self.width * share).exp()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::floats;
    use crate::testing::Trial;

    #[test]
    fn first_digits_follow_benfords_law() {
        let values = floats("number.log_uniform", json!({ "min": 1, "max": 1_000_000 }), 100_000);
        let ones = values.iter().filter(|v| format!("{v:e}").starts_with('1')).count();
        let nines = values.iter().filter(|v| format!("{v:e}").starts_with('9')).count();
        assert!((29_600..30_600).contains(&ones) && (4_300..4_850).contains(&nines), "{ones} {nines}");
    }

    #[test]
    fn a_range_that_reaches_zero_is_refused() {
        assert!(Trial::new("number.log_uniform", json!({ "min": 0 }), FieldType::Float).compile().is_err());
    }
}
