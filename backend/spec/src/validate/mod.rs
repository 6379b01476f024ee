//! Finds everything wrong with a design at once.
//!
//! Paths use the words of the design file: `tables.orders.fields.total.max`, `tables.orders.rows.per`,
//! `tables.orders.primary_key[1]`. Whether a generator exists and its parameters are right is the engine's to say.

mod bounds;
mod constraints;
mod faults;
mod fields;
mod keys;
mod limits;
mod names;
mod paths;
mod relations;
mod rows;
mod values;

use chrono::{DateTime, Utc};

use crate::{Design, Field, Violation};

pub use limits::{MAX_FIELDS, MAX_PATTERN_CHARS, MAX_ROWS, MAX_TABLES};
pub use names::name_problem;

/// Everything wrong with the design, errors first, each with its path. Empty: the design is sound.
pub fn validate(design: &Design) -> Vec<Violation> {
    let mut out = Vec::new();
    let paths = paths::Paths::of(design);
    limits::check(design, &paths, &mut out);
    names::check(design, &paths, &mut out);
    for (t, table) in design.tables.iter().enumerate() {
        for (f, field) in table.fields.iter().enumerate() {
            validate_field(field, paths.field(t, f), design.as_of, &mut out);
        }
        keys::check(table, paths.table(t), &mut out);
        rows::check(table, paths.table(t), &mut out);
        faults::check(table, paths.table(t), &mut out);
    }
    relations::check(design, &paths, &mut out);
    out.sort_by_key(|v| std::cmp::Reverse(v.severity));
    out
}

/// Everything wrong with a field by itself, whatever table it stands in: its null rate, constraints and default.
/// Violations are appended to `out`; their paths begin with `path`.
pub fn validate_field(field: &Field, path: &str, as_of: Option<DateTime<Utc>>, out: &mut Vec<Violation>) {
    fields::check(field, path, out);
    constraints::check(field, path, out);
    bounds::check(field, path, as_of, out);
    values::check_default(field, path, out);
}

#[cfg(test)]
mod tests;
