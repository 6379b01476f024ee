//! A sample of every table, made while planning: what breaks the constraints is told before the run, with the figures.

use std::collections::BTreeSet;

use arrow_array::{Array, ArrayRef};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use dmb_spec::Violation;

use super::frame::Frame;
use super::guard::Findings;
use super::link::nullable_source;
use super::model::{Column, Model, TableModel};
use super::tables::field_path;
use crate::arrays;
use crate::generator::{EngineError, FillContext};

/// Rows of the sample.
const ROWS: u64 = 256;

/// Looks at a sample of a table; `nullable` says for every column of the model whether it may be null. Returns the bytes
/// that a row takes on average.
pub(crate) fn inspect(model: &Model, at: usize, nullable: &[Vec<bool>], out: &mut Vec<Violation>) -> u64 {
    let table = &model.tables[at];
    let rows = rows(table);
    if rows.is_empty() {
        return 0;
    }
    let mut frame = Frame::new(model, at, rows).noting();
    let mut bytes = 0;
    let mut told = BTreeSet::new();
    for (place, column) in table.columns.iter().enumerate() {
        let made = frame.value(place);
        bytes += made.as_ref().map_or(0, |array| array.to_data().get_slice_memory_size().unwrap_or(0));
        tell(table, place, &frame.findings(place), out);
        let outcome =
            made.and_then(|_| check_nulls(&mut frame, at, column, nullable, table.table.fields[place].nullable));
        if let Err(error) = outcome
            && told.insert(error.to_string())
        {
            out.push(failure(table, place, error));
        }
    }
    bytes as u64 / frame.rows().len() as u64
}

/// The first rows and some spread over the rest.
fn rows(table: &TableModel) -> Vec<u64> {
    let (first, count) = (table.first_row, table.rows);
    if count <= ROWS {
        return (first..first + count).collect();
    }
    let spread = (0..ROWS / 2).map(|at| first + ROWS / 2 + at * ((count - ROWS / 2) / (ROWS / 2)));
    (first..first + ROWS / 2).chain(spread).collect()
}

/// Whether a required column becomes null where what it is made from is, which a sample alone might miss.
fn check_nulls<'m>(
    frame: &mut Frame<'m>,
    at: usize,
    column: &'m Column,
    nullable: &[Vec<bool>],
    allowed: bool,
) -> Result<(), EngineError> {
    if allowed || !column.inputs.iter().any(|source| nullable_source(source, at, nullable)) {
        return Ok(());
    }
    let inputs = frame.inputs_of(column)?;
    let rows = frame.rows();
    let hidden = NullBuffer::new(BooleanBuffer::new_unset(rows.len()));
    let masked = inputs.iter().zip(&column.inputs).map(|(array, source)| {
        if nullable_source(source, at, nullable) { arrays::with_nulls(array, &hidden) } else { Ok(array.clone()) }
    });
    let masked: Vec<ArrayRef> = masked.collect::<Result<_, _>>()?;
    let made = column.filler.fill(&FillContext { rows, inputs: &masked })?;
    if made.null_count() == 0 {
        return Ok(());
    }
    Err(EngineError::fill("what it is made from can be null, so the field must be nullable too"))
}

fn failure(table: &TableModel, place: usize, error: EngineError) -> Violation {
    match error {
        EngineError::Column { table: of, field, message } if !field.is_empty() => {
            Violation::error(format!("tables.{of}.fields.{field}"), "generation_fails", message)
        }
        EngineError::Column { message, .. } | EngineError::Arrow(message) => {
            Violation::error(field_path(&table.table, &table.table.fields[place]), "generation_fails", message)
        }
    }
}

fn tell(table: &TableModel, place: usize, found: &Findings, out: &mut Vec<Violation>) {
    let field = &table.table.fields[place];
    let path = field_path(&table.table, field);
    let limits = &field.constraints;
    let generator = &table.columns[place].generator.name;
    let of = |count: usize| format!("{count} of {} sampled values of {} by {generator}", found.values, field.name);
    let example = found.example.as_deref().map_or_else(String::new, |example| format!(", such as “{example}”"));
    let stops = [
        (found.off_pattern, "pattern_broken", "do not match the pattern"),
        (found.not_a_choice, "not_a_choice", "are not among the choices"),
    ];
    for (count, code, what) in stops.into_iter().filter(|(count, ..)| *count > 0) {
        out.push(Violation::error(&path, code, format!("{} {what}{example}", of(count))));
    }
    if found.too_short > 0 {
        let least = limits.min_length.unwrap_or(0);
        out.push(Violation::error(
            &path,
            "too_short",
            format!("{} are shorter than {least}{example}", of(found.too_short)),
        ));
    }
    if found.too_long > 0 {
        let most = limits.max_length.unwrap_or(255);
        out.push(Violation::warning(
            &path,
            "too_long",
            format!("{} are longer than {most} and will be cut", of(found.too_long)),
        ));
    }
    let sides =
        [(found.below, "below_min", "below min", &limits.min), (found.above, "above_max", "above max", &limits.max)];
    for (count, code, what, bound) in sides.into_iter().filter(|(count, ..)| *count > 0) {
        let bound = bound.as_ref().map(ToString::to_string).unwrap_or_default();
        out.push(Violation::warning(&path, code, format!("{} are {what} {bound} and will be set to it", of(count))));
    }
}
