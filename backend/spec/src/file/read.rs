//! Reads the design as a whole and its tables.

use std::collections::HashSet;

use serde_json::Value;
use uuid::Uuid;

use super::node::{Entry, Kind, Node};
use super::reader::{Reader, join};
use super::{VERSION, read_faults, read_field, read_rows};
use crate::{Design, FieldId, LocaleMix, Table, TableId, time};

pub(super) const DESIGN_WORDS: [&str; 7] = ["dmb", "name", "description", "seed", "as_of", "locale", "tables"];
pub(super) const TABLE_WORDS: [&str; 9] =
    ["id", "display_name", "description", "rows", "primary_key", "unique", "indexes", "faults", "fields"];

/// The design, as far as it can be read.
pub(super) fn design(r: &mut Reader, root: &Node) -> Design {
    let mut design = Design::new("");
    let entries = r.words("", root, &DESIGN_WORDS);
    let mut version = None;
    for Entry { key, value, .. } in entries {
        match key.as_str() {
            "dmb" => version = r.whole::<u64>(key, value).inspect(|v| check_version(r, *v, value.line)),
            "name" => design.name = r.text(key, value).unwrap_or_default(),
            "description" => design.description = r.text(key, value).unwrap_or_default(),
            "seed" => design.seed = r.whole(key, value).unwrap_or_default(),
            "as_of" => design.as_of = as_of(r, value),
            "locale" => design.locale = locale(r, value).unwrap_or_default(),
            "tables" => design.tables = tables(r, value),
            _ => {}
        }
    }
    if version.is_none() && matches!(root.kind, Kind::Map(_)) && !entries.iter().any(|e| e.key == "dmb") {
        r.problem("dmb", 1, "version_missing", "the file doesn't say its version.").suggestion =
            Some("dmb: 1".to_owned());
    }
    design
}

fn check_version(r: &mut Reader, version: u64, line: u64) {
    if version != VERSION {
        let message = format!("this is version {version} of the form; this program reads version {VERSION}.");
        r.problem("dmb", line, "version_unknown", message);
    }
}

fn as_of(r: &mut Reader, node: &Node) -> Option<chrono::DateTime<chrono::Utc>> {
    match &node.kind {
        Kind::Scalar(Value::Null) => None,
        Kind::Scalar(Value::String(text)) => match time::parse_moment(text) {
            Some(time::Moment::At(at)) => Some(at),
            _ => {
                let message = format!("“{text}” is not a date and time such as 2026-01-01T00:00:00Z.");
                r.problem("as_of", node.line, "wrong_kind", message);
                None
            }
        },
        _ => {
            r.expected("as_of", node, "a date and time");
            None
        }
    }
}

fn locale(r: &mut Reader, node: &Node) -> Option<LocaleMix> {
    match &node.kind {
        Kind::Scalar(Value::String(locale)) => Some(LocaleMix::only(locale)),
        Kind::Map(entries) => {
            r.map("locale", node)?;
            let weight = |e: &Entry| Some((e.key.clone(), r.number(&join("locale", &e.key), &e.value)?));
            Some(LocaleMix(entries.iter().filter_map(weight).collect()))
        }
        _ => {
            r.expected("locale", node, "a locale such as en_US, or locales with their weights,");
            None
        }
    }
}

fn tables(r: &mut Reader, node: &Node) -> Vec<Table> {
    let entries = r.map("tables", node).unwrap_or_default();
    let mut taken: HashSet<Uuid> = entries.iter().filter_map(|e| stated_id(&e.value)).collect();
    let mut out: Vec<Table> = entries.iter().map(|e| table_head(r, e, &mut taken)).collect();
    for (table, entry) in out.iter_mut().zip(entries) {
        fields(r, table, entry, &mut taken);
    }
    // References and keys name tables and fields that may come later in the file.
    let names: Vec<Table> = out.clone();
    for (table, entry) in out.iter_mut().zip(entries) {
        let path = join("tables", &table.name);
        read_field::references(r, table, &names, entry, &path);
        read_rows::rows(r, table, &names, entry, &path);
        keys(r, table, entry, &path);
    }
    out
}

fn table_head(r: &mut Reader, entry: &Entry, taken: &mut HashSet<Uuid>) -> Table {
    let path = join("tables", &entry.key);
    let id = id(r, &path, &entry.value).unwrap_or_else(|| TableId::from_name(&entry.key, |id| taken.contains(&id.0)).0);
    taken.insert(id);
    let mut table = Table::new(TableId(id), &entry.key);
    for Entry { key, value, .. } in r.words(&path, &entry.value, &TABLE_WORDS) {
        let path = join(&path, key);
        match key.as_str() {
            "display_name" => table.display_name = r.text(&path, value),
            "description" => table.description = r.text(&path, value).unwrap_or_default(),
            "faults" => table.faults = read_faults::faults(r, &path, value),
            _ => {}
        }
    }
    table
}

fn fields(r: &mut Reader, table: &mut Table, entry: &Entry, taken: &mut HashSet<Uuid>) {
    let Some(node) = member(&entry.value, "fields") else { return };
    let path = format!("tables.{}.fields", table.name);
    let entries = r.map(&path, node).unwrap_or_default();
    taken.extend(entries.iter().filter_map(|e| stated_id(&e.value)));
    for entry in entries {
        let path = join(&path, &entry.key);
        let id = id(r, &path, &entry.value)
            .unwrap_or_else(|| FieldId::from_name(table.id, &entry.key, |id| taken.contains(&id.0)).0);
        taken.insert(id);
        table.fields.push(read_field::field(r, FieldId(id), &path, entry));
    }
}

fn keys(r: &mut Reader, table: &mut Table, entry: &Entry, path: &str) {
    if let Some(node) = member(&entry.value, "primary_key") {
        table.primary_key = key(r, table, &join(path, "primary_key"), node);
    }
    if let Some(node) = member(&entry.value, "unique") {
        table.unique_keys = key_list(r, table, &join(path, "unique"), node);
    }
    if let Some(node) = member(&entry.value, "indexes") {
        table.indexes = key_list(r, table, &join(path, "indexes"), node);
    }
}

fn key_list(r: &mut Reader, table: &Table, path: &str, node: &Node) -> Vec<Vec<FieldId>> {
    let Kind::List(items) = &node.kind else {
        r.expected(path, node, "a list of lists of field names");
        return Vec::new();
    };
    items.iter().enumerate().map(|(n, item)| key(r, table, &format!("{path}[{n}]"), item)).collect()
}

fn key(r: &mut Reader, table: &Table, path: &str, node: &Node) -> Vec<FieldId> {
    let names = r.texts(path, node).unwrap_or_default();
    let find = |name: String| {
        let found = table.field(&name).map(|f| f.id);
        if found.is_none() {
            read_field::unknown_field(r, path, node.line, table, &name);
        }
        found
    };
    names.into_iter().filter_map(find).collect()
}

/// The id a member states.
fn id(r: &mut Reader, path: &str, node: &Node) -> Option<Uuid> {
    let given = member(node, "id")?;
    let found = stated_id(node);
    if found.is_none() {
        r.problem(
            &join(path, "id"),
            given.line,
            "wrong_kind",
            "a UUID belongs here; leave it out where you have none.",
        );
    }
    found
}

fn stated_id(node: &Node) -> Option<Uuid> {
    match &member(node, "id")?.kind {
        Kind::Scalar(Value::String(text)) => Uuid::try_parse(text).ok(),
        _ => None,
    }
}

/// The value of a key of a map.
pub(super) fn member<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Map(entries) => entries.iter().find(|e| e.key == key).map(|e| &e.value),
        _ => None,
    }
}
