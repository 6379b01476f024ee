//! `number.random_walk`: values that wander from row to row: share prices, sensor readings, balances.
//!
//! A cell must be had without the rows before it, so the walk is not summed up but built by halving (Lévy's construction
//! of Brownian motion): the value at row 2^k is the one at row 2^(k-1) and a normal step of variance 2^(k-1); the value in
//! the middle of an interval of length n is the mean of its ends and a normal step of variance n/4. Every row has one
//! normal number of its own, and the steps from row to row come out normal, independent, and of variance 1. One row
//! costs about 2 log₂(row) numbers, neighbouring rows little more than one each.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use rand_distr::{Distribution, StandardNormal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem,
};
use crate::generators::support::blocks::Blocks;
use crate::generators::support::describe::{defaulted, optional, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::ordinal::{Ordinal, Place};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

use super::common::{descriptor, positive, real};

/// The catalogue's entry.
pub(crate) struct RandomWalk;

const MODES: &[&str] = &["additive", "multiplicative"];
/// Rows made ready together; a power of two.
const BLOCK: u64 = 256;

impl Generator for RandomWalk {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Random walk", "Paseo aleatorio"),
            words(
                "Values that wander from row to row: share prices, sensor readings; between bounds they turn back at them.",
                "Valores que vagan de fila en fila: cotizaciones, lecturas de sensores; entre límites rebotan en ellos.",
            ),
        );
        let example = json!({ "start": 100, "step": 1.5, "decimals": 2 });
        descriptor("number.random_walk", texts, params(), example)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let multiplicative = reader.choice("mode", MODES) == "multiplicative";
        let start = reader.number("start").unwrap_or(if multiplicative { 100.0 } else { 0.0 });
        let (step, drift) = (reader.positive("step", 1.0), reader.number("drift").unwrap_or(0.0));
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let given = |name: &str, own: bool| reader.value(name).is_some() || own;
        let constraints = &cx.field.constraints;
        let low = given("min", constraints.min.is_some()).then_some(range.low_number);
        let high = given("max", constraints.max.is_some()).then_some(range.high_number);
        if low.is_some_and(|low| start < low) || high.is_some_and(|high| start > high) {
            reader.problem(
                "start",
                "out_of_range",
                format!("start {start} lies outside the smallest and largest value"),
            );
        }
        if multiplicative && (start <= 0.0 || low.is_some_and(|low| low <= 0.0)) {
            reader.problem("start", "out_of_range", "a multiplicative walk needs a start and a smallest value above 0");
        }
        let bounds = if multiplicative { (low.map(f64::ln), high.map(f64::ln)) } else { (low, high) };
        let origin = if multiplicative { start.ln() } else { start };
        let ordinal = Ordinal::compile(&mut reader, cx);
        reader.finish(Box::new(Walk { range, origin, step, drift, bounds, multiplicative, ordinal, stream: cx.stream }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        optional(
            "start",
            ParamKind::Number { min: None, max: None },
            words("Start", "Inicio"),
            words(
                "Value of the first row; where absent 0, or 100 in a multiplicative walk.",
                "Valor de la primera fila; si falta, 0, o 100 en un paseo multiplicativo.",
            ),
        ),
        positive(
            "step",
            words("Step", "Paso"),
            words(
                "Standard deviation of the difference between two rows; a share such as 0.01 in a multiplicative walk.",
                "Desviación típica de la diferencia entre dos filas; una proporción como 0,01 en un paseo multiplicativo.",
            ),
            1.0,
        ),
        real(
            "drift",
            words("Drift", "Deriva"),
            words("Mean difference between two rows.", "Diferencia media entre dos filas."),
            0.0,
        ),
        defaulted(
            "mode",
            ParamKind::Choice(MODES),
            words("Mode", "Modo"),
            words(
                "Steps are added, or are shares of the value (multiplicative), as prices have them.",
                "Los pasos se suman (additive) o son proporciones del valor (multiplicative), como en los precios.",
            ),
            MODES[0],
        ),
        Ordinal::param(),
    ]
}

struct Walk {
    range: Range,
    /// Value of the first row; its logarithm in a multiplicative walk, as all that follows.
    origin: f64,
    step: f64,
    drift: f64,
    bounds: (Option<f64>, Option<f64>),
    multiplicative: bool,
    ordinal: Ordinal,
    stream: Stream,
}

impl Walk {
    /// The value where the plain walk stands at `wander`.
    fn value(&self, place: Place, wander: f64) -> f64 {
        let free = self.origin + self.drift * place.at as f64 + self.step * wander;
        let kept = turned(free, self.bounds);
        if self.multiplicative { kept.exp() } else { kept }
    }

    fn stream(&self, series: u64) -> Stream {
        if self.ordinal.is_per_parent() { self.stream.slot(series) } else { self.stream }
    }
}

impl Filler for Walk {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let places = self.ordinal.places(cx.rows)?;
        let mut blocks = Blocks::new();
        let mut values = Vec::with_capacity(places.len());
        for (n, place) in places.iter().enumerate() {
            let block = |place: &Place| (place.series, place.at / BLOCK);
            let known = block(place);
            let stream = self.stream(place.series);
            // A row that stands alone is cheaper alone.
            let alone =
                known.1 == 0 || !(blocks.has(&known) || places.get(n + 1).is_some_and(|next| block(next) == known));
            let wander = if alone {
                wander(stream, place.at)
            } else {
                blocks.at(known, |(_, block)| ready(stream, *block))[(place.at % BLOCK) as usize]
            };
            values.push(self.value(*place, wander));
        }
        let positions: Vec<u64> = (0..values.len() as u64).collect();
        self.range.column(&positions, |at| values[at as usize])
    }
}

