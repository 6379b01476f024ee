//! Where each table and field is, in words: by name where names are good enough, else by position.

use std::collections::HashMap;

use crate::Design;

/// The paths of all tables and fields of a design, by position.
pub(super) struct Paths {
    tables: Vec<String>,
    fields: Vec<Vec<String>>,
}

impl Paths {
    /// Makes the paths. Names that are empty or not unique give way to positions.
    pub(super) fn of(design: &Design) -> Self {
        let tables = members("tables", design.tables.iter().map(|t| t.name.as_str()));
        let fields = design
            .tables
            .iter()
            .zip(&tables)
            .map(|(table, path)| members(&format!("{path}.fields"), table.fields.iter().map(|f| f.name.as_str())))
            .collect();
        Self { tables, fields }
    }

    /// Path of the table at this position.
    pub(super) fn table(&self, table: usize) -> &str {
        &self.tables[table]
    }

    /// Path of the field at this position of the table at that one.
    pub(super) fn field(&self, table: usize, field: usize) -> &str {
        &self.fields[table][field]
    }
}

fn members<'a>(prefix: &str, names: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for name in names.clone() {
        *seen.entry(name.to_lowercase()).or_default() += 1;
    }
    let path = |(at, name): (usize, &str)| {
        if name.is_empty() || seen[&name.to_lowercase()] > 1 {
            format!("{prefix}[{at}]")
        } else {
            format!("{prefix}.{name}")
        }
    };
    names.enumerate().map(path).collect()
}
