//! The users' tables in their database: planning and applying migrations, loading rows, reading them back.
//!
//! A project is a namespace; on SQLite, the only database so far, a namespace is one file. What differs between
//! databases is behind [`dialect`]. Names of tables and fields are validated and always quoted, values are bound;
//! the few places where a value must stand in the text of a statement (defaults, choices, bounds) go through the
//! dialect's literals. This room never sees the platform's own tables, knows no user and reads no clock of the design.

mod connection;
pub mod dialect;
mod error;
mod introspect;
mod load;
mod migrate;
mod names;
mod read;
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
