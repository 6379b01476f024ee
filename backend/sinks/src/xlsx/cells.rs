//! Arrow values as Excel cells, without losing a digit: what Excel's numbers and dates can't hold goes in as text.

use dmb_engine::output::OutputError;
use rust_xlsxwriter::Worksheet;

use super::failed;
use super::widths::of_text;
use crate::columns::Values;
use crate::digits::{push_base64, push_date, push_datetime, push_decimal, push_int, push_uuid};

/// Most characters of a cell, as Excel counts them (UTF-16).
pub(super) const MAX_CELL_UNITS: usize = 32_767;
/// The largest whole number up to which doubles hold every one.
const EXACT_WHOLE: u64 = 1 << 53;
/// A number of 15 digits always survives Excel; one of 16 may not.
const EXACT_DECIMAL: u128 = 1_000_000_000_000_000;
/// The largest power of ten that a double holds exactly.
const EXACT_SCALE: u8 = 22;
/// Days from 1899-12-31, Excel's day 0, to 1970-01-01.
const EPOCH: i64 = 25_568;
const DAY_MICROS: i64 = 86_400_000_000;

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is what it is.
    Typed,
    /// It is written as text because Excel can't hold it otherwise.
    AsText,
    /// It can't be written: a text of so many characters.
    TooLong(usize),
}

/// Writes one cell that is not null. `scratch` is emptied and used for texts that are made here.
pub(super) fn write(
    sheet: &mut Worksheet,
    at: (u32, u16),
    values: Values<'_>,
    row: usize,
    scratch: &mut Vec<u8>,
) -> Result<Outcome, OutputError> {
    match values {
        Values::Text(texts) => text(sheet, at, texts.value(row)),
        Values::Int32(numbers) => number(sheet, at, f64::from(numbers[row])),
        Values::Int64(numbers) if numbers[row].unsigned_abs() <= EXACT_WHOLE => number(sheet, at, numbers[row] as f64),
        Values::Int64(numbers) => made(sheet, at, scratch, |out| push_int(out, numbers[row])),
        Values::Float(numbers) => number(sheet, at, numbers[row]),
        Values::Decimal(numbers, scale) => match exact_decimal(numbers[row], scale) {
            Some(exact) => number(sheet, at, exact),
            None => made(sheet, at, scratch, |out| push_decimal(out, numbers[row], scale)),
        },
        Values::Boolean(truths) => {
            sheet.write_boolean(at.0, at.1, truths.value(row)).map_err(failed)?;
            Ok(Outcome::Typed)
        }
        Values::Date(days) => match serial_day(days[row].into()) {
            Some(day) => number(sheet, at, day as f64),
            None => made(sheet, at, scratch, |out| push_date(out, days[row])),
        },
        Values::Time(seconds) => number(sheet, at, f64::from(seconds[row]) / 86_400.0),
        Values::Datetime(micros) => match serial_moment(micros[row]) {
            Some(moment) => number(sheet, at, moment),
            None => made(sheet, at, scratch, |out| push_datetime(out, micros[row], b' ')),
        },
        Values::Uuid(uuids) => {
            made(sheet, at, scratch, |out| push_uuid(out, uuids.value(row)))?;
            Ok(Outcome::Typed)
        }
        Values::Binary(bytes) => {
            let outcome = made(sheet, at, scratch, |out| push_base64(out, bytes.value(row)))?;
            Ok(if outcome == Outcome::AsText { Outcome::Typed } else { outcome })
        }
    }
}

fn number(sheet: &mut Worksheet, at: (u32, u16), number: f64) -> Result<Outcome, OutputError> {
    sheet.write_number(at.0, at.1, number).map_err(failed)?;
    Ok(Outcome::Typed)
}

