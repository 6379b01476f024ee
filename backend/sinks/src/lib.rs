//! Rows into files: the registry of formats, and what writes each of them.
//!
//! A sink takes Arrow batches, one table after another, and ends as one file that appears whole or not at all. It is
//! deterministic: the same rows and the same [`ExportInfo`] give the same bytes. This room never touches a database, the
//! network or a clock, and never interprets what it writes: text stays text.

mod ahead;
mod arrow;
mod columnar;
mod compression;
mod csv;
mod html;
mod json;
mod manifest;
mod markdown;
mod options;
mod output;
mod parquet;
mod part;
mod plain;
pub mod registry;
mod sql;
mod table_files;
mod text;
mod xlsx;

use dmb_engine::{columns, digits};

pub use manifest::{MANIFEST, manifest};
pub use output::{Artifact, Artifacts, ExportInfo, FileOutput, FileTarget};
pub use registry::{open, stream};
