//! Tables from JSON Schema, drafts 4 to 2020-12: an object is a table, its properties are fields; objects and lists inside
//! are JSON fields whose generators follow them down.

mod shape;
mod tables;
mod value;
mod view;

use serde_json::Value;

use crate::error::ImportError;
use crate::note::Notes;
use crate::raw::RawDesign;

/// Reads tables from a JSON Schema. `file_name` names a table that has no title.
pub(super) fn read(text: &str, stem: Option<&str>, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let root: Value = serde_json::from_str(text).map_err(|error| {
        ImportError::unreadable(format!("line {}", error.line()), format!("it is not JSON: {error}"))
    })?;
    if !root.is_object() {
        return Err(ImportError::unreadable("#", "a JSON Schema is an object"));
    }
    let mut reader = tables::Reader { view: view::View { root: &root }, notes, steps: 0 };
    reader.read(stem)
}

/// Whether a JSON value looks like a schema rather than like data.
pub(super) fn looks_like_one(value: &Value) -> bool {
    let Some(object) = value.as_object() else { return false };
    let types = |value: &Value| {
        let known = ["object", "array", "string", "number", "integer", "boolean", "null"];
        let is = |value: &Value| value.as_str().is_some_and(|text| known.contains(&text));
        is(value) || value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(is))
    };
    object.get("$schema").is_some_and(Value::is_string)
        || (object.get("type").is_some_and(types)
            && ["properties", "items", "required"].iter().any(|k| object.contains_key(*k)))
        || ["$defs", "definitions"].iter().any(|key| object.get(*key).is_some_and(Value::is_object))
}
