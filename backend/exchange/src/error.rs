//! Why nothing could be read or written.

use dmb_spec::Violation;
use thiserror::Error;

/// Why an import gave no design. What merely could not be carried over is a [`crate::Note`].
#[derive(Debug, Error)]
pub enum ImportError {
    /// It is larger than what is read.
    #[error("{what} has more than {limit} {unit}, which is the most that is read")]
    TooLarge {
        /// What is too large, such as “The file”.
        what: String,
        /// The most that is read.
        limit: u64,
        /// Of what: bytes, tables, fields, levels.
        unit: &'static str,
    },
    /// It can't be read as what it is said to be.
    #[error("{place}: {reason}")]
    Unreadable {
        /// Where, such as “line 3”.
        place: String,
        /// Why, in words.
        reason: String,
    },
    /// It is not told what it is, and it can't be seen.
    #[error("it can't be seen what this is; say which of {0}")]
    Unknown(String),
    /// It was read, and held nothing that a table could be made of.
    #[error("{0}")]
    Empty(String),
    /// A design file with mistakes, each with its line; or what came out can't be used as a design.
    #[error("the design has {} mistakes, the first: {}", .0.len(), .0.first().map_or("", |first| first.message.as_str()))]
    Violations(Vec<Violation>),
}

impl ImportError {
    /// That something is larger than what is read.
    pub(crate) fn too_large(what: impl Into<String>, limit: impl TryInto<u64>, unit: &'static str) -> Self {
        Self::TooLarge { what: what.into(), limit: limit.try_into().unwrap_or(u64::MAX), unit }
    }

    /// That something can't be read.
    pub(crate) fn unreadable(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Unreadable { place: place.into(), reason: reason.into() }
    }
}

/// Why a design could not be written.
#[derive(Debug, Error)]
pub enum ExportError {
    /// There is no such format.
    #[error("there is no format {wanted:?}; there are {known}")]
    UnknownFormat {
        /// What was asked for.
        wanted: String,
        /// Every format.
        known: String,
    },
    /// The design can't be used.
    #[error("the design has {} mistakes, the first: {}", .0.len(), .0.first().map_or("", |first| first.message.as_str()))]
    Violations(Vec<Violation>),
}
