//! WHAT the user declares: a design of related tables, their fields, constraints, relations and generators.
//!
//! This room is the vocabulary every other room speaks. It holds plain data, the form it takes as a file
//! ([`file`]) and the check that finds everything wrong with it at once ([`validate`]). It never generates a value,
//! touches a database, reads a clock or draws a random number.

mod design;
mod faults;
mod field;
pub mod file;
mod ids;
mod table;
pub mod templates;
pub mod time;
pub mod validate;
mod violation;
pub mod words;

pub use design::{Design, LocaleMix};
pub use faults::{Fault, Faults};
pub use field::{Constraints, Field, FieldType, GeneratorRef, OnDelete, Params, Reference};
pub use ids::{FieldId, TableId};
pub use table::{ChildCount, RowCount, Table};
pub use validate::validate;
pub use violation::{Severity, Violation};
