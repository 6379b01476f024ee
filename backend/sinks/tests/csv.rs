//! CSV files, read back by an independent reader.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use common::{design, files, header, kinds, open, parents, send, write};
use dmb_engine::output::Output;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const GREATEST: &str = "9999999999999999999999999999.9999999999";

/// Lines of the file as an independent reader finds them.
fn lines(path: &Path, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_path(path).unwrap();
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn kinds_with(options: Value) -> (tempfile::TempDir, Vec<Vec<String>>, String) {
    let folder = tempfile::tempdir().unwrap();
    let delimiter = options["delimiter"] == "semicolon";
    let artifact = write(folder.path(), "csv", options, &[("kinds", kinds(&design()))]);
    let text = fs::read_to_string(&artifact.path).unwrap();
    (folder, lines(&artifact.path, if delimiter { b';' } else { b',' }), text)
}

#[test]
fn every_kind_of_value_survives() {
    let (_folder, lines, _) = kinds_with(json!({}));
    let least = format!("-{GREATEST}");
    let ones = "01010101-0101-0101-0101-010101010101";
    let expect: [[&str; 16]; 6] = [
        [
            "id",
            "text",
            "small",
            "big",
            "ratio",
            "money",
            "exact",
            "flag",
            "day",
            "clock",
            "moment",
            "pick",
            "uid",
            "doc",
            "blob",
            "parent_id",
        ],
        [
            "1",
            "plain",
            "5",
            "5",
            "0.1",
            "123.45",
            "1.5000000000",
            "true",
            "2026-01-31",
            "09:30:00",
            "2026-01-31T09:30:00Z",
            "one",
            "12121212-1212-1212-1212-121212121212",
            "{\"a\":1}",
            "YWI=",
            "1",
        ],
        [
            "2",
            "a \"quoted\", text\nof two lines",
            "2147483647",
            "9223372036854775807",
            "1e300",
            "9999999999.99",
            GREATEST,
            "false",
            "9999-12-31",
            "23:59:59",
            "9999-12-31T23:59:59Z",
            "two",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "[]",
            "//4=",
            "2",
        ],
        [
            "3",
            "",
            "-2147483648",
            "-9223372036854775808",
            "-2.5",
            "-0.01",
            &least,
            "true",
            "0001-01-01",
            "00:00:00",
            "0001-01-01T00:00:00Z",
            "one",
            "00000000-0000-0000-0000-000000000000",
            "\"😀\"",
            "",
            "1",
        ],
        ["4", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        [
            "5",
            "'=1+1",
            "0",
            "9007199254740992",
            "3.0",
            "0.00",
            "0.0000000001",
            "false",
            "1900-01-01",
            "00:00:01",
            "1969-12-31T23:59:59.500000Z",
            "two",
            ones,
            "'-1",
            "+A==",
            "2",
        ],
    ];
    assert_eq!(lines, expect);
}

#[test]
fn an_empty_text_differs_from_null() {
    let (_folder, _, text) = kinds_with(json!({}));
    assert!(text.contains("\n3,\"\",-2147483648"), "{text}");
    assert!(text.contains("\n4,,,,,"), "{text}");
    let (_folder, lines, text) = kinds_with(json!({ "null": "NULL" }));
    assert_eq!(lines[4][1..], vec!["NULL"; 15]);
    assert!(text.contains("\n4,NULL,"), "{text}");
}

#[test]
fn the_layout_is_as_asked_for() {
    let options =
        json!({ "delimiter": "semicolon", "line_ending": "crlf", "bom": true, "datetime": "space", "safe": false });
    let (_folder, lines, text) = kinds_with(options);
    assert!(text.starts_with("\u{feff}id;text;"));
    assert_eq!(text.matches("\r\n").count(), 6);
    assert_eq!(lines[1][10], "2026-01-31 09:30:00");
    assert_eq!(lines[5][1], "=1+1");
    let (_folder, lines, _) = kinds_with(json!({ "header": false }));
    assert_eq!(lines.len(), 5);
}

#[test]
fn hostile_texts_are_disarmed_unless_asked_not_to() {
    let names = ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "a=b", "'", "=\"a\",b"];
    let read = |options| {
        let folder = tempfile::tempdir().unwrap();
        let artifact = write(folder.path(), "csv", options, &[("parents", parents(&design(), &names))]);
        lines(&artifact.path, b',').into_iter().map(|mut l| l.remove(1)).collect::<Vec<_>>()
    };
    let safe = read(json!({ "header_labels": "labels" }));
    assert_eq!(safe[0], "'=Name", "labels are typed by people too");
    let prefixed = |n: usize, text: &str| if matches!(n, 0..=5 | 9) { format!("'{text}") } else { text.to_owned() };
    let expect: Vec<_> = names.iter().enumerate().map(|(n, text)| prefixed(n, text)).collect();
    assert_eq!(safe[1..], expect);
    assert_eq!(read(json!({ "safe": false }))[1..], names);
}

#[test]
fn a_null_alone_on_its_line_is_still_a_row() {
    let mut design = design();
    let table = &mut Arc::make_mut(&mut design).tables[0];
    table.fields.remove(0);
    table.fields[0].nullable = true;
    let schema = header(&design, "parents").schema;
    let column: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None, Some("b")]));
    let batch = RecordBatch::try_new(schema, vec![column]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut output = open(folder.path(), "csv", json!({}), &design);
    send(&mut output, &header(&design, "parents"), &batch, 10).unwrap();
    Box::new(output).finish().unwrap();
    assert_eq!(lines(&folder.path().join("out.csv"), b','), [["name"], ["a"], [""], ["b"]]);
}

