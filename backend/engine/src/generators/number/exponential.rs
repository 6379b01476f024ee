//! `number.exponential`: waiting times: small values often, large ones ever more seldom.

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
pub(crate) struct Exponential;

impl Generator for Exponential {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.exponential",
            family: Family::Number,
            label: words("Exponential", "Exponencial"),
            description: words(
                "Waiting times: small values often, large ones ever more seldom.",
                "Tiempos de espera: valores pequeños a menudo, grandes cada vez menos.",
            ),
            produces: NUMBERS,
            params: params(),
            example: json!({ "mean": 30 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let mean = reader.positive("mean", 1.0);
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        let distribution = rand_distr::Exp::new(mean.recip());
        match distribution {
            Ok(distribution) => reader.finish(Box::new(Drawn {
                range,
                stream: cx.stream,
                distribution,
                shift: range.low_number.max(0.0),
                curve: curves::exponential(mean),
            })),
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
        ParamKind::Number { min: Some(0.0), max: None },
        words("Mean", "Media"),
        words("Mean of the values; above 0.", "Media de los valores; mayor que 0."),
        1.0,
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
    fn the_mean_is_the_one_asked_for() {
        let made = fill("number.exponential", json!({ "mean": 30 }), FieldType::Float, 50_000);
        let values = made.as_primitive::<Float64Type>().values();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        assert!((mean - 30.0).abs() < 0.6, "{mean}");
    }

    #[test]
    fn a_mean_of_zero_is_refused() {
        assert!(Trial::new("number.exponential", json!({ "mean": 0 }), FieldType::Float).compile().is_err());
    }
}
