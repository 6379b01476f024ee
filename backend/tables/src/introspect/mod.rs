//! What the database itself says of its tables.

mod postgres;
mod sqlite;

use crate::session::Session;
use crate::{Namespace, TablesError, home::Home};

pub(crate) use postgres::PgCatalogue;
pub(crate) use sqlite::SqliteCatalogue;

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

/// A database's catalogue, asked through a session.
pub(crate) trait Catalogue: Send + Sync {
    /// Every table by name, those of this room left out.
    fn tables(&self, session: &dyn Session) -> Result<Vec<TableInfo>, TablesError>;

    /// Whether a table of this name is there.
    fn has_table(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError>;

    /// Whether something is called so already: a table, a view, an index.
    fn is_taken(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError>;

    /// Names of the columns of a table in order, those of this room left out; empty where there is no such table.
    fn column_names(&self, session: &dyn Session, table: &str) -> Result<Vec<String>, TablesError>;

    /// Tables of kept values and their columns, by the names they were meant to have.
    fn kept(&self, session: &dyn Session) -> Result<Vec<(String, String)>, TablesError>;

    /// Lets what counts up in a table, which has no rows now, begin anew.
    fn forget_counter(&self, session: &dyn Session, table: &str) -> Result<(), TablesError>;

    /// Rows that refer to nothing, by foreign key, where the database has not looked at them itself.
    fn broken_foreign_keys(&self, session: &dyn Session) -> Result<Vec<Broken>, TablesError>;
}

/// Every table of a namespace by name, those of this room left out.
pub(crate) fn describe(home: &dyn Home, namespace: Namespace) -> Result<Vec<TableInfo>, TablesError> {
    match home.reader(namespace)? {
        Some(reader) => home.dialect().catalogue().tables(&*reader),
        None => Ok(Vec::new()),
    }
}
