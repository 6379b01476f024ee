//! `unit`, `negative`, `outlier`: numbers that are wrong by a factor or a sign.

use arrow_array::ArrayRef;
use dmb_spec::FieldType;

use super::values::{Change, numbers};
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamDescriptor, ParamKind, ParamProblem, Words};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::params::Reader;
use crate::stream::{Cell, Stream};

/// The catalogue's entry `unit`.
pub(super) struct Unit;

impl FaultKind for Unit {
    fn descriptor(&self) -> FaultDescriptor {
        let factor = factor(
            "factor",
            words("Factor", "Factor"),
            words(
                "What the number is multiplied by: 100 for cents taken for euros, 1.609 for miles taken for kilometres.",
                "Por cuánto se multiplica el número: 100 si son céntimos tomados por euros, 1,609 si son millas tomadas por kilómetros.",
            ),
            100.0,
        );
        descriptor(
            "unit",
            words("Wrong unit", "Unidad equivocada"),
            words("The number is given in another unit.", "El número está dado en otra unidad."),
            vec![factor],
        )
    }

    fn effect(&self) -> Effect {
        Effect::Moves
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let mut reader = Reader::new(cx.params);
        let factor = reader.positive("factor", 100.0);
        if factor == 1.0 {
            reader.problem("factor", "no_change", "a factor of 1 changes nothing");
        }
        reader.finish(Box::new(Changed { change: Times { low: factor, high: factor }, stream: cx.stream }))
    }
}

/// The catalogue's entry `outlier`.
pub(super) struct Outlier;

impl FaultKind for Outlier {
    fn descriptor(&self) -> FaultDescriptor {
        let min = factor(
            "min_factor",
            words("Smallest factor", "Factor mínimo"),
            words("The number is multiplied by at least this.", "El número se multiplica al menos por este factor."),
            10.0,
        );
        let max = factor(
            "max_factor",
            words("Largest factor", "Factor máximo"),
            words("The number is multiplied by at most this.", "El número se multiplica como mucho por este factor."),
            100.0,
        );
        descriptor(
            "outlier",
            words("Outlier", "Valor atípico"),
            words(
                "The number is many times what it should be, by a factor drawn evenly.",
                "El número es muchas veces mayor de lo debido, por un factor sorteado de manera uniforme.",
            ),
            vec![min, max],
        )
    }

    fn effect(&self) -> Effect {
        Effect::Moves
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let mut reader = Reader::new(cx.params);
        let (low, high) = (reader.positive("min_factor", 10.0), reader.positive("max_factor", 100.0));
        if low > high {
            reader.problem("min_factor", "crossed", format!("min_factor {low} is above max_factor {high}"));
        }
        reader.finish(Box::new(Changed { change: Times { low, high }, stream: cx.stream }))
    }
}

/// The catalogue's entry `negative`.
pub(super) struct Negative;

impl FaultKind for Negative {
    fn descriptor(&self) -> FaultDescriptor {
        descriptor(
            "negative",
            words("Negative number", "Número negativo"),
            words(
                "The number has a minus before it; 0 becomes -1.",
                "El número lleva un signo menos delante; 0 se convierte en -1.",
            ),
            Vec::new(),
        )
    }

    fn effect(&self) -> Effect {
        Effect::Moves
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        Ok(Box::new(Changed { change: Minus, stream: cx.stream }))
    }
}

fn descriptor(name: &'static str, label: Words, description: Words, own: Vec<ParamDescriptor>) -> FaultDescriptor {
    const STRIKES: &[FieldType] = NUMBERS;
    FaultDescriptor { name, label, description, strikes: STRIKES, params: params(own) }
}

fn factor(name: &'static str, label: Words, help: Words, default: f64) -> ParamDescriptor {
    defaulted(name, ParamKind::Number { min: Some(0.0), max: None }, label, help, default)
}

struct Changed<C> {
    change: C,
    stream: Stream,
}

impl<C: Change> Damage for Changed<C> {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        numbers(struck, self.stream, &self.change)
    }
}

/// Multiplied by a factor within bounds.
struct Times {
    low: f64,
    high: f64,
}

impl Change for Times {
    fn steps(&self, cell: &mut Cell, steps: i128, _: f64) -> i128 {
        self.float(cell, steps as f64).round() as i128
    }

    fn float(&self, cell: &mut Cell, number: f64) -> f64 {
        number * (self.low + cell.unit() * (self.high - self.low))
    }
}

/// With a minus before it.
struct Minus;

impl Change for Minus {
    fn steps(&self, _: &mut Cell, steps: i128, per_unit: f64) -> i128 {
        if steps == 0 { -(per_unit as i128) } else { -steps.abs() }
    }

    fn float(&self, _: &mut Cell, number: f64) -> f64 {
        if number == 0.0 { -1.0 } else { -number.abs() }
    }
}
