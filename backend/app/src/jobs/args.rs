//! What a job is made with, frozen when it is asked for: the worker needs nothing else.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use dmb_spec::{Design, TableId};
use serde::{Deserialize, Serialize};

use super::{FileRequest, InsertMode, JobKind};
use crate::AppError;
use crate::rows::{Filter, Sort};

/// The words for what a job is doing, stable for programs.
pub mod steps {
    /// Waits for a worker.
    pub const QUEUED: &str = "queued";
    /// Makes ready.
    pub const PLANNING: &str = "planning";
    /// Makes rows.
    pub const GENERATING: &str = "generating";
    /// Reads rows and writes them.
    pub const EXPORTING: &str = "exporting";
    /// Makes everything visible.
    pub const FINISHING: &str = "finishing";
    /// Is over.
    pub const DONE: &str = "done";
}

/// The frozen arguments of a job.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobArgs {
    /// Makes rows.
    Generate(GenerateArgs),
    /// Writes rows of tables to a file.
    Export(ExportArgs),
}

impl JobArgs {
    /// The arguments kept with a job.
    ///
    /// # Errors
    /// [`AppError::Internal`] where they can't be read: a job of a newer version of the program.
    pub fn of(job: &dmb_store::Job) -> Result<Self, AppError> {
        serde_json::from_value(job.payload.clone()).map_err(AppError::internal)
    }

    /// Its kind.
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Generate(_) => JobKind::Generate,
            Self::Export(_) => JobKind::Export,
        }
    }

    /// Whether and how it fills tables.
    pub fn into_tables(&self) -> Option<InsertMode> {
        match self {
            Self::Generate(args) => args.into_tables,
            Self::Export(_) => None,
        }
    }

    /// Format ids of the files it writes.
    pub fn formats(&self) -> Vec<String> {
        match self {
            Self::Generate(args) => args.files.iter().map(|f| f.format.clone()).collect(),
            Self::Export(args) => vec![args.file.format.clone()],
        }
    }

    pub(super) fn wish(&self) -> Option<&Wish> {
        match self {
            Self::Generate(args) => args.wish.as_ref(),
            Self::Export(args) => args.wish.as_ref(),
        }
    }
}

/// Whose work it is, for the summaries in files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// Name of the project.
    pub project: String,
    /// Revision of the project.
    pub revision: u32,
    /// Name of the person who asked.
    pub created_by: String,
}

/// A wish that can be recognised when it is made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The key that came with it.
    pub key: String,
    /// Hash of what was asked.
    pub hash: String,
}

/// Arguments of a generation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GenerateArgs {
    /// The design as it was.
    pub design: Arc<Design>,
    /// Whose work it is.
    pub origins: Origins,
    /// The tables of the run.
    pub tables: Vec<RunTable>,
    /// Seed of the rows.
    pub seed: u64,
    /// Seed of unique columns: that of the rows they are added to, else `seed`.
    pub key_seed: u64,
    /// What "now" means.
    pub as_of: DateTime<Utc>,
    /// Into the tables.
    pub into_tables: Option<InsertMode>,
    /// Into files, each with all tables.
    pub files: Vec<FileRequest>,
    /// With the faults that tables declare.
    #[serde(default)]
    pub faults: bool,
    /// Fingerprint of the plan it was compiled to.
    pub fingerprint: String,
    /// How to recognise the wish.
    #[serde(default)]
    pub wish: Option<Wish>,
}

/// A table of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunTable {
    /// The table.
    pub table: TableId,
    /// Its rows; as planned in the design where absent.
    pub rows: Option<u64>,
    /// Row numbers used before.
    pub first_row: u64,
}

/// Arguments of an export.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportArgs {
    /// The design the tables in the database have.
    pub design: Arc<Design>,
    /// Whose work it is.
    pub origins: Origins,
    /// The tables, in order.
    pub tables: Vec<TableId>,
    /// Conditions; only with one table.
    pub filter: Vec<Filter>,
    /// Order; only with one table.
    pub sort: Vec<Sort>,
    /// The file.
    pub file: FileRequest,
    /// The moment it was asked for.
    pub as_of: DateTime<Utc>,
    /// How to recognise the wish.
    #[serde(default)]
    pub wish: Option<Wish>,
}
