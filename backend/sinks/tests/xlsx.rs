//! Excel workbooks, read back by an independent reader.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use common::{design, files, header, kinds, open, parents, send, write};
use dmb_engine::output::Output;
use serde_json::json;

fn book(path: &Path) -> Xlsx<std::io::BufReader<File>> {
    open_workbook(path).unwrap()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn text(range: &Range<Data>, row: u32, column: u32) -> String {
    range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
}

/// Excel's number of a date or moment.
fn serial(cell: &Data) -> f64 {
    match cell {
        Data::DateTime(moment) => moment.as_f64(),
        other => panic!("{other:?} is no date"),
    }
}

#[test]
fn every_kind_of_value_is_typed_and_exact() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let tables = [("parents", parents(&design, &["Ana", "Bo"])), ("kinds", kinds(&design))];
    let artifact = write(folder.path(), "xlsx", json!({}), &tables);
    assert_eq!((artifact.file_name.as_str(), artifact.rows), ("out.xlsx", 7));
    let mut book = book(&artifact.path);
    assert_eq!(book.sheet_names(), ["The parents", "kinds", "Dictionary", "Summary"]);
    let sheet = book.worksheet_range("kinds").unwrap();
    assert_eq!(sheet.get_size(), (6, 16));
    let row = |n: u32| (0..16).map(|c| sheet.get_value((n, c)).unwrap().clone()).collect::<Vec<_>>();
    let word = |text: &str| Data::String(text.into());
    let (first, most, least, null, last) = (row(1), row(2), row(3), row(4), row(5));
    assert_eq!(
        first[..8],
        [
            Data::Float(1.0),
            word("plain"),
            Data::Float(5.0),
            Data::Float(5.0),
            Data::Float(0.1),
            Data::Float(123.45),
            Data::Float(1.5),
            Data::Bool(true),
        ]
    );
    assert_eq!(
        most[..8],
        [
            Data::Float(2.0),
            word("a \"quoted\", text\nof two lines"),
            Data::Float(2_147_483_647.0),
            word("9223372036854775807"),
            Data::Float(1e300),
            Data::Float(9_999_999_999.99),
            word("9999999999999999999999999999.9999999999"),
            Data::Bool(false),
        ]
    );
    assert_eq!(
        least[..8],
        [
            Data::Float(3.0),
            Data::Empty,
            Data::Float(-2_147_483_648.0),
            word("-9223372036854775808"),
            Data::Float(-2.5),
            Data::Float(-0.01),
            word("-9999999999999999999999999999.9999999999"),
            Data::Bool(true),
        ]
    );
    assert_eq!(null[1..], vec![Data::Empty; 15]);
    assert_eq!(
        last[1..8],
        [
            word("=1+1"),
            Data::Float(0.0),
            Data::Float(9_007_199_254_740_992.0),
            Data::Float(3.0),
            Data::Float(0.0),
            Data::Float(1e-10),
            Data::Bool(false),
        ]
    );
    let days = |row: &[Data]| [serial(&row[8]), serial(&row[9]), serial(&row[10])];
    assert_eq!(days(&first), [46_053.0, 34_200.0 / 86_400.0, 46_053.0 + 34_200.0 / 86_400.0]);
    assert_eq!(days(&most), [2_958_465.0, 86_399.0 / 86_400.0, 2_958_465.0 + 86_399.0 / 86_400.0]);
    assert_eq!((&least[8], &least[10]), (&word("0001-01-01"), &word("0001-01-01 00:00:00")));
    assert_eq!(serial(&last[8]), 1.0);
    assert_eq!(
        first[11..],
        [word("one"), word("12121212-1212-1212-1212-121212121212"), word("{\"a\":1}"), word("YWI="), Data::Float(1.0)]
    );
    assert_eq!(least[13], word("\"😀\""));
}

#[test]
fn sheets_are_dressed() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let artifact =
        write(folder.path(), "xlsx", json!({}), &[("parents", parents(&design, &["Ana Belén de la Fuente"]))]);
    let sheet = part(&artifact.path, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:B2\""), "{sheet}");
    let widths: Vec<f64> =
        sheet.split("width=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert!(widths.len() == 2 && widths[1] > 22.0 && widths[0] < 12.0, "{widths:?}");
    let styles = part(&artifact.path, "xl/styles.xml");
    assert!(styles.contains("FF1F4E79") && styles.contains("<b/>"), "{styles}");
}

#[test]
fn nothing_typed_becomes_a_formula_or_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = [
        "=1+1",
        "https://example.com",
        "@SUM(A1)",
        "+1",
        "{=1}",
        "_x0041_",
        "a\u{1}b",
        "mailto:a@b.c",
        "<b>&\"",
        " x ",
    ];
    let artifact = write(folder.path(), "xlsx", json!({}), &[("parents", parents(&design(), &hostile))]);
    let sheet = book(&artifact.path).worksheet_range("The parents").unwrap();
    assert_eq!(text(&sheet, 0, 1), "=Name");
    for (n, expect) in hostile.iter().enumerate() {
        assert_eq!(sheet.get_value((n as u32 + 1, 1)), Some(&Data::String((*expect).into())));
    }
    for n in 1..=3 {
        let xml = part(&artifact.path, &format!("xl/worksheets/sheet{n}.xml"));
        assert!(!xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("hyperlink"), "{xml}");
    }
}

