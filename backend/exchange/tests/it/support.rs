//! Designs from text, with their notes, and rows of them.

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::plan::{Plan, PlanRequest, TableRequest, compile};
use dmb_exchange::import::{Source, SqlDialect};
use dmb_exchange::{ImportRequest, Imported, Note, NoteKind, import};
use dmb_spec::{Design, Field, Severity, validate};

/// The moment everything here is made as of.
pub fn as_of() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap()
}

/// What an import gives; it is always sound and has a plan.
pub fn imported(text: &str, source: Source) -> Imported {
    sound(import(text.as_bytes(), &ImportRequest { source: Some(source), ..ImportRequest::default() }))
}

/// The same from SQL of a dialect.
pub fn ddl(text: &str, dialect: SqlDialect) -> Imported {
    let request = ImportRequest { source: Some(Source::Ddl), dialect: Some(dialect), ..ImportRequest::default() };
    sound(import(text.as_bytes(), &request))
}

pub fn sound(found: Result<Imported, dmb_exchange::ImportError>) -> Imported {
    let found = found.unwrap_or_else(|error| panic!("{error:#?}"));
    let errors: Vec<_> = validate(&found.design).into_iter().filter(|v| v.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    plan(&found.design);
    found
}

pub fn plan(design: &Design) -> Plan {
    compile(PlanRequest::whole(design, as_of()))
        .unwrap_or_else(|found| panic!("{found:#?}\n{}", dmb_spec::file::to_yaml(design)))
}

/// The plan of so many rows of each table, and the tables that have not so many different keys.
pub fn plan_of(design: &Design, rows: u64) -> Plan {
    let tables = design.tables.iter().map(|table| TableRequest::new(table.id).rows(rows)).collect();
    compile(PlanRequest { tables, ..PlanRequest::whole(design, as_of()) })
        .unwrap_or_else(|found| panic!("{found:#?}\n{}", dmb_spec::file::to_yaml(design)))
}

pub fn field<'d>(found: &'d Imported, table: &str, field: &str) -> &'d Field {
    let table = found.design.table(table).unwrap_or_else(|| panic!("no table {table}"));
    table.field(field).unwrap_or_else(|| panic!("no field {field} in {:?}", table.fields))
}

/// Whether some note of this kind holds these words.
pub fn noted(notes: &[Note], kind: NoteKind, words: &str) -> bool {
    notes.iter().any(|note| note.kind == kind && (note.message.contains(words) || note.place.contains(words)))
}
