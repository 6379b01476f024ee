//! The users' tables in their database: planning and applying migrations, loading rows, reading them back.
//!
//! A project is a namespace: a file on SQLite, a schema on PostgreSQL. What differs between databases is behind
//! [`dialect`] (words), `session` (a connection) and `home` (where connections come from). Names of tables and fields are validated and always quoted, values are bound;
//! the few places where a value must stand in the text of a statement (defaults, choices, bounds) go through the
//! dialect's literals. This room never sees the platform's own tables, knows no user and reads no clock of the design.

pub mod dialect;
mod error;
mod home;
mod introspect;
mod load;
mod migrate;
mod names;
mod read;
mod session;
mod shape;
mod state;
mod tables;

pub use error::TablesError;
pub use introspect::{ColumnInfo, ForeignKeyInfo, TableInfo};
pub use load::{LoadMode, LoadRequest, LoadTable, Loader};
pub use migrate::{Applied, MigrationPlan, Step};
pub use names::Namespace;
pub use read::{Direction, Filter, FilterOp, RowPage, RowQuery, Snapshot, Sort};
pub use tables::{Tables, TablesConfig};