/// The row's own normal number.
fn normal(stream: Stream, row: u64) -> f64 {
    StandardNormal.sample(&mut stream.cell(row))
}

/// Where a walk with steps of variance 1 from 0 stands at a row.
fn wander(stream: Stream, row: u64) -> f64 {
    if row == 0 {
        return 0.0;
    }
    let top = row.ilog2();
    let mut left = normal(stream, 1);
    for power in 0..top {
        left += ((1_u64 << power) as f64).sqrt() * normal(stream, 2 << power);
    }
    let mut low = 1_u64 << top;
    if row == low {
        return left;
    }
    let mut right = left + (low as f64).sqrt() * normal(stream, low.saturating_mul(2));
    let mut length = low;
    loop {
        length /= 2;
        let (at, middle) = (low + length, between(stream, low, length, left, right));
        match row.cmp(&at) {
            std::cmp::Ordering::Equal => return middle,
            std::cmp::Ordering::Less => right = middle,
            std::cmp::Ordering::Greater => (low, left) = (at, middle),
        }
    }
}

/// The value in the middle of an interval that begins at `low` and whose half is `half` rows long.
#[inline]
fn between(stream: Stream, low: u64, half: u64, left: f64, right: f64) -> f64 {
    (left + right) / 2.0 + (half as f64 / 2.0).sqrt() * normal(stream, low + half)
}

/// The walk at all rows of a block but the first one, whose rows belong to intervals of several sizes.
fn ready(stream: Stream, block: u64) -> Vec<f64> {
    let start = block * BLOCK;
    let mut values = vec![0.0; BLOCK as usize + 1];
    values[0] = wander(stream, start);
    values[BLOCK as usize] = wander(stream, start + BLOCK);
    let mut half = BLOCK / 2;
    while half > 0 {
        for low in (0..BLOCK).step_by(2 * half as usize) {
            let (left, right) = (values[low as usize], values[(low + 2 * half) as usize]);
            values[(low + half) as usize] = between(stream, start + low, half, left, right);
        }
        half /= 2;
    }
    values
}

