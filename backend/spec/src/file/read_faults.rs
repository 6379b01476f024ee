//! Reads the faults of a table.

use serde_json::Value;

use super::node::{Entry, Kind, Node};
use super::reader::{Reader, join};
use crate::{Fault, Faults, Params};

pub(super) const FAULTS_WORDS: [&str; 2] = ["rate", "kinds"];

const FORM: &str = "a fault such as { orphan: order_id } or { negative: { field: total, weight: 2 } }";

/// Reads `faults: { rate, kinds }`.
pub(super) fn faults(r: &mut Reader, path: &str, node: &Node) -> Option<Faults> {
    if matches!(node.kind, Kind::Scalar(Value::Null)) {
        return None;
    }
    let (mut rate, mut kinds) = (None, Vec::new());
    for Entry { key, value, .. } in r.words(path, node, &FAULTS_WORDS) {
        let path = join(path, key);
        match key.as_str() {
            "rate" => rate = Some(r.number(&path, value).unwrap_or_default()),
            "kinds" => kinds = list(r, &path, value),
            _ => {}
        }
    }
    if rate.is_none() && matches!(node.kind, Kind::Map(_)) {
        let message = "say how many rows are faulty, such as rate: 0.05.";
        r.problem(&join(path, "rate"), node.line, "rate_missing", message);
    }
    Some(Faults { rate: rate.unwrap_or_default(), kinds })
}

fn list(r: &mut Reader, path: &str, node: &Node) -> Vec<Fault> {
    let Kind::List(items) = &node.kind else {
        r.expected(path, node, "a list of faults");
        return Vec::new();
    };
    items.iter().enumerate().filter_map(|(at, item)| fault(r, &format!("{path}[{at}]"), item)).collect()
}

/// `{ kind: field }` or `{ kind: { field, … } }`.
fn fault(r: &mut Reader, path: &str, node: &Node) -> Option<Fault> {
    r.at(path, node.line);
    let Kind::Map(entries) = &node.kind else {
        r.expected(path, node, FORM);
        return None;
    };
    let [Entry { key, value, .. }] = entries.as_slice() else {
        r.problem(path, node.line, "wrong_kind", format!("{FORM} belongs here: one kind to an item of the list."));
        return None;
    };
    match value.to_json() {
        Value::String(field) => Some(Fault::on(key, field)),
        Value::Object(params) => Some(Fault { kind: key.clone(), params }),
        Value::Null => Some(Fault { kind: key.clone(), params: Params::new() }),
        _ => {
            r.expected(&join(path, key), value, "the name of a field, or parameters");
            None
        }
    }
}
