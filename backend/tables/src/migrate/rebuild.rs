//! Changing a table where SQLite can't in place: a new one is made, rows are copied, the new one takes its name.

use super::column::{NewValue, new_value};
use super::diff::{TableDiff, index_name};
use super::trash::{self, Place, Trash};
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::is_allowed;
use crate::shape::{Column, Index, Shape};

/// The statements, run when table and columns have their new names already (dropped columns what `name_of` says).
pub(super) fn statements(
    diff: &TableDiff<'_>,
    trash: &Trash,
    after: &[Shape],
    name_of: &dyn Fn(&Column) -> String,
) -> Vec<String> {
    let table = diff.after;
    let fresh = format!("_dmb_new_{}", table.id.0.simple());
    let values: Vec<(&Column, NewValue)> =
        table.columns.iter().map(|c| (c, new_value(diff, trash, c, name_of))).collect();
    let row = row_number(diff, &values);
    let mut sql = vec![Sqlite.create_table(table, &fresh, after), copy(diff, &fresh, &values)];
    sql.extend(values.iter().filter_map(|(_, v)| v.kept).map(|kept| trash::drop(&kept.name())));
    sql.extend(copies_lost(diff, trash).iter().map(|name| trash::drop(name)));
    let keep = |column: &Column, keep: fn(&Column, &Place<'_>) -> Vec<String>| {
        keep(column, &Place { id: table.id, table: &table.name, name: &name_of(column), row: &row })
    };
    for change in diff.changed.iter().filter(|c| c.before.column_type != c.after.column_type) {
        if values.iter().any(|(c, v)| c.id == change.after.id && v.lossy) {
            sql.extend(keep(change.before, trash::keep_retyped));
        }
    }
    for column in &diff.dropped {
        sql.extend(keep(column, trash::keep_dropped));
    }
    sql.push(format!("DROP TABLE {}", Sqlite.quote(&table.name)));
    sql.push(format!("ALTER TABLE {} RENAME TO {}", Sqlite.quote(&fresh), Sqlite.quote(&table.name)));
    sql.extend(table.indexes.iter().map(|index| create_index(table, index)));
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

/// The number that a row of the old table `o` has in the new one.
fn row_number(diff: &TableDiff<'_>, values: &[(&Column, NewValue)]) -> String {
    let key = diff.after.row_key().filter(|_| !keeps_rows(diff));
    let value = key.and_then(|key| values.iter().find(|(c, _)| c.id == key.id));
    value.map_or_else(|| "o.rowid".to_owned(), |(_, v)| v.expression.clone())
}

fn copy(diff: &TableDiff<'_>, fresh: &str, values: &[(&Column, NewValue)]) -> String {
    let mut names: Vec<String> = values.iter().map(|(c, _)| Sqlite.quote(&c.name)).collect();
    let mut sources: Vec<String> = values.iter().map(|(_, v)| v.expression.clone()).collect();
    if diff.after.row_key().is_none() {
        names.insert(0, "rowid".to_owned());
        sources.insert(0, "o.rowid".to_owned());
    }
    format!(
        "INSERT INTO {} ({}) SELECT {} FROM {} AS o ORDER BY o.rowid",
        Sqlite.quote(fresh),
        names.join(", "),
        sources.join(", "),
        Sqlite.quote(&diff.after.name)
    )
}

/// The statement that makes an index.
pub(super) fn create_index(table: &Shape, index: &Index) -> String {
    let columns: Vec<String> = table.names_of(&index.fields).iter().map(|n| Sqlite.quote(n)).collect();
    format!(
        "CREATE {}INDEX {} ON {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        Sqlite.quote(&index_name(table, index)),
        Sqlite.quote(&table.name),
        columns.join(", ")
    )
}

/// Whether adding the column can be said without a rebuild.
pub(super) fn can_be_added(diff: &TableDiff<'_>, trash: &Trash, column: &Column) -> bool {
    use crate::dialect::literal::Literal;
    let constant = match &column.default {
        None => !column.required,
        Some(Literal::Now(_)) => false,
        Some(Literal::Text(text)) => !text.contains('\0'),
        Some(Literal::Integer(_) | Literal::Number(_) | Literal::Bytes(_)) => true,
    };
    let refers = diff.after.foreign_keys.iter().any(|key| key.field == column.id);
    let in_key = diff.after.primary_key.contains(&column.id);
    constant && !refers && !in_key && trash.dropped(diff.after.id, column.id).is_none() && is_allowed(&column.name)
}

/// Whether the table has to be rebuilt.
pub(super) fn is_needed(diff: &TableDiff<'_>, trash: &Trash) -> bool {
    !diff.changed.is_empty()
        || diff.key_changed()
        || diff.new_foreign_keys().next().is_some()
        || diff.gone_foreign_keys().next().is_some()
        || diff.order_changed()
        || !diff.added.iter().all(|column| can_be_added(diff, trash, column))
}
