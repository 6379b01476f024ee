//! Primary keys, unique keys and indexes as a design has them.

use dmb_spec::{Field, FieldId, FieldType, GeneratorRef, Table};

use crate::note::Notes;
use crate::raw::RawTable;

/// Most fields of a key, and most keys of a table.
const MAX_KEY_FIELDS: usize = 16;
const MAX_KEYS: usize = 50;
/// Characters of a text in a key where nothing says how many.
const KEY_CHARS: u32 = 255;

/// Puts the keys of a raw table on the table made of it.
pub(super) fn put(raw: &RawTable, table: &mut Table, notes: &mut Notes) {
    let primary = resolve(raw, table, &raw.primary_key, "primary key", notes).unwrap_or_default();
    for id in &primary {
        if let Some(field) = field_mut(table, *id) {
            field.nullable = false;
        }
    }
    counting(raw, table, &primary, notes);
    let counts = |table: &Table| table.fields.iter().any(|field| field.field_type == FieldType::AutoIncrement);
    if let [only] = primary.as_slice()
        && let Some(field) = field_mut(table, *only)
    {
        field.unique = false;
    }
    if !(counts(table) && primary.len() == 1) {
        table.primary_key = primary;
    }
    for key in &raw.unique {
        unique(raw, table, key, notes);
    }
    for index in &raw.indexes {
        indexed(raw, table, index, notes);
    }
    for at in 0..table.fields.len() {
        if table.fields[at].unique && !fits_key(&mut table.fields[at], &raw.columns[at].place, notes) {
            table.fields[at].unique = false;
            notes.left_out(&raw.columns[at].place, "Its type can't be kept unique.");
        }
    }
}

fn field_mut(table: &mut Table, id: FieldId) -> Option<&mut Field> {
    table.fields.iter_mut().find(|field| field.id == id)
}

/// The fields of a key, made fit to be in one; none where that can't be.
fn resolve(raw: &RawTable, table: &mut Table, key: &[String], what: &str, notes: &mut Notes) -> Option<Vec<FieldId>> {
    if key.is_empty() {
        return None;
    }
    let mut ids = Vec::new();
    for name in key {
        let at = raw.column(name);
        let fits = at.is_some_and(|at| fits_key(&mut table.fields[at], &raw.columns[at].place, notes));
        let (Some(at), true) = (at, fits) else {
            notes.left_out(
                &raw.place,
                format!("The {what} on {} is not carried over: “{name}” can't be in one.", key.join(", ")),
            );
            return None;
        };
        if !ids.contains(&table.fields[at].id) {
            ids.push(table.fields[at].id);
        }
    }
    if ids.len() > MAX_KEY_FIELDS {
        notes.left_out(&raw.place, format!("The {what} has more than {MAX_KEY_FIELDS} fields."));
        return None;
    }
    Some(ids)
}

/// Whether a field can be in a key; a text without limit gets one.
fn fits_key(field: &mut Field, place: &str, notes: &mut Notes) -> bool {
    match field.field_type {
        FieldType::Json => false,
        FieldType::Text => {
            field.field_type = FieldType::String;
            let length = field.constraints.max_length.unwrap_or(KEY_CHARS).min(KEY_CHARS);
            field.constraints.max_length = Some(length);
            notes.changed(place, format!("It is in a key, so it is a text of at most {length} characters."));
            true
        }
        FieldType::Binary if field.constraints.max_length.is_none() => {
            field.constraints.max_length = Some(KEY_CHARS);
            notes.changed(place, format!("It is in a key, so it has at most {KEY_CHARS} bytes."));
            true
        }
        _ => true,
    }
}

/// What counts up by itself in the source: the key of a table, or else a whole number with a sequence.
fn counting(raw: &RawTable, table: &mut Table, primary: &[FieldId], notes: &mut Notes) {
    let mut found = false;
    for (at, column) in raw.columns.iter().enumerate().filter(|(_, column)| column.counts) {
        let field = &mut table.fields[at];
        let whole = matches!(field.field_type, FieldType::Integer | FieldType::BigInteger);
        let key = primary.is_empty() || primary == [field.id];
        if whole && key && !found {
            found = true;
            field.field_type = FieldType::AutoIncrement;
            (field.nullable, field.unique, field.default) = (false, false, None);
            (field.constraints, field.generator) = (dmb_spec::Constraints::default(), None);
        } else if field.generator.is_none() && whole {
            (field.generator, field.default) = (Some(GeneratorRef::named("sequence")), None);
            let message = "It counts by itself there; here it is a whole number with a sequence, as it is not the key.";
            notes.changed(&column.place, message);
        }
    }
}

fn unique(raw: &RawTable, table: &mut Table, key: &[String], notes: &mut Notes) {
    let Some(ids) = resolve(raw, table, key, "unique key", notes) else { return };
    let whole_key: Vec<FieldId> = table.key_fields().iter().map(|field| field.id).collect();
    if ids == whole_key {
        return;
    }
    match ids.as_slice() {
        [only] => {
            if let Some(field) = field_mut(table, *only) {
                field.unique = true;
            }
        }
        _ if table.unique_keys.contains(&ids) => {}
        _ if table.unique_keys.len() >= MAX_KEYS => notes.left_out(&raw.place, "It has too many unique keys."),
        _ => table.unique_keys.push(ids),
    }
}

fn indexed(raw: &RawTable, table: &mut Table, index: &[String], notes: &mut Notes) {
    // An index is no rule: a long text keeps its length and goes without.
    let long = index.iter().find(|name| {
        let of = raw.column(name).map(|at| table.fields[at].field_type);
        matches!(of, Some(FieldType::Text | FieldType::Json | FieldType::Binary))
    });
    if let Some(name) = long {
        notes.left_out(
            &raw.place,
            format!("The index on {} is not carried over: “{name}” is too long for one.", index.join(", ")),
        );
        return;
    }
    let Some(ids) = resolve(raw, table, index, "index", notes) else { return };
    let whole_key: Vec<FieldId> = table.key_fields().iter().map(|field| field.id).collect();
    if ids != whole_key && !table.indexes.contains(&ids) && table.indexes.len() < MAX_KEYS {
        table.indexes.push(ids);
    }
}
