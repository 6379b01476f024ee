//! Kept copies of what was dropped or retyped, so that rolling back brings the values back.
//!
//! A copy is a hidden table beside the users': one a dropped table, one a dropped column, one for each type that a
//! column was retyped from (a roll back over several steps needs them all). It is found by the identities in its name;
//! the types of its columns are part of their names.

use std::collections::{HashMap, HashSet};

use dmb_spec::{FieldId, TableId};
use uuid::Uuid;

use crate::TablesError;
use crate::dialect::Dialect;
use crate::names::{TRASH, dropped_trash, retyped_trash, table_trash};
use crate::session::Session;
use crate::shape::{Column, ColumnType, Shape};

/// The copies there are.
#[derive(Default)]
pub(crate) struct Trash {
    tables: HashMap<TableId, Vec<(FieldId, ColumnType)>>,
    dropped: HashMap<(TableId, FieldId), ColumnType>,
    retyped: HashSet<(TableId, FieldId, ColumnType)>,
}

/// The copy of one column.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    table: TableId,
    field: FieldId,
    /// The type of its values.
    pub column_type: ColumnType,
    /// Whether the column was dropped; else it was retyped.
    dropped: bool,
}

impl Kept {
    /// The hidden table it is in.
    pub fn name(self) -> String {
        if self.dropped {
            dropped_trash(self.table, self.field)
        } else {
            let json = serde_json::json!(self.column_type).to_string();
            let word: String = json.chars().filter(char::is_ascii_alphanumeric).collect();
            retyped_trash(self.table, self.field, &word)
        }
    }
}

impl Trash {
    /// Finds the copies in a database.
    pub fn find(session: &dyn Session) -> Result<Self, TablesError> {
        let mut found = Self::default();
        for (table, column) in session.dialect().catalogue().kept(session)? {
            found.note(&table, &column);
        }
        Ok(found)
    }

    /// The fields kept of a dropped table.
    pub fn table(&self, table: TableId) -> Option<&[(FieldId, ColumnType)]> {
        self.tables.get(&table).map(Vec::as_slice)
    }

    /// The copy of a dropped column.
    pub(super) fn dropped(&self, table: TableId, field: FieldId) -> Option<Kept> {
        let column_type = *self.dropped.get(&(table, field))?;
        Some(Kept { table, field, column_type, dropped: true })
    }

    /// The copy of the values that a column had when it was of this type.
    pub(super) fn retyped(&self, table: TableId, field: FieldId, column_type: ColumnType) -> Option<Kept> {
        let there = self.retyped.contains(&(table, field, column_type));
        there.then_some(Kept { table, field, column_type, dropped: false })
    }

    /// The names of all copies of columns of a table.
    pub fn names_of(&self, table: TableId) -> Vec<String> {
        let dropped = self.dropped.keys().filter_map(|(t, field)| self.dropped(*t, *field));
        let retyped = self.retyped.iter().filter_map(|(t, field, was)| self.retyped(*t, *field, *was));
        let mut found: Vec<String> =
            dropped.chain(retyped).filter(|kept| kept.table == table).map(Kept::name).collect();
        found.sort();
        found
    }

    fn note(&mut self, table: &str, column: &str) {
        let Some(ids) = table.strip_prefix(TRASH) else { return };
        let Some((field, column_type)) = parse_label(column) else { return };
        let mut parts = ids.split('_');
        let Some(table) = parts.next().and_then(|id| Uuid::try_parse(id).ok()).map(TableId) else { return };
        match (parts.next(), parts.next()) {
            (None, _) => self.tables.entry(table).or_default().push((field, column_type)),
            (Some(_), None) => {
                self.dropped.insert((table, field), column_type);
            }
            (Some(_), Some(_)) => {
                self.retyped.insert((table, field, column_type));
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
pub(super) fn keep_table(d: &dyn Dialect, shape: &Shape) -> Vec<String> {
    let columns: Vec<(&Column, &str)> = shape.columns.iter().map(|c| (c, c.name.as_str())).collect();
    let row = d.row(shape.row_key().map(|key| key.name.as_str()));
    keep(d, &table_trash(shape.id), &shape.name, &row, &columns)
}

/// A column of a table as they are called at that time.
pub(super) struct Place<'a> {
    /// The table's identity.
    pub id: TableId,
    /// What the table is called.
    pub table: &'a str,
    /// What the column is called.
    pub name: &'a str,
    /// What will be the number of each row afterwards, as an expression over the row `o`.
    pub row: &'a str,
}

/// Keeps a column that is dropped.
pub(super) fn keep_dropped(d: &dyn Dialect, column: &Column, place: &Place<'_>) -> Vec<String> {
    keep_column(d, column, place, true)
}

/// Keeps the values of a column that gets another type.
pub(super) fn keep_retyped(d: &dyn Dialect, column: &Column, place: &Place<'_>) -> Vec<String> {
    keep_column(d, column, place, false)
}

fn keep_column(d: &dyn Dialect, column: &Column, place: &Place<'_>, dropped: bool) -> Vec<String> {
    let kept = Kept { table: place.id, field: column.id, column_type: column.column_type, dropped };
    keep(d, &kept.name(), place.table, place.row, &[(column, place.name)])
}

fn keep(d: &dyn Dialect, trash: &str, table: &str, row: &str, columns: &[(&Column, &str)]) -> Vec<String> {
    let columns: Vec<(String, &str)> = columns.iter().map(|(c, name)| (label(c.id, c.column_type), *name)).collect();
    let mut sql = vec![drop(d, trash)];
    sql.extend(d.keep(trash, table, row, &columns));
    sql
}

/// Throws a copy away.
pub(crate) fn drop(d: &dyn Dialect, trash: &str) -> String {
    format!("DROP TABLE IF EXISTS {}", d.quote(&d.short(trash)))
}
