//! The one place that takes errors of the rooms below in.

use std::time::Duration;

use dmb_spec::Violation;
use dmb_store::StoreError;
use dmb_tables::TablesError;

/// Why a use-case ended otherwise than asked. Expected ends of changes are [`crate::Outcome`]s.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It isn't there, or it is somebody else's; nobody learns which.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or what they showed isn't valid (any more).
    #[error("not signed in")]
    Unauthenticated,
    /// Signed in, but this needs more than the credential allows.
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// The request itself is wrong, in all these ways.
    #[error("the request is not valid")]
    Invalid(Vec<Violation>),
    /// It can't be done in the state things are in, in words.
    #[error("{0}")]
    Conflict(String),
    /// Too often.
    #[error("too many attempts")]
    Throttled {
        /// When to try again.
        retry_after: Duration,
    },
    /// Something needed doesn't answer now; trying again may help.
    #[error("not available: {0}")]
    Unavailable(#[source] BoxError),
    /// A defect. Its text is for the log alone.
    #[error("internal error: {0}")]
    Internal(#[source] BoxError),
}

/// An error of a lower room.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

impl AppError {
    /// One thing wrong with a request.
    pub fn invalid(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![Violation::error(path, code, message)])
    }

    /// A defect with its source.
    pub fn internal(source: impl Into<BoxError>) -> Self {
        Self::Internal(source.into())
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Conflict | StoreError::LeaseLost => {
                Self::Conflict("It was changed by somebody else meanwhile.".to_owned())
            }
            StoreError::Unique { what } => Self::Conflict(format!("This {what} is taken.")),
            StoreError::Unavailable(_) => Self::Unavailable(Box::new(error)),
            StoreError::Internal(_) => Self::Internal(Box::new(error)),
        }
    }
}

impl From<TablesError> for AppError {
    fn from(error: TablesError) -> Self {
        match error {
            TablesError::Invalid(violations) => Self::Invalid(violations),
            TablesError::NotMigrated(_) | TablesError::Conflict(_) | TablesError::Data(_) => {
                Self::Conflict(error.to_string())
            }
            TablesError::Busy | TablesError::Cancelled => Self::Unavailable(Box::new(error)),
            TablesError::Io(_) | TablesError::Database(_) | TablesError::Server(_) | TablesError::Internal(_) => {
                Self::Internal(Box::new(error))
            }
        }
    }
}