#[test]
fn the_summary_and_the_dictionary_tell_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let tables = [("parents", parents(&design, &["Ana", "Bo"])), ("kinds", kinds(&design))];
    let artifact = write(folder.path(), "xlsx", json!({ "header_labels": "names" }), &tables);
    let mut book = book(&artifact.path);
    assert_eq!(text(&book.worksheet_range("The parents").unwrap(), 0, 1), "name");
    let summary = book.worksheet_range("Summary").unwrap();
    let all: Vec<Vec<String>> = summary.rows().map(|r| r.iter().map(ToString::to_string).collect()).collect();
    for (name, value) in [
        ("Project", "A project"),
        ("Created by", "ana@example.com"),
        ("As of", "2026-11-22 10:20:30 UTC"),
        ("Seed", "7"),
        ("Design revision", "3"),
        ("Made with", "Dynamic Model Builder"),
    ] {
        assert!(all.iter().any(|r| r[0] == name && r[1] == value), "{name}: {all:?}");
    }
    assert!(all.iter().any(|r| r[..3] == ["The parents", "The parents", "2"]), "{all:?}");
    assert!(all.iter().any(|r| r[0] == "Total" && r[2] == "7"), "{all:?}");
    let dictionary = book.worksheet_range("Dictionary").unwrap();
    assert_eq!(dictionary.height(), 1 + 2 + 16);
    let line = |name: &str| {
        let found = dictionary.rows().find(|r| r[1] == Data::String(name.into())).unwrap();
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(line("name")[2..6], ["=Name", "string", "", "no"]);
    assert_eq!(line("name")[14], "Who it is");
    assert_eq!(line("pick")[4], "one of: one, two");
    assert_eq!(line("parent_id")[7], "refers to parents.id");
    assert_eq!(line("exact")[3], "decimal(38, 10)");
    assert_eq!(line("day")[9], "0.2");
    assert!(line("big")[15].contains("as text") && line("day")[15].contains("1900") && line("small")[15].is_empty());
    assert_eq!(line("name")[10..14], ["0", "2", "", ""], "nulls, distinct, ends");
    assert_eq!(line("day")[10..14], ["1", "4", "0001-01-01", "9999-12-31"]);
    assert_eq!(line("big")[11..14], ["4", "-9223372036854775808", "9223372036854775807"]);
    assert_eq!(line("money")[12..14], ["-0.01", "9999999999.99"]);
    assert_eq!(line("ratio")[12..14], ["-2.5", format!("{}", 1e300).as_str()]);
}

#[test]
fn choices_are_lists_and_rows_have_bands() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let tables = [("parents", parents(&design, &["Ana", "Bo"])), ("kinds", kinds(&design))];
    let artifact = write(folder.path(), "xlsx", json!({}), &tables);
    let sheet = part(&artifact.path, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("type=\"list\"") && sheet.contains("sqref=\"L2:L6\""), "{sheet}");
    assert!(sheet.contains("<formula1>\"one,two\"</formula1>"), "{sheet}");
    assert!(sheet.contains("<formula>MOD(ROW(),2)=1</formula>"), "{sheet}");
    assert!(sheet.contains("orientation=\"landscape\""), "{sheet}");
    assert!(part(&artifact.path, "xl/charts/chart1.xml").contains("<c:barChart>"));
    let plain = write(folder.path(), "xlsx", json!({ "theme": "plain" }), &tables);
    assert!(!part(&plain.path, "xl/worksheets/sheet2.xml").contains("MOD(ROW()"));
}

#[test]
fn a_text_that_no_cell_holds_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let fits = "é".repeat(32_767);
    let long = "é".repeat(32_768);
    let mut output = open(folder.path(), "xlsx", json!({}), &design);
    let error = send(&mut output, &header(&design, "parents"), &parents(&design, &["a", &fits, &long]), 2).unwrap_err();
    let error = error.to_string();
    assert!(error.contains("parents.name") && error.contains("32768") && error.contains("row 3"), "{error}");
    Box::new(output).abort();
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let design = design();
    let make = || {
        let folder = tempfile::tempdir().unwrap();
        let artifact = write(folder.path(), "xlsx", json!({}), &[("kinds", kinds(&design))]);
        (artifact.sha256.clone(), fs::read(&artifact.path).unwrap())
    };
    let first = make();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(first, make(), "a clock was read");
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let design = design();
    let folder = tempfile::tempdir().unwrap();
    let begin = || {
        let mut output = open(folder.path(), "xlsx", json!({}), &design);
        send(&mut output, &header(&design, "kinds"), &kinds(&design), 10).unwrap();
        assert_eq!(files(folder.path()), ["out.xlsx.part"]);
        output
    };
    Box::new(begin()).abort();
    assert_eq!(files(folder.path()), Vec::<String>::new());
    drop(begin());
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

#[test]
fn a_table_without_rows_has_its_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let design = Arc::clone(&design());
    let artifact = write(folder.path(), "xlsx", json!({}), &[("parents", parents(&design, &[]))]);
    let sheet = book(&artifact.path).worksheet_range("The parents").unwrap();
    assert_eq!(sheet.get_size(), (1, 2));
}
