//! Names as databases everywhere take them; what a thing was called stays as its label.

use std::collections::HashSet;

use dmb_spec::validate::name_problem;
use dmb_spec::words::legal_name;

use crate::note::Notes;
use crate::raw::RawTable;

const MAX_CHARS: usize = 55;
const MAX_LABEL_CHARS: usize = 120;

/// Names of tables, in order.
pub(super) fn tables(raw: &[RawTable], notes: &mut Notes) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut out = Vec::with_capacity(raw.len());
    for table in raw {
        let name = name(&table.name, "table", &mut taken);
        if name != table.name {
            notes.changed(&table.place, format!("The table “{}” is called {name}.", table.name));
        }
        out.push(name);
    }
    out
}

/// Names of a table's fields, in order.
pub(super) fn fields(raw: &RawTable, notes: &mut Notes) -> Vec<String> {
    let mut taken = HashSet::new();
    let names: Vec<String> = raw.columns.iter().map(|column| name(&column.name, "field", &mut taken)).collect();
    let changed: Vec<String> = raw
        .columns
        .iter()
        .zip(&names)
        .filter(|(column, name)| column.name != **name)
        .map(|(column, name)| format!("{} → {name}", column.name))
        .collect();
    if !changed.is_empty() {
        notes.changed(&raw.place, format!("Fields of {} are called otherwise: {}.", raw.name, changed.join(", ")));
    }
    names
}

/// What people are shown where the name says less.
pub(super) fn label(raw: &str, name: &str) -> Option<String> {
    let told = raw.trim().replace('\0', "");
    (told != name && !told.is_empty()).then(|| told.chars().take(MAX_LABEL_CHARS).collect())
}

fn name(raw: &str, what: &str, taken: &mut HashSet<String>) -> String {
    let mut name = if name_problem(what, raw).is_none() { raw.to_owned() } else { legal(raw, what) };
    if !taken.insert(name.clone()) {
        let free = (2..).map(|n| format!("{}_{n}", cut(&name, MAX_CHARS - 6))).find(|name| !taken.contains(name));
        // Some number is free: no table has endless fields.
        name = free.unwrap_or_default();
        taken.insert(name.clone());
    }
    name
}

fn legal(raw: &str, what: &str) -> String {
    let name = legal_name(&snake_case(raw)).unwrap_or_else(|| what.to_owned());
    if name_problem(what, &name).is_none() {
        return name;
    }
    // Kept for a database: `rowid`, `pg_…`.
    let name = format!("{}_{}", &what[..1], name.trim_start_matches('_'));
    cut(&name, MAX_CHARS).to_owned()
}

fn cut(name: &str, most: usize) -> &str {
    name.get(..most).unwrap_or(name)
}

/// `CustomerID` as `Customer_ID`, `orderLines` as `order_Lines`.
fn snake_case(raw: &str) -> String {
    let chars: Vec<char> = raw.chars().collect();
    let mut out = String::with_capacity(raw.len() + 8);
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let starts = c.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_uppercase() && chars.get(at + 1).is_some_and(|next| next.is_lowercase()))
            });
        if starts {
            out.push('_');
        }
        out.push(*c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_legal_and_differ() {
        let mut taken = HashSet::new();
        let mut check = |raw: &str, expect: &str| assert_eq!(name(raw, "field", &mut taken), expect, "{raw}");
        check("CustomerID", "customer_id");
        check("customer_id", "customer_id_2");
        check("Customer ID", "customer_id_3");
        check("HTTPServer", "http_server");
        check("Año nuevo", "ano_nuevo");
        check("ROWID", "f_rowid");
        check("pg_thing", "f_pg_thing");
        check("¿?", "field");
        check("2nd", "_2nd");
        check(&"x".repeat(80), &"x".repeat(55));
        check(&"x".repeat(80), &format!("{}_2", "x".repeat(49)));
    }
}
