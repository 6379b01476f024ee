//! The staging file of a load: rows without constraints, and how far each table has come.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use dmb_engine::output::{Encoded, Encoder};
use rusqlite::types::Null;
use rusqlite::{Connection, OptionalExtension, Statement, params};

use super::encode::StageEncoder;
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::load::Stage;
use crate::names::{LOADS, stage};
use crate::{TablesError, state};

/// Values one statement binds at most (SQLite's own limit is 32,766), and rows it holds at most.
const MAX_VALUES: usize = 32_000;
const MAX_ROWS: usize = 64;

/// A staging file that is open for writing.
pub(crate) struct SqliteStage {
    connection: Connection,
    identity: String,
}

impl SqliteStage {
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
        Ok((!foreign).then(|| Self { connection, identity: identity.to_owned() }))
    }
}

impl Stage for SqliteStage {
    fn encoder(&self, _: usize) -> Arc<dyn Encoder> {
        Arc::new(StageEncoder)
    }

    fn begin(&mut self, position: usize, columns: usize) -> Result<u64, TablesError> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let columns: Vec<String> = (0..columns).map(|n| format!("c{n}")).collect();
        let name = Sqlite.quote(&stage(position));
        self.connection.execute_batch(&format!("CREATE TABLE IF NOT EXISTS {name} ({})", columns.join(", ")))?;
        let insert = format!("INSERT OR IGNORE INTO {LOADS} (position, identity, rows) VALUES (?1, ?2, 0)");
        self.connection.execute(&insert, params![position as i64, self.identity])?;
        let sql = format!("SELECT rows FROM {LOADS} WHERE position = ?1");
        let rows: Option<i64> = self.connection.query_row(&sql, [position as i64], |row| row.get(0)).optional()?;
        Ok(rows.map_or(0, state::unsigned))
    }

    fn insert(&mut self, position: usize, chunk: Encoded) -> Result<(), TablesError> {
        let Encoded::Batch(batch) = chunk else {
            return Err(TablesError::Internal("a SQLite file takes rows, not bytes".into()));
        };
        let columns = batch.num_columns();
        let group = (MAX_VALUES / columns.max(1)).clamp(1, MAX_ROWS);
        let whole = batch.num_rows() / group * group;
        if whole > 0 {
            let mut statement = self.connection.prepare_cached(&insert_sql(position, columns, group))?;
            for first in (0..whole).step_by(group) {
                insert_group(&mut statement, &batch, first, group)?;
            }
        }
        if whole < batch.num_rows() {
            let mut statement = self.connection.prepare_cached(&insert_sql(position, columns, 1))?;
            for row in whole..batch.num_rows() {
                insert_group(&mut statement, &batch, row, 1)?;
            }
        }
        Ok(())
    }

    fn checkpoint(&mut self, position: usize, rows: u64, last: bool) -> Result<(), TablesError> {
        let update = format!("UPDATE {LOADS} SET rows = ?2 WHERE position = ?1");
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        self.connection.prepare_cached(&update)?.execute(params![position as i64, rows])?;
        self.connection.execute_batch(if last { "COMMIT" } else { "COMMIT; BEGIN IMMEDIATE" })?;
        Ok(())
    }
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
