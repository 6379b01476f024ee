//! A design: the tables that belong together, and what holds for all of them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Table, TableId};

/// Locales with their weights, at least one. Weights need not add up to anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocaleMix(pub Vec<(String, f64)>);

impl LocaleMix {
    /// One locale for every row.
    pub fn only(locale: impl Into<String>) -> Self {
        Self(vec![(locale.into(), 1.0)])
    }
}

impl Default for LocaleMix {
    fn default() -> Self {
        Self::only("en_US")
    }
}

/// What a user declares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// Name of the whole, for people.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Seed of every random stream unless a run says otherwise.
    #[serde(default)]
    pub seed: u64,
    /// What "now" means; when absent, the moment a job is made, kept with the job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<DateTime<Utc>>,
    /// Locale of generators that know locales, unless a field says otherwise.
    #[serde(default)]
    pub locale: LocaleMix,
    /// The tables, in the order people are shown them.
    pub tables: Vec<Table>,
}

impl Design {
    /// A design without tables.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: String::new(),
            seed: 0,
            as_of: None,
            locale: LocaleMix::default(),
            tables: Vec::new(),
        }
    }

    /// The table with this name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.name == name)
    }

    /// The table with this id.
    pub fn table_by_id(&self, id: TableId) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == id)
    }
}
