//! `number.uniform`: every value of a range is as likely.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::{NUMBERS, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::generators::support::steps::{NumberKind, Span};
use crate::law::Law;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Uniform;

impl Generator for Uniform {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.uniform",
            family: Family::Number,
            label: words("Uniform number", "Número uniforme"),
            description: words(
                "Numbers of a range, each as likely as any other.",
                "Números de un intervalo, todos con la misma probabilidad.",
            ),
            produces: NUMBERS,
            params: Range::params(),
            example: json!({ "min": 1, "max": 500 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let default = if NumberKind::of(cx.data_type) == Some(NumberKind::Float) { (0.0, 1.0) } else { (1.0, 1000.0) };
        let range = Range::compile(&mut reader, cx, default);
        let filler = filler(range, cx);
        reader.finish(filler)
    }
}

/// Numbers of the range: different ones where the column is unique.
pub(super) fn filler(range: Range, cx: &CompileContext<'_>) -> Box<dyn Filler> {
    let span = Span::new(range.low, range.high);
    match (cx.unique, range.kind) {
        (_, NumberKind::Float) => Box::new(Floats { range, stream: cx.stream }),
        (false, _) => Box::new(Steps { kind: range.kind, span, stream: cx.stream }),
        (true, _) => {
            let permutation = Permutation::new(span.count(), cx.stream.key());
            Box::new(Different { kind: range.kind, span, permutation })
        }
    }
}

struct Floats {
    range: Range,
    stream: Stream,
}

impl Filler for Floats {
    fn law(&self) -> Option<Law> {
        self.range.law_of_pieces(vec![(self.range.low_number, self.range.high_number, 1.0)])
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let (low, high) = (self.range.low_number, self.range.high_number);
        self.range.column(cx.rows, |row| {
            let share = self.stream.cell(row).unit();
            // In this form even the whole range of the type does not overflow.
            low * (1.0 - share) + high * share
        })
    }
}

struct Steps {
    kind: NumberKind,
    span: Span,
    stream: Stream,
}

impl Filler for Steps {
    fn law(&self) -> Option<Law> {
        self.kind.law([(self.span, 1.0)])
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.kind.column(cx.rows, |row| self.span.draw(&mut self.stream.cell(row)))
    }
}

struct Different {
    kind: NumberKind,
    span: Span,
    permutation: Permutation,
}

impl Filler for Different {
    fn capacity(&self) -> Option<u128> {
        Some(self.span.count())
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let count = self.span.count();
        self.kind.column(cx.rows, |row| self.span.nth(self.permutation.at(u128::from(row) % count)))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Decimal128Type, Float64Type, Int32Type};
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::{Trial, fill};

    #[test]
    fn numbers_keep_to_their_bounds_and_fill_them_evenly() {
        let made = fill("number.uniform", json!({ "min": 1, "max": 6 }), FieldType::Integer, 60_000);
        let mut counts = [0; 6];
        for value in made.as_primitive::<Int32Type>().values() {
            counts[*value as usize - 1] += 1;
        }
        assert!(counts.iter().all(|n| (9_500..10_500).contains(n)), "{counts:?}");
    }

    #[test]
    fn decimals_use_every_step_between_the_fields_bounds() {
        let trial = Trial::new("number.uniform", json!({}), FieldType::Decimal).field(|f| {
            f.constraints.min = Some(json!(0.01));
            f.constraints.max = Some(json!("0.05"));
        });
        let made = trial.fill(1_000);
        let mut steps: Vec<i128> = made.as_primitive::<Decimal128Type>().values().to_vec();
        steps.sort_unstable();
        steps.dedup();
        assert_eq!(steps, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn unique_numbers_use_up_the_whole_range() {
        let trial = Trial::new("number.uniform", json!({ "min": 0, "max": 9_999 }), FieldType::Integer).unique(10_000);
        assert_eq!(trial.compile().unwrap().capacity(), Some(10_000));
        let made = trial.fill(10_000);
        let mut values = made.as_primitive::<Int32Type>().values().to_vec();
        assert_ne!(values[..100], (0..100).collect::<Vec<_>>()[..]);
        values.sort_unstable();
        assert_eq!(values, (0..10_000).collect::<Vec<_>>());
    }

    #[test]
    fn floats_are_rounded_where_told() {
        let made = fill("number.uniform", json!({ "min": 5, "max": 6, "decimals": 1 }), FieldType::Float, 1_000);
        assert!(
            made.as_primitive::<Float64Type>()
                .values()
                .iter()
                .all(|v| (v * 10.0).fract() == 0.0 && (5.0..=6.0).contains(v))
        );
    }

    #[test]
    fn a_range_without_numbers_is_refused() {
        let problems =
            Trial::new("number.uniform", json!({ "min": 9, "max": 3 }), FieldType::Integer).compile().err().unwrap();
        assert_eq!(problems[0].code, "empty_range");
        let field = Trial::new("number.uniform", json!({ "min": -5 }), FieldType::Integer)
            .field(|f| f.constraints.min = Some(json!(0)));
        assert_eq!(field.compile().err().unwrap()[0].code, "beyond_field");
    }
}
