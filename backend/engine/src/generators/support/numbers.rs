//! What every numeric generator needs: the range its parameters, its field and its type allow, and columns of any number
//! type from draws of a distribution.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray};
use rand_distr::Distribution;
use serde_json::Value;

use crate::generator::{CompileContext, EngineError, FillContext, Filler, ParamDescriptor, ParamKind};
use crate::law::{Curve, Law, Numbers};
use crate::stream::Stream;

use super::describe::{optional, words};
use super::params::Reader;
use super::steps::NumberKind;

/// Draws outside the range are thrown away so often, then the nearest bound is taken.
const TRIES: usize = 64;

/// The range of a numeric column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub(crate) kind: NumberKind,
    /// Bounds in steps, both included.
    pub(crate) low: i128,
    pub(crate) high: i128,
    /// Bounds as numbers, both included.
    pub(crate) low_number: f64,
    pub(crate) high_number: f64,
    /// 10 to the digits kept of a floating point number; 0 keeps all.
    rounding: f64,
}

impl Range {
    /// The range from `min` and `max` of the parameters, then of the field, then `default`, within the type's limits.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>, default: (f64, f64)) -> Self {
        let kind = NumberKind::of(cx.data_type).unwrap_or(NumberKind::Float);
        let mut range = Self::whole(kind, reader.integer("decimals", (0, 15), -1));
        let constraints = &cx.field.constraints;
        let min = reader.value("min").or(constraints.min.as_ref());
        let max = reader.value("max").or(constraints.max.as_ref());
        // A default that contradicts the one bound given moves along with it.
        let width = default.1 - default.0;
        let (given_min, given_max) = (min.and_then(number), max.and_then(number));
        let least = given_min.unwrap_or_else(|| given_max.map_or(default.0, |m| default.0.min(m - width)));
        let most = given_max.unwrap_or_else(|| given_min.map_or(default.1, |m| default.1.max(m + width)));
        range.narrow(min, least, max, most);
        range.keep_to_field(reader, cx);
        // Between two bounds of a float there may be no whole number.
        let empty = kind != NumberKind::Float && range.low > range.high;
        if empty || range.low_number > range.high_number {
            let message = match kind {
                NumberKind::Float => format!("no number lies between {least} and {most}"),
                _ => format!("no value of {} digits behind the point lies between {least} and {most}", kind.scale()),
            };
            reader.problem("min", "empty_range", message);
            range = Self::whole(kind, -1);
        }
        range
    }

    /// The parameters `min`, `max` and `decimals`.
    pub(crate) fn params() -> Vec<ParamDescriptor> {
        let number = || ParamKind::Number { min: None, max: None };
        vec![
            optional(
                "min",
                number(),
                words("Smallest", "Mínimo"),
                words(
                    "Smallest value; the field's own limit where absent.",
                    "Valor mínimo; si falta, el límite del campo.",
                ),
            ),
            optional(
                "max",
                number(),
                words("Largest", "Máximo"),
                words(
                    "Largest value; the field's own limit where absent.",
                    "Valor máximo; si falta, el límite del campo.",
                ),
            ),
            optional(
                "decimals",
                ParamKind::Integer { min: Some(0), max: Some(15) },
                words("Decimals", "Decimales"),
                words(
                    "Digits behind the point of a float; all of them where absent.",
                    "Dígitos tras la coma de un número de coma flotante; si falta, todos.",
                ),
            ),
        ]
    }

    /// All numbers of a kind.
    fn whole(kind: NumberKind, decimals: i64) -> Self {
        let (low, high) = kind.limits();
        let rounding = if decimals < 0 { 0.0 } else { 10_f64.powi(decimals as i32) };
        let factor = kind.factor();
        let (low_number, high_number) =
            if kind == NumberKind::Float { (f64::MIN, f64::MAX) } else { (low as f64 / factor, high as f64 / factor) };
        Self { kind, low, high, low_number, high_number, rounding }
    }

    fn narrow(&mut self, min: Option<&Value>, least: f64, max: Option<&Value>, most: f64) {
        let factor = self.kind.factor();
        let low = min.and_then(|v| self.kind.bound(v, true)).unwrap_or((least * factor).ceil() as i128);
        let high = max.and_then(|v| self.kind.bound(v, false)).unwrap_or((most * factor).floor() as i128);
        (self.low, self.high) = (self.low.max(low), self.high.min(high));
        (self.low_number, self.high_number) = (self.low_number.max(least), self.high_number.min(most));
    }

    /// What the parameters allow may not go beyond what the field allows.
    fn keep_to_field(&self, reader: &mut Reader<'_>, cx: &CompileContext<'_>) {
        let constraints = &cx.field.constraints;
        let beyond = |name: &str, limit: Option<&Value>, past: &dyn Fn(f64) -> bool| {
            let limit = limit.and_then(number);
            limit.filter(|limit| reader.value(name).is_some() && past(*limit))
        };
        let below = beyond("min", constraints.min.as_ref(), &|limit| self.low_number < limit);
        let above = beyond("max", constraints.max.as_ref(), &|limit| self.high_number > limit);
        if let Some(limit) = below {
            reader.problem("min", "beyond_field", format!("min lies below {limit}, the smallest the field allows"));
        }
        if let Some(limit) = above {
            reader.problem("max", "beyond_field", format!("max lies above {limit}, the largest the field allows"));
        }
    }

    /// A column from a number per row, each brought into the range.
    #[inline]
    pub(crate) fn column(&self, rows: &[u64], draw: impl Fn(u64) -> f64) -> Result<ArrayRef, EngineError> {
        if self.kind == NumberKind::Float {
            let values = rows.iter().map(|&row| self.round(draw(row)).clamp(self.low_number, self.high_number));
            return Ok(Arc::new(PrimitiveArray::<Float64Type>::from_iter_values(values)));
        }
        let factor = self.kind.factor();
        self.kind.column(rows, |row| ((draw(row) * factor).round() as i128).clamp(self.low, self.high))
    }

    /// The law of draws of a curve plus `shift` that are drawn again where outside the range.
    pub(crate) fn law(&self, curve: &Curve, shift: f64) -> Option<Law> {
        Numbers::new(curve.clone(), shift, (self.low_number, self.high_number), self.grid()).map(Law::Numbers)
    }

    /// The law of numbers spread evenly over intervals within the range: `(low, high, weight)`.
    pub(crate) fn law_of_pieces(&self, pieces: Vec<(f64, f64, f64)>) -> Option<Law> {
        Numbers::pieces(pieces, self.grid()).map(Law::Numbers)
    }

    /// Distance of two values that rounding leaves apart; 0 where all digits are kept.
    fn grid(&self) -> f64 {
        match self.kind {
            NumberKind::Float if self.rounding == 0.0 => 0.0,
            NumberKind::Float => self.rounding.recip(),
            kind => kind.factor().recip(),
        }
    }

    #[inline]
    fn round(&self, number: f64) -> f64 {
        if self.rounding == 0.0 { number } else { (number * self.rounding).round() / self.rounding }
    }
}

