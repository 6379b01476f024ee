//! A design with every type of field, rows with the extremes of each, and a way to write them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, FixedSizeBinaryArray, Float64Array, Int32Array,
    Int64Array, RecordBatch, StringArray, Time32SecondArray, TimestampMicrosecondArray,
};
use dmb_engine::output::{Output, OutputError, TableHeader};
use dmb_engine::types;
use dmb_sinks::{Artifact, ExportInfo, FileOutput, FileTarget};
use dmb_spec::{Design, Table, file};
use serde_json::Value;

const DESIGN: &str = "
dmb: 1
name: kinds
seed: 7
locale: en_US
tables:
  parents:
    display_name: The parents
    fields:
      id: auto_increment
      name: { type: string, display_name: '=Name', description: Who it is }
  kinds:
    rows: 5
    fields:
      id: auto_increment
      text: { type: text, nullable: true }
      small: { type: integer, nullable: true }
      big: { type: big_integer, nullable: true }
      ratio: { type: float, nullable: true }
      money: { type: decimal, precision: 12, scale: 2, nullable: true }
      exact: { type: decimal, precision: 38, scale: 10, nullable: true }
      flag: { type: boolean, nullable: true }
      day: { type: date, nullable: true, null_rate: 0.2 }
      clock: { type: time, nullable: true }
      moment: { type: datetime, nullable: true }
      pick: { type: enum, choices: [one, two], nullable: true }
      uid: { type: uuid, nullable: true }
      doc: { type: json, nullable: true }
      blob: { type: binary, nullable: true }
      parent_id: { type: foreign_key, to: parents.id, nullable: true }
";

pub fn design() -> Arc<Design> {
    Arc::new(file::from_str(DESIGN).unwrap())
}

pub fn info(design: &Arc<Design>) -> ExportInfo {
    ExportInfo {
        project: "A project".into(),
        created_by: "ana@example.com".into(),
        seed: Some(7),
        as_of: "2026-11-22T10:20:30Z".parse().unwrap(),
        revision: Some(3),
        design: Arc::clone(design),
    }
}

pub fn header(design: &Design, table: &str) -> TableHeader {
    let table: &Table = design.table(table).unwrap();
    TableHeader { table: Arc::new(table.clone()), schema: types::schema(design, table), rows: None }
}

/// Rows: ordinary, greatest, least, null, hostile.
pub fn kinds(design: &Design) -> RecordBatch {
    let texts = [Some("plain"), Some("a \"quoted\", text\nof two lines"), Some(""), None, Some("=1+1")];
    let day = |text: &str| {
        let epoch = chrono::NaiveDate::default();
        Some(i32::try_from((text.parse::<chrono::NaiveDate>().unwrap() - epoch).num_days()).unwrap())
    };
    let moment = |text: &str| Some(text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp_micros());
    let greatest = 10_i128.pow(38) - 1;
    let uuid = |n: u8| Some([n; 16]);
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Int64Array::from(vec![1, 2, 3, 4, 5])),
        Arc::new(StringArray::from(texts.to_vec())),
        Arc::new(Int32Array::from(vec![Some(5), Some(i32::MAX), Some(i32::MIN), None, Some(0)])),
        Arc::new(Int64Array::from(vec![Some(5), Some(i64::MAX), Some(i64::MIN), None, Some(1 << 53)])),
        Arc::new(Float64Array::from(vec![Some(0.1), Some(1e300), Some(-2.5), None, Some(3.0)])),
        Arc::new(
            Decimal128Array::from(vec![Some(12_345), Some(999_999_999_999), Some(-1), None, Some(0)])
                .with_precision_and_scale(12, 2)
                .unwrap(),
        ),
        Arc::new(
            Decimal128Array::from(vec![Some(15_000_000_000), Some(greatest), Some(-greatest), None, Some(1)])
                .with_precision_and_scale(38, 10)
                .unwrap(),
        ),
        Arc::new(BooleanArray::from(vec![Some(true), Some(false), Some(true), None, Some(false)])),
        Arc::new(Date32Array::from(vec![
            day("2026-01-31"),
            day("9999-12-31"),
            day("0001-01-01"),
            None,
            day("1900-01-01"),
        ])),
        Arc::new(Time32SecondArray::from(vec![Some(34_200), Some(86_399), Some(0), None, Some(1)])),
        Arc::new(
            TimestampMicrosecondArray::from(vec![
                moment("2026-01-31T09:30:00Z"),
                moment("9999-12-31T23:59:59Z"),
                moment("0001-01-01T00:00:00Z"),
                None,
                moment("1969-12-31T23:59:59.5Z"),
            ])
            .with_timezone("UTC"),
        ),
        Arc::new(StringArray::from(vec![Some("one"), Some("two"), Some("one"), None, Some("two")])),
        Arc::new(
            FixedSizeBinaryArray::try_from_sparse_iter_with_size(
                [uuid(0x12), uuid(0xff), uuid(0), None, uuid(1)].into_iter(),
                16,
            )
            .unwrap(),
        ),
        Arc::new(StringArray::from(vec![Some("{\"a\":1}"), Some("[]"), Some("\"😀\""), None, Some("-1")])),
        Arc::new(BinaryArray::from(vec![Some(&b"ab"[..]), Some(b"\xff\xfe"), Some(b""), None, Some(b"\xf8")])),
        Arc::new(Int64Array::from(vec![Some(1), Some(2), Some(1), None, Some(2)])),
    ];
    RecordBatch::try_new(header(design, "kinds").schema, columns).unwrap()
}

pub fn parents(design: &Design, names: &[&str]) -> RecordBatch {
    let ids = Int64Array::from_iter_values(1..=names.len() as i64);
    let columns: Vec<ArrayRef> = vec![Arc::new(ids), Arc::new(StringArray::from(names.to_vec()))];
    RecordBatch::try_new(header(design, "parents").schema, columns).unwrap()
}

pub fn open(folder: &Path, format: &str, options: Value, design: &Arc<Design>) -> FileOutput {
    let target = FileTarget { folder: folder.to_owned(), base_name: "out".into() };
    dmb_sinks::open(format, options.as_object().unwrap(), target, &info(design)).unwrap()
}

/// Sends one table through its encoder, in chunks of so many rows.
pub fn send(
    output: &mut FileOutput,
    header: &TableHeader,
    batch: &RecordBatch,
    chunk: usize,
) -> Result<(), OutputError> {
    let (encoder, skip) = output.begin_table(header)?;
    assert_eq!(skip, 0);
    let mut at = 0;
    while at < batch.num_rows() {
        let rows = chunk.min(batch.num_rows() - at);
        output.write(encoder.encode(&batch.slice(at, rows))?)?;
        at += rows;
    }
    output.end_table()
}

/// Writes the tables as one file.
pub fn write(folder: &Path, format: &str, options: Value, tables: &[(&str, RecordBatch)]) -> Artifact {
    let design = design();
    let mut output = open(folder, format, options, &design);
    let artifacts = output.artifacts();
    for (table, batch) in tables {
        send(&mut output, &header(&design, table), batch, 2).unwrap();
    }
    Box::new(output).finish().unwrap();
    let list = artifacts.lock().unwrap();
    assert_eq!(list.len(), 1);
    list[0].clone()
}

/// Names of the files in a folder.
pub fn files(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}
