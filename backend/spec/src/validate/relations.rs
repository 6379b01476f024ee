//! Foreign keys: what they refer to, and circles of them.

use super::paths::Paths;
use crate::{Design, Field, FieldType, OnDelete, Reference, Table, TableId, Violation, words};

/// Every foreign key of the design, then the circles.
pub(super) fn check(design: &Design, paths: &Paths, out: &mut Vec<Violation>) {
    for (t, table) in design.tables.iter().enumerate() {
        for (f, field) in table.fields.iter().enumerate() {
            if let Some(reference) = field.reference {
                check_reference(design, field, reference, paths.field(t, f), out);
            }
        }
    }
    check_circles(design, paths, out);
}

fn check_reference(design: &Design, field: &Field, reference: Reference, path: &str, out: &mut Vec<Violation>) {
    let to = format!("{path}.to");
    match design.table_by_id(reference.table) {
        None => {
            let message = format!("“{}” refers to a table that the design doesn't have.", field.name);
            let mut violation = Violation::error(to, "unknown_table", message);
            let stem = field.name.strip_suffix("_id").unwrap_or(&field.name);
            violation.suggestion =
                words::nearest(stem, design.tables.iter().map(|t| t.name.as_str())).map(str::to_owned);
            out.push(violation);
        }
        Some(parent) => check_target(field, parent, reference, &to, out),
    }
    if reference.on_delete == OnDelete::SetNull && !field.nullable {
        let message = format!("“{}” may not be null, so it can't become null when its parent is deleted.", field.name);
        out.push(
            Violation::error(format!("{path}.on_delete"), "set_null_not_nullable", message).suggest("nullable: true"),
        );
    }
}

fn check_target(field: &Field, parent: &Table, reference: Reference, path: &str, out: &mut Vec<Violation>) {
    let keys = parent.fields.iter().filter(|f| parent.is_unique(f)).map(|f| format!("{}.{}", parent.name, f.name));
    let suggestion = keys.into_iter().next();
    let problem = match parent.field_by_id(reference.field) {
        None => {
            Some(("unknown_field", format!("“{}” refers to a field that “{}” doesn't have.", field.name, parent.name)))
        }
        Some(target) if target.id == field.id => {
            Some(("reference_to_itself", format!("“{}” refers to itself; it must refer to another field.", field.name)))
        }
        Some(target) if !parent.is_unique(target) => {
            let message = format!(
                "“{}” refers to “{}.{}”, which is neither unique nor the whole primary key.",
                field.name, parent.name, target.name
            );
            Some(("reference_not_unique", message))
        }
        Some(_) => None,
    };
    if let Some((code, message)) = problem {
        let mut violation = Violation::error(path, code, message);
        violation.suggestion = suggestion;
        out.push(violation);
    }
}

/// Tables that need one another's rows first. A foreign key that may be null needs nothing first.
fn check_circles(design: &Design, paths: &Paths, out: &mut Vec<Violation>) {
    for (t, table) in design.tables.iter().enumerate() {
        for (f, field) in table.fields.iter().enumerate() {
            let Some(reference) = required(field) else { continue };
            let Some(way) = way(design, reference.table, table.id) else { continue };
            let names: Vec<_> = std::iter::once(table.name.as_str()).chain(way).collect();
            let message = format!(
                "The tables need one another first ({}); make one foreign key of the circle nullable.",
                names.join(" → ")
            );
            let path = format!("{}.to", paths.field(t, f));
            out.push(Violation::error(path, "reference_circle", message).suggest("nullable: true"));
        }
    }
}

/// What the field refers to, where it can't do without.
fn required(field: &Field) -> Option<Reference> {
    field.reference.filter(|_| field.field_type == FieldType::ForeignKey && !field.nullable)
}

/// The names of the tables on a way of required foreign keys from one table to another, both included.
fn way(design: &Design, from: TableId, to: TableId) -> Option<Vec<&str>> {
    let mut reached: Vec<(TableId, Option<usize>)> = vec![(from, None)];
    let mut next = 0;
    while let Some(&(id, _)) = reached.get(next) {
        let table = design.table_by_id(id);
        if id == to {
            return Some(names_back(design, &reached, next));
        }
        for reference in table.into_iter().flat_map(|t| &t.fields).filter_map(required) {
            if reached.iter().all(|(seen, _)| *seen != reference.table) {
                reached.push((reference.table, Some(next)));
            }
        }
        next += 1;
    }
    None
}

fn names_back<'a>(design: &'a Design, reached: &[(TableId, Option<usize>)], end: usize) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut at = Some(end);
    while let Some(n) = at {
        names.extend(design.table_by_id(reached[n].0).map(|t| t.name.as_str()));
        at = reached[n].1;
    }
    names.reverse();
    names
}
