//! Splitting at a limit that a test can reach.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch};
use calamine::{Reader, Xlsx, open_workbook};
use dmb_engine::output::{Encoded, Output, TableHeader};
use dmb_engine::types;
use dmb_spec::{Params, file};

use super::output::XlsxOutput;
use crate::options::Options;
use crate::output::{Artifacts, ExportInfo, FileTarget};
use crate::registry::{self, OpenRequest};

#[test]
fn a_table_goes_on_in_further_sheets() {
    let text = "{ dmb: 1, name: x, tables: { numbers: { fields: { id: auto_increment } } } }";
    let design = Arc::new(file::from_str(text).unwrap());
    let table = Arc::new(design.tables[0].clone());
    let schema = types::schema(&design, &table);
    let as_of = "2026-01-01T00:00:00Z".parse().unwrap();
    let info = ExportInfo { project: "x".into(), created_by: "y".into(), seed: None, as_of, revision: None, design };
    let folder = tempfile::tempdir().unwrap();
    let (params, artifacts) = (Params::new(), Artifacts::default());
    let request = OpenRequest {
        options: Options::new(registry::find("xlsx").unwrap(), &params),
        target: FileTarget { folder: folder.path().to_owned(), base_name: "x".into() },
        info: &info,
        artifacts: Arc::clone(&artifacts),
    };
    let mut output = Box::new(XlsxOutput::new(request, 4));
    output.begin_table(&TableHeader { table, schema: Arc::clone(&schema), rows: Some(8) }).unwrap();
    for rows in [1..=5, 6..=8] {
        let column: ArrayRef = Arc::new(Int64Array::from_iter_values(rows));
        output.write(Encoded::Batch(RecordBatch::try_new(Arc::clone(&schema), vec![column]).unwrap())).unwrap();
    }
    output.end_table().unwrap();
    output.finish().unwrap();
    assert_eq!(artifacts.lock().unwrap()[0].rows, 8);
    let mut book: Xlsx<_> = open_workbook(folder.path().join("x.xlsx")).unwrap();
    assert_eq!(book.sheet_names()[..3], ["numbers", "numbers (2)", "numbers (3)"]);
    let mut column = |sheet: &str| {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().map(|r| r[0].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(column("numbers"), ["id", "1", "2", "3"]);
    assert_eq!(column("numbers (2)"), ["id", "4", "5", "6"]);
    assert_eq!(column("numbers (3)"), ["id", "7", "8"]);
}
