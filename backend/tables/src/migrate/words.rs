//! Steps in words.

use super::diff::{Change, TableDiff};
use crate::shape::{Check, Column, ColumnType, ForeignKey, Index, Shape};

/// `1 row`, `1,204 rows`.
pub(super) fn rows(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} row{}", if number == 1 { "" } else { "s" })
}

/// Everything a rebuild changes, each as a clause without the table's name.
pub(super) fn rebuild(diff: &TableDiff<'_>, all: &[Shape]) -> Vec<String> {
    let mut found: Vec<String> = diff.dropped.iter().map(|c| format!("drop column {}", c.name)).collect();
    found.extend(diff.added.iter().map(|c| format!("add column {}", c.name)));
    found.extend(diff.changed.iter().flat_map(change));
    if diff.key_changed() {
        found.push(match diff.after.names_of(&diff.after.primary_key).as_slice() {
            [] => "take the primary key away".to_owned(),
            names => format!("make {} the primary key", names.join(", ")),
        });
    }
    found.extend(diff.gone_foreign_keys().filter_map(|k| {
        let stays = diff.after.column(k.field)?;
        let replaced = diff.after.foreign_keys.iter().any(|n| n.field == k.field);
        (!replaced).then(|| format!("let {} refer to nothing", stays.name))
    }));
    let new_keys = diff.new_foreign_keys().filter(|k| diff.before.column(k.field).is_some());
    found.extend(new_keys.map(|k| foreign_key(diff.after, k, all)));
    found.extend(diff.new_indexes().map(|i| index(diff.after, i)));
    found.extend(gone_indexes(diff).map(|i| gone_index(diff.before, i)));
    if diff.stays_reordered() {
        found.push("put the columns into their new order".to_owned());
    }
    found
}

/// Indexes that go though their columns stay.
pub(super) fn gone_indexes<'a>(diff: &'a TableDiff<'a>) -> impl Iterator<Item = &'a Index> {
    diff.gone_indexes().filter(|i| i.fields.iter().all(|id| diff.after.column(*id).is_some()))
}

pub(super) fn index(table: &Shape, index: &Index) -> String {
    let names = table.names_of(&index.fields).join(", ");
    if index.unique { format!("make {names} unique") } else { format!("add an index on {names}") }
}

pub(super) fn gone_index(table: &Shape, index: &Index) -> String {
    let names = table.names_of(&index.fields).join(", ");
    if index.unique { format!("let {names} repeat") } else { format!("drop the index on {names}") }
}

pub(super) fn foreign_key(table: &Shape, key: &ForeignKey, all: &[Shape]) -> String {
    let parent = all.iter().find(|s| s.id == key.table);
    let (parent, target) = parent.map_or(("?", "?"), |p| (p.name.as_str(), p.name_of(key.target)));
    format!("let {} refer to {parent}.{target}", table.name_of(key.field))
}

pub(super) fn change(change: &Change<'_>) -> Vec<String> {
    let (was, now) = (change.before, change.after);
    let name = &now.name;
    let mut found = Vec::new();
    if was.column_type != now.column_type {
        found.push(format!("change {name} from {} to {}", type_name(was.column_type), type_name(now.column_type)));
    }
    match (was.required, now.required) {
        (false, true) => found.push(format!("make {name} required")),
        (true, false) => found.push(format!("let {name} be empty")),
        _ => {}
    }
    if was.default != now.default {
        found.push(match now.default {
            Some(_) => format!("change the default of {name}"),
            None => format!("take the default of {name} away"),
        });
    }
    if was.checks != now.checks && (was.column_type == now.column_type || has_choices(was) != has_choices(now)) {
        let what = if has_choices(was) || has_choices(now) { "choices" } else { "limits" };
        found.push(format!("change the {what} of {name}"));
    }
    if found.is_empty() {
        found.push(format!("change {name}"));
    }
    found
}

fn has_choices(column: &Column) -> bool {
    column.checks.iter().any(|c| matches!(c, Check::OneOf(_)))
}

/// A type as people know it.
pub(super) fn type_name(column_type: ColumnType) -> String {
    match column_type {
        ColumnType::Text { limit: Some(limit) } => return format!("text of {limit} characters"),
        ColumnType::Decimal { precision, scale } => return format!("decimal({precision},{scale})"),
        ColumnType::Text { limit: None } => "text",
        ColumnType::Integer => "integer",
        ColumnType::BigInteger => "big integer",
        ColumnType::Counter => "counter",
        ColumnType::Float => "float",
        ColumnType::Boolean => "boolean",
        ColumnType::Date => "date",
        ColumnType::Time => "time",
        ColumnType::Datetime => "datetime",
        ColumnType::Uuid => "uuid",
        ColumnType::Json => "json",
        ColumnType::Binary => "binary",
    }
    .to_owned()
}

/// The clauses of a rebuild as one sentence about a table.
pub(super) fn sentence(clauses: &[String], table: &str) -> String {
    format!("Rewrite {table}: {}", clauses.join("; "))
}

/// A clause about a table as a sentence: `Make email unique in customers`.
pub(super) fn capital(clause: &str, table: &str) -> String {
    let mut letters = clause.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{} in {table}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_rows_are_grouped() {
        assert_eq!(rows(1), "1 row");
        assert_eq!(rows(0), "0 rows");
        assert_eq!(rows(1_204), "1,204 rows");
        assert_eq!(rows(12_345_678), "12,345,678 rows");
    }
}
