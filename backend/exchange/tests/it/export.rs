//! Exports, each read by something that knows nothing of this project: databases, compilers, parsers.

use std::path::{Path, PathBuf};
use std::process::Command;

use dmb_engine::json;
use dmb_exchange::export::{FORMATS, export};
use dmb_exchange::import::{Source, SqlDialect};
use dmb_exchange::{ExportError, ImportRequest, import};
use dmb_spec::{Design, FieldType, file, templates};
use serde_json::{Map, Value};

use crate::database;
use crate::support::{ddl, plan_of, sound};

/// Every type, key, constraint and relation there is; names and texts that need quoting.
const EVERYTHING: &str = r#"
dmb: 1
name: Every "thing" */
tables:
  order:
    description: "It's all; here \\ \"\"\" */ -- `x`"
    rows: 40
    unique: [[code, kind]]
    indexes: [[born], [code, born]]
    fields:
      id: { type: auto_increment, description: "the `number`" }
      self: { type: foreign_key, to: order.id, nullable: true, null_rate: 0.5, on_delete: set_null }
      code: { type: string, max_length: 12, unique: true, pattern: "[A-Z]{2}-[0-9]{3,5}|X[0-9]{6}", generator: { code.pattern: { pattern: "X[0-9]{6}" } } }
      kind: { type: enum, choices: ["it's", "b\\c", "d \"e\"", "ñandú"], default: "it's" }
      note: { type: text, min_length: 1, max_length: 4000, default: "a \\ 'b'" }
      small: { type: integer, min: -5, max: 99, default: 7, description: "it's small" }
      big: { type: big_integer, min: 0, nullable: true, null_rate: 0.1 }
      real: { type: float, min: 0, max: 1.5 }
      price: { type: decimal, precision: 10, scale: 2, min: 0.01, max: 999.99, default: 1.5 }
      class: { type: boolean, default: true }
      born: { type: date, min: 1900-01-01, max: now, generator: { datetime.between: { from: 1950-01-01, to: 2020-01-01 } } }
      at: { type: time, min: "08:00", max: "20:00:00" }
      seen: { type: datetime, default: now }
      mail: { type: email, unique: true }
      site: { type: url }
      tag: { type: uuid, unique: true }
      meta: { type: json, default: { a: [1, "x'"] } }
      phone: { type: phone }
      ip: { type: ip_address }
      bytes: { type: binary, max_length: 16 }
  line__item:
    rows: 60
    primary_key: [order_id, no]
    fields:
      order_id: { type: foreign_key, to: order.id, on_delete: cascade }
      no: { type: integer, min: 0 }
      tag: { type: foreign_key, to: order.tag }
  detail:
    rows: 30
    primary_key: [order_id]
    fields:
      order_id: { type: foreign_key, to: order.id }
      of: { type: foreign_key, to: detail.order_id, nullable: true, null_rate: 0.9 }
  log:
    rows: 10
    fields: { type: string, from: { type: string, nullable: true } }
"#;

