//! `number.rating`: stars. Where nothing is said, most ratings are the best and second best, and the worst is more
//! frequent than what lies above it, as reviews on the net have it ("J-shaped": Hu, Zhang, Pavlou, "Overcoming the
//! J-shaped distribution of product reviews", Communications of the ACM 52, 2009; the weights are this project's).

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, optional, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Rating;

const SHAPES: &[&str] = &["j", "bell", "even"];
/// Weights of one to five stars of the shape `j`.
const J: [f64; 5] = [11.0, 5.0, 8.0, 19.0, 57.0];
/// Most different ratings.
const MOST: usize = 1_001;

impl Generator for Rating {
    fn descriptor(&self) -> Descriptor {
        let mut params = Range::params();
        params.retain(|p| p.name != "decimals");
        params.push(defaulted(
            "step",
            ParamKind::Number { min: Some(0.0), max: Some(1e6) },
            words("Step", "Paso"),
            words("1 for whole stars, 0.5 for halves.", "1 para estrellas enteras, 0.5 para medias."),
            1,
        ));
        params.push(defaulted(
            "shape",
            ParamKind::Choice(SHAPES),
            words("Shape", "Forma"),
            words(
                "Many of the best and some of the worst (j), most in the middle (bell), or each as often (even).",
                "Muchas de las mejores y algunas de las peores (j), la mayoría en el centro (bell) o por igual (even).",
            ),
            SHAPES[0],
        ));
        params.push(optional(
            "weights",
            ParamKind::Weights,
            words("Weights", "Pesos"),
            words(
                "How often each rating comes, instead of a shape: {\"5\": 60, \"4\": 25, \"1\": 15}.",
                "Con qué frecuencia sale cada nota, en lugar de una forma: {\"5\": 60, \"4\": 25, \"1\": 15}.",
            ),
        ));
        Descriptor {
            name: "number.rating",
            family: Family::Number,
            label: words("Rating", "Valoración"),
            description: words(
                "Stars from 1 to 5, whole or half, as often as reviews give them.",
                "Estrellas de 1 a 5, enteras o medias, con la frecuencia habitual de las reseñas.",
            ),
            produces: NUMBERS,
            params,
            example: json!({ "min": 1, "max": 5 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (1.0, 5.0));
        let step = reader.positive("step", 1.0);
        let shape = reader.choice("shape", SHAPES);
        let entries = match reader.value("weights") {
            Some(Value::Object(weights)) => given(&mut reader, weights, &range),
            _ => shaped(&mut reader, shape, step, &range),
        };
        let alias = Alias::new(entries.iter().map(|(_, weight)| *weight).chain(entries.is_empty().then_some(1.0)));
        let values = entries.into_iter().map(|(value, _)| value).collect();
        reader.finish(Box::new(Stars { range, values, alias, stream: cx.stream }))
    }
}

/// The ratings that the weights name.
fn given(reader: &mut Reader<'_>, weights: &serde_json::Map<String, Value>, range: &Range) -> Vec<(f64, f64)> {
    let mut entries = Vec::with_capacity(weights.len());
    for (rating, weight) in weights {
        match rating.trim().parse::<f64>() {
            Ok(value) if (range.low_number..=range.high_number).contains(&value) && holds(range.kind, value) => {
                entries.push((value, weight.as_f64().unwrap_or(0.0)));
            }
            Ok(_) => {
                let message = format!("{rating} is no rating the field can hold between its smallest and largest");
                reader.problem("weights", "out_of_range", message);
            }
            Err(_) => reader.problem("weights", "wrong_value", format!("\"{rating}\" is not a number")),
        }
    }
    entries
}

/// The ratings from the smallest to the largest with the weights of a shape.
fn shaped(reader: &mut Reader<'_>, shape: &str, step: f64, range: &Range) -> Vec<(f64, f64)> {
    let width = range.high_number - range.low_number;
    let last = (width / step + 1e-9).floor();
    if !(last.is_finite() && last < MOST as f64) {
        reader.problem("step", "out_of_range", format!("there are more than {MOST} ratings; make the step larger"));
        return Vec::new();
    }
    let values: Vec<f64> = (0..=last as usize).map(|n| range.low_number + step * n as f64).collect();
    if let Some(value) = values.iter().find(|value| !holds(range.kind, **value)) {
        reader.problem("step", "beyond_field", format!("the column can't hold a rating of {value}"));
    }
    values.into_iter().enumerate().map(|(n, value)| (value, weight(shape, n as f64 / last.max(1.0)))).collect()
}

/// Weight of a rating at a place from 0, the worst, to 1, the best.
fn weight(shape: &str, place: f64) -> f64 {
    match shape {
        "even" => 1.0,
        "bell" => (-8.0 * (place - 0.55).powi(2)).exp(),
        _ => {
            let at = (place * 4.0).clamp(0.0, 4.0);
            let (low, share) = ((at.floor() as usize).min(3), at - at.floor().min(3.0));
            J[low] * (1.0 - share) + J[low + 1] * share
        }
    }
}

/// Whether a column keeps a value as it is.
fn holds(kind: NumberKind, value: f64) -> bool {
    let steps = value * kind.factor();
    kind == NumberKind::Float || (steps - steps.round()).abs() < 1e-6
}

struct Stars {
    range: Range,
    values: Vec<f64>,
    alias: Alias,
    stream: Stream,
}

impl Filler for Stars {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.values[self.alias.pick(self.stream.cell(row).bits())])
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::floats;
    use crate::testing::Trial;

    fn count(values: &[f64], rating: f64) -> usize {
        values.iter().filter(|v| **v == rating).count()
    }

    #[test]
    fn stars_come_as_reviews_give_them() {
        let values = floats("number.rating", json!({}), 50_000);
        let counts = [1.0, 2.0, 3.0, 4.0, 5.0].map(|rating| count(&values, rating));
        assert_eq!(counts.iter().sum::<usize>(), 50_000);
        assert!(counts[4] > counts[3] && counts[3] > counts[2] && counts[0] > counts[1], "{counts:?}");
        assert!((28_000..29_000).contains(&counts[4]), "{counts:?}");
    }

    #[test]
    fn halves_and_weights() {
        let values = floats("number.rating", json!({ "step": 0.5, "shape": "even" }), 9_000);
        assert!((1..=9).all(|half| (900..1_100).contains(&count(&values, f64::from(half) / 2.0 + 0.5))));
        let values = floats("number.rating", json!({ "weights": { "5": 3, "1": 1 } }), 10_000);
        assert!((7_300..7_700).contains(&count(&values, 5.0)) && count(&values, 1.0) + count(&values, 5.0) == 10_000);
    }

    #[test]
    fn ratings_that_the_column_can_not_hold_are_refused() {
        for params in [json!({ "step": 0.5 }), json!({ "weights": { "7": 1 } }), json!({ "weights": { "good": 1 } })] {
            assert!(Trial::new("number.rating", params.clone(), FieldType::Integer).compile().is_err(), "{params}");
        }
        assert!(Trial::new("number.rating", json!({ "step": 1e-9 }), FieldType::Float).compile().is_err());
    }
}
