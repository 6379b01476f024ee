//! What goes wrong in this room.

use dmb_engine::output::OutputError;
use dmb_spec::Violation;
use sea_orm::sqlx;

/// What goes wrong with the users' tables. Messages of [`Self::Invalid`], [`Self::Conflict`] and [`Self::Data`] are
/// for the person who asked; the others are for the log.
#[derive(Debug, thiserror::Error)]
pub enum TablesError {
    /// The request can't be carried out as it stands; nothing was changed.
    #[error("{}", words(.0))]
    Invalid(Vec<Violation>),
    /// The table is not in the database: it was never migrated.
    #[error("table {0} is not in the database yet")]
    NotMigrated(String),
    /// The database is no longer what the plan was made for; nothing was changed.
    #[error("{0}")]
    Conflict(String),
    /// Rows break a constraint; nothing was changed.
    #[error("{0}")]
    Data(String),
    /// The database is in use by another for too long: trying again may help.
    #[error("the tables are busy, try again in a moment")]
    Busy,
    /// The work was told to stop; nothing was changed.
    #[error("cancelled")]
    Cancelled,
    /// A file could not be read or written.
    #[error("files of the tables: {0}")]
    Io(#[from] std::io::Error),
    /// SQLite refused a statement.
    #[error("database of the tables: {0}")]
    Database(rusqlite::Error),
    /// The database server refused a statement, or did not answer.
    #[error("database of the tables: {0}")]
    Server(sqlx::Error),
    /// A defect.
    #[error("{0}")]
    Internal(String),
}

impl TablesError {
    /// Whether trying the same again may help.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy)
    }

    /// One violation.
    pub(crate) fn invalid(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![Violation::error(path, code, message)])
    }
}

impl From<rusqlite::Error> for TablesError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            _ => Self::Database(error),
        }
    }
}

impl From<sqlx::Error> for TablesError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|refusal| refusal.code()).unwrap_or_default();
        match (&error, code.as_ref()) {
            (sqlx::Error::PoolTimedOut, _) => Self::Busy,
            // Locks not had in time, deadlocks, transactions in each other's way, a server that is stopping.
            (_, "55P03" | "40P01" | "40001" | "57P01" | "57P02" | "57P03" | "53300") => Self::Busy,
            (_, "57014") => Self::Cancelled,
            _ => Self::Server(error),
        }
    }
}

/// What a refused statement tells of the tables it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// They are not what they were when it was made.
    Changed,
    /// Their rows break a constraint.
    Rows,
}

impl TablesError {
    /// What the refusal of a statement tells, where it tells something.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        use rusqlite::ErrorCode;
        match self {
            Self::Database(rusqlite::Error::SqlInputError { .. }) => Some(Refusal::Changed),
            Self::Database(error) => match error.sqlite_error_code()? {
                ErrorCode::Unknown => Some(Refusal::Changed),
                ErrorCode::ConstraintViolation => Some(Refusal::Rows),
                _ => None,
            },
            Self::Server(error) => match error.as_database_error()?.code()?.get(..2)? {
                "42" | "3F" | "2B" => Some(Refusal::Changed),
                "22" | "23" => Some(Refusal::Rows),
                _ => None,
            },
            _ => None,
        }
    }
}

impl From<arrow_schema::ArrowError> for TablesError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Internal(format!("rows could not be put together: {error}"))
    }
}

impl From<TablesError> for OutputError {
    fn from(error: TablesError) -> Self {
        match error {
            TablesError::Busy | TablesError::Cancelled => Self::Transient(error.to_string()),
            TablesError::Io(source) => Self::Io { context: "files of the tables".into(), source },
            TablesError::Database(_) | TablesError::Server(_) | TablesError::Internal(_) => {
                Self::Internal(error.to_string())
            }
            TablesError::Invalid(_) | TablesError::NotMigrated(_) | TablesError::Conflict(_) | TablesError::Data(_) => {
                Self::Data(error.to_string())
            }
        }
    }
}

fn words(violations: &[Violation]) -> String {
    violations.iter().map(|v| v.message.as_str()).collect::<Vec<_>>().join("; ")
}
