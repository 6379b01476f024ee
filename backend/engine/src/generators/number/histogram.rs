//! `number.histogram`: numbers as a histogram has them: bins between edges, each as often as its weight says.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, required, words};
use crate::generators::support::numbers::{Range, number};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::{NumberKind, Span};
use crate::generators::support::weights::Alias;
use crate::law::Law;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Histogram;

/// Most bins.
const BINS: usize = 10_000;

impl Generator for Histogram {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![
            required(
                "edges",
                ParamKind::List,
                words("Edges", "Límites"),
                words(
                    "Where the bins begin, and where the last one ends, in rising order.",
                    "Dónde empiezan los intervalos y dónde acaba el último, en orden creciente.",
                ),
            ),
            required(
                "weights",
                ParamKind::List,
                words("Weights", "Pesos"),
                words(
                    "How often each bin comes; one fewer than edges.",
                    "Con qué frecuencia sale cada intervalo; uno menos que límites.",
                ),
            ),
        ];
        params.extend(Range::params().into_iter().filter(|p| p.name == "decimals"));
        Descriptor {
            name: "number.histogram",
            family: Family::Number,
            label: words("Histogram", "Histograma"),
            description: words(
                "Numbers as a histogram has them: a bin as often as its weight says, evenly within it, without its upper edge.",
                "Números según un histograma: cada intervalo según su peso, de modo uniforme y sin su límite superior.",
            ),
            produces: NUMBERS,
            params,
            example: json!({ "edges": [18, 25, 35, 50, 65, 90], "weights": [14, 22, 31, 21, 12] }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let (edges, weights) = (numbers(&mut reader, "edges"), numbers(&mut reader, "weights"));
        check(&mut reader, &edges, &weights, &range);
        if !reader.is_ok() {
            return Err(reader.into_problems());
        }
        let alias = Alias::new(weights.iter().copied());
        let bins = if range.kind == NumberKind::Float {
            Bins::Floats(edges)
        } else {
            spans(&mut reader, &weights, range.kind)
        };
        reader.finish(Box::new(Drawer { range, bins, weights, alias, stream: cx.stream }))
    }
}

/// A list of numbers.
fn numbers(reader: &mut Reader<'_>, name: &'static str) -> Vec<f64> {
    let items = reader.value(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let numbers: Option<Vec<f64>> = items.iter().take(BINS + 2).map(number).collect();
    numbers.unwrap_or_else(|| {
        reader.problem(name, "wrong_value", format!("{name} must be a list of numbers"));
        Vec::new()
    })
}

fn check(reader: &mut Reader<'_>, edges: &[f64], weights: &[f64], range: &Range) {
    if !reader.is_ok() {
        return;
    }
    if edges.len() < 2 || edges.len() > BINS + 1 || !edges.windows(2).all(|pair| pair[0] < pair[1]) {
        reader.problem("edges", "wrong_value", format!("edges must be 2 to {} numbers in rising order", BINS + 1));
    }
    if weights.len() + 1 != edges.len() {
        let (have, want) = (weights.len(), edges.len().saturating_sub(1));
        reader.problem("weights", "wrong_value", format!("{have} weights for {want} bins: there is one weight a bin"));
    }
    let total: f64 = weights.iter().sum();
    if weights.iter().any(|w| *w < 0.0) || total <= 0.0 || !total.is_finite() {
        reader.problem("weights", "out_of_range", "weights must be 0 or more, one of them above 0");
    }
    let beyond = |edge: Option<&f64>| edge.is_some_and(|e| !(range.low_number..=range.high_number).contains(e));
    if beyond(edges.first()) || beyond(edges.last()) {
        reader.problem("edges", "beyond_field", "an edge goes beyond what the field allows");
    }
}

/// The values of each bin; of the last one with its upper edge.
fn spans(reader: &mut Reader<'_>, weights: &[f64], kind: NumberKind) -> Bins {
    let edges = reader.value("edges").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut spans = Vec::with_capacity(weights.len());
    for (n, (pair, weight)) in edges.windows(2).zip(weights).enumerate() {
        let low = kind.bound(&pair[0], true).unwrap_or_default();
        let high = match n + 2 == edges.len() {
            true => kind.bound(&pair[1], false).unwrap_or_default(),
            false => kind.bound(&pair[1], true).unwrap_or_default() - 1,
        };
        if low > high && *weight > 0.0 {
            let message = format!("the column can hold no value of bin {}, from {} to {}", n + 1, pair[0], pair[1]);
            reader.problem("edges", "empty_range", message);
        }
        spans.push(Span::new(low, high.max(low)));
    }
    Bins::Spans(spans)
}

enum Bins {
    Floats(Vec<f64>),
    Spans(Vec<Span>),
}

struct Drawer {
    range: Range,
    bins: Bins,
    weights: Vec<f64>,
    alias: Alias,
    stream: Stream,
}

impl Filler for Drawer {
    fn law(&self) -> Option<Law> {
        let weights = self.weights.iter().copied();
        match &self.bins {
            Bins::Spans(spans) => self.range.kind.law(spans.iter().copied().zip(weights)),
            Bins::Floats(edges) => {
                let pieces = edges.windows(2).zip(weights).map(|(pair, weight)| (pair[0], pair[1], weight));
                self.range.law_of_pieces(pieces.collect())
            }
        }
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        match &self.bins {
            Bins::Spans(spans) => self.range.kind.column(cx.rows, |row| {
                let mut cell = self.stream.cell(row);
                spans[self.alias.pick(cell.bits())].draw(&mut cell)
            }),
            Bins::Floats(edges) => self.range.column(cx.rows, |row| {
                let mut cell = self.stream.cell(row);
                let bin = self.alias.pick(cell.bits());
                let share = cell.unit();
                edges[bin] * (1.0 - share) + edges[bin + 1] * share
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::floats;
    use crate::testing::Trial;

    #[test]
    fn bins_come_by_weight_without_their_upper_edges() {
        let params = json!({ "edges": [0, 10, 20, 100], "weights": [5, 3, 2] });
        let values = floats("number.histogram", params.clone(), 100_000);
        let share = |low: f64, high: f64| values.iter().filter(|v| (low..high).contains(*v)).count();
        assert!((49_400..50_600).contains(&share(0.0, 10.0)) && (19_500..20_500).contains(&share(20.0, 100.1)));
        let whole = Trial::new("number.histogram", params, FieldType::Integer).fill(100_000);
        let whole = whole.as_primitive::<Int32Type>().values();
        let of = |value: i32| whole.iter().filter(|v| **v == value).count();
        assert!((4_700..5_300).contains(&of(0)) && (2_800..3_200).contains(&of(10)), "{} {}", of(0), of(10));
        assert!(of(100) > 0);
    }

    #[test]
    fn what_is_no_histogram_is_refused() {
        for (edges, weights) in [
            (json!([1]), json!([1])),
            (json!([1, 1]), json!([1])),
            (json!([1, 2, 3]), json!([1])),
            (json!([1, 2]), json!([0])),
            (json!([1, "x"]), json!([1])),
            (json!([0.2, 0.4]), json!([1])),
        ] {
            let params = json!({ "edges": edges, "weights": weights });
            assert!(Trial::new("number.histogram", params.clone(), FieldType::Integer).compile().is_err(), "{params}");
        }
    }
}
