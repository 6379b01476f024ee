//! What the database itself says of its tables.

use rusqlite::Connection;

use crate::connection::Connections;
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::{Namespace, TablesError};

/// A table as the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableInfo {
    /// Name.
    pub name: String,
    /// Columns in order.
    pub columns: Vec<ColumnInfo>,
    /// Sets of columns that are unique, the primary key left out; sorted.
    pub unique: Vec<Vec<String>>,
    /// Sets of columns with a plain index; sorted.
    pub indexes: Vec<Vec<String>>,
    /// Foreign keys by column.
    pub foreign_keys: Vec<ForeignKeyInfo>,
    /// The statement that defines the table.
    pub sql: String,
}

/// A column as the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Name.
    pub name: String,
    /// Declared type.
    pub declared: String,
    /// Whether null is refused.
    pub required: bool,
    /// The default, as SQL.
    pub default: Option<String>,
    /// Place in the primary key from 1, or 0.
    pub key_position: u32,
}

/// A foreign key as the database has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignKeyInfo {
    /// The column.
    pub column: String,
    /// The parent table.
    pub parent: String,
    /// The parent's column.
    pub target: String,
    /// What happens when the parent goes, in the database's words.
    pub on_delete: String,
}

/// Rows that refer to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub table: String,
    pub column: String,
    pub parent: String,
    pub rows: u64,
}

/// Every table of a namespace by name, those of this room left out.
pub(crate) fn describe(connections: &Connections, namespace: Namespace) -> Result<Vec<TableInfo>, TablesError> {
    let Some(reader) = connections.reader(namespace)? else { return Ok(Vec::new()) };
    let sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table' \
               AND substr(name, 1, 5) <> '_dmb_' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
    let names: Vec<(String, String)> =
        reader.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    names.into_iter().map(|(name, sql)| table(&reader, name, sql)).collect()
}

fn table(connection: &Connection, name: String, sql: String) -> Result<TableInfo, TablesError> {
    let columns = connection
        .prepare_cached("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?1) ORDER BY cid")?
        .query_map([&name], |row| {
            Ok(ColumnInfo {
                name: row.get(0)?,
                declared: row.get(1)?,
                required: row.get(2)?,
                default: row.get(3)?,
                key_position: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut foreign_keys: Vec<ForeignKeyInfo> = connection
        .prepare_cached("SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list(?1)")?
        .query_map([&name], |row| {
            Ok(ForeignKeyInfo { column: row.get(0)?, parent: row.get(1)?, target: row.get(2)?, on_delete: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;
    foreign_keys.sort();
    let (unique, indexes) = (index_columns(connection, &name, true)?, index_columns(connection, &name, false)?);
    Ok(TableInfo { name, columns, unique, indexes, foreign_keys, sql })
}

fn index_columns(connection: &Connection, table: &str, unique: bool) -> Result<Vec<Vec<String>>, TablesError> {
    let list = "SELECT name FROM pragma_index_list(?1) WHERE \"unique\" = ?2 AND origin = 'c'";
    let names: Vec<String> = connection
        .prepare_cached(list)?
        .query_map(rusqlite::params![table, unique], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let mut statement = connection.prepare_cached("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?;
        found.push(statement.query_map([name], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?);
    }
    found.sort();
    Ok(found)
}

/// Names of the columns of a table in order; empty where there is no such table.
pub(crate) fn column_names(connection: &Connection, table: &str) -> Result<Vec<String>, TablesError> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whether something is called so already: a table, a view, an index.
pub(crate) fn is_taken(connection: &Connection, name: &str) -> Result<bool, TablesError> {
    Ok(connection.prepare_cached("SELECT 1 FROM sqlite_master WHERE name = ?1 COLLATE NOCASE")?.exists([name])?)
}

/// Rows that refer to nothing, in one table or in all, by foreign key.
pub(crate) fn broken_foreign_keys(connection: &Connection, table: Option<&str>) -> Result<Vec<Broken>, TablesError> {
    let check = match table {
        Some(table) => format!("PRAGMA foreign_key_check({})", Sqlite.quote(table)),
        None => "PRAGMA foreign_key_check".to_owned(),
    };
    let mut statement = connection.prepare(&check)?;
    let mut rows = statement.query([])?;
    let mut found: Vec<(String, i64, Broken)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, parent, key): (String, String, i64) = (row.get(0)?, row.get(2)?, row.get(3)?);
        match found.iter_mut().find(|(t, k, _)| *t == table && *k == key) {
            Some((_, _, broken)) => broken.rows += 1,
            None => {
                let column = connection
                    .prepare_cached("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE id = ?2")?
                    .query_row(rusqlite::params![table, key], |row| row.get(0))?;
                found.push((table.clone(), key, Broken { table, column, parent, rows: 1 }));
            }
        }
    }
    Ok(found.into_iter().map(|(_, _, broken)| broken).collect())
}
