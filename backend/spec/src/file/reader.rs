//! What every part of the reading shares: problems with their places, and values of the kinds that are expected.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::node::{Entry, Kind, Node};
use crate::{Violation, words};

/// Words of the full form of a design that this version does not know how to follow.
const LATER: [&str; 4] = ["bundles", "checks", "rules", "ai"];

/// Collects problems and remembers on which line each path is.
#[derive(Default)]
pub(super) struct Reader {
    problems: Vec<Violation>,
    lines: HashMap<String, u64>,
}

impl Reader {
    /// Notes a problem.
    pub(super) fn problem(
        &mut self,
        path: &str,
        line: u64,
        code: &'static str,
        message: impl AsRef<str>,
    ) -> &mut Violation {
        self.problems.push(Violation::error(path, code, format!("Line {line}: {}", message.as_ref())));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    /// Notes that something else is there than belongs there.
    pub(super) fn expected(&mut self, path: &str, node: &Node, what: &str) {
        self.problem(path, node.line, "wrong_kind", format!("{what} belongs here, not {}.", node.describe()));
    }

    /// Remembers where a path is.
    pub(super) fn at(&mut self, path: &str, line: u64) {
        self.lines.insert(path.to_owned(), line);
    }

    /// The entries of a map. `None` and a problem where it is none. A key given twice is a problem.
    pub(super) fn map<'n>(&mut self, path: &str, node: &'n Node) -> Option<&'n [Entry]> {
        let Kind::Map(entries) = &node.kind else {
            self.expected(path, node, "a map");
            return None;
        };
        let mut seen = HashSet::new();
        for entry in entries {
            let path = join(path, &entry.key);
            self.at(&path, entry.line);
            if !seen.insert(&entry.key) {
                self.problem(&path, entry.line, "key_repeated", format!("“{}” is given twice.", entry.key));
            }
        }
        Some(entries)
    }

    /// The entries of a map whose keys are words of the form; others are problems, with the nearest right word.
    pub(super) fn words<'n>(&mut self, path: &str, node: &'n Node, known: &[&str]) -> &'n [Entry] {
        let entries = self.map(path, node).unwrap_or_default();
        for entry in entries.iter().filter(|e| !known.contains(&e.key.as_str())) {
            let path = join(path, &entry.key);
            if LATER.contains(&entry.key.as_str()) {
                let message = format!("“{}” is not supported yet by this version; take it out for now.", entry.key);
                self.problem(&path, entry.line, "not_supported_yet", message);
            } else {
                let near = words::nearest(&entry.key, known.iter().copied());
                let hint =
                    near.map_or_else(|| format!("known are: {}", known.join(", ")), |w| format!("did you mean {w}?"));
                let message = format!("unknown word “{}”; {hint}", entry.key);
                self.problem(&path, entry.line, "unknown_key", message).suggestion = near.map(str::to_owned);
            }
        }
        entries
    }

    /// A text; numbers and truth values are taken as they would be written.
    pub(super) fn text(&mut self, path: &str, node: &Node) -> Option<String> {
        match &node.kind {
            Kind::Scalar(Value::String(text)) => Some(text.clone()),
            Kind::Scalar(value @ (Value::Number(_) | Value::Bool(_))) => Some(value.to_string()),
            _ => {
                self.expected(path, node, "a text");
                None
            }
        }
    }

    /// A truth value.
    pub(super) fn boolean(&mut self, path: &str, node: &Node) -> Option<bool> {
        if let Kind::Scalar(Value::Bool(value)) = node.kind {
            return Some(value);
        }
        self.expected(path, node, "true or false");
        None
    }

    /// A number.
    pub(super) fn number(&mut self, path: &str, node: &Node) -> Option<f64> {
        if let Kind::Scalar(Value::Number(number)) = &node.kind {
            return number.as_f64();
        }
        self.expected(path, node, "a number");
        None
    }

    /// A whole number that the target type holds.
    pub(super) fn whole<T: TryFrom<u64>>(&mut self, path: &str, node: &Node) -> Option<T> {
        let number = match &node.kind {
            Kind::Scalar(Value::Number(number)) => number.as_u64(),
            _ => None,
        };
        let found = number.and_then(|n| T::try_from(n).ok());
        if found.is_none() {
            let shown = match &node.kind {
                Kind::Scalar(value @ Value::Number(_)) => value.to_string(),
                _ => node.describe().to_owned(),
            };
            self.problem(path, node.line, "wrong_kind", format!("a whole number from 0 belongs here, not {shown}."));
        }
        found
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn texts(&mut self, path: &str, node: &Node) -> Option<Vec<String>> {
        match &node.kind {
            Kind::List(items) => {
                let read = items.iter().enumerate().map(|(n, item)| self.text(&format!("{path}[{n}]"), item));
                // Every item is looked at, so that each wrong one is told.
                read.collect::<Vec<_>>().into_iter().collect()
            }
            Kind::Scalar(Value::String(text)) => Some(vec![text.clone()]),
            _ => {
                self.expected(path, node, "a list");
                None
            }
        }
    }

    /// All problems, those that validation found included. Where the form of a field or table is wrong already,
    /// what validation says of what was left of it is not told: it may follow from the first.
    pub(super) fn finish(self, validation: Vec<Violation>) -> Vec<Violation> {
        let Self { mut problems, lines } = self;
        let marred: Vec<String> = problems.iter().map(|p| owner(&p.path).to_owned()).collect();
        for mut violation in validation.into_iter().filter(Violation::is_error) {
            if marred.iter().any(|m| owner(&violation.path) == m || (m.is_empty() && !violation.path.contains('.'))) {
                continue;
            }
            if let Some(line) = line_of(&lines, &violation.path) {
                violation.message = format!("Line {line}: {}", violation.message);
            }
            problems.push(violation);
        }
        problems
    }
}

/// The field a path is in, else the table, else the whole (the empty text).
fn owner(path: &str) -> &str {
    let mut ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    if !path.starts_with("tables.") {
        return "";
    }
    let table_end = ends.nth(1).unwrap_or(path.len());
    let in_table = &path[table_end..];
    if in_table.starts_with(".fields.") {
        return ends.nth(1).map_or(path, |end| &path[..end]);
    }
    &path[..table_end]
}

fn line_of(lines: &HashMap<String, u64>, path: &str) -> Option<u64> {
    let mut path = path;
    loop {
        if let Some(line) = lines.get(path) {
            return Some(*line);
        }
        path = &path[..path.rfind(['.', '['])?];
    }
}

/// The path of a member.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
