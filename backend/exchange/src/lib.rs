//! A design from what people have, and the way back: SQL, JSON Schema, samples of rows and design files are read into a
//! [`dmb_spec::Design`] with notes of what could not be carried over; a design is written in the words of other tools.
//!
//! This room reads bytes that are handed to it and writes text. It never touches a database, a file, the network, GraphQL
//! or a clock. Everything from outside is bounded ([`limits`]), and what it gives always passes `validate` and has a plan.

mod assemble;
mod error;
pub mod export;
pub mod import;
pub mod limits;
mod note;
mod raw;

pub use error::{ExportError, ImportError};
pub use import::{ImportRequest, Imported, import};
pub use note::{Note, NoteKind};
