//! `orphan`: a foreign key that leads to no parent.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::FixedSizeBinaryBuilder;
use arrow_schema::DataType;
use dmb_spec::{Field, FieldType, validate::MAX_ROWS};
use serde_json::Value;

use super::values::{between, texts};
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamKind, ParamProblem};
use crate::generators::code::Shape;
use crate::generators::support::describe::{optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// The text keys that no parent has, unless told.
const PATTERN: &str = "ORPHAN-[0-9A-F]{8}";
/// How many different numbers are written, where their range is not stated.
const NUMBERS: i128 = 1_000;

/// The catalogue's entry.
pub(super) struct Orphan;

impl FaultKind for Orphan {
    fn descriptor(&self) -> FaultDescriptor {
        let pattern = optional(
            "pattern",
            ParamKind::Text,
            words("Pattern of wrong keys", "Patrón de claves incorrectas"),
            words(
                "For keys that are text: a regular expression that no right key follows; ORPHAN- and eight digits unless told.",
                "Para claves de texto: una expresión regular que ninguna clave correcta sigue; si no se indica, ORPHAN- y ocho dígitos.",
            ),
        );
        FaultDescriptor {
            name: "orphan",
            label: words("Orphan", "Huérfano"),
            description: words(
                "The foreign key leads to a row that does not exist.",
                "La clave foránea apunta a una fila que no existe.",
            ),
            strikes: &[FieldType::ForeignKey],
            params: params([pattern]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Orphans
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let Some(keys) = &cx.keys else {
            return Err(vec![ParamProblem::new("field", "reference_missing", "the field leads to no table")]);
        };
        match cx.data_type() {
            DataType::Utf8 => text_keys(cx, keys.field),
            DataType::FixedSizeBinary(16) => Ok(Box::new(Uuids(cx.stream))),
            other => match NumberKind::of(other) {
                Some(kind) => number_keys(kind, cx, keys.field, keys.rows),
                None => {
                    let message = format!("keys of type {} can't be made to lead nowhere", keys.field.field_type);
                    Err(vec![ParamProblem::new("field", "type_cannot_be_orphan", message)])
                }
            },
        }
    }
}

fn text_keys(cx: &FaultContext<'_>, key: &Field) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
    let mut reader = Reader::new(cx.params);
    let shape = match Shape::parse(reader.text("pattern", PATTERN)) {
        Ok(shape) => shape,
        Err(message) => return Err(vec![ParamProblem::new("pattern", "bad_pattern", message)]),
    };
    if let Some(most) = limit(key).filter(|most| shape.longest() > u64::from(*most)) {
        let message = format!("wrong keys have up to {} characters; {} has at most {most}", shape.longest(), key.name);
        reader.problem("pattern", "beyond_field", message);
    }
    reader.finish(Box::new(Texts { shape, stream: cx.stream }))
}

struct Texts {
    shape: Shape,
    stream: Stream,
}

impl Damage for Texts {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        texts(struck, self.stream, None, |cell, _| {
            let mut out = TextColumn::new(1, 16, None);
            self.shape.draw(cell, &mut out);
            std::str::from_utf8(out.current()).ok().map(str::to_owned)
        })
    }
}

struct Uuids(Stream);

impl Damage for Uuids {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        let mut out = FixedSizeBinaryBuilder::with_capacity(struck.rows.len(), 16);
        for row in struck.rows {
            let mut cell = self.0.cell(*row);
            let bits = u128::from(cell.bits()) << 64 | u128::from(cell.bits());
            out.append_value(uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().as_bytes())?;
        }
        Ok(vec![Arc::new(out.finish())])
    }
}

/// Numbers where none of the parents' lie: behind the last of those that count up, beyond the bounds of others.
fn number_keys(
    kind: NumberKind,
    cx: &FaultContext<'_>,
    key: &Field,
    rows: Option<u64>,
) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
    let (least, most) = kind.limits();
    let bound = |value: &Option<Value>, up| kind.bound(value.as_ref()?, up);
    let (low, high) = (bound(&key.constraints.min, true), bound(&key.constraints.max, false));
    let span = match key.field_type {
        FieldType::AutoIncrement => {
            let last = i128::from(rows.unwrap_or(MAX_ROWS));
            Some((last + 1, last + NUMBERS))
        }
        _ => high
            .map(|high| (high + 1, (high + NUMBERS).min(most)))
            .filter(|(from, to)| from <= to)
            .or_else(|| low.map(|low| ((low - NUMBERS).max(least), low - 1)).filter(|(from, to)| from <= to)),
    };
    match span {
        Some((low, high)) => Ok(Box::new(Numbers { kind, low, high, stream: cx.stream })),
        None => {
            let message = format!(
                "{} refers to {}, which has neither min nor max, so no number is surely free; give it a max",
                cx.field().name,
                key.name
            );
            Err(vec![ParamProblem::new("field", "no_bounds", message)])
        }
    }
}

struct Numbers {
    kind: NumberKind,
    low: i128,
    high: i128,
    stream: Stream,
}

impl Damage for Numbers {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        let steps = |row: u64| between(&mut self.stream.cell(row), self.low, self.high);
        Ok(vec![self.kind.column(struck.rows, steps)?])
    }
}
