//! Reads one field, and what foreign keys refer to.

use serde_json::Value;

use super::SHORT;
use super::node::{Entry, Kind, Node};
use super::read::member;
use super::reader::{Reader, join};
use crate::{Field, FieldId, FieldType, GeneratorRef, OnDelete, Params, Reference, Table, words};

pub(super) const FIELD_WORDS: [&str; 19] = [
    "id",
    "type",
    "display_name",
    "description",
    "nullable",
    "null_rate",
    "unique",
    "default",
    "min",
    "max",
    "min_length",
    "max_length",
    "pattern",
    "precision",
    "scale",
    "choices",
    "to",
    "on_delete",
    "generator",
];

/// What may happen to a row whose parent goes.
pub(super) const ON_DELETE_WORDS: [&str; 3] = ["restrict", "cascade", "set_null"];

/// The field, as far as it can be read; what it refers to is read later, by [`references`].
pub(super) fn field(r: &mut Reader, id: FieldId, path: &str, entry: &Entry) -> Field {
    let mut field = Field::new(id, &entry.key, FieldType::String);
    // `name: string` is short for `name: { type: string }`.
    if let Kind::Scalar(Value::String(word)) = &entry.value.kind {
        field.field_type = field_type(r, path, entry.value.line, word).unwrap_or(FieldType::String);
        return field;
    }
    let entries = r.words(path, &entry.value, &FIELD_WORDS);
    if matches!(entry.value.kind, Kind::Map(_)) && !entries.iter().any(|e| e.key == "type") {
        r.problem(&join(path, "type"), entry.line, "type_missing", "the field has no type.");
    }
    for Entry { key, value, .. } in entries {
        member_of(r, &mut field, key, &join(path, key), value);
    }
    field
}

fn member_of(r: &mut Reader, field: &mut Field, key: &str, path: &str, value: &Node) {
    let constraints = &mut field.constraints;
    match key {
        "type" => {
            if let Some(word) = r.text(path, value) {
                field.field_type = field_type(r, path, value.line, &word).unwrap_or(FieldType::String);
            }
        }
        "display_name" => field.display_name = r.text(path, value),
        "description" => field.description = r.text(path, value).unwrap_or_default(),
        "nullable" => field.nullable = r.boolean(path, value).unwrap_or_default(),
        "null_rate" => field.null_rate = r.number(path, value).unwrap_or_default(),
        "unique" => field.unique = r.boolean(path, value).unwrap_or_default(),
        "default" => field.default = Some(value.to_json()).filter(|v| !v.is_null()),
        "min" => constraints.min = Some(value.to_json()),
        "max" => constraints.max = Some(value.to_json()),
        "min_length" => constraints.min_length = r.whole(path, value),
        "max_length" => constraints.max_length = r.whole(path, value),
        "pattern" => constraints.pattern = r.text(path, value),
        "precision" => constraints.precision = r.whole(path, value),
        "scale" => constraints.scale = r.whole(path, value),
        "choices" => constraints.choices = r.texts(path, value),
        "generator" => field.generator = generator(r, path, value),
        _ => {}
    }
}

fn field_type(r: &mut Reader, path: &str, line: u64, word: &str) -> Option<FieldType> {
    let found = FieldType::ALL.into_iter().find(|t| t.as_str() == word);
    if found.is_none() {
        let near = words::nearest(word, FieldType::ALL.map(FieldType::as_str));
        let all = || format!("known are: {}", FieldType::ALL.map(FieldType::as_str).join(", "));
        let hint = near.map_or_else(all, |w| format!("did you mean {w}?"));
        let message = format!("unknown type “{word}”; {hint}");
        r.problem(path, line, "unknown_type", message).suggestion = near.map(str::to_owned);
    }
    found
}

