//! What keeps the keys of a table unique, decided before its columns are compiled.

use dmb_spec::{Field, FieldId};

use super::tables::Outline;
use crate::generators::structure::{FOREIGN_KEY, ROW_IN_PARENT};

/// A key of several fields that needs a permutation of its own to be unique.
pub(crate) struct KeyPlan {
    /// Path in violations.
    pub path: String,
    /// All its fields, by place in the table.
    pub fields: Vec<usize>,
    /// Whether the rows of each parent are told apart, the parent being part of the key.
    pub within_parent: bool,
}

/// The keys of several fields that nothing keeps unique yet. `generators` are the names in field order.
pub(crate) fn open_keys(outline: &Outline<'_>, generators: &[&str]) -> Vec<KeyPlan> {
    let table = outline.table;
    let mut keys: Vec<(String, &[FieldId])> = Vec::new();
    if table.primary_key.len() > 1 {
        keys.push((format!("tables.{}.primary_key", table.name), &table.primary_key));
    }
    for (at, key) in table.unique_keys.iter().enumerate() {
        keys.push((format!("tables.{}.unique[{at}]", table.name), key));
    }
    // Short keys first: what keeps a key unique keeps every longer one with the same fields unique.
    keys.sort_by_key(|(_, key)| key.len());
    let mut open: Vec<KeyPlan> = Vec::new();
    for (path, key) in keys {
        let fields: Vec<usize> = key.iter().filter_map(|id| table.fields.iter().position(|f| f.id == *id)).collect();
        let known = open.iter().any(|other| other.fields.iter().all(|at| fields.contains(at)));
        if !known && !by_nature(outline, &fields, generators) {
            let within_parent = fields.iter().any(|at| is_counted(outline, &table.fields[*at]));
            open.push(KeyPlan { path, fields, within_parent });
        }
    }
    open
}

/// Whether a field of the key is unique alone, or the key holds a parent and the row's number within it.
fn by_nature(outline: &Outline<'_>, fields: &[usize], generators: &[&str]) -> bool {
    let table = outline.table;
    let alone = fields.iter().any(|at| table.is_unique(&table.fields[*at]));
    let parent = fields.iter().any(|at| is_counted(outline, &table.fields[*at]) && generators[*at] == FOREIGN_KEY);
    alone || (parent && fields.iter().any(|at| generators[*at] == ROW_IN_PARENT))
}

/// Whether the rows of the table are counted by this foreign key.
pub(crate) fn is_counted(outline: &Outline<'_>, field: &Field) -> bool {
    outline.counted.as_ref().is_some_and(|(by, _)| *by == field.id)
}
