//! The staging file of a load: rows without constraints, and how far each table has come.

use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use rusqlite::types::Null;
use rusqlite::{Connection, OptionalExtension, Statement, params};

use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::{LOADS, stage};
use crate::{TablesError, state};

/// Values one statement binds at most (SQLite's own limit is 32,766), and rows it holds at most.
const MAX_VALUES: usize = 32_000;
const MAX_ROWS: usize = 64;

/// A staging file that is open for writing.
pub(super) struct Stage {
    connection: Connection,
}

impl Stage {
    /// Takes over the file, or says that it belongs to other rows (`None`) and has to be removed first.
    pub fn open(connection: Connection, identity: &str) -> Result<Option<Self>, TablesError> {
        // Appending touches few old pages, so a rollback journal writes less than a write-ahead log would.
        connection.pragma_update_and_check(None, "journal_mode", "TRUNCATE", |_| Ok(()))?;
        connection.execute_batch(&format!(
            "CREATE TABLE IF NOT EXISTS {LOADS} \
             (position INTEGER PRIMARY KEY, identity TEXT NOT NULL, rows INTEGER NOT NULL)"
        ))?;
        let other = format!("SELECT 1 FROM {LOADS} WHERE identity <> ?1");
        let foreign = connection.prepare(&other)?.exists([identity])?;
        Ok((!foreign).then_some(Self { connection }))
    }

    /// Begins a table of so many columns and returns how many of its rows are there already. What comes until
    /// [`Self::checkpoint`] is one transaction.
    pub fn begin(&self, position: usize, columns: usize, identity: &str) -> Result<u64, TablesError> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let columns: Vec<String> = (0..columns).map(|n| format!("c{n}")).collect();
        let name = Sqlite.quote(&stage(position));
        self.connection.execute_batch(&format!("CREATE TABLE IF NOT EXISTS {name} ({})", columns.join(", ")))?;
        let insert = format!("INSERT OR IGNORE INTO {LOADS} (position, identity, rows) VALUES (?1, ?2, 0)");
        self.connection.execute(&insert, params![position as i64, identity])?;
        staged_rows(&self.connection, "main", position)
    }

    /// Adds rows in the form [`super::encode`] gives them.
    pub fn insert(&self, position: usize, batch: &RecordBatch) -> Result<(), TablesError> {
        let columns = batch.num_columns();
        let group = (MAX_VALUES / columns.max(1)).clamp(1, MAX_ROWS);
        let whole = batch.num_rows() / group * group;
        if whole > 0 {
            let mut statement = self.connection.prepare_cached(&insert_sql(position, columns, group))?;
            for first in (0..whole).step_by(group) {
                insert_group(&mut statement, batch, first, group)?;
            }
        }
        if whole < batch.num_rows() {
            let mut statement = self.connection.prepare_cached(&insert_sql(position, columns, 1))?;
            for row in whole..batch.num_rows() {
                insert_group(&mut statement, batch, row, 1)?;
            }
        }
        Ok(())
    }

    /// Commits the rows so far with their number, in one transaction, and begins the next unless `last`.
    pub fn checkpoint(&self, position: usize, rows: u64, last: bool) -> Result<(), TablesError> {
        let update = format!("UPDATE {LOADS} SET rows = ?2 WHERE position = ?1");
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        self.connection.prepare_cached(&update)?.execute(params![position as i64, rows])?;
        self.connection.execute_batch(if last { "COMMIT" } else { "COMMIT; BEGIN IMMEDIATE" })?;
        Ok(())
    }
}

/// Rows that are staged for the table at this position, 0 where it was never begun.
pub(super) fn staged_rows(connection: &Connection, database: &str, position: usize) -> Result<u64, TablesError> {
    let sql = format!("SELECT rows FROM {}.{LOADS} WHERE position = ?1", Sqlite.quote(database));
    let rows: Option<i64> = connection.query_row(&sql, [position as i64], |row| row.get(0)).optional()?;
    Ok(rows.map_or(0, state::unsigned))
}

/// Makes a staging file readable beside the connection's own, as `stage`.
pub(super) fn attach(connection: &Connection, path: &Path) -> Result<(), TablesError> {
    let path =
        path.to_str().ok_or_else(|| TablesError::Internal("the folder of the tables has no plain name".into()))?;
    connection.execute("ATTACH DATABASE ?1 AS stage", [path])?;
    Ok(())
}

fn insert_sql(position: usize, columns: usize, rows: usize) -> String {
    let row = format!("({})", vec!["?"; columns].join(","));
    format!("INSERT INTO {} VALUES {}", Sqlite.quote(&stage(position)), vec![row; rows].join(","))
}

fn insert_group(
    statement: &mut Statement<'_>,
    batch: &RecordBatch,
    first: usize,
    rows: usize,
) -> Result<(), TablesError> {
    let mut index = 0;
    for row in first..first + rows {
        for column in batch.columns() {
            index += 1;
            bind(statement, index, column, row)?;
        }
    }
    statement.raw_execute()?;
    Ok(())
}

fn bind(statement: &mut Statement<'_>, index: usize, column: &ArrayRef, row: usize) -> Result<(), TablesError> {
    if column.is_null(row) {
        return Ok(statement.raw_bind_parameter(index, Null)?);
    }
    match column.data_type() {
        DataType::Utf8 => statement.raw_bind_parameter(index, column.as_string::<i32>().value(row))?,
        DataType::Int64 => statement.raw_bind_parameter(index, column.as_primitive::<Int64Type>().value(row))?,
        DataType::Float64 => statement.raw_bind_parameter(index, column.as_primitive::<Float64Type>().value(row))?,
        DataType::Binary => statement.raw_bind_parameter(index, column.as_binary::<i32>().value(row))?,
        other => return Err(TablesError::Internal(format!("rows of the type {other} were not made ready"))),
    }
    Ok(())
}