/// `name`, `{ name: { parameter: value } }`, or `{ name: text }` where one text is all there is to say (see [`SHORT`]).
fn generator(r: &mut Reader, path: &str, node: &Node) -> Option<GeneratorRef> {
    match &node.kind {
        Kind::Scalar(Value::Null) => None,
        Kind::Scalar(Value::String(name)) => Some(GeneratorRef::named(name)),
        Kind::Map(entries) if entries.len() == 1 => {
            let Entry { key, value, .. } = &entries[0];
            let params = match value.to_json() {
                Value::Object(params) => params,
                Value::Null => Params::new(),
                Value::String(text) if key == SHORT.0 => Params::from_iter([(SHORT.1.to_owned(), text.into())]),
                _ => {
                    r.expected(&format!("{path}.{key}"), value, "a map of parameters");
                    Params::new()
                }
            };
            Some(GeneratorRef { name: key.clone(), params })
        }
        _ => {
            r.expected(path, node, "a generator's name, or one name with a map of parameters,");
            None
        }
    }
}

/// Reads `to` and `on_delete` of each field of the table, now that all tables are known.
pub(super) fn references(r: &mut Reader, table: &mut Table, tables: &[Table], entry: &Entry, path: &str) {
    let Some(Node { kind: Kind::Map(entries), .. }) = member(&entry.value, "fields") else { return };
    for (field, entry) in table.fields.iter_mut().zip(entries) {
        let path = format!("{path}.fields.{}", field.name);
        let on_delete =
            member(&entry.value, "on_delete").and_then(|node| on_delete(r, &join(&path, "on_delete"), node));
        let to = join(&path, "to");
        if let Some(node) = member(&entry.value, "to") {
            field.reference = reference(r, &to, node, tables).map(|(table, field)| Reference {
                table,
                field,
                on_delete: on_delete.unwrap_or_default(),
            });
        } else if let Some(node) = member(&entry.value, "on_delete") {
            r.problem(&to, node.line, "reference_missing", "on_delete needs a table and field to refer to.");
        }
    }
}

fn on_delete(r: &mut Reader, path: &str, node: &Node) -> Option<OnDelete> {
    let word = r.text(path, node)?;
    match word.as_str() {
        "restrict" => Some(OnDelete::Restrict),
        "cascade" => Some(OnDelete::Cascade),
        "set_null" => Some(OnDelete::SetNull),
        _ => {
            let near = words::nearest(&word, ON_DELETE_WORDS);
            let message = format!("unknown word “{word}”; known are: {}.", ON_DELETE_WORDS.join(", "));
            r.problem(path, node.line, "unknown_word", message).suggestion = near.map(str::to_owned);
            None
        }
    }
}

/// `table.field`; the table alone stands for its key.
fn reference(r: &mut Reader, path: &str, node: &Node, tables: &[Table]) -> Option<(crate::TableId, FieldId)> {
    let text = r.text(path, node)?;
    let (table_name, field_name) = text.split_once('.').unwrap_or((&text, ""));
    let Some(parent) = tables.iter().find(|t| t.name == table_name) else {
        let near = words::nearest(table_name, tables.iter().map(|t| t.name.as_str()));
        let hint = near.map_or_else(String::new, |name| format!("; did you mean {name}?"));
        let message = format!("there is no table “{table_name}”{hint}");
        r.problem(path, node.line, "unknown_table", message).suggestion = near.map(str::to_owned);
        return None;
    };
    if field_name.is_empty() {
        if let [key] = parent.key_fields().as_slice() {
            return Some((parent.id, key.id));
        }
        let message = format!("say which field of “{table_name}” it refers to, such as {table_name}.id.");
        r.problem(path, node.line, "unknown_field", message);
        return None;
    }
    let found = parent.field(field_name).map(|f| (parent.id, f.id));
    if found.is_none() {
        unknown_field(r, path, node.line, parent, field_name);
    }
    found
}

/// Notes that a table has no such field.
pub(super) fn unknown_field(r: &mut Reader, path: &str, line: u64, table: &Table, name: &str) {
    let near = words::nearest(name, table.fields.iter().map(|f| f.name.as_str()));
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let message = format!("the table “{}” has no field “{name}”{hint}", table.name);
    r.problem(path, line, "unknown_field", message).suggestion = near.map(str::to_owned);
}
