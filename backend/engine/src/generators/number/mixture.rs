//! `number.mixture`: several ranges, each drawn from as often as its weight says.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, required, words};
use crate::generators::support::numbers::{Range, number};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::{NumberKind, Span};
use crate::generators::support::weights::Alias;
use crate::law::Law;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Mixture;

#[derive(Deserialize)]
struct Part {
    weight: Option<f64>,
    min: Value,
    max: Value,
}

impl Part {
    fn weight(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }
}

impl Generator for Mixture {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.mixture",
            family: Family::Number,
            label: words("Mixture of ranges", "Mezcla de intervalos"),
            description: words(
                "Numbers from several ranges by weight: most small, some middling, few large.",
                "Números de varios intervalos según su peso: la mayoría pequeños, algunos medianos, pocos grandes.",
            ),
            produces: NUMBERS,
            params: vec![required(
                "parts",
                ParamKind::Rows(columns()),
                words("Ranges", "Intervalos"),
                words(
                    "Each is drawn from as often as its weight says, beside those of the others.",
                    "De cada uno se extrae según su peso, en relación con los de los demás.",
                ),
            )],
            example: json!({ "parts": [
                { "weight": 70, "min": 1, "max": 500 },
                { "weight": 27, "min": 500, "max": 5_000 },
                { "weight": 3, "min": 5_000, "max": 100_000 },
            ] }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let parts = parts(&mut reader);
        let weights = parts.iter().map(Part::weight).collect();
        let alias = Alias::new(parts.iter().map(Part::weight).chain(parts.is_empty().then_some(1.0)));
        if range.kind == NumberKind::Float {
            let ranges = parts.iter().enumerate().map(|(n, p)| float(&mut reader, n, p, &range)).collect();
            return reader.finish(Box::new(Floats { ranges, weights, alias, range, stream: cx.stream }));
        }
        let spans = parts.iter().enumerate().map(|(n, p)| steps(&mut reader, n, p, &range)).collect();
        reader.finish(Box::new(Steps { kind: range.kind, spans, weights, alias, stream: cx.stream }))
    }
}

/// What is told of a range.
fn columns() -> Vec<ParamDescriptor> {
    let number = ParamKind::Number { min: None, max: None };
    vec![
        required(
            "min",
            number.clone(),
            words("Smallest", "Mínimo"),
            words("Smallest number of the range.", "El menor número del intervalo."),
        ),
        required(
            "max",
            number,
            words("Largest", "Máximo"),
            words("Largest number of the range.", "El mayor número del intervalo."),
        ),
        defaulted(
            "weight",
            ParamKind::Number { min: Some(0.0), max: None },
            words("Weight", "Peso"),
            words("How often the range is drawn from.", "Con qué frecuencia se extrae del intervalo."),
            1,
        ),
    ]
}

/// The parts, whose form the descriptor rules.
fn parts(reader: &mut Reader<'_>) -> Vec<Part> {
    let items = reader.value("parts").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let parts: Vec<Part> = items.iter().filter_map(|item| Part::deserialize(item).ok()).collect();
    if parts.iter().all(|part| part.weight() == 0.0) {
        reader.problem("parts", "wrong_value", "at least one part with a weight above 0 is needed");
    }
    parts
}

fn float(reader: &mut Reader<'_>, n: usize, part: &Part, range: &Range) -> (f64, f64) {
    match (number(&part.min), number(&part.max)) {
        (Some(low), Some(high)) if low <= high => {
            if low < range.low_number || high > range.high_number {
                beyond(reader, n);
            }
            return (low, high);
        }
        _ => empty(reader, n),
    }
    (0.0, 0.0)
}

fn steps(reader: &mut Reader<'_>, n: usize, part: &Part, range: &Range) -> Span {
    match (range.kind.bound(&part.min, true), range.kind.bound(&part.max, false)) {
        (Some(low), Some(high)) if low <= high => {
            if low < range.low || high > range.high {
                beyond(reader, n);
            }
            return Span::new(low, high);
        }
        _ => empty(reader, n),
    }
    Span::new(0, 0)
}

fn empty(reader: &mut Reader<'_>, n: usize) {
    let message = format!("part {} holds no value: min and max must be numbers with min not above max", n + 1);
    reader.problem(&format!("parts[{n}]"), "empty_range", message);
}

fn beyond(reader: &mut Reader<'_>, n: usize) {
    let message = format!("part {} goes beyond what the field allows", n + 1);
    reader.problem(&format!("parts[{n}]"), "beyond_field", message);
}

struct Steps {
    kind: NumberKind,
    spans: Vec<Span>,
    weights: Vec<f64>,
    alias: Alias,
    stream: Stream,
}

impl Filler for Steps {
    fn law(&self) -> Option<Law> {
        self.kind.law(self.spans.iter().copied().zip(self.weights.iter().copied()))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.kind.column(cx.rows, |row| {
            let mut cell = self.stream.cell(row);
            self.spans[self.alias.pick(cell.bits())].draw(&mut cell)
        })
    }
}

struct Floats {
    ranges: Vec<(f64, f64)>,
    weights: Vec<f64>,
    alias: Alias,
    range: Range,
    stream: Stream,
}

impl Filler for Floats {
    fn law(&self) -> Option<Law> {
        let pieces = self.ranges.iter().zip(&self.weights).map(|((low, high), weight)| (*low, *high, *weight));
        self.range.law_of_pieces(pieces.collect())
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| {
            let mut cell = self.stream.cell(row);
            let (low, high) = self.ranges[self.alias.pick(cell.bits())];
            let share = cell.unit();
            low * (1.0 - share) + high * share
        })
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Decimal128Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn ranges_come_by_weight() {
        let made = fill("number.mixture", Mixture.descriptor().example, FieldType::Decimal, 100_000);
        let values = made.as_primitive::<Decimal128Type>().values();
        let above = |limit: i128| values.iter().filter(|v| **v > limit * 100).count();
        assert!((29_300..30_700).contains(&above(500)) && (2_800..3_200).contains(&above(5_000)));
        assert!(values.iter().all(|v| (100..=10_000_000).contains(v)));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let check = |parts: Value| -> Vec<(String, &'static str)> {
            let trial = Trial::new("number.mixture", json!({ "parts": parts }), FieldType::Integer);
            let problems = trial.compile().err().unwrap();
            problems.into_iter().map(|p| (p.param, p.code)).collect()
        };
        let told = |place: &str, code| (place.to_owned(), code);
        let form = json!([{ "weight": -1, "min": 0, "max": 1 }, { "max": 1 }, 7]);
        let expect = [
            told("parts[0].weight", "wrong_param"),
            told("parts[1].min", "missing_param"),
            told("parts[2]", "wrong_param"),
        ];
        assert_eq!(check(form), expect);
        let ranges = json!([{ "min": 5, "max": 1, "weight": 0 }, { "min": 0.2, "max": 0.7, "weight": 0 }]);
        let expect = [told("parts", "wrong_value"), told("parts[0]", "empty_range"), told("parts[1]", "empty_range")];
        assert_eq!(check(ranges), expect);
        assert_eq!(check(json!([])), [told("parts", "wrong_value")]);
    }
}
