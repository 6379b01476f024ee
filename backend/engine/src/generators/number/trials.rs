//! `number.binomial`, `number.geometric` and `number.negative_binomial`: successes and failures of trials.

use dmb_spec::Params;
use rand::Rng;
use rand_distr::{Distribution, Gamma, Poisson};
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{Counts, counts, drawn, positive};

/// Successes among so many trials.
pub(crate) struct Binomial;
/// Trials until the first success.
pub(crate) struct Geometric;
/// Failures before so many successes.
pub(crate) struct NegativeBinomial;

const COUNTED: &[&str] = &["failures", "trials"];

impl Generator for Binomial {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Binomial", "Binomial"),
            words(
                "Successes among so many trials: clicks of a hundred views, defects of a batch.",
                "Éxitos entre tantos intentos: clics de cien vistas, defectos de un lote.",
            ),
        );
        let trials = defaulted(
            "trials",
            ParamKind::Integer { min: Some(0), max: Some(1_000_000_000) },
            words("Trials", "Intentos"),
            words("How many trials there are.", "Cuántos intentos hay."),
            10,
        );
        counts("number.binomial", texts, vec![trials, probability()], json!({ "trials": 20, "probability": 0.3 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let trials = reader.integer("trials", (0, 1_000_000_000), 10);
        let probability = reader.number("probability").unwrap_or(0.5);
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        let made = rand_distr::Binomial::new(trials as u64, probability);
        let curve = curves::binomial(trials as u64, probability);
        drawn(reader, cx, range, made.map(|distribution| Counts { distribution, plus: 0.0 }), curve)
    }
}

impl Generator for Geometric {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Geometric", "Geométrica"),
            words(
                "Failures before the first success, or trials with it: retries, visits until a purchase.",
                "Fallos antes del primer éxito, o intentos con él: reintentos, visitas hasta una compra.",
            ),
        );
        let counted = defaulted(
            "count",
            ParamKind::Choice(COUNTED),
            words("Count", "Qué se cuenta"),
            words("Failures, from 0, or trials, from 1.", "Fallos (failures), desde 0, o intentos (trials), desde 1."),
            COUNTED[0],
        );
        counts(
            "number.geometric",
            texts,
            vec![probability(), counted],
            json!({ "probability": 0.4, "count": "trials" }),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let probability = reader.positive("probability", 0.5);
        let plus = if reader.choice("count", COUNTED) == "trials" { 1.0 } else { 0.0 };
        let range = Range::compile(&mut reader, cx, (plus, f64::MAX));
        let made = rand_distr::Geometric::new(probability);
        let curve = curves::geometric(probability).map(|curve| curve.plus(plus));
        drawn(reader, cx, range, made.map(|distribution| Counts { distribution, plus }), curve)
    }
}

impl Generator for NegativeBinomial {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Negative binomial", "Binomial negativa"),
            words(
                "Counts that spread wider than Poisson: failures before so many successes, claims a customer.",
                "Recuentos más dispersos que Poisson: fallos antes de tantos éxitos, siniestros por cliente.",
            ),
        );
        let successes = positive(
            "successes",
            words("Successes", "Éxitos"),
            words("Above 0; need not be whole.", "Mayor que 0; no tiene que ser entero."),
            3.0,
        );
        let example = json!({ "successes": 3, "probability": 0.4 });
        counts("number.negative_binomial", texts, vec![successes, probability()], example)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (successes, probability) = (reader.positive("successes", 3.0), reader.positive("probability", 0.5));
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        let rate = if probability < 1.0 {
            Gamma::new(successes, (1.0 - probability) / probability).map(Some)
        } else {
            Ok(None)
        };
        let curve = curves::negative_binomial(successes, probability);
        drawn(reader, cx, range, rate.map(|rate| Mixed { rate }), curve)
    }
}

/// Poisson counts whose mean is drawn from a gamma distribution: the negative binomial.
struct Mixed {
    /// `None` where every trial succeeds.
    rate: Option<Gamma<f64>>,
}

impl Distribution<f64> for Mixed {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let mean = self.rate.as_ref().map_or(0.0, |rate| rate.sample(rng));
        // A mean that is 0 for all that a float can tell counts nothing.
        Poisson::new(mean).map_or(0.0, |poisson| poisson.sample(rng))
    }
}

fn probability() -> ParamDescriptor {
    defaulted(
        "probability",
        ParamKind::Number { min: Some(0.0), max: Some(1.0) },
        words("Probability", "Probabilidad"),
        words("Of success in a trial, 0 to 1.", "De éxito en un intento, de 0 a 1."),
        0.5,
    )
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::{Value, json};

    use super::super::common::{floats, moments};
    use crate::testing::Trial;

    fn check(name: &'static str, params: Value, expect: (f64, f64)) {
        let (mean, variance) = moments(name, params.clone(), 100_000);
        assert!((mean / expect.0 - 1.0).abs() < 0.015 && (variance / expect.1 - 1.0).abs() < 0.03, "{mean} {variance}");
        assert!(floats(name, params, 1_000).iter().all(|v| v.fract() == 0.0 && *v >= 0.0));
    }

    #[test]
    fn counts_have_their_mean_and_variance() {
        check("number.binomial", json!({ "trials": 20, "probability": 0.3 }), (6.0, 4.2));
        check("number.binomial", json!({ "trials": 1_000_000, "probability": 0.5 }), (500_000.0, 250_000.0));
        check("number.geometric", json!({ "probability": 0.2 }), (4.0, 20.0));
        check("number.geometric", json!({ "probability": 0.2, "count": "trials" }), (5.0, 20.0));
        check("number.negative_binomial", json!({ "successes": 3, "probability": 0.4 }), (4.5, 11.25));
    }

    #[test]
    fn success_that_is_certain_or_impossible() {
        assert!(floats("number.negative_binomial", json!({ "probability": 1 }), 50).iter().all(|v| *v == 0.0));
        assert!(floats("number.binomial", json!({ "trials": 7, "probability": 1 }), 50).iter().all(|v| *v == 7.0));
        for name in ["number.geometric", "number.negative_binomial"] {
            assert!(Trial::new(name, json!({ "probability": 0 }), FieldType::Float).compile().is_err(), "{name}");
        }
    }
}