fn everything() -> Design {
    file::from_str(EVERYTHING).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn shop() -> Design {
    templates::find("shop").unwrap().design(None)
}

fn written(design: &Design, format: &str) -> String {
    export(design, format).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder for what other programs read.
fn saved(text: &str, name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

/// Runs a program; what it says where it fails.
fn run(command: &mut Command) -> Result<String, String> {
    let ran = command.output().map_err(|error| error.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if ran.status.success() { Ok(text(&ran.stdout)) } else { Err(text(&ran.stderr) + &text(&ran.stdout)) }
}

/// Says that a program is not here; nothing is skipped in silence, nor where everything is demanded.
fn skipped(what: &str) {
    assert!(std::env::var_os("DMB_TEST_DEMAND_DATABASES").is_none(), "{what} is demanded");
    eprintln!("skipped: {what} is not here");
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|ran| ran.status.success())
}

#[test]
fn every_format_writes_every_design() {
    for design in [everything(), shop()] {
        for format in &FORMATS {
            let text = written(&design, format.name);
            assert!(
                text.ends_with('\n') && design.tables.iter().all(|table| text.contains(&table.name)),
                "{}",
                format.name
            );
        }
    }
    assert!(
        matches!(export(&shop(), "cobol"), Err(ExportError::UnknownFormat { known, .. }) if known.contains("prisma"))
    );
}

#[test]
fn sqlite_takes_the_tables_and_their_rows() {
    for design in [everything(), shop()] {
        let plan = plan_of(&design, 60.min(design.tables.len() as u64 * 20));
        database::load(&design, &plan).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn postgresql_takes_the_tables() {
    let Ok(server) = std::env::var("DMB_TEST_POSTGRES_URL") else { return skipped("PostgreSQL") };
    for (n, design) in [everything(), shop()].iter().enumerate() {
        let schema = format!("exchange_{}_{n}", std::process::id());
        let sql = format!(
            "BEGIN; CREATE SCHEMA {schema}; SET LOCAL search_path TO {schema};\n{}\nROLLBACK;",
            written(design, "postgres")
        );
        let (_folder, path) = saved(&sql, "design.sql");
        run(Command::new("psql").arg(&server).args(["-q", "-v", "ON_ERROR_STOP=1", "-f"]).arg(path))
            .unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }
}

#[test]
fn mysql_takes_the_tables() {
    let Ok(server) = std::env::var("DMB_TEST_MYSQL_URL") else { return skipped("MySQL") };
    // mysql://user:password@host:port/database
    let rest = server.strip_prefix("mysql://").unwrap();
    let (account, place) = rest.split_once('@').unwrap();
    let (user, password) = account.split_once(':').unwrap_or((account, ""));
    let address = place.split('/').next().unwrap();
    let (host, port) = address.split_once(':').unwrap_or((address, "3306"));
    for (n, design) in [everything(), shop()].iter().enumerate() {
        let database = format!("exchange_{}_{n}", std::process::id());
        let sql = format!("CREATE DATABASE {database}; USE {database};\n{}\n", written(design, "mysql"));
        let client = || {
            let mut client = Command::new("mysql");
            client.args(["--protocol=tcp", "--default-character-set=utf8mb4", "-h", host, "-P", port, "-u", user]);
            if !password.is_empty() {
                client.arg(format!("-p{password}"));
            }
            client
        };
        let (_folder, path) = saved(&sql, "design.sql");
        let outcome = run(client().stdin(std::fs::File::open(path).unwrap()));
        run(client().args(["-e", &format!("DROP DATABASE IF EXISTS {database}")])).unwrap();
        outcome.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }
}

/// What is written in each dialect comes back as it was, as far as SQL says it.
#[test]
fn sql_comes_back() {
    let design = everything();
    for dialect in SqlDialect::ALL {
        let found = ddl(&written(&design, dialect.as_str()), dialect);
        assert_eq!(SqlDialect::of(&written(&design, dialect.as_str())), dialect);
        for (table, back) in design.tables.iter().zip(&found.design.tables) {
            assert_eq!(table.name, back.name);
            let names = |table: &dmb_spec::Table| table.fields.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
            assert_eq!(names(table), names(back), "{dialect:?}");
            let key = |table: &dmb_spec::Table| table.key_fields().iter().map(|f| f.name.clone()).collect::<Vec<_>>();
            assert_eq!(key(table), key(back), "{dialect:?}");
            assert_eq!(table.unique_keys.len(), back.unique_keys.len(), "{dialect:?} {}", table.name);
            for (field, other) in table.fields.iter().zip(&back.fields) {
                let what = format!("{dialect:?} {}.{}", table.name, field.name);
                assert_eq!(field.reference.is_some(), other.reference.is_some(), "{what}");
                assert_eq!((field.nullable, field.unique), (other.nullable, other.unique), "{what}");
                if field.field_type == FieldType::Enum {
                    assert_eq!(
                        (field.field_type, &field.constraints),
                        (other.field_type, &other.constraints),
                        "{what}"
                    );
                }
                if field.field_type.is_numeric() {
                    assert_eq!(number(&field.constraints.min), number(&other.constraints.min), "{what}");
                }
            }
        }
    }
}

fn number(value: &Option<Value>) -> Option<f64> {
    value.as_ref().and_then(Value::as_f64)
}

#[test]
fn the_design_file_comes_back_whole() {
    for (format, name) in [("yaml", "a.yaml"), ("json", "a.json")] {
        let design = everything();
        let text = written(&design, format);
        let request = ImportRequest { file_name: Some(name), ..ImportRequest::default() };
        let found = sound(import(text.as_bytes(), &request));
        assert_eq!((found.source, found.design), (Source::Design, design));
    }
}

#[test]
fn rows_pass_the_json_schema() {
    for design in [everything(), shop()] {
        let schema: Value = serde_json::from_str(&written(&design, "json-schema")).unwrap();
        let judge = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let mut document = Map::new();
        for table in plan_of(&design, 60).tables() {
            let fields = &table.table().fields;
            let cell = |field: &dmb_spec::Field, value: Value| {
                let text = value.as_str().filter(|_| field.field_type == FieldType::Decimal);
                text.and_then(|text| text.parse::<f64>().ok()).map_or(value.clone(), Value::from)
            };
            let rows = json::rows(&table.chunk(0).unwrap(), table.table()).into_iter().map(|row| {
                Value::Object(
                    fields.iter().zip(row).map(|(field, value)| (field.name.clone(), cell(field, value))).collect(),
                )
            });
            document.insert(table.table().name.clone(), rows.collect());
        }
        let problems: Vec<String> =
            judge.iter_errors(&Value::Object(document)).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{problems:?}");
    }
}

#[test]
fn typescript_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let compiler = root.join("frontend/node_modules/.bin/tsc");
    if !compiler.exists() {
        return skipped("tsc");
    }
    for design in [everything(), shop()] {
        let (_folder, path) = saved(&written(&design, "typescript"), "design.ts");
        let mut command = Command::new(&compiler);
        run(command.args(["--noEmit", "--strict", "--ignoreConfig"]).arg(&path))
            .unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn python_reads_the_models() {
    if !has("python3") {
        return skipped("Python");
    }
    for design in [everything(), shop()] {
        let (_folder, path) = saved(&written(&design, "django"), "models.py");
        let program = "import ast, sys; tree = ast.parse(open(sys.argv[1], encoding='utf-8').read()); \
                       print(sum(isinstance(node, ast.ClassDef) and node.name != 'Meta' for node in tree.body))";
        let classes =
            run(Command::new("python3").args(["-c", program]).arg(&path)).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(classes.trim(), design.tables.len().to_string());
    }
}
