//! Where the values of a column come from when its table changes.

use super::diff::TableDiff;
use super::trash::{Kept, Trash, label};
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::TRASH_ROW;
use crate::shape::Column;

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
    diff: &TableDiff<'_>,
    trash: &Trash,
    column: &Column,
    name_of: &dyn Fn(&Column) -> String,
) -> NewValue {
    match diff.before.column(column.id) {
        Some(was) => {
            let kept = trash.retyped(diff.after.id, column.id, column.column_type);
            carried(was, column, kept, &format!("o.{}", Sqlite.quote(&name_of(was))))
        }
        None => added(column, trash.dropped(diff.after.id, column.id)),
    }
}

fn carried(was: &Column, now: &Column, kept: Option<Kept>, old: &str) -> NewValue {
    let conversion = Sqlite.convert(was.column_type, now.column_type, old);
    let mut value = NewValue {
        untouched: conversion.value == old,
        expression: conversion.value,
        possible: conversion.possible,
        kept: None,
        lossy: !conversion.lossless,
    };
    if let Some(kept) = kept.filter(|_| was.column_type != now.column_type) {
        let former = kept_value(now, kept);
        // The kept value is only good for rows that were not changed since.
        let back = Sqlite.convert(now.column_type, was.column_type, &former).value;
        let same = format!("{old} IS NOT NULL AND {back} IS {old}");
        value.expression = format!("CASE WHEN {same} THEN {former} ELSE {} END", value.expression);
        value.possible = value.possible.map(|possible| format!("({same}) OR ({possible})"));
        value.kept = Some(kept);
    }
    if let (Some(default), true, false) = (&now.default, now.required, was.required) {
        value.expression = format!("coalesce({}, {})", value.expression, Sqlite.literal(default));
        value.untouched = false;
    }
    value
}

fn added(column: &Column, kept: Option<Kept>) -> NewValue {
    let default = column.default.as_ref().map_or_else(|| "NULL".to_owned(), |d| Sqlite.literal(d));
    let Some(kept) = kept else {
        return NewValue { expression: default, possible: None, untouched: false, kept: None, lossy: false };
    };
    let former = kept_value(column, kept);
    let conversion = Sqlite.convert(kept.column_type, column.column_type, &former);
    let there = format!("EXISTS (SELECT 1 FROM {})", kept_row(kept));
    NewValue {
        expression: format!("CASE WHEN {there} THEN {} ELSE {default} END", conversion.value),
        possible: conversion.possible.map(|possible| format!("{former} IS NULL OR ({possible})")),
        untouched: false,
        kept: Some(kept),
        lossy: false,
    }
}

fn kept_value(column: &Column, kept: Kept) -> String {
    format!("(SELECT t.{} FROM {})", Sqlite.quote(&label(column.id, kept.column_type)), kept_row(kept))
}

fn kept_row(kept: Kept) -> String {
    let trash = Sqlite.quote(&kept.name());
    format!("{trash} AS t WHERE t.{} = o.rowid", Sqlite.quote(TRASH_ROW))
}
