//! Keys of samples, and relations between tables of one sample: a column whose values are all keys of another table.

use dmb_spec::{FieldType, OnDelete};

use super::describe::{ROWS_FOR_UNIQUE, sounds_like_key};
use super::{Sample, is_key_type};
use crate::note::Notes;
use crate::raw::{RawForeign, RawTable};

/// The first column that tells rows apart and sounds like it is the key.
pub(super) fn primary_key(table: &mut RawTable, sample: &Sample, notes: &mut Notes) {
    if sample.rows < ROWS_FOR_UNIQUE {
        return;
    }
    let tells = |at: usize| {
        let (name, stats) = &sample.columns[at];
        stats.is_unique()
            && stats.filled == sample.rows
            && is_key_type(table.columns[at].field_type)
            && sounds_like_key(name)
    };
    let Some(at) = (0..table.columns.len()).find(|at| tells(*at)) else { return };
    let column = &mut table.columns[at];
    column.unique = false;
    table.primary_key = vec![column.name.clone()];
    notes.assumed(&table.place, format!("“{}” is the primary key: no value comes twice.", column.name));
    // 1, 2, 3 … counts by itself.
    let counts = sample.columns[at].1.whole.is_some_and(|(low, high)| low == 1 && high as u64 == sample.rows);
    if counts && matches!(column.field_type, FieldType::Integer | FieldType::BigInteger) {
        (column.counts, column.generator) = (true, None);
    }
}

/// Columns named like another table, or its key, whose values are among those of its key.
pub(super) fn relations(tables: &mut [RawTable], samples: &[Sample], notes: &mut Notes) {
    let keys: Vec<(String, String)> =
        tables.iter().filter_map(|table| Some((table.name.clone(), table.primary_key.first()?.clone()))).collect();
    let stats = |table: &str, column: &str| {
        let sample = samples.iter().find(|sample| sample.name == table)?;
        sample.columns.iter().find(|(name, _)| name == column).map(|(_, stats)| stats)
    };
    for table in tables.iter_mut() {
        for column in &table.columns {
            let meant =
                |(parent, key): &&(String, String)| *parent != table.name && is_named_after(&column.name, parent, key);
            let Some((parent, key)) = keys.iter().find(meant) else { continue };
            let held = match (stats(&table.name, &column.name), stats(parent, key)) {
                (Some(child), Some(parent)) => is_within(child, parent),
                _ => false,
            };
            if held {
                notes.assumed(
                    &column.place,
                    format!("It refers to {parent}.{key}: its name says so, and its values fit."),
                );
                table.foreign.push(RawForeign {
                    place: column.place.clone(),
                    columns: vec![column.name.clone()],
                    table: parent.clone(),
                    referred: vec![key.clone()],
                    on_delete: OnDelete::Restrict,
                });
            }
        }
    }
}

/// `customer_id` of `customers.id`, or `customer_code` of `customers.customer_code`.
fn is_named_after(column: &str, parent: &str, key: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let (column, parent, key) = (plain(column), plain(parent), plain(key));
    let stems = [parent.clone(), parent.trim_end_matches('s').to_owned(), parent.trim_end_matches("es").to_owned()];
    let long_key = key.len() > 2 && column == key;
    long_key || stems.iter().any(|stem| !stem.is_empty() && column == format!("{stem}{key}"))
}

/// Whether a child's values can all be the parent's: by range for whole numbers, by choices where there are few, else by
/// their hashes, which a child has only where its values differ.
fn is_within(child: &super::Stats, parent: &super::Stats) -> bool {
    if child.filled == 0 {
        return false;
    }
    if let (Some(own), Some(all)) = (&child.hashes, &parent.hashes) {
        return own.is_subset(all);
    }
    match (child.whole, parent.whole) {
        (Some((low, high)), Some((first, last))) => first <= low && high <= last,
        (None, None) => child.form.is_some() && child.form == parent.form,
        _ => false,
    }
}
