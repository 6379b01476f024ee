//! `number.step`: numbers at equal distances, each as likely.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::generators::support::steps::{NumberKind, Span};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Step;

impl Generator for Step {
    fn descriptor(&self) -> Descriptor {
        let mut params = Range::params();
        params.retain(|p| p.name != "decimals");
        params.push(defaulted(
            "step",
            ParamKind::Number { min: Some(0.0), max: Some(1e12) },
            words("Step", "Paso"),
            words(
                "Distance between two values, counted from the smallest; above 0.",
                "Distancia entre dos valores, contada desde el mínimo; mayor que 0.",
            ),
            1,
        ));
        Descriptor {
            name: "number.step",
            family: Family::Number,
            label: words("Numbers in steps", "Números por pasos"),
            description: words(
                "Numbers at equal distances, each as likely: 0, 25, 50, 75, 100.",
                "Números a distancias iguales, equiprobables: 0, 25, 50, 75, 100.",
            ),
            produces: NUMBERS,
            params,
            example: json!({ "min": 0, "max": 100, "step": 25 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let step = reader.positive("step", 1.0);
        let range = Range::compile(&mut reader, cx, (0.0, 100.0));
        let shape =
            if range.kind == NumberKind::Float { floats(step, &range) } else { exact(&mut reader, step, &range) };
        let count = shape.count();
        let permutation = cx.unique.then(|| Permutation::new(count, cx.stream.key()));
        reader.finish(Box::new(Grid {
            range,
            shape,
            span: Span::new(0, count as i128 - 1),
            permutation,
            stream: cx.stream,
        }))
    }
}

/// Where the values lie.
enum Shape {
    /// Low end, step and count in the column's own steps.
    Exact { low: i128, step: i128, count: u128 },
    /// The same as floating point numbers, and 10 to the decimals they have.
    Float { low: f64, step: f64, count: u128, rounding: f64 },
}

impl Shape {
    fn count(&self) -> u128 {
        match self {
            Self::Exact { count, .. } | Self::Float { count, .. } => *count,
        }
    }
}

fn exact(reader: &mut Reader<'_>, given: f64, range: &Range) -> Shape {
    let value = reader.value("step").cloned().unwrap_or(Value::from(1));
    let (least, most) = (range.kind.bound(&value, true).unwrap_or(0), range.kind.bound(&value, false).unwrap_or(0));
    if (least != most || least < 1) && reader.is_ok() {
        let digits = range.kind.scale();
        let message = format!("a column with {digits} digits behind the point can't hold steps of {given}");
        reader.problem("step", "beyond_field", message);
    }
    let step = least.max(1);
    Shape::Exact { low: range.low, step, count: ((range.high - range.low) / step) as u128 + 1 }
}

fn floats(step: f64, range: &Range) -> Shape {
    let (low, width) = (range.low_number, range.high_number - range.low_number);
    // A width that is a whole number of steps but for the last bits of a float counts as one.
    let count = (width / step * (1.0 + 1e-12) + 1e-9).floor().clamp(0.0, 9e15) as u128 + 1;
    let decimals = decimals(low).max(decimals(step)).min(15);
    Shape::Float { low, step, count, rounding: 10_f64.powi(decimals) }
}

/// Digits behind the point.
fn decimals(number: f64) -> i32 {
    number.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32)
}

struct Grid {
    range: Range,
    shape: Shape,
    span: Span,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Grid {
    fn place(&self, row: u64) -> i128 {
        match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row) % permutation.size()) as i128,
            None => self.span.draw(&mut self.stream.cell(row)),
        }
    }
}

impl Filler for Grid {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        match self.shape {
            Shape::Exact { low, step, .. } => self.range.kind.column(cx.rows, |row| low + step * self.place(row)),
            Shape::Float { low, step, rounding, .. } => self.range.column(cx.rows, |row| {
                let value = low + step * self.place(row) as f64;
                (value * rounding).round() / rounding
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Decimal128Type, Int32Type};
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::floats;
    use crate::testing::Trial;

    #[test]
    fn every_step_comes_as_often() {
        let values = floats("number.step", json!({ "min": 0.1, "max": 0.5, "step": 0.1 }), 50_000);
        for step in [0.1, 0.2, 0.3, 0.4, 0.5] {
            let count = values.iter().filter(|v| **v == step).count();
            assert!((9_700..10_300).contains(&count), "{step}: {count}");
        }
    }

    #[test]
    fn decimals_are_exact_and_unique_columns_use_up_every_step() {
        let trial =
            Trial::new("number.step", json!({ "min": 1, "max": 3, "step": 0.25 }), FieldType::Decimal).unique(9);
        assert_eq!(trial.compile().unwrap().capacity(), Some(9));
        let mut values = trial.fill(9).as_primitive::<Decimal128Type>().values().to_vec();
        values.sort_unstable();
        assert_eq!(values, [100, 125, 150, 175, 200, 225, 250, 275, 300]);
        let whole = Trial::new("number.step", json!({ "min": 5, "max": 24, "step": 10 }), FieldType::Integer).fill(40);
        assert!(whole.as_primitive::<Int32Type>().values().iter().all(|v| [5, 15].contains(v)));
    }

    #[test]
    fn steps_that_the_column_can_not_hold_are_refused() {
        for step in [json!(0.5), json!(0), json!(-1)] {
            assert!(
                Trial::new("number.step", json!({ "step": step }), FieldType::Integer).compile().is_err(),
                "{step}"
            );
        }
    }
}
