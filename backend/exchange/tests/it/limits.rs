//! What comes from outside is bounded, and refused with the limit named; nothing makes it panic.

use std::io::Write;

use dmb_exchange::import::Source;
use dmb_exchange::limits::{MAX_TEXT_BYTES, MAX_UNPACKED_BYTES};
use dmb_exchange::{ImportError, ImportRequest, import};

fn refused(bytes: &[u8], source: Source) -> String {
    let request = ImportRequest { source: Some(source), ..ImportRequest::default() };
    import(bytes, &request).err().unwrap_or_else(|| panic!("{source:?} took it")).to_string()
}

#[test]
fn sizes_are_told() {
    let large = vec![b' '; MAX_TEXT_BYTES + 1];
    for source in [Source::Ddl, Source::JsonSchema, Source::Json, Source::Design] {
        assert!(refused(&large, source).contains("8388608 bytes"));
    }
    let tables: String = (0..201).map(|n| format!("CREATE TABLE t{n} (a int);")).collect();
    assert!(refused(tables.as_bytes(), Source::Ddl).contains("200 tables"));
    let columns: Vec<String> = (0..201).map(|n| format!("c{n} int")).collect();
    let wide = format!("CREATE TABLE t ({})", columns.join(","));
    assert!(refused(wide.as_bytes(), Source::Ddl).contains("200 fields"));
    let names: Vec<String> = (0..201).map(|n| format!("c{n}")).collect();
    assert!(refused(format!("{}\n", names.join(",")).as_bytes(), Source::Csv).contains("200 columns"));
}

#[test]
fn what_is_empty_is_told() {
    assert!(refused(b"", Source::Csv).contains("no rows"));
    assert!(refused(b"SELECT 1;", Source::Ddl).contains("no table"));
    assert!(refused(b"[]", Source::Json).contains("no rows"));
    assert!(refused(b"{}", Source::JsonSchema).contains("no table"));
    assert!(refused(b"{\"a\": ", Source::Json).contains("line 1"));
    assert!(matches!(
        import(b"no idea", &ImportRequest::default()),
        Err(ImportError::Unknown(known)) if known.contains("json-schema")
    ));
}

/// Deep, long and broken texts: an answer, no panic, in bounded time.
#[test]
fn hostile_texts_are_answered() {
    let deep_schema = format!("{}{{}}{}", r#"{"type":"object","properties":{"a":"#.repeat(60), "}}".repeat(60));
    let circle = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "object", "properties": {"b": {"$ref": "#/$defs/a"}, "c": {"type":"string"}}}}}"##;
    let twins = r##"{"type":"object","properties":{"a":{"$ref":"#/$defs/x"}},"$defs":{"x":{"allOf":[{"$ref":"#/$defs/x"},{"$ref":"#/$defs/x"}]}}}"##;
    let texts = [
        format!("CREATE TABLE a (b int DEFAULT {}1)", "(".repeat(100_000)),
        format!("CREATE TRIGGER a BEGIN {}", ";".repeat(200_000)),
        format!("CREATE TABLE a (b int CHECK ({}b > 1))", "NOT ".repeat(100_000)),
        "'".repeat(100_001),
        "/*".repeat(50_000),
        "CREATE TABLE \u{202e}\u{0} (a int); CREATE TABLE 🦀 (🦀 int, \"\" int)".to_owned(),
        "[".repeat(100_000),
        deep_schema,
        circle.to_owned(),
        twins.to_owned(),
        "\"\"\",\n,\"\n".to_owned(),
    ];
    for text in &texts {
        for source in [
            Source::Ddl,
            Source::JsonSchema,
            Source::Csv,
            Source::Json,
            Source::JsonLines,
            Source::Design,
            Source::Xlsx,
        ] {
            let request = ImportRequest { source: Some(source), ..ImportRequest::default() };
            let _ = import(text.as_bytes(), &request);
        }
    }
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    let mut packed = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut packed));
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..=(MAX_UNPACKED_BYTES >> 20) {
        archive.write_all(&blank).unwrap();
    }
    archive.finish().unwrap();
    assert!(packed.len() < 1 << 20);
    assert!(refused(&packed, Source::Xlsx).contains("unpacked workbook"));
}
