//! The manifest of faults, read back by an independent reader.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{Output, TableHeader};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_engine::types;
use dmb_sinks::{ExportInfo, FileOutput, FileTarget, manifest};
use dmb_spec::{Design, file};
use serde_json::json;

/// A fault for every row, in a field of every type.
const EVERY_TYPE: &str = "
dmb: 1
name: d
seed: 7
tables:
  kinds:
    rows: 2000
    fields:
      text: { type: text, nullable: true, generator: text.sentence }
      small: { type: integer, nullable: true, generator: { number.integer: { min: -9, max: 9 } } }
      big: { type: big_integer, nullable: true, generator: { number.integer: { min: -9000000000000000, max: 9000000000000000 } } }
      ratio: { type: float, nullable: true, generator: { number.log_uniform: { min: 0.000000000001, max: 1000000000000000000 } } }
      money: { type: decimal, precision: 12, scale: 2, nullable: true, generator: { number.uniform: { min: -1, max: 1 } } }
      flag: { type: boolean, nullable: true }
      day: { type: date, nullable: true }
      clock: { type: time, nullable: true }
      moment: { type: datetime, nullable: true }
      thousandths: { type: datetime, nullable: true, generator: { datetime.between: { from: -1y, to: now, precision: millisecond } } }
      millionths: { type: datetime, nullable: true, generator: { datetime.between: { from: -1y, to: now, precision: microsecond } } }
      uid: { type: uuid, nullable: true }
      doc: { type: json, nullable: true }
      blob: { type: binary, nullable: true }
    faults:
      rate: 1
      kinds: [FAULTS]
";

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

/// The rows of a design's one table, written as a CSV file and read back.
fn as_csv(design: &Arc<Design>, rows: &RecordBatch) -> Vec<csv::StringRecord> {
    let folder = tempfile::tempdir().unwrap();
    let info = ExportInfo {
        project: "A project".into(),
        created_by: "ana@example.com".into(),
        seed: None,
        as_of: "2026-01-01T00:00:00Z".parse().unwrap(),
        revision: None,
        design: Arc::clone(design),
    };
    let target = FileTarget { folder: folder.path().to_owned(), base_name: "rows".into() };
    let mut output = dmb_sinks::open("csv", json!({ "safe": false }).as_object().unwrap(), target, &info).unwrap();
    let artifacts = output.artifacts();
    let table = design.tables[0].clone();
    let header = TableHeader { schema: types::schema(design, &table), table: Arc::new(table), rows: None };
    let (encoder, _) = output.begin_table(&header).unwrap();
    output.write(encoder.encode(rows).unwrap()).unwrap();
    output.end_table().unwrap();
    Box::new(output).finish().unwrap();
    let mut reader = csv::Reader::from_path(&artifacts.lock().unwrap()[0].path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn values_are_told_to_the_digit_as_the_file_of_the_rows_has_them() {
    let names = "text small big ratio money flag day clock moment thousandths millionths uid doc blob".split(' ');
    let faults: Vec<String> = names.clone().map(|name| format!("{{ \"null\": {name} }}")).collect();
    let design = Arc::new(file::from_str(&EVERY_TYPE.replace("FAULTS", &faults.join(", "))).unwrap());
    let request = || PlanRequest::whole(&design, "2026-01-01T00:00:00Z".parse().unwrap());
    let (_, cells) = compile(request()).unwrap().tables()[0].chunk_with_faults(0).unwrap();
    let sound = compile(PlanRequest { faults: false, ..request() }).unwrap().tables()[0].chunk(0).unwrap();
    let rows = as_csv(&design, &sound);
    let told = |at| cells.iter().filter(move |cell| cell.field == at);
    for (at, name) in names.enumerate() {
        assert!(told(at).count() > 50, "{name}: {}", told(at).count());
        for cell in told(at) {
            assert_eq!(cell.original.as_deref(), Some(&rows[cell.row as usize - 1][at]), "{name}");
        }
    }
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