fn text(sheet: &mut Worksheet, at: (u32, u16), text: &str) -> Result<Outcome, OutputError> {
    // A text has at least as many bytes as UTF-16 units, so most need no counting.
    if text.len() > MAX_CELL_UNITS {
        let units = text.encode_utf16().count();
        if units > MAX_CELL_UNITS {
            return Ok(Outcome::TooLong(units));
        }
    }
    sheet.write_string(at.0, at.1, text).map_err(failed)?;
    Ok(Outcome::Typed)
}

fn made(
    sheet: &mut Worksheet,
    at: (u32, u16),
    scratch: &mut Vec<u8>,
    push: impl FnOnce(&mut Vec<u8>),
) -> Result<Outcome, OutputError> {
    scratch.clear();
    push(scratch);
    let made = std::str::from_utf8(scratch).map_err(|e| OutputError::Internal(e.to_string()))?;
    Ok(match text(sheet, at, made)? {
        Outcome::Typed => Outcome::AsText,
        other => other,
    })
}

/// The decimal as a double, where that shows all its digits.
pub(super) fn exact_decimal(unscaled: i128, scale: u8) -> Option<f64> {
    let exact = unscaled.unsigned_abs() < EXACT_DECIMAL && scale <= EXACT_SCALE;
    // Both are exact, so the one rounding of the division gives the double nearest to the decimal.
    exact.then(|| unscaled as f64 / 10_f64.powi(scale.into()))
}

/// Excel's number of a day from 1900-01-01 to 9999-12-31. Excel believes in a 29 February 1900, so days after it count
/// one more.
fn serial_day(days: i64) -> Option<i64> {
    let day = days + EPOCH;
    let day = if day > 59 { day + 1 } else { day };
    (1..=2_958_465).contains(&day).then_some(day)
}

fn serial_moment(micros: i64) -> Option<f64> {
    let day = serial_day(micros.div_euclid(DAY_MICROS))?;
    Some(day as f64 + micros.rem_euclid(DAY_MICROS) as f64 / DAY_MICROS as f64)
}

/// About how many characters wide a cell is shown.
pub(super) fn shown_width(values: Values<'_>, row: usize) -> usize {
    let digits = |number: u128| number.checked_ilog10().unwrap_or_default() as usize + 1;
    match values {
        Values::Text(texts) => of_text(texts.value(row)),
        Values::Int32(numbers) => digits(numbers[row].unsigned_abs().into()) + 1,
        Values::Int64(numbers) => digits(numbers[row].unsigned_abs().into()) + 1,
        Values::Float(_) => 12,
        Values::Decimal(numbers, scale) => {
            let whole = digits(numbers[row].unsigned_abs()).saturating_sub(scale.into()).max(1);
            // Sign, separators of thousands, point.
            whole + whole / 3 + usize::from(scale) + 2
        }
        Values::Boolean(_) => 6,
        Values::Date(_) => 11,
        Values::Time(_) => 9,
        Values::Datetime(_) => 20,
        Values::Uuid(_) => 36,
        Values::Binary(bytes) => bytes.value(row).len().div_ceil(3) * 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_excel_counts_them() {
        let day = |text: &str| {
            let date: chrono::NaiveDate = text.parse().unwrap();
            serial_day((date - chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()).num_days())
        };
        assert_eq!(day("1899-12-31"), None);
        assert_eq!(day("1900-01-01"), Some(1));
        assert_eq!(day("1900-02-28"), Some(59));
        assert_eq!(day("1900-03-01"), Some(61));
        assert_eq!(day("1970-01-01"), Some(25_569));
        assert_eq!(day("2026-11-22"), Some(46_348));
        assert_eq!(day("9999-12-31"), Some(2_958_465));
    }

    #[test]
    fn decimals_of_fifteen_digits_are_numbers() {
        assert_eq!(exact_decimal(123_456_789_012_345, 2), Some(1_234_567_890_123.45));
        assert_eq!(exact_decimal(-1, 2), Some(-0.01));
        assert_eq!(exact_decimal(1_234_567_890_123_456, 2), None);
    }
}
