//! JSON files, read back by an independent reader.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use common::{design, files, header, kinds, open, parents, send, write};
use dmb_engine::output::Output;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The rows of a file of lines.
fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The rows of a file with a list.
fn list(path: &Path) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Rows as both formats hold them.
fn both(options: Value) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let of = |format| write(folder.path(), format, options.clone(), &[("kinds", kinds(&design()))]);
    let (rows, other) = (lines(&of("jsonl").path), list(&of("json").path));
    assert_eq!(rows, other);
    rows
}

#[test]
fn every_kind_of_value_survives() {
    let rows = both(json!({}));
    let expect = json!({
        "id": 1, "text": "plain", "small": 5, "big": 5, "ratio": 0.1, "money": 123.45, "exact": 1.5, "flag": true,
        "day": "2026-01-31", "clock": "09:30:00", "moment": "2026-01-31T09:30:00Z", "pick": "one",
        "uid": "12121212-1212-1212-1212-121212121212", "doc": { "a": 1 }, "blob": "YWI=", "parent_id": 1,
    });
    assert_eq!(rows[0], expect);
    assert_eq!(rows[1]["text"], "a \"quoted\", text\nof two lines");
    assert_eq!((&rows[2]["text"], &rows[2]["doc"], &rows[4]["doc"]), (&json!(""), &json!("😀"), &json!(-1)));
    assert_eq!(rows[4]["moment"], "1969-12-31T23:59:59.500000Z");
    assert_eq!(rows[4]["text"], "=1+1", "nothing here is a formula");
    let nulls = rows[3].as_object().unwrap().values().filter(|value| value.is_null()).count();
    assert_eq!((rows[3].as_object().unwrap().len(), nulls), (16, 15));
}

#[test]
fn numbers_keep_every_digit_in_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let artifact = write(folder.path(), "jsonl", json!({}), &[("kinds", kinds(&design()))]);
    let text = fs::read_to_string(&artifact.path).unwrap();
    for part in [
        "\"big\":9223372036854775807,",
        "\"big\":-9223372036854775808,",
        "\"exact\":9999999999999999999999999999.9999999999,",
        "\"exact\":-9999999999999999999999999999.9999999999,",
        "\"money\":-0.01,",
        "\"ratio\":1e300,",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn members_keep_the_order_of_the_fields() {
    let folder = tempfile::tempdir().unwrap();
    let artifact = write(folder.path(), "jsonl", json!({}), &[("parents", parents(&design(), &["Ana", "Bo"]))]);
    assert_eq!(
        fs::read_to_string(&artifact.path).unwrap(),
        "{\"id\":1,\"name\":\"Ana\"}\n{\"id\":2,\"name\":\"Bo\"}\n"
    );
    assert_eq!((artifact.file_name.as_str(), artifact.rows), ("out.jsonl", 2));
    let artifact = write(folder.path(), "json", json!({}), &[("parents", parents(&design(), &["Ana", "Bo"]))]);
    let text = fs::read_to_string(&artifact.path).unwrap();
    assert_eq!(text, "[\n{\"id\":1,\"name\":\"Ana\"},\n{\"id\":2,\"name\":\"Bo\"}\n]\n");
}

#[test]
fn nulls_can_be_left_out() {
    let rows = both(json!({ "nulls": "omit" }));
    assert_eq!(rows[3], json!({ "id": 4 }));
    assert_eq!(rows[0].as_object().unwrap().len(), 16);
}

#[test]
fn members_can_be_called_what_people_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [("parents", parents(&design(), &["Ana"]))];
    let artifact = write(folder.path(), "jsonl", json!({ "keys": "labels" }), &rows);
    assert_eq!(lines(&artifact.path), [json!({ "id": 1, "=Name": "Ana" })]);
}

#[test]
fn a_table_without_rows_is_an_empty_file_or_an_empty_list() {
    let design = design();
    let folder = tempfile::tempdir().unwrap();
    for format in ["jsonl", "json"] {
        let mut output = open(folder.path(), format, json!({}), &design);
        send(&mut output, &header(&design, "parents"), &parents(&design, &[]), 10).unwrap();
        Box::new(output).finish().unwrap();
    }
    assert_eq!(fs::read_to_string(folder.path().join("out.jsonl")).unwrap(), "");
    assert_eq!(list(&folder.path().join("out.json")), Vec::<Value>::new());
}

#[test]
fn several_tables_come_as_an_archive_of_one_file_each() {
    for format in ["jsonl", "json"] {
        let folder = tempfile::tempdir().unwrap();
        let tables = [("parents", parents(&design(), &["Ana", "Bo"])), ("kinds", kinds(&design()))];
        let artifact = write(folder.path(), format, json!({}), &tables);
        assert_eq!((artifact.file_name.as_str(), artifact.rows), ("out.zip", 7));
        let mut archive = zip::ZipArchive::new(File::open(&artifact.path).unwrap()).unwrap();
        let mut text = String::new();
        archive.by_name(&format!("parents.{format}")).unwrap().read_to_string(&mut text).unwrap();
        let rows = if format == "json" {
            serde_json::from_str(&text).unwrap()
        } else {
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
        };
        assert_eq!(rows, [json!({ "id": 1, "name": "Ana" }), json!({ "id": 2, "name": "Bo" })]);
        assert!(archive.by_name(&format!("kinds.{format}")).is_ok());
    }
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let design = design();
    let folder = tempfile::tempdir().unwrap();
    for format in ["jsonl", "json"] {
        let mut output = open(folder.path(), format, json!({}), &design);
        send(&mut output, &header(&design, "kinds"), &kinds(&design), 2).unwrap();
        assert_eq!(files(folder.path()).len(), 1);
        Box::new(output).abort();
        assert_eq!(files(folder.path()), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives(texts in proptest::collection::vec(any::<String>(), 1..20)) {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let artifact = write(folder.path(), "jsonl", json!({}), &[("parents", parents(&design(), &names))]);
        let found: Vec<Value> = lines(&artifact.path).into_iter().map(|row| row["name"].clone()).collect();
        prop_assert_eq!(found, texts);
    }
}
