//! Widths of columns, from the header and the first rows.

use arrow_array::RecordBatch;
use dmb_engine::output::OutputError;

use super::cells;
use crate::columns::Column;

/// Rows that are measured.
const MEASURED: usize = 500;
const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// Room for the autofilter's button.
const BUTTON: usize = 3;

/// The widths, in characters, that fit these headers and rows.
pub(super) fn fitted(headers: &[String], batch: &RecordBatch) -> Result<Vec<f64>, OutputError> {
    let columns = Column::all(batch)?;
    let rows = batch.num_rows().min(MEASURED);
    let width = |(header, column): (&String, &Column<'_>)| {
        let cell = |row| column.at(row).map_or(0, |values| cells::shown_width(values, row));
        let widest = (0..rows).map(cell).max().unwrap_or_default();
        (widest + 1).max(of_text(header) + BUTTON).clamp(NARROWEST, WIDEST) as f64
    };
    Ok(headers.iter().zip(&columns).map(width).collect())
}

/// The width of a text's longest line; letters of East Asian scripts and pictures count twice.
pub(super) fn of_text(text: &str) -> usize {
    let width = |line: &str| {
        line.chars().map(|c| if c >= '\u{1100}' && !('\u{2000}'..'\u{2e80}').contains(&c) { 2 } else { 1 }).sum()
    };
    text.lines().map(width).max().unwrap_or_default()
}
