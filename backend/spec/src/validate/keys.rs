//! Primary keys, composite unique keys, indexes, auto-increment.

use std::collections::HashSet;

use super::fields::{can_be_key, not_a_key};
use crate::{FieldId, FieldType, Table, Violation};

const MAX_KEY_FIELDS: usize = 16;
const MAX_KEYS: usize = 50;

/// All keys of a table.
pub(super) fn check(table: &Table, path: &str, out: &mut Vec<Violation>) {
    check_primary(table, path, out);
    check_auto_increment(table, path, out);
    let mut seen = HashSet::new();
    for (n, key) in table.unique_keys.iter().enumerate() {
        let path = format!("{path}.unique[{n}]");
        check_fields(table, key, &path, out);
        if let [only] = key.as_slice() {
            let name = table.field_by_id(*only).map_or("the field", |f| &f.name);
            let message = "A unique key of one field is written at the field itself.";
            out.push(
                Violation::error(&path, "unique_key_of_one", message).suggest(format!("{name}: {{ unique: true }}")),
            );
        }
        repeated(key, &mut seen, &path, out);
    }
    let mut seen = HashSet::new();
    for (n, index) in table.indexes.iter().enumerate() {
        let path = format!("{path}.indexes[{n}]");
        check_fields(table, index, &path, out);
        repeated(index, &mut seen, &path, out);
    }
    for (word, count) in [("unique", table.unique_keys.len()), ("indexes", table.indexes.len())] {
        if count > MAX_KEYS {
            let message = format!("{count} of them; {MAX_KEYS} is the most.");
            out.push(Violation::error(format!("{path}.{word}"), "too_many_keys", message));
        }
    }
}

fn repeated<'a>(key: &'a [FieldId], seen: &mut HashSet<&'a [FieldId]>, path: &str, out: &mut Vec<Violation>) {
    if !seen.insert(key) {
        out.push(Violation::error(path, "key_repeated", "The same fields are given twice."));
    }
}

fn check_primary(table: &Table, path: &str, out: &mut Vec<Violation>) {
    let path = format!("{path}.primary_key");
    if !table.primary_key.is_empty() {
        check_fields(table, &table.primary_key, &path, out);
    }
    for field in table.primary_key.iter().filter_map(|id| table.field_by_id(*id)).filter(|f| f.nullable) {
        let message = format!("“{}” is part of the primary key, so it can't be nullable.", field.name);
        out.push(Violation::error(&path, "primary_key_nullable", message).suggest("nullable: false"));
    }
}

fn check_auto_increment(table: &Table, path: &str, out: &mut Vec<Violation>) {
    let counting: Vec<_> = table.fields.iter().filter(|f| f.field_type == FieldType::AutoIncrement).collect();
    for extra in counting.iter().skip(1) {
        let message = format!("“{}” counts up already; a table has one auto_increment field.", counting[0].name);
        let path = format!("{path}.fields.{}.type", extra.name);
        out.push(Violation::error(path, "auto_increment_repeated", message).suggest("big_integer"));
    }
    if let Some(field) = counting.first()
        && !table.primary_key.is_empty()
        && table.primary_key != [field.id]
    {
        let message = format!("“{}” counts up, which databases allow in the whole primary key only.", field.name);
        let path = format!("{path}.primary_key");
        out.push(Violation::error(path, "auto_increment_not_key", message).suggest(format!("[{}]", field.name)));
    }
}

fn check_fields(table: &Table, key: &[FieldId], path: &str, out: &mut Vec<Violation>) {
    if key.is_empty() {
        out.push(Violation::error(path, "key_empty", "The key has no fields."));
    }
    if key.len() > MAX_KEY_FIELDS {
        let message = format!("{} fields; {MAX_KEY_FIELDS} is the most that databases take in a key.", key.len());
        out.push(Violation::error(path, "key_too_wide", message));
    }
    let mut seen = HashSet::new();
    for (n, id) in key.iter().enumerate() {
        let path = format!("{path}[{n}]");
        match table.field_by_id(*id) {
            None => {
                out.push(Violation::error(path, "unknown_field", "The key names a field that the table doesn't have."))
            }
            Some(field) if !seen.insert(*id) => {
                out.push(Violation::error(path, "field_repeated", format!("“{}” is in the key twice.", field.name)));
            }
            Some(field) if !can_be_key(field) => out.push(not_a_key(field, &path)),
            Some(_) => {}
        }
    }
}
