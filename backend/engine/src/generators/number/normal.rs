//! `number.normal`: numbers around a mean, by the normal (Gaussian) distribution, cut to the range.

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
pub(crate) struct Normal;

impl Generator for Normal {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.normal",
            family: Family::Number,
            label: words("Normal", "Normal"),
            description: words(
                "Numbers around a mean, by the normal (Gaussian) distribution, cut to the range.",
                "Números en torno a una media según la distribución normal (gaussiana), recortados al intervalo.",
            ),
            produces: NUMBERS,
            params: params(),
            example: json!({ "mean": 170, "std_dev": 8, "min": 140, "max": 210 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let mean = reader.number("mean").unwrap_or(0.0);
        let std_dev = reader.number("std_dev").unwrap_or(1.0);
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let distribution = rand_distr::Normal::new(mean, std_dev);
        match distribution {
            Ok(distribution) => {
                let curve = curves::normal(mean, std_dev);
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
            "mean",
            ParamKind::Number { min: None, max: None },
            words("Mean", "Media"),
            words("Where the values are centred.", "Dónde se centran los valores."),
            0.0,
        ),
        defaulted(
            "std_dev",
            ParamKind::Number { min: Some(0.0), max: None },
            words("Standard deviation", "Desviación típica"),
            words(
                "About two thirds of the values lie this near the mean.",
                "Unos dos tercios de los valores distan menos que esto de la media.",
            ),
            1.0,
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
    fn mean_and_deviation_are_those_asked_for() {
        let made = fill("number.normal", json!({ "mean": 50, "std_dev": 4 }), FieldType::Float, 50_000);
        let values = made.as_primitive::<Float64Type>().values();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / values.len() as f64;
        assert!((mean - 50.0).abs() < 0.1 && (variance.sqrt() - 4.0).abs() < 0.1, "{mean} {variance}");
    }

    #[test]
    fn values_are_cut_to_the_range_without_piling_up_at_its_ends() {
        let made =
            Trial::new("number.normal", json!({ "mean": 0, "std_dev": 1, "min": 0 }), FieldType::Float).fill(10_000);
        let values = made.as_primitive::<Float64Type>().values();
        assert!(values.iter().all(|v| *v >= 0.0));
        assert!(values.iter().filter(|v| **v == 0.0).count() < 5);
    }
}
