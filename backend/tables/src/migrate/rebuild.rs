//! Changing a table where the database can't in place: a new one is made, rows are copied, the new one takes its name.

use super::column::{NewValue, new_value, row_of};
use super::diff::{Change, TableDiff};
use super::trash::{self, Place, Trash};
use crate::dialect::literal::Literal;
use crate::dialect::{Dialect, create_index};
use crate::names::is_allowed;
use crate::shape::{Column, Shape};

/// The statements, run when table and columns have their new names already (dropped columns what `name_of` says).
pub(super) fn statements(
    d: &dyn Dialect,
    diff: &TableDiff<'_>,
    trash: &Trash,
    after: &[Shape],
    name_of: &dyn Fn(&Column) -> String,
) -> Vec<String> {
    let table = diff.after;
    let fresh = format!("_dmb_new_{}", table.id.0.simple());
    let values: Vec<(&Column, NewValue)> =
        table.columns.iter().map(|c| (c, new_value(d, diff, trash, c, name_of))).collect();
    let old_row = row_of(d, diff, name_of);
    let row = row_number(diff, &values).unwrap_or_else(|| old_row.clone());
    let mut sql = vec![d.create_table(table, &fresh, after), copy(d, diff, &fresh, &values, &old_row)];
    sql.extend(values.iter().filter_map(|(_, v)| v.kept).map(|kept| trash::drop(d, &kept.name())));
    sql.extend(copies_lost(diff, trash).iter().map(|name| trash::drop(d, name)));
    let keep = |column: &Column, keep: fn(&dyn Dialect, &Column, &Place<'_>) -> Vec<String>| {
        keep(d, column, &Place { id: table.id, table: &table.name, name: &name_of(column), row: &row })
    };
    for change in diff.changed.iter().filter(|c| c.before.column_type != c.after.column_type) {
        if values.iter().any(|(c, v)| c.id == change.after.id && v.lossy) {
            sql.extend(keep(change.before, trash::keep_retyped));
        }
    }
    for column in &diff.dropped {
        sql.extend(keep(column, trash::keep_dropped));
    }
    sql.push(format!("DROP TABLE {}", d.quote(&table.name)));
    sql.push(format!("ALTER TABLE {} RENAME TO {}", d.quote(&fresh), d.quote(&table.name)));
    sql.extend(d.finish_table(table));
    sql.extend(table.indexes.iter().map(|index| create_index(d, table, index)));
    sql
}

/// Copies of columns that can't be brought back afterwards, because rows get other numbers.
pub(super) fn copies_lost(diff: &TableDiff<'_>, trash: &Trash) -> Vec<String> {
    if keeps_rows(diff) { Vec::new() } else { trash.names_of(diff.after.id) }
}

/// Whether every row keeps its number, by which kept values are found again.
fn keeps_rows(diff: &TableDiff<'_>) -> bool {
    let (was, now) = (diff.before.row_key(), diff.after.row_key());
    now.is_none_or(|now| was.is_some_and(|was| was.id == now.id))
}

/// The number that a row of the old table `o` has in the new one, where it gets another.
fn row_number(diff: &TableDiff<'_>, values: &[(&Column, NewValue)]) -> Option<String> {
    let key = diff.after.row_key().filter(|_| !keeps_rows(diff));
    key.and_then(|key| values.iter().find(|(c, _)| c.id == key.id)).map(|(_, v)| v.expression.clone())
}

fn copy(d: &dyn Dialect, diff: &TableDiff<'_>, fresh: &str, values: &[(&Column, NewValue)], row: &str) -> String {
    let mut names: Vec<String> = values.iter().map(|(c, _)| d.quote(&c.name)).collect();
    let mut sources: Vec<String> = values.iter().map(|(_, v)| v.expression.clone()).collect();
    if diff.after.row_key().is_none() {
        names.insert(0, d.row(None));
        sources.insert(0, row.to_owned());
    }
    format!(
        "INSERT INTO {} ({}) SELECT {} FROM {} AS o ORDER BY {row}",
        d.quote(fresh),
        names.join(", "),
        sources.join(", "),
        d.quote(&diff.after.name)
    )
}

/// Whether adding the column can be said without a rebuild.
pub(super) fn can_be_added(d: &dyn Dialect, diff: &TableDiff<'_>, trash: &Trash, column: &Column) -> bool {
    let in_place = d.alter().is_some();
    let constant = match &column.default {
        None => !column.required,
        Some(Literal::Now(_)) => in_place,
        Some(Literal::Text(text)) => !text.contains('\0'),
        Some(Literal::Integer(_) | Literal::Number(_) | Literal::Bytes(_)) => true,
    };
    let refers = !in_place && diff.after.foreign_keys.iter().any(|key| key.field == column.id);
    let in_key = diff.after.primary_key.contains(&column.id);
    constant && !refers && !in_key && trash.dropped(diff.after.id, column.id).is_none() && is_allowed(&column.name)
}

/// Whether the table has to be rebuilt.
pub(super) fn is_needed(d: &dyn Dialect, diff: &TableDiff<'_>, trash: &Trash) -> bool {
    let in_place = d.alter().is_some();
    diff.changed.iter().any(|change| !in_place || rewrites(change))
        || diff.key_changed()
        || (!in_place && (diff.new_foreign_keys().next().is_some() || diff.gone_foreign_keys().next().is_some()))
        || diff.order_changed()
        || !diff.added.iter().all(|column| can_be_added(d, diff, trash, column))
}

/// Whether a change gives a column other values.
fn rewrites(change: &Change<'_>) -> bool {
    let filled = change.after.required && !change.before.required && change.after.default.is_some();
    change.before.column_type != change.after.column_type || filled
}
