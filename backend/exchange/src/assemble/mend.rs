//! The last step: whatever still keeps the design from being used is taken out, and told.

use chrono::{DateTime, Utc};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Constraints, Design, Field, FieldType, GeneratorRef, RowCount, Violation};
use serde_json::json;

use super::relations::place_of;
use crate::error::ImportError;
use crate::note::Notes;
use crate::raw::{RawTable, generator};

/// Rounds in which something is taken out; each round takes something at every violation.
const ROUNDS: usize = 60;
/// The generator of codes.
const CODE: &str = "code.pattern";

/// The moment that designs are tried at: any does, as the design itself names none.
pub(super) fn as_of() -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default()
}

/// Makes the design one with a plan.
pub(super) fn mend(design: &mut Design, raw: &[RawTable], notes: &mut Notes) -> Result<(), ImportError> {
    let mut last = Vec::new();
    for _ in 0..ROUNDS {
        let found: Vec<Violation> = match compile(PlanRequest::whole(design, as_of())) {
            Ok(_) => return Ok(()),
            Err(found) => found.into_iter().filter(Violation::is_error).collect(),
        };
        let mut mended = Vec::new();
        let mut changed = false;
        for violation in &found {
            match place_of(design, &violation.path) {
                Some(place) if mended.contains(&place) => {}
                Some(place) => {
                    mended.push(place);
                    changed |= field(design, place, violation, &raw[place.0].columns[place.1].place, notes);
                }
                None => changed |= table(design, violation, raw, notes),
            }
        }
        last = found;
        if !changed {
            break;
        }
    }
    Err(ImportError::Violations(last))
}

/// Takes out what most likely is the reason at a field. `false`: there is nothing left to take.
fn field(design: &mut Design, (table, at): (usize, usize), found: &Violation, place: &str, notes: &mut Notes) -> bool {
    let field = &mut design.tables[table].fields[at];
    if found.code == "unique_capacity" {
        let coded = field.generator.as_ref().is_some_and(|generator| generator.name == CODE);
        if field.field_type == FieldType::String && !coded && field.constraints.pattern.is_none() {
            field.generator = Some(code(field));
            notes.assumed(place, "Its values are codes: what its name suggests has not enough different ones.");
            return true;
        }
        if field.generator.is_none() || coded {
            return fewer_rows(design, table, place, notes);
        }
    }
    let reason = &found.message;
    if found.path.ends_with(".default") && field.default.take().is_some() {
        notes.left_out(place, format!("Its default is left out: {reason}"));
        return true;
    }
    if field.generator.take().is_some() {
        notes.left_out(place, format!("What was taken for its values does not fit: {reason}"));
        return true;
    }
    if field.reference.is_some() {
        field.reference = None;
        field.field_type = FieldType::BigInteger;
        notes.left_out(place, format!("Its foreign key is left out: {reason}"));
        return true;
    }
    if field.constraints.pattern.take().is_some() {
        notes.left_out(place, format!("Its pattern is left out: {reason}"));
        return true;
    }
    if field.default.take().is_some() {
        notes.left_out(place, format!("Its default is left out: {reason}"));
        return true;
    }
    if field.field_type == FieldType::Enum {
        field.field_type = FieldType::String;
        field.constraints = Constraints { max_length: Some(255), ..Constraints::default() };
        notes.left_out(place, format!("Its choices are left out: {reason}"));
        return true;
    }
    let bounds =
        Constraints { precision: field.constraints.precision, scale: field.constraints.scale, ..Default::default() };
    if field.constraints != bounds {
        field.constraints = bounds;
        notes.left_out(place, format!("Its bounds are left out: {reason}"));
        return true;
    }
    if field.unique {
        field.unique = false;
        notes.left_out(place, format!("It is not unique here: {reason}"));
        return true;
    }
    false
}

/// A code as long as the field has room for, ten characters at most.
fn code(field: &Field) -> GeneratorRef {
    let least = field.constraints.min_length.unwrap_or(1).max(1);
    let length = 10.clamp(least, field.constraints.max_length.unwrap_or(255).max(least));
    generator(CODE, json!({ "pattern": format!("[A-Z0-9]{{{length}}}") }))
}

/// Rows that a key has not enough values for.
fn fewer_rows(design: &mut Design, table: usize, place: &str, notes: &mut Notes) -> bool {
    match &mut design.tables[table].rows {
        RowCount::Total(rows) if *rows > 1 => {
            *rows /= 2;
            let name = design.tables[table].name.clone();
            notes.assumed(place, format!("{name} gets fewer rows: there are not enough different values for more."));
            true
        }
        _ => false,
    }
}

/// Takes out keys of a table that can't be.
fn table(design: &mut Design, found: &Violation, raw: &[RawTable], notes: &mut Notes) -> bool {
    let mut parts = found.path.split(['.', '[']);
    let name = parts.nth(1).unwrap_or_default();
    let Some(at) = design.tables.iter().position(|table| table.name == name) else { return false };
    let place = &raw[at].place;
    if found.code == "unique_capacity" && fewer_rows(design, at, place, notes) {
        return true;
    }
    let table = &mut design.tables[at];
    let had = (table.unique_keys.len(), table.indexes.len(), table.primary_key.len());
    match parts.next() {
        Some("indexes") => table.indexes.clear(),
        Some("primary_key") => table.primary_key.clear(),
        _ => table.unique_keys.clear(),
    }
    notes.left_out(place, format!("A key of {name} is left out: {}", found.message));
    had != (table.unique_keys.len(), table.indexes.len(), table.primary_key.len())
}
