//! `number.gamma` and `number.weibull`: sums of waiting times, and times to failure.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamDescriptor, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{descriptor, drawn, positive};

/// Sums of waiting times.
pub(crate) struct Gamma;
/// Times to failure.
pub(crate) struct Weibull;

impl Generator for Gamma {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Gamma", "Gamma"),
            words(
                "Sums of waiting times: rainfall, insurance claims, time until the k-th event; mean shape × scale.",
                "Sumas de tiempos de espera: lluvias, siniestros, tiempo hasta el k-ésimo suceso; media shape × scale.",
            ),
        );
        descriptor("number.gamma", texts, params(2.0), json!({ "shape": 2, "scale": 15, "decimals": 2 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (shape, scale) = (reader.positive("shape", 2.0), reader.positive("scale", 1.0));
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        drawn(reader, cx, range, rand_distr::Gamma::new(shape, scale), curves::gamma(shape, scale))
    }
}

impl Generator for Weibull {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Weibull", "Weibull"),
            words(
                "Times to failure and wind speeds; a shape above 1 means wear, below 1 early failures.",
                "Tiempos hasta el fallo y velocidades del viento; shape mayor que 1 es desgaste, menor que 1 fallos tempranos.",
            ),
        );
        descriptor("number.weibull", texts, params(1.5), json!({ "shape": 1.5, "scale": 1000, "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (shape, scale) = (reader.positive("shape", 1.5), reader.positive("scale", 1.0));
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        drawn(reader, cx, range, rand_distr::Weibull::new(scale, shape), curves::weibull(shape, scale))
    }
}

fn params(shape: f64) -> Vec<ParamDescriptor> {
    vec![
        positive(
            "shape",
            words("Shape", "Forma"),
            words("Above 0; larger is more even.", "Mayor que 0; cuanto mayor, más regular."),
            shape,
        ),
        positive(
            "scale",
            words("Scale", "Escala"),
            words("Above 0; stretches the values.", "Mayor que 0; estira los valores."),
            1.0,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::moments;
    use crate::testing::Trial;

    #[test]
    fn gamma_has_its_mean_and_variance() {
        let (mean, variance) = moments("number.gamma", json!({ "shape": 3, "scale": 2 }), 100_000);
        assert!((mean - 6.0).abs() < 0.05 && (variance - 12.0).abs() < 0.3, "{mean} {variance}");
    }

    #[test]
    fn weibull_has_its_mean_and_variance() {
        // With shape 2: mean √π/2, variance 1 − π/4 of the scale (squared).
        let (mean, variance) = moments("number.weibull", json!({ "shape": 2, "scale": 10 }), 100_000);
        assert!((mean - 8.8623).abs() < 0.06 && (variance - 21.46).abs() < 0.4, "{mean} {variance}");
    }

    #[test]
    fn shapes_of_zero_are_refused() {
        for name in ["number.gamma", "number.weibull"] {
            let problems = Trial::new(name, json!({ "shape": 0 }), FieldType::Float).compile().err().unwrap();
            assert_eq!((problems[0].param.as_str(), problems[0].code), ("shape", "out_of_range"));
        }
    }
}
