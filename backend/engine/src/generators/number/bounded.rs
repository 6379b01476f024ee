//! `number.beta`, `number.triangular` and `number.pert`: bells and slopes between two ends.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{Moved, descriptor, drawn, positive};

/// Shares.
pub(crate) struct Beta;
/// A slope up to the mode and a slope down from it.
pub(crate) struct Triangular;
/// A bell about the mode.
pub(crate) struct Pert;

/// Where values lie when nothing is said.
const UNIT: (f64, f64) = (0.0, 1.0);

impl Generator for Beta {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Beta", "Beta"),
            words(
                "Shares between two ends, 0 and 1 where nothing is said: conversion rates, completeness, scores.",
                "Proporciones entre dos extremos, 0 y 1 si no se indica nada: tasas de conversión, avance, puntuaciones.",
            ),
        );
        let params = vec![
            positive(
                "alpha",
                words("Alpha", "Alfa"),
                words("Weight of the upper end; above 0.", "Peso del extremo superior; mayor que 0."),
                2.0,
            ),
            positive(
                "beta",
                words("Beta", "Beta"),
                words("Weight of the lower end; above 0.", "Peso del extremo inferior; mayor que 0."),
                2.0,
            ),
        ];
        descriptor("number.beta", texts, params, json!({ "alpha": 2, "beta": 8, "decimals": 4 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (alpha, beta) = (reader.positive("alpha", 2.0), reader.positive("beta", 2.0));
        let range = Range::compile(&mut reader, cx, UNIT);
        let (location, scale) = (range.low_number, range.high_number - range.low_number);
        let distribution =
            rand_distr::Beta::new(alpha, beta).map(|distribution| Moved { distribution, location, scale });
        let curve = curves::beta(alpha, beta).filter(|_| scale > 0.0).map(|curve| curve.moved(location, scale));
        drawn(reader, cx, range, distribution, curve)
    }
}

impl Generator for Triangular {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Triangular", "Triangular"),
            words(
                "Numbers between two ends, most often near the mode: rough estimates.",
                "Números entre dos extremos, más frecuentes cerca de la moda: estimaciones aproximadas.",
            ),
        );
        descriptor("number.triangular", texts, vec![mode()], json!({ "min": 10, "mode": 20, "max": 60, "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, UNIT);
        let mode = read_mode(&mut reader, &range);
        let (low, high) = (range.low_number, range.high_number);
        let curve = curves::triangular(low, high, mode);
        drawn(reader, cx, range, rand_distr::Triangular::new(low, high, mode), curve)
    }
}

impl Generator for Pert {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("PERT", "PERT"),
            words(
                "Optimistic, likely and pessimistic estimates as a smooth bell: durations and costs of tasks.",
                "Estimaciones optimista, probable y pesimista como una campana suave: duraciones y costes de tareas.",
            ),
        );
        let shape = positive(
            "shape",
            words("Peakedness", "Apuntamiento"),
            words("Weight of the mode; 4 is the classic.", "Peso de la moda; 4 es el clásico."),
            4.0,
        );
        descriptor("number.pert", texts, vec![mode(), shape], json!({ "min": 2, "mode": 5, "max": 14, "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let shape = reader.positive("shape", 4.0);
        let range = Range::compile(&mut reader, cx, UNIT);
        let mode = read_mode(&mut reader, &range);
        let made = rand_distr::Pert::new(range.low_number, range.high_number).with_shape(shape).with_mode(mode);
        let curve = curves::pert(range.low_number, range.high_number, mode, shape);
        drawn(reader, cx, range, made, curve)
    }
}

fn mode() -> ParamDescriptor {
    optional(
        "mode",
        ParamKind::Number { min: None, max: None },
        words("Mode", "Moda"),
        words("Most frequent value; the middle where absent.", "Valor más frecuente; si falta, el centro."),
    )
}

fn read_mode(reader: &mut Reader<'_>, range: &Range) -> f64 {
    let middle = range.low_number / 2.0 + range.high_number / 2.0;
    let mode = reader.number("mode").unwrap_or(middle);
    if (range.low_number..=range.high_number).contains(&mode) {
        return mode;
    }
    let (low, high) = (range.low_number, range.high_number);
    reader.problem("mode", "out_of_range", format!("mode must lie between {low} and {high}, not {mode}"));
    middle
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::{floats, moments};
    use crate::testing::Trial;

    #[test]
    fn beta_has_its_mean_and_variance_between_its_ends() {
        let (mean, variance) = moments("number.beta", json!({ "alpha": 2, "beta": 6, "min": 10, "max": 20 }), 100_000);
        assert!((mean - 12.5).abs() < 0.02 && (variance - 2.0833).abs() < 0.04, "{mean} {variance}");
        let values = floats("number.beta", json!({ "alpha": 0.3, "beta": 0.3 }), 20_000);
        assert!(values.iter().all(|v| (0.0..=1.0).contains(v)));
    }

    #[test]
    fn triangular_has_its_mean_and_variance() {
        let (mean, variance) = moments("number.triangular", json!({ "min": 0, "mode": 3, "max": 9 }), 100_000);
        assert!((mean - 4.0).abs() < 0.03 && (variance - 3.5).abs() < 0.06, "{mean} {variance}");
    }

    #[test]
    fn pert_has_its_mean_and_keeps_to_its_ends() {
        let (mean, _) = moments("number.pert", json!({ "min": 0, "mode": 3, "max": 12 }), 100_000);
        assert!((mean - 4.0).abs() < 0.03, "{mean}");
        let values = floats("number.pert", json!({ "min": 0, "mode": 3, "max": 12 }), 20_000);
        assert!(values.iter().all(|v| (0.0..=12.0).contains(v)));
    }

    #[test]
    fn a_mode_outside_the_ends_is_refused() {
        for name in ["number.triangular", "number.pert"] {
            let trial = Trial::new(name, json!({ "min": 0, "max": 2, "mode": 5 }), FieldType::Float);
            assert_eq!(trial.compile().err().unwrap()[0].param, "mode");
        }
    }
}
