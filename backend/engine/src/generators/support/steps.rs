//! Exact numbers as whole multiples of the smallest step of their column: 1 for whole numbers, 0.01 for a decimal with
//! two digits behind the point.

use std::sync::Arc;

use arrow_array::types::{Decimal128Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{ArrayRef, Decimal128Array, PrimitiveArray};
use arrow_schema::DataType;
use serde_json::Value;

use crate::generator::EngineError;
use crate::law::{Law, Numbers};
use crate::stream::Cell;

/// The number types a column can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// Whole number of 32 bits.
    Int32,
    /// Whole number of 64 bits.
    Int64,
    /// Floating point; its steps are whole numbers.
    Float,
    /// Exact decimal.
    Decimal { precision: u8, scale: u8 },
}

impl NumberKind {
    /// The kind of an Arrow type; `None` where it holds no numbers.
    pub(crate) fn of(data_type: &DataType) -> Option<Self> {
        match data_type {
            DataType::Int32 => Some(Self::Int32),
            DataType::Int64 => Some(Self::Int64),
            DataType::Float64 => Some(Self::Float),
            DataType::Decimal128(precision, scale) => {
                Some(Self::Decimal { precision: *precision, scale: u8::try_from(*scale).unwrap_or(0) })
            }
            _ => None,
        }
    }

    /// Digits behind the point.
    pub(crate) fn scale(self) -> u8 {
        if let Self::Decimal { scale, .. } = self { scale } else { 0 }
    }

    /// Steps in 1.
    pub(crate) fn factor(self) -> f64 {
        10_f64.powi(i32::from(self.scale()))
    }

    /// The least and greatest number of steps the type holds.
    pub(crate) fn limits(self) -> (i128, i128) {
        match self {
            Self::Int32 => (i128::from(i32::MIN), i128::from(i32::MAX)),
            Self::Int64 => (i128::from(i64::MIN), i128::from(i64::MAX)),
            Self::Float => (-(1 << 53), 1 << 53),
            Self::Decimal { precision, .. } => {
                let most = 10_i128.pow(u32::from(precision.min(38))) - 1;
                (-most, most)
            }
        }
    }

    /// The steps of a bound: of a smallest value rounded up, of a largest rounded down, so that what is drawn between
    /// them keeps to them. Exact for numbers and texts without exponent. `None`: not a number.
    pub(crate) fn bound(self, value: &Value, up: bool) -> Option<i128> {
        let text = match value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => return None,
        };
        exact(&text, self.scale(), up).or_else(|| {
            let steps = text.parse::<f64>().ok().filter(|n| n.is_finite())? * self.factor();
            Some(if up { steps.ceil() } else { steps.floor() } as i128)
        })
    }

    /// The law of whole numbers of steps, each of a span as likely, the spans by weight.
    pub(crate) fn law(self, spans: impl IntoIterator<Item = (Span, f64)>) -> Option<Law> {
        let factor = self.factor();
        let piece = |(span, weight): (Span, f64)| {
            let low = span.low as f64 - 0.5;
            (low / factor, (low + span.count() as f64) / factor, weight)
        };
        Numbers::pieces(spans.into_iter().map(piece).collect(), factor.recip()).map(Law::Numbers)
    }

    /// A column from the steps of each row. The steps must be within [`Self::limits`].
    pub(crate) fn column(self, rows: &[u64], steps: impl Fn(u64) -> i128) -> Result<ArrayRef, EngineError> {
        Ok(match self {
            Self::Int32 => {
                Arc::new(PrimitiveArray::<Int32Type>::from_iter_values(rows.iter().map(|&r| steps(r) as i32)))
            }
            Self::Int64 => {
                Arc::new(PrimitiveArray::<Int64Type>::from_iter_values(rows.iter().map(|&r| steps(r) as i64)))
            }
            Self::Float => {
                Arc::new(PrimitiveArray::<Float64Type>::from_iter_values(rows.iter().map(|&r| steps(r) as f64)))
            }
            Self::Decimal { precision, scale } => {
                let array: Decimal128Array =
                    PrimitiveArray::<Decimal128Type>::from_iter_values(rows.iter().map(|&r| steps(r)));
                Arc::new(array.with_precision_and_scale(precision, scale as i8)?)
            }
        })
    }
}

/// Reads digits with a point into steps; digits beyond the scale round towards the inside of the range.
fn exact(text: &str, scale: u8, up: bool) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let scale = usize::from(scale);
    let kept = &fraction[..fraction.len().min(scale)];
    let lost = fraction[kept.len()..].bytes().any(|b| b != b'0');
    let padded = format!("0{whole}{kept}{}", "0".repeat(scale - kept.len()));
    let magnitude: i128 = padded.parse().ok()?;
    let signed = if negative { -magnitude } else { magnitude };
    // Cutting digits rounds towards zero; one step away from zero where the bound lies there.
    Some(match (lost, up, negative) {
        (true, true, false) => signed + 1,
        (true, false, true) => signed - 1,
        _ => signed,
    })
}

/// Whole numbers of a range, each as likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    low: i128,
    /// Numbers in it; 0 stands for 2^128.
    count: u128,
}

impl Span {
    /// The numbers from `low` to `high`, both included; `low` ≤ `high`.
    pub(crate) fn new(low: i128, high: i128) -> Self {
        Self { low, count: (high.wrapping_sub(low) as u128).wrapping_add(1) }
    }

    /// How many numbers it has.
    pub(crate) fn count(self) -> u128 {
        if self.count == 0 { u128::MAX } else { self.count }
    }

    /// Draws one.
    #[inline]
    pub(crate) fn draw(self, cell: &mut Cell) -> i128 {
        let offset = match u64::try_from(self.count) {
            Ok(count) if count > 0 => u128::from(cell.below(count)),
            // A bias below count / 2^128; no one counts that far.
            _ => ((u128::from(cell.bits()) << 64) | u128::from(cell.bits())) % self.count(),
        };
        self.low.wrapping_add(offset as i128)
    }

    /// The number at a position below `count`.
    pub(crate) fn nth(self, position: u128) -> i128 {
        self.low.wrapping_add(position as i128)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::stream::Stream;

    fn check(value: Value, up: bool, expect: Option<i128>) {
        let kind = NumberKind::Decimal { precision: 10, scale: 2 };
        assert_eq!(kind.bound(&value, up), expect, "{value}");
    }

    #[test]
    fn bounds_are_exact_and_round_inwards() {
        check(json!(0.01), true, Some(1));
        check(json!("12.345"), true, Some(1235));
        check(json!("12.345"), false, Some(1234));
        check(json!(-12.345), true, Some(-1234));
        check(json!(-12.345), false, Some(-1235));
        check(json!(1e3), true, Some(100_000));
        check(json!("many"), true, None);
        check(json!(true), true, None);
    }

    #[test]
    fn draws_stay_in_the_span_and_reach_both_ends() {
        let span = Span::new(-2, 2);
        let drawn: Vec<i128> = (0..500).map(|row| span.draw(&mut Stream::root(3).cell(row))).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-2), Some(&2)));
        let wide = Span::new(i128::MIN, i128::MAX);
        assert_ne!(wide.draw(&mut Stream::root(3).cell(1)), wide.draw(&mut Stream::root(3).cell(2)));
    }
}
