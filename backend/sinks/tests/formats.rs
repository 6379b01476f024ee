//! What holds for every format, and the formats that keep types, read back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::Time32MillisecondType;
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use common::{design, files, header, kinds, open, parents, send, write};
use dmb_engine::output::Output;
use dmb_sinks::registry::formats;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Value, json};

/// The columns of one batch after another, put together.
fn joined(batches: Vec<RecordBatch>) -> RecordBatch {
    let [first, rest @ ..] = &batches[..] else { panic!("no rows") };
    assert!(rest.is_empty(), "read in one piece");
    first.clone()
}

/// Whether rows read back are the rows of the fixture; times of day may have become finer.
fn same_rows(found: &RecordBatch, wanted: &RecordBatch) {
    assert_eq!((found.num_rows(), found.num_columns()), (wanted.num_rows(), wanted.num_columns()));
    for (at, column) in wanted.columns().iter().enumerate() {
        let name = found.schema_ref().field(at).name().clone();
        match (column.data_type(), found.column(at).data_type()) {
            (DataType::Time32(_), DataType::Time32(arrow_schema::TimeUnit::Millisecond)) => {
                let millis = found.column(at).as_primitive::<Time32MillisecondType>();
                let seconds = column.as_primitive::<arrow_array::types::Time32SecondType>();
                let finer: Vec<_> = seconds.iter().map(|second| second.map(|n| n * 1_000)).collect();
                assert_eq!(millis.iter().collect::<Vec<_>>(), finer);
            }
            _ => assert_eq!(found.column(at).to_data(), column.to_data(), "{name}"),
        }
    }
}

#[test]
fn parquet_keeps_every_value_and_type() {
    for compression in ["zstd", "snappy", "none"] {
        let folder = tempfile::tempdir().unwrap();
        let wanted = kinds(&design());
        let options = json!({ "compression": compression, "statistics": "page" });
        let artifact = write(folder.path(), "parquet", options, &[("kinds", wanted.clone())]);
        assert_eq!((artifact.file_name.as_str(), artifact.rows), ("out.parquet", 5));
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&artifact.path).unwrap()).unwrap();
        let words = reader.metadata().file_metadata().key_value_metadata().unwrap().clone();
        let word = |key: &str| words.iter().find(|w| w.key == key).and_then(|w| w.value.clone()).unwrap();
        assert_eq!(
            (word("dmb.seed"), word("dmb.revision"), word("dmb.table")),
            ("7".into(), "3".into(), "kinds".into())
        );
        let kind = |name: &str| {
            let schema = reader.parquet_schema();
            let column = (0..schema.num_columns()).map(|at| schema.column(at)).find(|c| c.name() == name).unwrap();
            format!("{:?}", column.logical_type_ref().unwrap())
        };
        assert!(kind("uid").starts_with("Uuid") && kind("doc").starts_with("Json"), "{} {}", kind("uid"), kind("doc"));
        same_rows(&joined(reader.build().unwrap().map(Result::unwrap).collect()), &wanted);
    }
}

