//! An entity-relationship diagram for Mermaid.

use dmb_spec::{Design, Field, Table};

use super::base;
use super::names::one_line;

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let mut out = "erDiagram\n".to_owned();
    for table in &design.tables {
        out.push_str(&entity(design, table));
    }
    for table in &design.tables {
        for field in &table.fields {
            let parent = field.reference.and_then(|reference| design.table_by_id(reference.table));
            let Some(parent) = parent else { continue };
            let one = if field.nullable { "|o" } else { "||" };
            let many = if table.is_unique(field) { "o|" } else { "o{" };
            out.push_str(&format!("  {} {one}--{many} {} : \"{}\"\n", parent.name, table.name, field.name));
        }
    }
    out
}

fn entity(design: &Design, table: &Table) -> String {
    let mut out = format!("  {} {{\n", table.name);
    for field in &table.fields {
        let keys = keys(table, field);
        let comment = one_line(&field.description).replace('"', "'");
        let comment = if comment.is_empty() { comment } else { format!(" \"{comment}\"") };
        out.push_str(&format!("    {} {}{keys}{comment}\n", base(design, field).field_type, field.name));
    }
    out.push_str("  }\n");
    out
}

fn keys(table: &Table, field: &Field) -> String {
    let primary = table.key_fields().iter().any(|key| key.id == field.id);
    let words = [(primary, "PK"), (field.reference.is_some(), "FK"), (field.unique && !primary, "UK")];
    let words: Vec<&str> = words.into_iter().filter_map(|(is, word)| is.then_some(word)).collect();
    if words.is_empty() { String::new() } else { format!(" {}", words.join(", ")) }
}