/// A number or a text that holds one.
pub(crate) fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|n| n.is_finite())
}

/// A column of numbers as floating point numbers; nulls stay.
pub(crate) fn read(column: Option<&ArrayRef>) -> Result<Vec<Option<f64>>, EngineError> {
    let column = column.ok_or_else(|| EngineError::fill("a column of numbers is missing"))?;
    Ok(match NumberKind::of(column.data_type()) {
        Some(NumberKind::Int32) => column.as_primitive::<Int32Type>().iter().map(|v| v.map(f64::from)).collect(),
        Some(NumberKind::Int64) => column.as_primitive::<Int64Type>().iter().map(|v| v.map(|v| v as f64)).collect(),
        Some(NumberKind::Float) => column.as_primitive::<Float64Type>().iter().collect(),
        Some(kind @ NumberKind::Decimal { .. }) => {
            let factor = kind.factor();
            column.as_primitive::<Decimal128Type>().iter().map(|v| v.map(|v| v as f64 / factor)).collect()
        }
        None => return Err(EngineError::fill(format!("{} holds no numbers", column.data_type()))),
    })
}

/// Fills a column from a distribution, within a range.
pub(crate) struct Drawn<D> {
    pub(crate) range: Range,
    pub(crate) stream: Stream,
    pub(crate) distribution: D,
    /// Added to what is drawn.
    pub(crate) shift: f64,
    /// The distribution's curve, where it is known.
    pub(crate) curve: Option<Curve>,
}

impl<D: Distribution<f64> + Send + Sync> Drawn<D> {
    /// The number of a row, before it is brought into the range.
    #[inline]
    pub(crate) fn draw(&self, row: u64) -> f64 {
        let mut cell = self.stream.cell(row);
        let mut number = f64::NAN;
        for _ in 0..TRIES {
            number = self.distribution.sample(&mut cell) + self.shift;
            if (self.range.low_number..=self.range.high_number).contains(&number) {
                break;
            }
        }
        number
    }
}

impl<D: Distribution<f64> + Send + Sync> Filler for Drawn<D> {
    fn law(&self) -> Option<Law> {
        self.range.law(self.curve.as_ref()?, self.shift)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.draw(row))
    }
}
