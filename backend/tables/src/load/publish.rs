//! Bringing staged rows into the users' tables, all in one transaction.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use dmb_spec::TableId;
use rusqlite::{Connection, TransactionBehavior};

use super::stage::{attach, staged_rows};
use super::{LoadMode, LoadRequest, LoadTable};
use crate::connection::Connections;
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::{TRASH, stage, table_trash};
use crate::shape::{Shape, shapes};
use crate::state::TableState;
use crate::{TablesError, introspect, state};

/// Instructions of SQLite's machine between two looks at the cancel flag: well under a millisecond.
const STEPS_A_LOOK: i32 = 10_000;
/// From so many rows on, filling an empty table is quicker without its indexes.
const MANY: u64 = 5_000;

/// Publishes; doing it again for the same job changes nothing.
pub(super) fn publish(connections: &Connections, request: &LoadRequest) -> Result<(), TablesError> {
    let mut connection = connections.writer(request.namespace)?;
    attach(&connection, &connections.stage_file(request.namespace, request.job))?;
    let cancel = Arc::clone(&request.cancel);
    connection.progress_handler(STEPS_A_LOOK, Some(move || cancel.load(Ordering::Relaxed)))?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    state::ensure(&transaction)?;
    if !state::published(&transaction, request.job)? {
        let all = shapes(&request.design)?;
        Publisher { connection: &transaction, request, all: &all }.run()?;
        state::set_published(&transaction, request.job)?;
    }
    if request.cancel.load(Ordering::Relaxed) {
        return Err(TablesError::Cancelled);
    }
    transaction.commit()?;
    // Only tidies up: the log was as large as the load.
    let _ = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
    Ok(())
}

struct Publisher<'a> {
    connection: &'a Connection,
    request: &'a LoadRequest,
    all: &'a [Shape],
}