/// A value beyond a bound turned back into the range, as a mirror at the bound would.
fn turned(value: f64, bounds: (Option<f64>, Option<f64>)) -> f64 {
    match bounds {
        (None, None) => value,
        (Some(low), None) => low + (value - low).abs(),
        (None, Some(high)) => high - (high - value).abs(),
        (Some(low), Some(high)) => {
            let width = high - low;
            if width <= 0.0 {
                return low;
            }
            let there_and_back = (value - low).rem_euclid(2.0 * width);
            low + there_and_back.min(2.0 * width - there_and_back)
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use dmb_spec::FieldType;

    use super::super::common::floats;
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn steps_are_normal_independent_and_of_the_size_asked_for() {
        let values = floats("number.random_walk", json!({ "step": 2, "drift": 0.5 }), 100_001);
        assert_eq!(values[0], 0.0);
        let steps: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mean = steps.iter().sum::<f64>() / steps.len() as f64;
        let centred: Vec<f64> = steps.iter().map(|s| s - mean).collect();
        let moment = |power: i32| centred.iter().map(|s| s.powi(power)).sum::<f64>() / centred.len() as f64;
        let (variance, kurtosis) = (moment(2), moment(4) / moment(2).powi(2));
        assert!((mean - 0.5).abs() < 0.03 && (variance - 4.0).abs() < 0.07, "{mean} {variance}");
        assert!((kurtosis - 3.0).abs() < 0.08, "{kurtosis}");
        for lag in [1, 2, 7, 255, 256] {
            let product: f64 = centred.windows(lag + 1).map(|w| w[0] * w[lag]).sum::<f64>() / centred.len() as f64;
            assert!((product / variance).abs() < 0.014, "lag {lag}: {product}");
        }
    }

    #[test]
    fn a_row_alone_is_the_row_in_its_block() {
        let filler = Trial::new("number.random_walk", json!({}), FieldType::Float).compile().unwrap();
        let all = (0..2_000).collect::<Vec<u64>>();
        let whole = filler.fill(&FillContext { rows: &all, inputs: &[] }).unwrap();
        let whole = whole.as_primitive::<Float64Type>().values();
        for row in [0, 1, 2, 3, 255, 256, 257, 511, 512, 1_023, 1_024, 1_500, 1_999] {
            let alone = filler.fill(&FillContext { rows: &[row], inputs: &[] }).unwrap();
            assert_eq!(alone.as_primitive::<Float64Type>().value(0), whole[row as usize], "{row}");
        }
    }

    #[test]
    fn walks_turn_back_at_their_bounds_without_jumps() {
        let values = floats("number.random_walk", json!({ "start": 5, "step": 1, "min": 0, "max": 10 }), 20_000);
        assert!(values.iter().all(|v| (0.0..=10.0).contains(v)));
        assert!(values.windows(2).all(|pair| (pair[1] - pair[0]).abs() < 6.0));
        assert!(values.iter().any(|v| *v < 0.5) && values.iter().any(|v| *v > 9.5));
    }

    #[test]
    fn multiplicative_walks_stay_above_zero_and_step_by_shares() {
        let params = json!({ "mode": "multiplicative", "start": 50, "step": 0.02 });
        let values = floats("number.random_walk", params, 50_000);
        let squares: f64 = values.windows(2).map(|pair| (pair[1] / pair[0]).ln().powi(2)).sum();
        let deviation = (squares / 49_999.0).sqrt();
        assert!(values[0] == 50.0 || (values[0] - 50.0).abs() < 1e-9);
        assert!(values.iter().all(|v| *v > 0.0) && (deviation - 0.02).abs() < 0.0003, "{deviation}");
    }

    #[test]
    fn starts_outside_the_bounds_and_series_without_parents_are_refused() {
        for params in [
            json!({ "start": 5, "max": 4 }),
            json!({ "mode": "multiplicative", "start": -1 }),
            json!({ "per_parent": true }),
        ] {
            assert!(Trial::new("number.random_walk", params.clone(), FieldType::Float).compile().is_err(), "{params}");
        }
    }
}
