//! `number.poisson`: counts of things that happen by chance, such as calls an hour.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, Family, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::numbers::{Drawn, Range};
use crate::generators::support::params::Reader;
use crate::law::curves;

/// The catalogue's entry.
pub(crate) struct Poisson;

impl Generator for Poisson {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.poisson",
            family: Family::Number,
            label: words("Poisson", "Poisson"),
            description: words(
                "Counts of things that happen by chance, such as calls an hour.",
                "Recuentos de sucesos al azar, como llamadas por hora.",
            ),
            produces: NUMBERS,
            params: params(),
            example: json!({ "mean": 3 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let mean = reader.positive("mean", 3.0);
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        let distribution = rand_distr::Poisson::new(mean);
        match distribution {
            Ok(distribution) => {
                let curve = curves::poisson(mean);
                reader.finish(Box::new(Drawn { range, stream: cx.stream, distribution, shift: 0.0, curve }))
            }
            Err(error) => {
                reader.problem("", "bad_distribution", error.to_string());
                Err(reader.into_problems())
            }
        }
    }
}

fn params() -> Vec<ParamDescriptor> {
    let mut params = vec![defaulted(
        "mean",
        ParamKind::Number { min: Some(0.0), max: Some(1e9) },
        words("Mean", "Media"),
        words("Mean count; above 0.", "Recuento medio; mayor que 0."),
        3.0,
    )];
    params.extend(Range::params());
    params
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::{Trial, fill};

    #[test]
    fn counts_have_the_mean_and_are_whole() {
        let made = fill("number.poisson", json!({ "mean": 3 }), FieldType::Float, 50_000);
        let values = made.as_primitive::<Float64Type>().values();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        assert!((mean - 3.0).abs() < 0.05 && values.iter().all(|v| v.fract() == 0.0), "{mean}");
    }

    #[test]
    fn a_mean_of_zero_is_refused() {
        assert!(Trial::new("number.poisson", json!({ "mean": 0 }), FieldType::Float).compile().is_err());
    }
}
