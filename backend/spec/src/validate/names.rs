//! Names of tables and fields: legal in every database, unique, not taken by a database for itself.

use std::collections::{HashMap, HashSet};

use super::paths::Paths;
use crate::{Design, Violation, words};

const MAX_CHARS: usize = 55;
const RESERVED_PREFIXES: [&str; 3] = ["sqlite_", "pg_", "_dmb_"];
/// Columns that a database has in every table already.
const RESERVED_FIELDS: [&str; 9] = ["rowid", "oid", "_rowid_", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"];

/// What is wrong with a name as such, in words: `what` is "table" or "field". `None`: it is legal.
pub fn name_problem(what: &str, name: &str) -> Option<(&'static str, String)> {
    if name.is_empty() {
        return Some(("name_missing", format!("The {what} has no name.")));
    }
    if let Some(prefix) = RESERVED_PREFIXES.iter().find(|p| name.to_lowercase().starts_with(**p)) {
        return Some(("name_reserved", format!("Names that begin with “{prefix}” are kept for the database.")));
    }
    if what == "field" && RESERVED_FIELDS.contains(&name.to_lowercase().as_str()) {
        return Some(("name_reserved", format!("“{name}” is a column that databases keep for themselves.")));
    }
    let first = name.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c == '_');
    let rest = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if first && rest && name.len() <= MAX_CHARS {
        return None;
    }
    let message = format!(
        "The {what} name “{}” can't be used: it needs 1 to {MAX_CHARS} of a–z, 0–9 and _, and may not begin with a digit.",
        super::limits::shortened(name)
    );
    Some(("name_invalid", message))
}

/// Names and identities of all tables and fields.
pub(super) fn check(design: &Design, paths: &Paths, out: &mut Vec<Violation>) {
    let names = design.tables.iter().enumerate().map(|(t, table)| (paths.table(t), table.name.as_str()));
    check_names("table", names, out);
    for (t, table) in design.tables.iter().enumerate() {
        let names = table.fields.iter().enumerate().map(|(f, field)| (paths.field(t, f), field.name.as_str()));
        check_names("field", names, out);
    }
    check_ids(design, paths, out);
}

fn check_names<'a>(what: &str, names: impl Iterator<Item = (&'a str, &'a str)>, out: &mut Vec<Violation>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (path, name) in names {
        let path = format!("{path}.name");
        if let Some((code, message)) = name_problem(what, name) {
            let mut violation = Violation::error(path.as_str(), code, message);
            violation.suggestion = words::legal_name(name).filter(|legal| name_problem(what, legal).is_none());
            out.push(violation);
        }
        if name.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(name.to_lowercase(), name) {
            let message = format!("Another {what} is called “{first}” already; capitals don't tell names apart.");
            out.push(Violation::error(path, "name_taken", message));
        }
    }
}

fn check_ids(design: &Design, paths: &Paths, out: &mut Vec<Violation>) {
    let (mut tables, mut fields) = (HashSet::new(), HashSet::new());
    for (t, table) in design.tables.iter().enumerate() {
        if !tables.insert(table.id) {
            out.push(Violation::error(format!("{}.id", paths.table(t)), "id_taken", "Two tables have the same id."));
        }
        for (f, field) in table.fields.iter().enumerate() {
            if !fields.insert(field.id) {
                let path = format!("{}.id", paths.field(t, f));
                out.push(Violation::error(path, "id_taken", "Two fields have the same id."));
            }
        }
    }
}
