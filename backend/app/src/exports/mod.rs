//! Finished files: their list, their end, their download.

mod delete;
mod download;
mod list;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use dmb_spec::Params;
use uuid::Uuid;

/// A finished file.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Its id.
    pub id: Uuid,
    /// Its project.
    pub project_id: Uuid,
    /// The job that made it.
    pub job_id: Option<Uuid>,
    /// Format id of the catalogue.
    pub format: String,
    /// Options it was made with.
    pub options: Params,
    /// Name to save it under.
    pub file_name: String,
    /// Rows in it.
    pub rows: u64,
    /// Size.
    pub bytes: u64,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Seed of its rows, where they were generated.
    pub seed: Option<u64>,
    /// Who asked for it.
    pub created_by: Option<Uuid>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it will be deleted.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A file about to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The file on this machine.
    pub path: PathBuf,
    /// Name to save it under, made by us.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Size.
    pub bytes: u64,
    /// SHA-256, in hex; also the entity tag.
    pub sha256: String,
    /// Who asked; race the transfer with [`crate::App::until_revoked`].
    pub actor: crate::Actor,
}
