//! Where the values of a column come from when its table changes.

use super::diff::TableDiff;
use super::trash::{Trash, label};
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::{TRASH_ROW, column_trash};
use crate::shape::{Column, ColumnType};

/// The value a column gets from a row `o` of the table as it was.
pub(super) struct NewValue {
    /// The value.
    pub expression: String,
    /// A condition that holds for values that can be carried over; `None`: all can.
    pub possible: Option<String>,
    /// Whether it is the former value, untouched.
    pub untouched: bool,
    /// Whether a kept copy is used, which is not needed afterwards.
    pub from_trash: bool,
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
    let kept = trash.column(diff.after.id, column.id);
    match diff.before.column(column.id) {
        Some(was) => carried(diff, was, column, kept, &format!("o.{}", Sqlite.quote(&name_of(was)))),
        None => added(diff, column, kept),
    }
}

fn carried(diff: &TableDiff<'_>, was: &Column, now: &Column, kept: Option<ColumnType>, old: &str) -> NewValue {
    let conversion = Sqlite.convert(was.column_type, now.column_type, old);
    let mut value = NewValue {
        untouched: conversion.value == old,
        expression: conversion.value,
        possible: conversion.possible,
        from_trash: false,
        lossy: !conversion.lossless,
    };
    if was.column_type != now.column_type && kept == Some(now.column_type) {
        let former = kept_value(diff, now, now.column_type);
        // The kept value is only good for rows that were not changed since.
        let back = Sqlite.convert(now.column_type, was.column_type, &former).value;
        let same = format!("{old} IS NOT NULL AND {back} IS {old}");
        value.expression = format!("CASE WHEN {same} THEN {former} ELSE {} END", value.expression);
        value.possible = value.possible.map(|possible| format!("({same}) OR ({possible})"));
        value.from_trash = true;
    }
    if let (Some(default), true, false) = (&now.default, now.required, was.required) {
        value.expression = format!("coalesce({}, {})", value.expression, Sqlite.literal(default));
        value.untouched = false;
    }
    value
}

fn added(diff: &TableDiff<'_>, column: &Column, kept: Option<ColumnType>) -> NewValue {
    let default = column.default.as_ref().map_or_else(|| "NULL".to_owned(), |d| Sqlite.literal(d));
    let Some(column_type) = kept else {
        return NewValue { expression: default, possible: None, untouched: false, from_trash: false, lossy: false };
    };
    let former = kept_value(diff, column, column_type);
    let conversion = Sqlite.convert(column_type, column.column_type, &former);
    let there = format!("EXISTS (SELECT 1 FROM {})", kept_row(diff, column));
    NewValue {
        expression: format!("CASE WHEN {there} THEN {} ELSE {default} END", conversion.value),
        possible: conversion.possible.map(|possible| format!("{former} IS NULL OR ({possible})")),
        untouched: false,
        from_trash: true,
        lossy: false,
    }
}

fn kept_value(diff: &TableDiff<'_>, column: &Column, column_type: ColumnType) -> String {
    format!("(SELECT t.{} FROM {})", Sqlite.quote(&label(column.id, column_type)), kept_row(diff, column))
}

fn kept_row(diff: &TableDiff<'_>, column: &Column) -> String {
    let trash = Sqlite.quote(&column_trash(diff.after.id, column.id));
    format!("{trash} AS t WHERE t.{} = o.rowid", Sqlite.quote(TRASH_ROW))
}
