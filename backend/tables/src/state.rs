//! What is remembered beside the rows: row numbers used, rows there, seed of unique columns, jobs published.

use dmb_spec::TableId;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::connection::Connections;
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::{PUBLISHED, STATE};
use crate::{Namespace, TablesError};

/// What is remembered of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TableState {
    pub rows_used: u64,
    /// Rows that are there; `None` where they have to be counted.
    pub row_count: Option<u64>,
    pub key_seed: Option<u64>,
}

/// Makes the room's own tables where they are not there.
pub(crate) fn ensure(connection: &Connection) -> Result<(), TablesError> {
    connection.execute_batch(&format!(
        "CREATE TABLE IF NOT EXISTS {STATE} (table_id TEXT PRIMARY KEY, rows_used INTEGER NOT NULL, \
         row_count INTEGER, key_seed TEXT) WITHOUT ROWID;
         CREATE TABLE IF NOT EXISTS {PUBLISHED} (job TEXT PRIMARY KEY) WITHOUT ROWID;"
    ))?;
    Ok(())
}

/// Whether a table of this name is in the database.
pub(crate) fn has_table(connection: &Connection, name: &str) -> Result<bool, TablesError> {
    let sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1";
    Ok(connection.prepare_cached(sql)?.exists([name])?)
}

pub(crate) fn get(
    connections: &Connections,
    namespace: Namespace,
    table: TableId,
) -> Result<Option<TableState>, TablesError> {
    match connections.reader(namespace)? {
        Some(reader) => read(&reader, table),
        None => Ok(None),
    }
}

pub(crate) fn read(connection: &Connection, table: TableId) -> Result<Option<TableState>, TablesError> {
    if !has_table(connection, STATE)? {
        return Ok(None);
    }
    let sql = format!("SELECT rows_used, row_count, key_seed FROM {STATE} WHERE table_id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([table.to_string()], |row| {
        Ok(TableState {
            rows_used: unsigned(row.get(0)?),
            row_count: row.get::<_, Option<i64>>(1)?.map(unsigned),
            key_seed: row.get::<_, Option<String>>(2)?.and_then(|s| s.parse().ok()),
        })
    });
    Ok(found.optional()?)
}

pub(crate) fn write(connection: &Connection, table: TableId, state: TableState) -> Result<(), TablesError> {
    let sql = format!("INSERT OR REPLACE INTO {STATE} (table_id, rows_used, row_count, key_seed) VALUES (?1,?2,?3,?4)");
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    connection.prepare_cached(&sql)?.execute(params![
        table.to_string(),
        signed(state.rows_used),
        state.row_count.map(signed),
        state.key_seed.map(|s| s.to_string()),
    ])?;
    Ok(())
}

/// Row counts have to be counted anew from now on.
pub(crate) fn forget_counts(connection: &Connection) -> Result<(), TablesError> {
    connection.execute(&format!("UPDATE {STATE} SET row_count = NULL"), [])?;
    Ok(())
}

pub(crate) fn is_published(connections: &Connections, namespace: Namespace, job: Uuid) -> Result<bool, TablesError> {
    match connections.reader(namespace)? {
        Some(reader) => published(&reader, job),
        None => Ok(false),
    }
}

pub(crate) fn published(connection: &Connection, job: Uuid) -> Result<bool, TablesError> {
    if !has_table(connection, PUBLISHED)? {
        return Ok(false);
    }
    let sql = format!("SELECT 1 FROM {PUBLISHED} WHERE job = ?1");
    Ok(connection.prepare_cached(&sql)?.exists([job.to_string()])?)
}

pub(crate) fn set_published(connection: &Connection, job: Uuid) -> Result<(), TablesError> {
    connection.execute(&format!("INSERT INTO {PUBLISHED} (job) VALUES (?1)"), [job.to_string()])?;
    Ok(())
}

pub(crate) fn row_count(
    connections: &Connections,
    namespace: Namespace,
    id: TableId,
    name: &str,
) -> Result<Option<u64>, TablesError> {
    let Some(reader) = connections.reader(namespace)? else { return Ok(None) };
    if !has_table(&reader, name)? {
        return Ok(None);
    }
    match read(&reader, id)?.and_then(|s| s.row_count) {
        Some(rows) => Ok(Some(rows)),
        None => count(&reader, name).map(Some),
    }
}

/// Counts the rows of a table that is there.
pub(crate) fn count(connection: &Connection, table: &str) -> Result<u64, TablesError> {
    let sql = format!("SELECT count(*) FROM {}", Sqlite.quote(table));
    let rows: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
    Ok(unsigned(rows))
}

/// A count as SQLite gives it; none is below 0.
pub(crate) fn unsigned(count: i64) -> u64 {
    count.max(0).unsigned_abs()
}
