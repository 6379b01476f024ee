//! Kept copies of what was dropped or retyped, so that rolling back brings the values back.
//!
//! A copy is a hidden table beside the users': one a dropped table, one a dropped or retyped column. It is found by
//! the identities in its name; the former types of its columns are part of their names.

use std::collections::HashMap;

use dmb_spec::{FieldId, TableId};
use rusqlite::Connection;
use uuid::Uuid;

use crate::TablesError;
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::names::{TRASH, TRASH_ROW, column_trash, table_trash};
use crate::shape::{Column, ColumnType, Shape};

/// The copies there are.
#[derive(Default)]
pub(super) struct Trash {
    tables: HashMap<TableId, Vec<(FieldId, ColumnType)>>,
    columns: HashMap<(TableId, FieldId), ColumnType>,
}

impl Trash {
    /// Finds the copies in a database.
    pub fn find(connection: &Connection) -> Result<Self, TablesError> {
        let sql = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
                   WHERE m.type = 'table' AND m.name GLOB ?1 AND c.name <> ?2 ORDER BY m.name, c.cid";
        let mut found = Self::default();
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([format!("{TRASH}*"), TRASH_ROW.to_owned()])?;
        while let Some(row) = rows.next()? {
            found.note(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
        }
        Ok(found)
    }

    /// The fields kept of a dropped table.
    pub fn table(&self, table: TableId) -> Option<&[(FieldId, ColumnType)]> {
        self.tables.get(&table).map(Vec::as_slice)
    }

    /// The type of the values kept of a dropped or retyped column.
    pub fn column(&self, table: TableId, field: FieldId) -> Option<ColumnType> {
        self.columns.get(&(table, field)).copied()
    }

    /// The columns kept of a table.
    pub fn columns_of(&self, table: TableId) -> Vec<FieldId> {
        let mut found: Vec<FieldId> = self.columns.keys().filter(|(t, _)| *t == table).map(|(_, f)| *f).collect();
        found.sort();
        found
    }

    fn note(&mut self, table: &str, column: &str) {
        let Some(ids) = table.strip_prefix(TRASH) else { return };
        let Some((field, column_type)) = parse_label(column) else { return };
        match ids.split_once('_') {
            Some((table, _)) => {
                if let Ok(table) = Uuid::try_parse(table) {
                    self.columns.insert((TableId(table), field), column_type);
                }
            }
            None => {
                if let Ok(table) = Uuid::try_parse(ids) {
                    self.tables.entry(TableId(table)).or_default().push((field, column_type));
                }
            }
        }
    }
}

/// What a kept column is called: identity and type.
pub(super) fn label(field: FieldId, column_type: ColumnType) -> String {
    format!("{} {}", field.0.simple(), serde_json::json!(column_type))
}

fn parse_label(label: &str) -> Option<(FieldId, ColumnType)> {
    let (field, column_type) = label.split_once(' ')?;
    Some((FieldId(Uuid::try_parse(field).ok()?), serde_json::from_str(column_type).ok()?))
}

/// Keeps a whole table.
pub(super) fn keep_table(shape: &Shape) -> Vec<String> {
    let columns: Vec<(&Column, &str)> = shape.columns.iter().map(|c| (c, c.name.as_str())).collect();
    keep(&table_trash(shape.id), &shape.name, "rowid", &columns)
}

/// Keeps one column of a table that is called `table` at that time, the column `name`. `row` is what will be the
/// number of each row afterwards.
pub(super) fn keep_column(id: TableId, table: &str, column: &Column, name: &str, row: &str) -> Vec<String> {
    keep(&column_trash(id, column.id), table, row, &[(column, name)])
}

fn keep(trash: &str, table: &str, row: &str, columns: &[(&Column, &str)]) -> Vec<String> {
    let (trash_name, row_name, table) = (Sqlite.quote(trash), Sqlite.quote(TRASH_ROW), Sqlite.quote(table));
    let labels: Vec<String> = columns.iter().map(|(c, _)| Sqlite.quote(&label(c.id, c.column_type))).collect();
    let values: Vec<String> = columns.iter().map(|(_, name)| format!("o.{}", Sqlite.quote(name))).collect();
    vec![
        drop(trash),
        format!("CREATE TABLE {trash_name} ({row_name} INTEGER PRIMARY KEY, {})", labels.join(", ")),
        format!("INSERT INTO {trash_name} SELECT {row}, {} FROM {table} AS o", values.join(", ")),
    ]
}

/// Throws a copy away.
pub(super) fn drop(trash: &str) -> String {
    format!("DROP TABLE IF EXISTS {}", Sqlite.quote(trash))
}
