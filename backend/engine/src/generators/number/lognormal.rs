//! `number.lognormal`: positive numbers with a long tail, such as incomes, prices or durations.

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
pub(crate) struct LogNormal;

impl Generator for LogNormal {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.lognormal",
            family: Family::Number,
            label: words("Log-normal", "Log-normal"),
            description: words(
                "Positive numbers with a long tail, such as incomes, prices or durations.",
                "Números positivos con una cola larga, como ingresos, precios o duraciones.",
            ),
            produces: NUMBERS,
            params: params(),
            example: json!({ "median": 1200, "sigma": 0.6 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let median = reader.positive("median", 1.0);
        let sigma = reader.number("sigma").unwrap_or(0.5);
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let distribution = rand_distr::LogNormal::new(median.ln(), sigma);
        match distribution {
            Ok(distribution) => {
                let curve = curves::lognormal(median, sigma);
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
    let mut params = vec![
        defaulted(
            "median",
            ParamKind::Number { min: Some(0.0), max: None },
            words("Median", "Mediana"),
            words(
                "Half of the values lie below it; above 0.",
                "La mitad de los valores queda por debajo; mayor que 0.",
            ),
            1.0,
        ),
        defaulted(
            "sigma",
            ParamKind::Number { min: Some(0.0), max: Some(10.0) },
            words("Spread", "Dispersión"),
            words(
                "Standard deviation of the logarithm; 0.5 is mild, 2 is wild.",
                "Desviación típica del logaritmo; 0,5 es suave, 2 es extrema.",
            ),
            0.5,
        ),
    ];
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
    fn half_of_the_values_lie_below_the_median() {
        let made = fill("number.lognormal", json!({ "median": 40, "sigma": 0.8 }), FieldType::Float, 20_000);
        let below = made.as_primitive::<Float64Type>().values().iter().filter(|v| **v < 40.0).count();
        assert!((9_700..10_300).contains(&below), "{below}");
    }

    #[test]
    fn a_median_of_zero_is_refused() {
        assert!(Trial::new("number.lognormal", json!({ "median": 0 }), FieldType::Float).compile().is_err());
    }
}
