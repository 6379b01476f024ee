//! Projects: a design, its tables' namespace, its jobs and exports.

mod access;
mod create;
mod delete;
mod design_file;
mod get;
mod locale;
mod update;

use chrono::{DateTime, Utc};
use dmb_spec::LocaleMix;
use uuid::Uuid;

pub use locale::{locale_text, parse_locale};

/// A project, without its tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub owner_id: Uuid,
    /// Name, for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Seed of its runs unless they say otherwise.
    pub seed: u64,
    /// Locale of its rows.
    pub locale: LocaleMix,
    /// What "now" means in its rows; the moment a job is made where absent.
    pub as_of: Option<DateTime<Utc>>,
    /// Counts the changes of the project and of its tables.
    pub revision: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// Wish for a project.
#[derive(Clone, Debug, Default)]
pub struct NewProject {
    /// Name; the design file's or the template's where absent.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Seed; the design file's where absent, else 0.
    pub seed: Option<u64>,
    /// Locale as [`parse_locale`] reads it; the design file's where absent.
    pub locale: Option<String>,
    /// A design file, YAML or JSON.
    pub design_file: Option<String>,
}

/// What to change of a project; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct ProjectChange {
    /// New name.
    pub name: Option<String>,
    /// New description.
    pub description: Option<String>,
    /// New seed.
    pub seed: Option<u64>,
    /// New locale as [`parse_locale`] reads it.
    pub locale: Option<String>,
}

/// Forms of a design file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesignFormat {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}
