//! Reads how many rows a table gets.

use serde_json::Value;

use super::node::{Entry, Kind, Node};
use super::read::member;
use super::reader::{Reader, join};
use crate::{ChildCount, FieldId, FieldType, RowCount, Table, words};

/// Words of `rows` that are counted per parent.
pub(super) const PER_PARENT_WORDS: [&str; 3] = ["per", "distribution", "max"];
/// How many children a parent has.
pub(super) const DISTRIBUTIONS: [&str; 4] = ["constant", "uniform", "poisson", "choice"];

/// Reads `rows` of the table: a number, or `{ per, distribution, max }`.
pub(super) fn rows(r: &mut Reader, table: &mut Table, tables: &[Table], entry: &Entry, path: &str) {
    let Some(node) = member(&entry.value, "rows") else { return };
    let path = join(path, "rows");
    if matches!(node.kind, Kind::Scalar(_)) {
        table.rows = r.whole(&path, node).map_or_else(RowCount::default, RowCount::Total);
        return;
    }
    r.words(&path, node, &PER_PARENT_WORDS);
    let field = match member(node, "per") {
        Some(per) => per_field(r, &join(&path, "per"), per, table, tables),
        None => {
            r.problem(
                &path,
                node.line,
                "per_missing",
                "say per which parent, such as { per: customers, distribution: 3 }.",
            );
            None
        }
    };
    let count = match member(node, "distribution") {
        Some(distribution) => child_count(r, &path, distribution, member(node, "max")),
        None => {
            r.problem(
                &path,
                node.line,
                "distribution_missing",
                "say how many rows each parent has: a number or a distribution.",
            );
            None
        }
    };
    if let (Some(field), Some(count)) = (field, count) {
        table.rows = RowCount::PerParent { field, count };
    }
}

/// The foreign key of this name, else the only one that leads to the table of this name.
fn per_field(r: &mut Reader, path: &str, node: &Node, table: &Table, tables: &[Table]) -> Option<FieldId> {
    let word = r.text(path, node)?;
    let named = table.field(&word);
    if let Some(key) = named.filter(|f| f.field_type == FieldType::ForeignKey) {
        return Some(key.id);
    }
    let parent = tables.iter().find(|t| t.name == word).map(|t| t.id);
    let leads_there = |f: &&crate::Field| parent.is_some() && f.reference.map(|reference| reference.table) == parent;
    let keys: Vec<_> = table.fields.iter().filter(leads_there).collect();
    if let [only] = keys.as_slice() {
        return Some(only.id);
    }
    if let (None, Some(field)) = (parent, named) {
        return Some(field.id);
    }
    let candidates = tables.iter().map(|t| t.name.as_str()).chain(table.fields.iter().map(|f| f.name.as_str()));
    let message = match (parent, keys.len()) {
        (None, _) => format!("“{word}” is neither a table nor a foreign key of this table."),
        (Some(_), 0) => format!("No foreign key of “{}” leads to “{word}”.", table.name),
        (Some(_), _) => {
            let names: Vec<_> = keys.iter().map(|f| f.name.as_str()).collect();
            format!("Several foreign keys lead to “{word}”; name the one meant: {}.", names.join(", "))
        }
    };
    let near = keys.first().map(|f| f.name.as_str()).or_else(|| words::nearest(&word, candidates));
    r.problem(path, node.line, "unknown_parent", message).suggestion = near.filter(|n| *n != word).map(str::to_owned);
    None
}

/// A number, or one distribution with its parameters.
fn child_count(r: &mut Reader, path: &str, node: &Node, max: Option<&Node>) -> Option<ChildCount> {
    let max_path = join(path, "max");
    let path = join(path, "distribution");
    let max_value = max.and_then(|node| r.whole(&max_path, node));
    let count = match &node.kind {
        Kind::Scalar(Value::Number(_)) => r.whole(&path, node).map(|value| ChildCount::Constant { value }),
        Kind::Map(entries) if entries.len() == 1 => distribution(r, &path, &entries[0], max_value),
        _ => {
            r.expected(&path, node, "a number, or one distribution such as { poisson: { mean: 3 } },");
            None
        }
    }?;
    if let (Some(node), false) = (max, matches!(count, ChildCount::Poisson { .. })) {
        r.problem(
            &max_path,
            node.line,
            "unknown_key",
            "max belongs to the poisson distribution; this one says its own most.",
        );
    }
    Some(count)
}

fn distribution(r: &mut Reader, path: &str, entry: &Entry, max: Option<u64>) -> Option<ChildCount> {
    let Entry { key, line, value } = entry;
    let path = join(path, key);
    match key.as_str() {
        "constant" if matches!(value.kind, Kind::Scalar(_)) => {
            Some(ChildCount::Constant { value: r.whole(&path, value)? })
        }
        "constant" => Some(ChildCount::Constant { value: whole_of(r, &path, value, "value", &["value"])? }),
        "uniform" => {
            let min = whole_of(r, &path, value, "min", &["min", "max"]);
            Some(ChildCount::Uniform { max: whole_of(r, &path, value, "max", &[])?, min: min? })
        }
        "poisson" => {
            r.words(&path, value, &["mean"]);
            let mean = needed(r, &path, value, "mean")?;
            Some(ChildCount::Poisson { mean: r.number(&join(&path, "mean"), mean)?, max })
        }
        "choice" => {
            r.words(&path, value, &["weights"]);
            let path = join(&path, "weights");
            let weights = needed(r, &path, value, "weights")?;
            let entries = r.map(&path, weights)?;
            let pairs = entries.iter().map(|e| weight(r, &join(&path, &e.key), e)).collect::<Vec<_>>();
            Some(ChildCount::Choice { weights: pairs.into_iter().collect::<Option<_>>()? })
        }
        _ => {
            let near = words::nearest(key, DISTRIBUTIONS);
            let message = format!("unknown distribution “{key}”; known are: {}.", DISTRIBUTIONS.join(", "));
            r.problem(&path, *line, "unknown_distribution", message).suggestion = near.map(str::to_owned);
            None
        }
    }
}

fn weight(r: &mut Reader, path: &str, entry: &Entry) -> Option<(u64, f64)> {
    let weight = r.number(path, &entry.value);
    let number = entry.key.parse().ok();
    if number.is_none() {
        let message = format!("“{}” is not a number of rows.", entry.key);
        r.problem(path, entry.line, "wrong_kind", message);
    }
    Some((number?, weight?))
}

fn whole_of(r: &mut Reader, path: &str, node: &Node, word: &str, known: &[&str]) -> Option<u64> {
    if !known.is_empty() {
        r.words(path, node, known);
    }
    let value = needed(r, path, node, word)?;
    r.whole(&join(path, word), value)
}

fn needed<'n>(r: &mut Reader, path: &str, node: &'n Node, word: &str) -> Option<&'n Node> {
    let found = member(node, word);
    if found.is_none() && matches!(node.kind, Kind::Map(_)) {
        r.problem(path, node.line, "key_missing", format!("“{word}” is missing."));
    }
    found
}
