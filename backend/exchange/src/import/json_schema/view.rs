//! A schema seen whole: references followed, alternatives chosen, parts put together.

use serde_json::{Map, Value};

use crate::limits::MAX_NESTING;
use crate::note::Notes;

/// Most references that lead to one another.
const MAX_REFERENCES: usize = 32;

/// The document that references are looked up in.
pub(super) struct View<'d> {
    pub(super) root: &'d Value,
}

/// A schema without references and alternatives.
pub(super) type Flat = Map<String, Value>;

impl View<'_> {
    /// The schema with `$ref`, `allOf`, `anyOf` and `oneOf` worked in; whether null was one of the alternatives.
    pub(super) fn flat(&self, schema: &Value, place: &str, notes: &mut Notes) -> (Flat, bool) {
        self.flat_at(schema, place, MAX_REFERENCES, notes)
    }

    fn flat_at(&self, schema: &Value, place: &str, left: usize, notes: &mut Notes) -> (Flat, bool) {
        let Some(object) = schema.as_object() else { return (Flat::new(), false) };
        let mut flat = object.clone();
        let mut nullable = false;
        if left == 0 {
            notes.left_out(place, "Its references lead too far, or round in a circle; it can be any JSON value.");
            return (Flat::new(), false);
        }
        if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
            flat.remove("$ref");
            match self.find(reference) {
                Some(target) => {
                    let (target, null) = self.flat_at(target, place, left - 1, notes);
                    nullable |= null;
                    merge(&mut flat, target);
                }
                None => notes.left_out(place, format!("The reference {reference} leads nowhere in this text.")),
            }
        }
        for part in take_list(&mut flat, "allOf").iter().take(MAX_REFERENCES) {
            let (part, null) = self.flat_at(part, place, left / 2, notes);
            nullable |= null;
            merge(&mut flat, part);
        }
        for word in ["anyOf", "oneOf"] {
            let all = take_list(&mut flat, word);
            let (nulls, others): (Vec<_>, Vec<_>) = all.iter().partition(|part| is_null(part));
            nullable |= !nulls.is_empty();
            let Some(first) = others.first() else { continue };
            if let Some(values) = consts(&others) {
                flat.insert("enum".to_owned(), values.into());
                continue;
            }
            if others.len() > 1 {
                notes.left_out(place, format!("{word} has {} forms; the first is taken.", others.len()));
            }
            let (part, null) = self.flat_at(first, place, left / 2, notes);
            nullable |= null;
            merge(&mut flat, part);
        }
        (flat, nullable)
    }

    /// What a reference within the document leads to.
    fn find(&self, reference: &str) -> Option<&Value> {
        let path = reference.strip_prefix('#')?;
        if path.is_empty() { Some(self.root) } else { self.root.pointer(path) }
    }
}

fn take_list(flat: &mut Flat, word: &str) -> Vec<Value> {
    match flat.remove(word) {
        Some(Value::Array(all)) => all,
        _ => Vec::new(),
    }
}

/// What stands at the schema itself goes before what it takes over, but properties and required ones add up.
fn merge(flat: &mut Flat, other: Flat) {
    for (key, value) in other {
        match (flat.get_mut(&key), value) {
            (Some(Value::Object(mine)), Value::Object(others)) if key == "properties" => {
                for (name, schema) in others {
                    mine.entry(name).or_insert(schema);
                }
            }
            (Some(Value::Array(mine)), Value::Array(others)) if key == "required" => {
                for name in others {
                    if !mine.contains(&name) {
                        mine.push(name);
                    }
                }
            }
            (Some(_), _) => {}
            (None, value) => {
                flat.insert(key, value);
            }
        }
    }
}

fn is_null(schema: &Value) -> bool {
    schema.get("type") == Some(&"null".into()) || schema.get("const") == Some(&Value::Null)
}

/// The values, where every form is just one.
fn consts(forms: &[&Value]) -> Option<Vec<Value>> {
    forms.iter().map(|form| form.get("const").cloned()).collect()
}

/// Whether objects at this depth are still followed down.
pub(super) fn is_within(depth: usize) -> bool {
    depth < MAX_NESTING
}
