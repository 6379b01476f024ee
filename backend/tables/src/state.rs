//! What is remembered beside the rows: row numbers used, rows there, seed of unique columns, jobs published, and how
//! many migrations there were.

use dmb_spec::TableId;
use uuid::Uuid;

use crate::home::Home;
use crate::names::{PUBLISHED, STATE};
use crate::session::{Session, Value};
use crate::{Namespace, TablesError};

/// What is remembered of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TableState {
    pub rows_used: u64,
    /// Rows that are there; `None` where they have to be counted.
    pub row_count: Option<u64>,
    pub key_seed: Option<u64>,
}

/// Stands for a table's identity in the line that counts migrations.
const MIGRATIONS: &str = "migrations";

/// Makes the room's own tables where they are not there.
pub(crate) fn ensure(session: &dyn Session) -> Result<(), TablesError> {
    session.batch(session.dialect().own_tables())
}

/// Whether a table of this name is in the database.
pub(crate) fn has_table(session: &dyn Session, name: &str) -> Result<bool, TablesError> {
    session.dialect().catalogue().has_table(session, name)
}

pub(crate) fn get(home: &dyn Home, namespace: Namespace, table: TableId) -> Result<Option<TableState>, TablesError> {
    match home.reader(namespace)? {
        Some(reader) => read(&*reader, table),
        None => Ok(None),
    }
}

pub(crate) fn read(session: &dyn Session, table: TableId) -> Result<Option<TableState>, TablesError> {
    line(session, &table.to_string())
}

/// How many migrations there were: a plan is good for as long as it stays the same.
pub(crate) fn migrations(session: &dyn Session) -> Result<u64, TablesError> {
    Ok(line(session, MIGRATIONS)?.map_or(0, |line| line.rows_used))
}

/// Counts one more migration.
pub(crate) fn set_migrations(session: &dyn Session, migrations: u64) -> Result<(), TablesError> {
    put(session, MIGRATIONS, TableState { rows_used: migrations, ..TableState::default() })
}

fn line(session: &dyn Session, id: &str) -> Result<Option<TableState>, TablesError> {
    if !has_table(session, STATE)? {
        return Ok(None);
    }
    let sql = format!("SELECT rows_used, row_count, key_seed FROM {STATE} WHERE table_id = $1");
    let found = session.rows(&sql, &[id.into()], 3)?;
    Ok(found.first().map(|row| TableState {
        rows_used: unsigned(row[0].integer()),
        row_count: matches!(row[1], Value::Integer(_)).then(|| unsigned(row[1].integer())),
        key_seed: row[2].text().parse().ok(),
    }))
}

pub(crate) fn write(session: &dyn Session, table: TableId, state: TableState) -> Result<(), TablesError> {
    put(session, &table.to_string(), state)
}

fn put(session: &dyn Session, id: &str, state: TableState) -> Result<(), TablesError> {
    let sql = format!(
        "INSERT INTO {STATE} (table_id, rows_used, row_count, key_seed) VALUES ($1, $2, CAST($3 AS bigint), $4) \
         ON CONFLICT (table_id) DO UPDATE SET rows_used = excluded.rows_used, row_count = excluded.row_count, \
         key_seed = excluded.key_seed"
    );
    let signed = |n: u64| Value::Integer(i64::try_from(n).unwrap_or(i64::MAX));
    // Bound as text where it is nothing, which is why it is cast.
    let count = state.row_count.map_or(Value::Null, |n| Value::Text(n.to_string()));
    let seed = state.key_seed.map_or(Value::Null, |s| Value::Text(s.to_string()));
    session.execute(&sql, &[id.into(), signed(state.rows_used), count, seed]).map(drop)
}

/// Row counts have to be counted anew from now on.
pub(crate) fn forget_counts(session: &dyn Session) -> Result<(), TablesError> {
    session.execute(&format!("UPDATE {STATE} SET row_count = NULL"), &[]).map(drop)
}

pub(crate) fn is_published(home: &dyn Home, namespace: Namespace, job: Uuid) -> Result<bool, TablesError> {
    match home.reader(namespace)? {
        Some(reader) => published(&*reader, job),
        None => Ok(false),
    }
}

pub(crate) fn published(session: &dyn Session, job: Uuid) -> Result<bool, TablesError> {
    if !has_table(session, PUBLISHED)? {
        return Ok(false);
    }
    session.exists(&format!("SELECT 1 FROM {PUBLISHED} WHERE job = $1"), &[job.to_string().into()])
}

pub(crate) fn set_published(session: &dyn Session, job: Uuid) -> Result<(), TablesError> {
    session.execute(&format!("INSERT INTO {PUBLISHED} (job) VALUES ($1)"), &[job.to_string().into()]).map(drop)
}

pub(crate) fn row_count(
    home: &dyn Home,
    namespace: Namespace,
    id: TableId,
    name: &str,
) -> Result<Option<u64>, TablesError> {
    let Some(reader) = home.reader(namespace)? else { return Ok(None) };
    if !has_table(&*reader, name)? {
        return Ok(None);
    }
    match read(&*reader, id)?.and_then(|s| s.row_count) {
        Some(rows) => Ok(Some(rows)),
        None => count(&*reader, name).map(Some),
    }
}

/// Counts the rows of a table that is there.
pub(crate) fn count(session: &dyn Session, table: &str) -> Result<u64, TablesError> {
    let sql = format!("SELECT count(*) FROM {}", session.dialect().quote(table));
    Ok(unsigned(session.number(&sql, &[])?))
}

/// A count as a database gives it; none is below 0.
pub(crate) fn unsigned(count: i64) -> u64 {
    count.max(0).unsigned_abs()
}
