//! A connection to a SQLite file.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};

use super::{Cell, EachRow, Row, Session, Value};
use crate::TablesError;
use crate::dialect::{Dialect, sqlite::Sqlite};

/// Instructions of SQLite's machine between two looks at the cancel flag: well under a millisecond.
const STEPS_A_LOOK: i32 = 10_000;

impl Session for Connection {
    fn dialect(&self) -> &'static dyn Dialect {
        &Sqlite
    }

    fn batch(&self, sql: &str) -> Result<(), TablesError> {
        Ok(self.execute_batch(sql)?)
    }

    fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, TablesError> {
        Ok(self.prepare_cached(sql)?.execute(params_from_iter(values))? as u64)
    }

    fn each(&self, sql: &str, values: &[Value], each: EachRow<'_>) -> Result<(), TablesError> {
        let mut statement = self.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if each(row)? == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }

    fn begin_read(&self) -> Result<(), TablesError> {
        self.batch("BEGIN")
    }

    fn begin_write(&self) -> Result<(), TablesError> {
        self.batch("BEGIN IMMEDIATE")
    }

    fn begin_snapshot(&self) -> Result<(), TablesError> {
        self.batch("BEGIN")?;
        // The moment is that of the first read.
        self.number("SELECT count(*) FROM sqlite_master", &[]).map(drop)
    }

    fn commit(&self) -> Result<(), TablesError> {
        self.batch("COMMIT")
    }

    fn tidy(&self) {
        // The log was as large as the load.
        let _ = self.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    fn cancel_on(&self, flag: Arc<AtomicBool>) -> Result<(), TablesError> {
        Ok(self.progress_handler(STEPS_A_LOOK, Some(move || flag.load(Ordering::Relaxed)))?)
    }
}

impl Row for rusqlite::Row<'_> {
    fn cell(&self, at: usize) -> Result<Cell<'_>, TablesError> {
        Ok(match self.get_ref(at)? {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(number) => Cell::Integer(number),
            ValueRef::Real(number) => Cell::Real(number),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_or(Cell::Bytes(bytes), Cell::Text),
            ValueRef::Blob(bytes) => Cell::Bytes(bytes),
        })
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
