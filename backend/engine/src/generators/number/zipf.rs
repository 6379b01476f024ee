//! `number.zipf`: ranks where the first is far more frequent than the second, and so on: popularity.

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
pub(crate) struct Zipf;

impl Generator for Zipf {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.zipf",
            family: Family::Number,
            label: words("Zipf", "Zipf"),
            description: words(
                "Ranks where the first is far more frequent than the second, and so on: popularity.",
                "Rangos donde el primero es mucho más frecuente que el segundo, y así sucesivamente: popularidad.",
            ),
            produces: NUMBERS,
            params: params(),
            example: json!({ "exponent": 1.3, "min": 1, "max": 99 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let exponent = reader.number("exponent").unwrap_or(1.0);
        let range = Range::compile(&mut reader, cx, (1.0, 100.0));
        // Rank 1 is the smallest value of the range.
        let shift = range.low_number.ceil() - 1.0;
        let ranks = (range.high_number - shift).floor().max(1.0);
        let distribution = rand_distr::Zipf::new(ranks, exponent);
        match distribution {
            Ok(distribution) => {
                let curve = curves::zipf(ranks, exponent);
                reader.finish(Box::new(Drawn { range, stream: cx.stream, distribution, shift, curve }))
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
        "exponent",
        ParamKind::Number { min: Some(0.0), max: Some(20.0) },
        words("Exponent", "Exponente"),
        words(
            "How steeply the frequency falls; 1 is the classic.",
            "Con qué rapidez cae la frecuencia; 1 es el clásico.",
        ),
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
    fn the_first_rank_is_twice_as_frequent_as_the_second() {
        let made = fill("number.zipf", json!({ "exponent": 1, "min": 5, "max": 8 }), FieldType::Float, 50_000);
        let count = |rank: f64| made.as_primitive::<Float64Type>().values().iter().filter(|v| **v == rank).count();
        let ratio = count(5.0) as f64 / count(6.0) as f64;
        assert!((1.9..2.1).contains(&ratio), "{ratio}");
        assert_eq!(count(5.0) + count(6.0) + count(7.0) + count(8.0), 50_000);
    }

    #[test]
    fn an_empty_range_is_refused() {
        assert!(Trial::new("number.zipf", json!({ "min": 5, "max": 4 }), FieldType::Float).compile().is_err());
    }
}