impl Publisher<'_> {
    fn run(&self) -> Result<(), TablesError> {
        let tables: Vec<(usize, &LoadTable, &Shape)> = self
            .request
            .tables
            .iter()
            .enumerate()
            .map(|(position, load)| Ok((position, load, self.shape(load.table)?)))
            .collect::<Result<_, TablesError>>()?;
        for (_, load, shape) in &tables {
            self.check(load, shape)?;
        }
        if self.request.mode == LoadMode::Replace {
            for (_, _, shape) in tables.iter().rev() {
                self.empty(shape)?;
            }
        }
        for (position, load, shape) in &tables {
            self.fill(*position, load, shape)?;
        }
        for (position, _, shape) in &tables {
            self.check_parents(*position, shape)?;
        }
        if self.request.mode == LoadMode::Replace { self.check_children() } else { Ok(()) }
    }

    fn shape(&self, table: TableId) -> Result<&Shape, TablesError> {
        let found = self.all.iter().find(|s| s.id == table);
        found.ok_or_else(|| TablesError::Internal(format!("table {table} is not part of the design")))
    }

    /// The table is as the design has it, and its row numbers are free.
    fn check(&self, load: &LoadTable, shape: &Shape) -> Result<(), TablesError> {
        let columns = introspect::column_names(self.connection, &shape.name)?;
        if columns.is_empty() {
            return Err(TablesError::NotMigrated(shape.name.clone()));
        }
        if columns != shape.columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>() {
            let message = format!("table {} was changed while its rows were being made; start again", shape.name);
            return Err(TablesError::Conflict(message));
        }
        let used = state::read(self.connection, shape.id)?.map_or(0, |s| s.rows_used);
        if self.request.mode == LoadMode::Append && used > load.first_row {
            let message = format!("another run added rows to {} meanwhile; start again", shape.name);
            return Err(TablesError::Conflict(message));
        }
        Ok(())
    }

    /// Removes all rows. Row numbers begin anew, so values kept of dropped columns would meet other rows: they go.
    fn empty(&self, shape: &Shape) -> Result<(), TablesError> {
        self.connection.execute(&format!("DELETE FROM {}", Sqlite.quote(&shape.name)), [])?;
        if introspect::is_taken(self.connection, "sqlite_sequence")? {
            self.connection.execute("DELETE FROM sqlite_sequence WHERE name = ?1", [&shape.name])?;
        }
        let kept = format!("{}_*", table_trash(shape.id));
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ?1";
        let names: Vec<String> =
            self.connection.prepare(sql)?.query_map([kept], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for name in names.iter().filter(|n| n.starts_with(TRASH)) {
            self.connection.execute_batch(&format!("DROP TABLE {}", Sqlite.quote(name)))?;
        }
        Ok(())
    }

    fn fill(&self, position: usize, load: &LoadTable, shape: &Shape) -> Result<(), TablesError> {
        let rows = staged_rows(self.connection, "stage", position)?;
        let before = state::count(self.connection, &shape.name)?;
        let indexes = if before == 0 && rows >= MANY { self.take_indexes(shape)? } else { Vec::new() };
        if rows > 0 {
            self.connection.execute(&insert(position, shape), []).map_err(|e| in_words(shape, e))?;
        }
        for sql in indexes {
            self.connection.execute_batch(&sql).map_err(|e| in_words(shape, e))?;
        }
        let was = state::read(self.connection, shape.id)?.filter(|_| before > 0);
        let now = TableState {
            rows_used: load.first_row + rows,
            row_count: Some(before + rows),
            key_seed: was.and_then(|s| s.key_seed).or(Some(self.request.key_seed)),
        };
        state::write(self.connection, shape.id, now)
    }

    /// Drops the indexes of an empty table and returns the statements that make them again.
    fn take_indexes(&self, shape: &Shape) -> Result<Vec<String>, TablesError> {
        let sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL";
        let found: Vec<(String, String)> = self
            .connection
            .prepare(sql)?
            .query_map([&shape.name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (name, _) in &found {
            self.connection.execute_batch(&format!("DROP INDEX {}", Sqlite.quote(name)))?;
        }
        Ok(found.into_iter().map(|(_, sql)| sql).collect())
    }

    /// Every new row's parent is there.
    fn check_parents(&self, position: usize, shape: &Shape) -> Result<(), TablesError> {
        if staged_rows(self.connection, "stage", position)? == 0 {
            return Ok(());
        }
        for key in &shape.foreign_keys {
            let parent = self.shape(key.table)?;
            let at = shape.columns.iter().position(|c| c.id == key.field).unwrap_or_default();
            let sql = format!(
                "SELECT count(*) FROM stage.{} AS s WHERE s.c{at} IS NOT NULL \
                 AND NOT EXISTS (SELECT 1 FROM main.{} AS p WHERE p.{} = s.c{at})",
                Sqlite.quote(&stage(position)),
                Sqlite.quote(&parent.name),
                Sqlite.quote(parent.name_of(key.target)),
            );
            let missing: i64 = self.connection.query_row(&sql, [], |row| row.get(0))?;
            if missing > 0 {
                return Err(orphans(&shape.name, shape.name_of(key.field), &parent.name, missing.unsigned_abs()));
            }
        }
        Ok(())
    }

    /// Rows of tables that were not part of the load still have the parents they refer to.
    fn check_children(&self) -> Result<(), TablesError> {
        let loaded = |id: TableId| self.request.tables.iter().any(|t| t.table == id);
        let children = self.all.iter().filter(|s| !loaded(s.id) && s.foreign_keys.iter().any(|key| loaded(key.table)));
        for child in children {
            if let Some(broken) = introspect::broken_foreign_keys(self.connection, Some(&child.name))?.first() {
                return Err(orphans(&broken.table, &broken.column, &broken.parent, broken.rows));
            }
        }
        Ok(())
    }
}

fn insert(position: usize, shape: &Shape) -> String {
    let names: Vec<String> = shape.columns.iter().map(|c| Sqlite.quote(&c.name)).collect();
    let staged: Vec<String> = (0..shape.columns.len()).map(|n| format!("c{n}")).collect();
    format!(
        "INSERT INTO main.{} ({}) SELECT {} FROM stage.{} ORDER BY rowid",
        Sqlite.quote(&shape.name),
        names.join(", "),
        staged.join(", "),
        Sqlite.quote(&stage(position)),
    )
}

fn orphans(table: &str, column: &str, parent: &str, rows: u64) -> TablesError {
    let plural = if rows == 1 { "row has" } else { "rows have" };
    TablesError::Data(format!(
        "{rows} {plural} a {table}.{column} that refers to no row of {parent}; nothing was changed"
    ))
}

/// A broken constraint in words. SQLite names the columns as `table.column, …`, and for a condition gives its text,
/// or the column's name only where the text begins with it.
fn in_words(shape: &Shape, error: rusqlite::Error) -> TablesError {
    use rusqlite::ffi;
    let rusqlite::Error::SqliteFailure(failure, Some(message)) = &error else { return error.into() };
    let detail = message.split_once("failed: ").map_or("", |(_, detail)| detail);
    let table = &shape.name;
    let columns: Vec<&str> = detail.split(", ").map(|c| c.rsplit('.').next().unwrap_or(c)).collect();
    let said = match failure.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            format!("rows of {table} repeat a value of {}, which has to be unique", columns.join(", "))
        }
        ffi::SQLITE_CONSTRAINT_NOTNULL => format!("rows of {table} have no {}, which is required", columns.join(", ")),
        ffi::SQLITE_CONSTRAINT_CHECK => {
            let named = detail.split('"').nth(1).unwrap_or(detail);
            let column = if shape.columns.iter().any(|c| c.name == named) { named } else { "value" };
            format!("rows of {table} have a {column} outside what the design allows")
        }
        ffi::SQLITE_CONSTRAINT_DATATYPE | ffi::SQLITE_MISMATCH => {
            format!("rows of {table} have a key that is not a whole number")
        }
        _ => return error.into(),
    };
    TablesError::Data(format!("{said}; nothing was changed"))
}
