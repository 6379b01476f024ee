//! Columns rewritten cell by cell: what the kinds share.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray};
use arrow_schema::DataType;

use super::Struck;
use crate::generator::EngineError;
use crate::generators::support::steps::NumberKind;
use crate::stream::{Cell, Stream};

/// The first column as texts, each made from what it was. Cut to `limit` characters.
pub(super) fn texts(
    struck: &Struck<'_>,
    stream: Stream,
    limit: Option<u32>,
    make: impl Fn(&mut Cell, Option<&str>) -> Option<String>,
) -> Result<Vec<ArrayRef>, EngineError> {
    let old = struck.values[0].as_string_opt::<i32>().ok_or_else(|| unknown(&struck.values[0]))?;
    let mut out = StringBuilder::with_capacity(old.len(), old.value_data().len() + 8 * old.len());
    for (at, row) in struck.rows.iter().enumerate() {
        let made = make(&mut stream.cell(*row), old.is_valid(at).then(|| old.value(at)));
        out.append_option(made.as_deref().map(|text| first_chars(text, limit)));
    }
    Ok(vec![Arc::new(out.finish())])
}

fn first_chars(text: &str, limit: Option<u32>) -> &str {
    let end = limit.and_then(|limit| text.char_indices().nth(limit as usize));
    end.map_or(text, |(end, _)| &text[..end])
}

/// A change of a number.
pub(super) trait Change: Send + Sync {
    /// Of an exact number in steps of its column, `per_unit` of which make 1.
    fn steps(&self, cell: &mut Cell, steps: i128, per_unit: f64) -> i128;

    /// Of a floating point number.
    fn float(&self, cell: &mut Cell, number: f64) -> f64;
}

/// The first column as numbers, each changed, as far as the type goes. Nulls stay null.
pub(super) fn numbers(struck: &Struck<'_>, stream: Stream, change: &dyn Change) -> Result<Vec<ArrayRef>, EngineError> {
    let old = &struck.values[0];
    let kind = NumberKind::of(old.data_type()).ok_or_else(|| unknown(old))?;
    let ((least, most), per_unit) = (kind.limits(), kind.factor());
    let exact = |row: u64, steps: i128| change.steps(&mut stream.cell(row), steps, per_unit).clamp(least, most);
    let made = match old.data_type() {
        DataType::Int32 => mapped::<Int32Type>(old, struck.rows, |row, n| exact(row, n.into()) as i32),
        DataType::Int64 => mapped::<Int64Type>(old, struck.rows, |row, n| exact(row, n.into()) as i64),
        DataType::Decimal128(_, _) => mapped::<Decimal128Type>(old, struck.rows, exact),
        _ => mapped::<Float64Type>(old, struck.rows, |row, n| finite(change.float(&mut stream.cell(row), n))),
    };
    Ok(vec![made])
}

/// JSON and most databases know no infinity.
fn finite(number: f64) -> f64 {
    number.clamp(f64::MIN, f64::MAX)
}

/// Every value that is there, changed by the number of its row.
pub(super) fn mapped<T: ArrowPrimitiveType>(
    old: &ArrayRef,
    rows: &[u64],
    change: impl Fn(u64, T::Native) -> T::Native,
) -> ArrayRef {
    let values = old.as_primitive::<T>();
    let made = |(at, row): (usize, &u64)| values.is_valid(at).then(|| change(*row, values.value(at)));
    let made: PrimitiveArray<T> = rows.iter().enumerate().map(made).collect();
    Arc::new(made.with_data_type(old.data_type().clone()))
}

/// A whole number from `low` to `high`, both included.
pub(super) fn between(cell: &mut Cell, low: i128, high: i128) -> i128 {
    let span = u64::try_from(high - low).unwrap_or(u64::MAX).saturating_add(1);
    low + i128::from(cell.below(span))
}

/// What no kind is let near: the plan has checked the types.
pub(super) fn unknown(array: &ArrayRef) -> EngineError {
    EngineError::fill(format!("a fault can't strike a column of {}", array.data_type()))
}