#[test]
fn several_tables_come_as_an_archive() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let tables = [
        ("parents", parents(&design, &["Ana", "Bo"])),
        ("kinds", kinds(&design)),
        ("parents", parents(&design, &["Ana"])),
    ];
    let artifact = write(folder.path(), "csv", json!({}), &tables[..2]);
    assert_eq!((artifact.file_name.as_str(), artifact.rows, artifact.media_type), ("out.zip", 7, "application/zip"));
    assert_eq!(files(folder.path()), ["out.zip"]);
    let mut archive = zip::ZipArchive::new(File::open(&artifact.path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("parents.csv").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "id,name\n1,Ana\n2,Bo\n");
    text.clear();
    archive.by_name("kinds.csv").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, kinds_with(json!({})).2);
}

#[test]
fn the_same_rows_give_the_same_bytes_and_the_digest_is_theirs() {
    let design = design();
    for tables in [1, 2] {
        let all = [("kinds", kinds(&design)), ("parents", parents(&design, &["Ana"]))];
        let make = || {
            let folder = tempfile::tempdir().unwrap();
            let artifact = write(folder.path(), "csv", json!({}), &all[..tables]);
            let bytes = fs::read(&artifact.path).unwrap();
            (artifact.sha256, artifact.bytes, bytes)
        };
        let (first, second) = (make(), make());
        assert_eq!(first, second);
        let digest: String = Sha256::digest(&first.2).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!((first.0, first.1), (digest, first.2.len() as u64));
    }
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let design = design();
    let folder = tempfile::tempdir().unwrap();
    let begin = |tables: usize| {
        let mut output = open(folder.path(), "csv", json!({}), &design);
        for table in ["parents", "kinds"].into_iter().take(tables) {
            let batch = if table == "kinds" { kinds(&design) } else { parents(&design, &["Ana"]) };
            send(&mut output, &header(&design, table), &batch, 10).unwrap();
        }
        assert_eq!(files(folder.path()).len(), 1, "one .part at a time");
        output
    };
    for tables in [1, 2] {
        Box::new(begin(tables)).abort();
        assert_eq!(files(folder.path()), Vec::<String>::new());
        drop(begin(tables));
        assert_eq!(files(folder.path()), Vec::<String>::new());
    }
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let design = design();
    let folder = tempfile::tempdir().unwrap();
    let mut output = open(&folder.path().join("gone"), "csv", json!({}), &design);
    let error = output.begin_table(&header(&design, "parents")).err().unwrap().to_string();
    assert!(error.starts_with("out.csv could not be created"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives_when_raw(texts in proptest::collection::vec(any::<String>(), 1..20)) {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let batch = parents(&design(), &names);
        let artifact = write(folder.path(), "csv", json!({ "safe": false }), &[("parents", batch)]);
        let found: Vec<String> = lines(&artifact.path, b',').into_iter().skip(1).map(|mut l| l.remove(1)).collect();
        prop_assert_eq!(found, texts);
    }
}

/// Bytes that are looked at after whoever writes them is gone.
#[derive(Clone, Default)]
struct Shared(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_stream_has_the_bytes_of_the_file_and_takes_one_table() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let options = json!({ "bom": true, "line_ending": "crlf" });
    let artifact = write(folder.path(), "csv", options.clone(), &[("kinds", kinds(&design))]);
    let bytes = Shared::default();
    let options = options.as_object().unwrap();
    let mut output = dmb_sinks::stream("csv", options, Box::new(bytes.clone())).unwrap();
    let (encoder, skip) = output.begin_table(&header(&design, "kinds")).unwrap();
    assert_eq!(skip, 0);
    output.write(encoder.encode(&kinds(&design)).unwrap()).unwrap();
    output.end_table().unwrap();
    assert!(output.begin_table(&header(&design, "parents")).is_err());
    output.finish().unwrap();
    assert_eq!(*bytes.0.lock().unwrap(), fs::read(artifact.path).unwrap());
}

#[test]
fn what_is_no_stream_is_refused_with_what_is() {
    let refused = |format: &str, options: Value| {
        dmb_sinks::stream(format, options.as_object().unwrap(), Box::new(Shared::default())).err().unwrap()
    };
    let found = refused("xlsx", json!({}));
    assert_eq!(
        (found[0].code.as_ref(), found[0].message.contains("streams can be: csv, jsonl")),
        ("not_a_stream", true)
    );
    assert_eq!(refused("cvs", json!({}))[0].code, "unknown_format");
    assert_eq!(refused("csv", json!({ "delimiter": "komma" }))[0].code, "option_invalid");
}
