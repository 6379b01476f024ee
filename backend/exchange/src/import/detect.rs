//! What something is, by its file's name and by what it holds.

use serde_json::Value;

use super::{SOURCES, Source, json_schema, sample};
use crate::error::ImportError;
use crate::limits::MAX_TEXT_BYTES;

/// Bytes at the beginning that are looked at where the whole would be too much.
const LOOKED_AT: usize = 64 * 1024;

/// What the bytes are.
pub(super) fn source(bytes: &[u8], file_name: Option<&str>) -> Result<Source, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Source::Xlsx);
    }
    let head = sample::decode(&bytes[..bytes.len().min(LOOKED_AT)]).0;
    let by_content = content(bytes, head.trim_start());
    let by_name = file_name.and_then(named);
    // Names that say much: a .json may be several things, a .sql is SQL.
    match (by_name, by_content) {
        (Some(Source::Json), Some(seen @ (Source::JsonSchema | Source::Design | Source::JsonLines))) => Ok(seen),
        (Some(named), _) => Ok(named),
        (None, Some(seen)) => Ok(seen),
        (None, None) => {
            let all: Vec<_> = SOURCES.iter().map(|info| info.name).collect();
            Err(ImportError::Unknown(all.join(", ")))
        }
    }
}

fn named(file_name: &str) -> Option<Source> {
    let name = file_name.to_lowercase();
    let ends = |ending: &&str| name.ends_with(&format!(".{ending}"));
    SOURCES.iter().find(|info| info.extensions.iter().any(ends)).map(|info| info.source)
}

fn content(bytes: &[u8], head: &str) -> Option<Source> {
    if head.starts_with(['{', '[']) {
        let whole = || serde_json::from_str::<Value>(&sample::decode(bytes).0).ok();
        let value = if bytes.len() <= MAX_TEXT_BYTES { whole() } else { None };
        return Some(match value {
            Some(value) if value.get("dmb").is_some() && value.get("tables").is_some() => Source::Design,
            Some(value) if json_schema::looks_like_one(&value) => Source::JsonSchema,
            Some(_) => Source::Json,
            // Several documents, one a line.
            None if head.lines().next().is_some_and(|line| serde_json::from_str::<Value>(line).is_ok()) => {
                Source::JsonLines
            }
            None => Source::Json,
        });
    }
    if head.lines().any(|line| line.trim_start().starts_with("dmb:")) {
        return Some(Source::Design);
    }
    let upper = head.to_uppercase();
    if ["CREATE TABLE", "ALTER TABLE", "CREATE TYPE", "CREATE TEMP", "CREATE UNLOGGED"]
        .iter()
        .any(|words| upper.contains(words))
    {
        return Some(Source::Ddl);
    }
    let first = head.lines().next().unwrap_or_default();
    let rows = head.lines().nth(1).is_some();
    (rows && first.contains([',', ';', '\t', '|'])).then_some(Source::Csv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_seen() {
        let check =
            |text: &str, name: Option<&str>, expect| assert_eq!(source(text.as_bytes(), name).ok(), expect, "{text}");
        check("CREATE TABLE a (b int);", None, Some(Source::Ddl));
        check("-- a dump\ncreate table a (b int);", None, Some(Source::Ddl));
        check(r#"{"type": "object", "properties": {}}"#, Some("a.json"), Some(Source::JsonSchema));
        check(r#"[{"a": 1}]"#, Some("a.json"), Some(Source::Json));
        check("{\"a\": 1}\n{\"a\": 2}\n", None, Some(Source::JsonLines));
        check("dmb: 1\nname: x\ntables: {}", None, Some(Source::Design));
        check(r#"{"dmb": 1, "tables": {}}"#, Some("x.json"), Some(Source::Design));
        check("a,b\n1,2\n", None, Some(Source::Csv));
        check("a,b\n1,2\n", Some("x.sql"), Some(Source::Ddl));
        check("nothing to see", None, None);
        // Data whose rows have a `type` of their own are no schema.
        check(r#"{"type": "Feature", "properties": {"a": 1}}"#, None, Some(Source::Json));
    }
}
