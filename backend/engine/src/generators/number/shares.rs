//! `number.percentage`: percentages or shares of one, even or leaning.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamKind, ParamProblem};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{Moved, descriptor, drawn};

/// The catalogue's entry.
pub(crate) struct Percentage;

const UNITS: &[&str] = &["percent", "fraction"];
/// How values lie between the ends.
const LEANS: &[&str] = &["even", "low", "middle", "high", "ends"];

impl Generator for Percentage {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Percentage", "Porcentaje"),
            words(
                "Percentages from 0 to 100, or shares from 0 to 1: discounts, progress, occupancy.",
                "Porcentajes de 0 a 100, o fracciones de 0 a 1: descuentos, avance, ocupación.",
            ),
        );
        let params = vec![
            defaulted(
                "unit",
                ParamKind::Choice(UNITS),
                words("Unit", "Unidad"),
                words("0 to 100 (percent) or 0 to 1 (fraction).", "De 0 a 100 (percent) o de 0 a 1 (fraction)."),
                UNITS[0],
            ),
            defaulted(
                "lean",
                ParamKind::Choice(LEANS),
                words("Lean", "Tendencia"),
                words(
                    "Where most values lie: evenly, low, in the middle, high, or at both ends.",
                    "Dónde está la mayoría: uniforme (even), bajos (low), centrales (middle), altos (high) o en ambos extremos (ends).",
                ),
                LEANS[0],
            ),
        ];
        descriptor("number.percentage", texts, params, json!({ "unit": "percent", "lean": "middle", "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let most = if reader.choice("unit", UNITS) == "fraction" { 1.0 } else { 100.0 };
        let (alpha, beta) = match reader.choice("lean", LEANS) {
            "low" => (1.5, 6.0),
            "middle" => (4.0, 4.0),
            "high" => (6.0, 1.5),
            "ends" => (0.4, 0.4),
            _ => (1.0, 1.0),
        };
        let range = Range::compile(&mut reader, cx, (0.0, most));
        if reader.is_ok() && (range.low_number < 0.0 || range.high_number > most) {
            reader.problem("max", "out_of_range", format!("values must lie between 0 and {most}"));
        }
        let (location, scale) = (range.low_number, range.high_number - range.low_number);
        let made = rand_distr::Beta::new(alpha, beta);
        let curve = curves::beta(alpha, beta).filter(|_| scale > 0.0).map(|curve| curve.moved(location, scale));
        drawn(reader, cx, range, made.map(|distribution| Moved { distribution, location, scale }), curve)
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::{floats, moments};
    use crate::testing::Trial;

    #[test]
    fn percentages_lean_as_told() {
        for (lean, mean) in [("even", 50.0), ("low", 20.0), ("middle", 50.0), ("high", 80.0), ("ends", 50.0)] {
            let (found, _) = moments("number.percentage", json!({ "lean": lean }), 50_000);
            assert!((found - mean).abs() < 0.6, "{lean}: {found}");
        }
        let (_, even) = moments("number.percentage", json!({}), 20_000);
        let (_, ends) = moments("number.percentage", json!({ "lean": "ends" }), 20_000);
        assert!(ends > even * 1.5, "{ends} {even}");
    }

    #[test]
    fn fractions_stay_below_one() {
        assert!(
            floats("number.percentage", json!({ "unit": "fraction" }), 5_000).iter().all(|v| (0.0..=1.0).contains(v))
        );
        let trial = Trial::new("number.percentage", json!({ "unit": "fraction", "max": 100 }), FieldType::Float);
        assert!(trial.compile().is_err());
    }
}
