//! `number.integer`: whole numbers of a range, for columns of any number type.

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
pub(crate) struct Integer;

impl Generator for Integer {
    fn descriptor(&self) -> Descriptor {
        let mut params = Range::params();
        params.retain(|p| p.name != "decimals");
        Descriptor {
            name: "number.integer",
            family: Family::Number,
            label: words("Whole number", "Número entero"),
            description: words(
                "Whole numbers of a range, each as likely, even where the column could hold fractions.",
                "Números enteros de un intervalo, equiprobables, aunque la columna admita decimales.",
            ),
            produces: NUMBERS,
            params,
            example: json!({ "min": 1, "max": 10 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (1.0, 1000.0));
        // Whole numbers beyond 2^100 are of no use; the clamp keeps the arithmetic below safe.
        let far = 2_f64.powi(100);
        let (low, high) = (range.low_number.ceil().max(-far) as i128, range.high_number.floor().min(far) as i128);
        if low > high && reader.is_ok() {
            reader.problem("min", "empty_range", "no whole number lies between min and max");
        }
        let factor = 10_i128.pow(u32::from(range.kind.scale()));
        let span = Span::new(low, high.max(low));
        let permutation = cx.unique.then(|| Permutation::new(span.count(), cx.stream.key()));
        reader.finish(Box::new(Whole { kind: range.kind, factor, span, permutation, stream: cx.stream }))
    }
}

struct Whole {
    kind: NumberKind,
    /// Steps in 1.
    factor: i128,
    span: Span,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Whole {
    fn law(&self) -> Option<Law> {
        // Whole numbers, whatever digits the column has.
        NumberKind::Int64.law(self.permutation.is_none().then_some((self.span, 1.0)))
    }

    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| self.span.count())
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<arrow_array::ArrayRef, EngineError> {
        let count = self.span.count();
        match &self.permutation {
            Some(permutation) => {
                self.kind.column(cx.rows, |row| self.span.nth(permutation.at(u128::from(row) % count)) * self.factor)
            }
            None => self.kind.column(cx.rows, |row| self.span.draw(&mut self.stream.cell(row)) * self.factor),
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::{Trial, fill};

    #[test]
    fn floats_are_whole_and_within_bounds() {
        let made = fill("number.integer", json!({ "min": 1.5, "max": 4 }), FieldType::Float, 200);
        let mut values = made.as_primitive::<Float64Type>().values().to_vec();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        assert_eq!(values, [2.0, 3.0, 4.0]);
    }

    #[test]
    fn a_range_between_two_whole_numbers_is_refused() {
        assert!(Trial::new("number.integer", json!({ "min": 0.2, "max": 0.8 }), FieldType::Float).compile().is_err());
    }
}
