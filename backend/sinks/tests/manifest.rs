//! The manifest of faults, read back by an independent reader.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{Output, TableHeader};
use dmb_engine::types;
use dmb_sinks::{FileOutput, FileTarget, manifest};
use dmb_spec::file;

fn header(table: &str) -> TableHeader {
    let text = format!("dmb: 1\nname: d\ntables: {{ {table}: {{ fields: {{ id: auto_increment, word: string }} }} }}");
    let design = file::from_str(&text).unwrap();
    let table = design.tables[0].clone();
    TableHeader { schema: types::schema(&design, &table), table: Arc::new(table), rows: None }
}

fn open(folder: &std::path::Path) -> FileOutput {
    manifest(FileTarget { folder: folder.to_path_buf(), base_name: "A project".into() })
}

fn cell(row: u64, original: Option<&str>, value: Option<&str>) -> FaultyCell {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    FaultyCell {
        row,
        key: Some(row.to_string()),
        field: 1,
        kind: "typo",
        original: owned(original),
        value: owned(value),
    }
}

#[test]
fn faults_of_all_tables_are_lines_of_one_file_and_rows_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut output = open(folder.path());
    let artifacts = output.artifacts();
    let kinds = header("kinds");
    let (encoder, skip) = output.begin_table(&kinds).unwrap();
    assert_eq!(skip, 0);
    output.write(encoder.encode(&RecordBatch::new_empty(kinds.schema)).unwrap()).unwrap();
    output.faults(&[cell(2, Some("a, b"), Some("\"x\"")), cell(4, None, Some(""))]).unwrap();
    output.end_table().unwrap();
    output.begin_table(&header("parents")).unwrap();
    output.faults(&[cell(1, Some("-5"), None)]).unwrap();
    output.end_table().unwrap();
    Box::new(output).finish().unwrap();
    let artifact = artifacts.lock().unwrap()[0].clone();
    assert_eq!((artifact.file_name.as_str(), artifact.rows), ("A project.faults.csv", 3));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&artifact.path).unwrap();
    let lines: Vec<Vec<String>> =
        reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect();
    let expect = [
        ["table", "row", "key", "column", "kind", "original", "value"],
        ["kinds", "2", "2", "word", "typo", "a, b", "\"x\""],
        ["kinds", "4", "4", "word", "typo", "", ""],
        ["parents", "1", "1", "word", "typo", "-5", ""],
    ];
    assert_eq!(lines, expect);
    assert!(std::fs::read_to_string(&artifact.path).unwrap().contains("typo,,\"\"\n"), "null and empty differ");
}

#[test]
fn an_aborted_manifest_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut output = open(folder.path());
    output.begin_table(&header("kinds")).unwrap();
    output.faults(&[cell(2, None, None)]).unwrap();
    Box::new(output).abort();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
