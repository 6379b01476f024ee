//! What SQLite's refusals mean. It names columns as `table.column, …`, and for a condition gives its text, or the
//! column's name only where the text begins with it.

use rusqlite::ffi;

use crate::TablesError;
use crate::shape::Shape;

/// A broken constraint in words.
pub(super) fn words(shape: &Shape, error: &TablesError) -> Option<String> {
    let TablesError::Database(rusqlite::Error::SqliteFailure(failure, Some(message))) = error else { return None };
    let detail = message.split_once("failed: ").map_or("", |(_, detail)| detail);
    let table = &shape.name;
    let columns: Vec<&str> = detail.split(", ").map(|c| c.rsplit('.').next().unwrap_or(c)).collect();
    Some(match failure.extended_code {
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
        _ => return None,
    })
}