#[test]
fn row_groups_have_the_rows_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let names: Vec<String> = (0..5_000).map(|n| format!("name {n}")).collect();
    let batch = parents(&design, &names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut output = open(folder.path(), "parquet", json!({ "row_group_rows": 2_048 }), &design);
    let artifacts = output.artifacts();
    send(&mut output, &header(&design, "parents"), &batch, 1_500).unwrap();
    Box::new(output).finish().unwrap();
    let path = artifacts.lock().unwrap()[0].path.clone();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(groups, [2_048, 2_048, 904]);
    let read: Vec<RecordBatch> = reader.with_batch_size(10_000).build().unwrap().map(Result::unwrap).collect();
    let found: Vec<String> = read
        .iter()
        .flat_map(|batch| batch.column(1).as_string::<i32>().iter().flatten().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(found, names, "in row order");
}

#[test]
fn arrow_keeps_every_value_and_type() {
    for compression in ["none", "lz4", "zstd"] {
        let folder = tempfile::tempdir().unwrap();
        let wanted = kinds(&design());
        let mut output = open(folder.path(), "arrow", json!({ "compression": compression }), &design());
        let artifacts = output.artifacts();
        send(&mut output, &header(&design(), "kinds"), &wanted, 10).unwrap();
        Box::new(output).finish().unwrap();
        let path = artifacts.lock().unwrap()[0].path.clone();
        let reader = arrow_ipc::reader::FileReader::try_new(File::open(path).unwrap(), None).unwrap();
        assert_eq!(reader.schema().metadata()["dmb.seed"], "7");
        let uuid = reader.schema().field_with_name("uid").unwrap().metadata()["ARROW:extension:name"].clone();
        assert_eq!(uuid, "arrow.uuid");
        same_rows(&joined(reader.map(Result::unwrap).collect()), &wanted);
    }
}

/// What the file holds once it is unpacked.
fn unpacked(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    match path.extension().unwrap().to_str().unwrap() {
        "gz" => flate2::read::MultiGzDecoder::new(File::open(path).unwrap()).read_to_end(&mut bytes).unwrap(),
        "zst" => zstd::Decoder::new(File::open(path).unwrap()).unwrap().read_to_end(&mut bytes).unwrap(),
        _ => File::open(path).unwrap().read_to_end(&mut bytes).unwrap(),
    };
    bytes
}

#[test]
fn compressed_text_is_the_same_text() {
    let design = design();
    for format in ["csv", "json", "jsonl", "sql"] {
        let text = |compression: &str, ending: &str| {
            let folder = tempfile::tempdir().unwrap();
            let artifact =
                write(folder.path(), format, json!({ "compression": compression }), &[("kinds", kinds(&design))]);
            assert_eq!(artifact.file_name, format!("out.{format}{ending}"));
            unpacked(&artifact.path)
        };
        let plain = text("none", "");
        assert!(plain == text("gzip", ".gz") && plain == text("zstd", ".zst"), "{format}");
    }
}

#[test]
fn several_tables_come_in_one_file_or_an_archive_of_one_each() {
    let design = design();
    let tables = [("parents", parents(&design, &["Ana", "Bo"])), ("kinds", kinds(&design))];
    for (format, options, inside) in [
        ("parquet", json!({}), "parquet"),
        ("arrow", json!({}), "arrow"),
        ("csv", json!({ "compression": "zstd" }), "csv.zst"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let artifact = write(folder.path(), format, options, &tables);
        assert_eq!((artifact.file_name.as_str(), artifact.rows), ("out.zip", 7));
        let mut archive = zip::ZipArchive::new(File::open(&artifact.path).unwrap()).unwrap();
        let names: Vec<_> =
            (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned()).collect();
        assert_eq!(names, [format!("parents.{inside}"), format!("kinds.{inside}")]);
        let mut bytes = Vec::new();
        archive.by_index(1).unwrap().read_to_end(&mut bytes).unwrap();
        assert!(!bytes.is_empty());
    }
    for format in ["sql", "markdown", "html"] {
        let folder = tempfile::tempdir().unwrap();
        let artifact = write(folder.path(), format, json!({}), &tables);
        let text = fs::read_to_string(&artifact.path).unwrap();
        assert!(text.contains("parents") && text.contains("kinds") && artifact.rows == 7, "{format}");
    }
}

#[test]
fn what_is_taken_back_leaves_nothing_in_any_format() {
    let design = design();
    for format in formats() {
        let folder = tempfile::tempdir().unwrap();
        let begin = || {
            let mut output = open(folder.path(), format.id, json!({}), &design);
            send(&mut output, &header(&design, "parents"), &parents(&design, &["Ana"]), 10).unwrap();
            let (encoder, _) = output.begin_table(&header(&design, "kinds")).unwrap();
            output.write(encoder.encode(&kinds(&design)).unwrap()).unwrap();
            assert!(files(folder.path()).iter().all(|name| name.ends_with(".part")), "{}", format.id);
            output
        };
        Box::new(begin()).abort();
        assert_eq!(files(folder.path()), Vec::<String>::new(), "{}", format.id);
        drop(begin());
        assert_eq!(files(folder.path()), Vec::<String>::new(), "{}", format.id);
    }
}

#[test]
fn the_same_rows_give_the_same_bytes_in_every_format() {
    let design = design();
    for format in formats() {
        let hash = || {
            let folder = tempfile::tempdir().unwrap();
            let tables = [("parents", parents(&design, &["Ana", "Bo"])), ("kinds", kinds(&design))];
            write(folder.path(), format.id, json!({}), &tables).sha256
        };
        assert_eq!(hash(), hash(), "{}", format.id);
    }
}

#[test]
fn a_table_without_rows_is_a_whole_file_in_every_format() {
    let design = design();
    for format in formats() {
        let folder = tempfile::tempdir().unwrap();
        let artifact = write(folder.path(), format.id, json!({}), &[("parents", parents(&design, &[]))]);
        assert_eq!(artifact.rows, 0, "{}", format.id);
    }
}

#[test]
fn samples_have_their_limit() {
    let design = design();
    for format in formats().iter().filter(|format| format.max_rows.is_some()) {
        let folder = tempfile::tempdir().unwrap();
        let most = format.max_rows.unwrap() as usize;
        let names = vec!["a"; most + 1];
        let mut told = header(&design, "parents");
        told.rows = Some(most as u64 + 1);
        let mut output = open(folder.path(), format.id, json!({}), &design);
        let error = output.begin_table(&told).err().unwrap().to_string();
        assert!(error.contains(&most.to_string()), "{error}");
        let sent = send(&mut output, &header(&design, "parents"), &parents(&design, &names), 700);
        assert!(sent.unwrap_err().to_string().contains("samples"), "{}", format.id);
        output = open(folder.path(), format.id, json!({}), &design);
        send(&mut output, &header(&design, "parents"), &parents(&design, &names[1..]), 700).unwrap();
    }
}

fn script(options: Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    let design = design();
    let tables = [("parents", parents(&design, &["it's", "back\\slash"])), ("kinds", kinds(&design))];
    fs::read_to_string(write(folder.path(), "sql", options, &tables).path).unwrap()
}

#[test]
fn scripts_follow_their_database() {
    let check = |options: Value, parts: &[&str]| {
        let text = script(options);
        parts.iter().for_each(|part| assert!(text.contains(part), "{part} is not in\n{text}"));
    };
    check(
        json!({}),
        &[
            "-- Seed: 7\n",
            "CREATE TABLE \"parents\" (\n  \"id\" INTEGER NOT NULL,\n  \"name\" VARCHAR(255) NOT NULL,\n  PRIMARY KEY (\"id\")\n);\n",
            "FOREIGN KEY (\"parent_id\") REFERENCES \"parents\" (\"id\") ON DELETE NO ACTION",
            "(1, 'it''s'),\n(2, 'back\\slash');\n",
            "'-9999999999999999999999999999.9999999999'",
            "x'fffe'",
        ],
    );
    check(
        json!({ "dialect": "postgres" }),
        &[
            "\"id\" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL",
            "ALTER TABLE \"kinds\" ADD FOREIGN KEY (\"parent_id\") REFERENCES \"parents\" (\"id\") ON DELETE NO ACTION;\n",
            "SELECT setval(pg_get_serial_sequence('\"kinds\"', 'id')",
            "'\\xfffe'",
            "'9999-12-31 23:59:59+00'",
        ],
    );
    check(
        json!({ "dialect": "mysql" }),
        &["`id` BIGINT AUTO_INCREMENT NOT NULL", "(2, 'back\\\\slash');\n", "-9999999999999999999999999999.9999999999"],
    );
    let bare = script(json!({ "tables": false, "rows_per_insert": 1 }));
    assert!(!bare.contains("CREATE") && !bare.contains("ALTER"));
    assert_eq!(bare.matches("INSERT INTO \"kinds\"").count(), 5);
    assert!(!script(json!({ "rules": false })).contains("NOT NULL"));
}
