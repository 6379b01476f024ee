//! Where the values of a column come from when its table changes.

use super::diff::TableDiff;
use super::trash::{Kept, Trash, label};
use crate::dialect::Dialect;
use crate::dialect::literal::Literal;
use crate::names::TRASH_ROW;
use crate::shape::{Column, ColumnType};

/// The value a column gets from a row `o` of the table as it was.
pub(super) struct NewValue {
    /// The value.
    pub expression: String,
    /// A condition that holds for values that can be carried over; `None`: all can.
    pub possible: Option<String>,
    /// Whether it is the former value, untouched.
    pub untouched: bool,
    /// The kept copy that is used and not needed afterwards.
    pub kept: Option<Kept>,
    /// Whether the former value can't be told from the new one, so that it has to be kept.
    pub lossy: bool,
}

/// The value of `column`, one of the columns after. `name_of` says what a column is called at that time.
pub(super) fn new_value(
    d: &dyn Dialect,
    diff: &TableDiff<'_>,
    trash: &Trash,
    column: &Column,
    name_of: &dyn Fn(&Column) -> String,
) -> NewValue {
    match diff.before.column(column.id) {
        Some(was) => {
            let kept = trash.retyped(diff.after.id, column.id, column.column_type);
            let row = row_of(d, diff, name_of);
            carried(d, was, column, kept.map(|kept| (kept, row)), &format!("o.{}", d.quote(&name_of(was))))
        }
        None => {
            let kept = trash.dropped(diff.after.id, column.id);
            added(d, column, kept.map(|kept| (kept, row_of(d, diff, name_of))))
        }
    }
}

/// The number of a row `o` of the table as it was.
pub(super) fn row_of(d: &dyn Dialect, diff: &TableDiff<'_>, name_of: &dyn Fn(&Column) -> String) -> String {
    format!("o.{}", d.row(diff.before.row_key().map(name_of).as_deref()))
}

fn carried(d: &dyn Dialect, was: &Column, now: &Column, kept: Option<(Kept, String)>, old: &str) -> NewValue {
    let conversion = d.convert(was.column_type, now.column_type, old);
    let mut value = NewValue {
        untouched: conversion.value == old,
        expression: conversion.value,
        possible: conversion.possible,
        kept: None,
        lossy: !conversion.lossless,
    };
    if let Some((kept, row)) = kept.filter(|_| was.column_type != now.column_type) {
        let former = kept_value(d, now, kept, &row);
        // The kept value is only good for rows that were not changed since.
        let back = d.convert(now.column_type, was.column_type, &former).value;
        let same = format!("{old} IS NOT NULL AND {}", d.same(&back, old));
        value.expression = format!("CASE WHEN {same} THEN {former} ELSE {} END", value.expression);
        value.possible = value.possible.map(|possible| format!("({same}) OR ({possible})"));
        value.kept = Some(kept);
    }
    if let (Some(default), true, false) = (&now.default, now.required, was.required) {
        value.expression = format!("coalesce({}, {})", value.expression, d.literal(default, now.column_type));
        value.untouched = false;
    }
    value
}

fn added(d: &dyn Dialect, column: &Column, kept: Option<(Kept, String)>) -> NewValue {
    let default = constant(d, column.default.as_ref(), column.column_type);
    let Some((kept, row)) = kept else {
        return NewValue { expression: default, possible: None, untouched: false, kept: None, lossy: false };
    };
    let former = kept_value(d, column, kept, &row);
    let conversion = d.convert(kept.column_type, column.column_type, &former);
    let there = format!("EXISTS (SELECT 1 FROM {})", kept_row(d, kept, &row));
    NewValue {
        expression: format!("CASE WHEN {there} THEN {} ELSE {default} END", conversion.value),
        possible: conversion.possible.map(|possible| format!("{former} IS NULL OR ({possible})")),
        untouched: false,
        kept: Some(kept),
        lossy: false,
    }
}

/// The default of a new column, or nothing; where types are strict, as a value of its type.
fn constant(d: &dyn Dialect, default: Option<&Literal>, column_type: ColumnType) -> String {
    let value = default.map_or_else(|| "NULL".to_owned(), |literal| d.literal(literal, column_type));
    if d.alter().is_none() { value } else { format!("CAST({value} AS {})", d.column_type(column_type)) }
}

fn kept_value(d: &dyn Dialect, column: &Column, kept: Kept, row: &str) -> String {
    let label = d.quote(&d.short(&label(column.id, kept.column_type)));
    format!("(SELECT t.{label} FROM {})", kept_row(d, kept, row))
}

fn kept_row(d: &dyn Dialect, kept: Kept, row: &str) -> String {
    let trash = d.quote(&d.short(&kept.name()));
    format!("{trash} AS t WHERE t.{} = {row}", d.quote(TRASH_ROW))
}
