//! `sequence`: counts up (or down) by a step from row to row, through all runs.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;

/// The catalogue's entry.
pub(crate) struct Sequence;

impl Generator for Sequence {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "sequence",
            family: Family::Structure,
            label: words("Sequence", "Secuencia"),
            description: words(
                "Counts by a step from row to row: 1, 2, 3 …; rows added later go on where the last ended.",
                "Cuenta con un paso de fila en fila: 1, 2, 3 …; las filas añadidas después continúan donde terminó la última.",
            ),
            produces: &[
                FieldType::BigInteger,
                FieldType::Integer,
                FieldType::Decimal,
                FieldType::Float,
                FieldType::AutoIncrement,
            ],
            params: vec![
                defaulted(
                    "start",
                    ParamKind::Integer { min: Some(-(1 << 53)), max: Some(1 << 53) },
                    words("Start", "Inicio"),
                    words("Value of the first row.", "Valor de la primera fila."),
                    1,
                ),
                defaulted(
                    "step",
                    ParamKind::Integer { min: Some(-1_000_000_000), max: Some(1_000_000_000) },
                    words("Step", "Paso"),
                    words("What is added from row to row; not 0.", "Lo que se suma de fila en fila; distinto de 0."),
                    1,
                ),
            ],
            example: json!({ "start": 1000, "step": 10 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let start = reader.integer("start", (-(1 << 53), 1 << 53), 1);
        let step = reader.integer("step", (-1_000_000_000, 1_000_000_000), 1);
        if step == 0 {
            reader.problem("step", "out_of_range", "step must not be 0");
        }
        if cx.field.field_type == FieldType::AutoIncrement && (start, step) != (1, 1) {
            reader.problem("", "auto_increment", "an auto_increment field counts 1, 2, 3 …; it takes no start or step");
        }
        let kind = NumberKind::of(cx.data_type).unwrap_or(NumberKind::Int64);
        // Steps of the column are its smallest unit: cents of a decimal with two digits behind the point.
        let unit = if kind.scale() == 0 { 1 } else { 10_i128.pow(u32::from(kind.scale())) };
        let count = Count { kind, start: i128::from(start) * unit, step: i128::from(step) * unit };
        let (rows, capacity) = (u128::from(cx.rows), count.room(cx));
        if reader.is_ok() && rows > capacity {
            let message =
                format!("{rows} rows are asked for, but from {start} by {step} the field has room for {capacity}");
            reader.problem("start", "sequence_too_short", message);
        }
        reader.finish(Box::new(Counting { capacity, count }))
    }
}

#[derive(Clone, Copy)]
struct Count {
    kind: NumberKind,
    start: i128,
    step: i128,
}

impl Count {
    /// How many values lie within the type and the field's bounds.
    fn room(&self, cx: &CompileContext<'_>) -> u128 {
        let bounds = &cx.field.constraints;
        let (least, most) = self.kind.limits();
        let low = bounds.min.as_ref().and_then(|min| self.kind.bound(min, true)).map_or(least, |min| min.max(least));
        let high = bounds.max.as_ref().and_then(|max| self.kind.bound(max, false)).map_or(most, |max| max.min(most));
        if self.step == 0 || !(low..=high).contains(&self.start) {
            return 0;
        }
        let way = if self.step > 0 { high - self.start } else { self.start - low };
        way.unsigned_abs() / self.step.unsigned_abs() + 1
    }
}

struct Counting {
    count: Count,
    capacity: u128,
}

impl Filler for Counting {
    fn capacity(&self) -> Option<u128> {
        Some(self.capacity)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let Count { kind, start, step } = self.count;
        kind.column(cx.rows, |row| start + step * i128::from(row))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Decimal128Type, Int32Type, Int64Type};

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn rows_count_by_the_step() {
        let made = fill("sequence", json!({}), FieldType::AutoIncrement, 3);
        assert_eq!(made.as_primitive::<Int64Type>().values(), &[1, 2, 3]);
        let made = fill("sequence", json!({ "start": 10, "step": -5 }), FieldType::Integer, 3);
        assert_eq!(made.as_primitive::<Int32Type>().values(), &[10, 5, 0]);
        let made = fill("sequence", json!({ "step": 2 }), FieldType::Decimal, 2);
        assert_eq!(made.as_primitive::<Decimal128Type>().values(), &[100, 300]);
    }

    #[test]
    fn a_sequence_that_leaves_its_range_is_refused_with_the_figures() {
        let trial = Trial::new("sequence", json!({ "start": 5 }), FieldType::Integer)
            .field(|f| f.constraints.max = Some(json!(9)));
        assert!(trial.compile().err().unwrap()[0].message.contains("room for 5"));
        let trial = Trial::new("sequence", json!({ "start": 7 }), FieldType::AutoIncrement);
        assert_eq!(trial.compile().err().unwrap()[0].code, "auto_increment");
    }
}
