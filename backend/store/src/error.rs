//! What can go wrong, in the words the rooms above act on.

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

/// Why a verb of the store did not do its work. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such record.
    #[error("not found")]
    NotFound,
    /// The record is not in the state that the caller took it to be in: an older revision, another payload under the
    /// same idempotency key, a job that can't do this from where it is.
    #[error("the record was changed or is in another state")]
    Conflict,
    /// The lease is over: another worker may have the job, or the job is gone. Stop at once.
    #[error("the lease on the job is lost")]
    LeaseLost,
    /// Another record has this value already.
    #[error("{what} is taken")]
    Unique {
        /// What must be unique, such as `email`.
        what: &'static str,
    },
    /// The database can't be reached or is too busy; the same call may succeed later.
    #[error("the database is unavailable")]
    Unavailable(#[source] DatabaseError),
    /// A defect, or a database that is not as it should be. The text is for logs, never for users.
    #[error("the database refused")]
    Internal(#[source] DatabaseError),
}

/// The driver's own error, kept for logs.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct DatabaseError(Box<dyn std::error::Error + Send + Sync>);

impl StoreError {
    /// A stored value that can't be read.
    pub(crate) fn corrupt(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(DatabaseError(error.into()))
    }

    /// Whether two transactions got into each other's way, so that doing it again is the cure.
    pub(crate) fn is_contention(&self) -> bool {
        match self {
            Self::Unavailable(DatabaseError(source)) => source.downcast_ref::<DbErr>().is_some_and(contention),
            _ => false,
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) || contention(&error) || lost(&error) {
            Self::Unavailable(DatabaseError(error.into()))
        } else {
            Self::Internal(DatabaseError(error.into()))
        }
    }
}

/// Turns a violated unique key into [`StoreError::Unique`] of `what`; every other error as usual.
pub(crate) fn unique(what: &'static str) -> impl Fn(DbErr) -> StoreError {
    move |error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Unique { what },
        _ => error.into(),
    }
}

/// Turns a missing parent record into [`StoreError::NotFound`]; a violated unique key into `Unique` of `what`.
pub(crate) fn child_of(what: &'static str) -> impl Fn(DbErr) -> StoreError {
    move |error| match error.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => StoreError::NotFound,
        _ => unique(what)(error),
    }
}

fn driver_error(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e)) => Some(e),
        _ => None,
    }
}

/// Deadlocks, serialisation failures and locks waited for in vain, by the codes of the three databases.
fn contention(error: &DbErr) -> bool {
    let Some(sqlx::Error::Database(e)) = driver_error(error) else { return false };
    if let Some(e) = e.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>() {
        // Lock wait timeout; deadlock; (MariaDB) record has changed since last read.
        return matches!(e.number(), 1205 | 1213 | 1020);
    }
    if let Some(e) = e.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
        return matches!(e.code(), "40001" | "40P01" | "55P03");
    }
    // SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED.
    matches!(e.code().as_deref(), Some("5" | "261" | "517" | "6"))
}

/// The connection broke, or the server is going down or starting.
fn lost(error: &DbErr) -> bool {
    match driver_error(error) {
        Some(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => true,
        Some(sqlx::Error::Database(e)) => e
            .try_downcast_ref::<sqlx::postgres::PgDatabaseError>()
            .is_some_and(|e| e.code().starts_with("57P") || e.code().starts_with("08") || e.code().starts_with("53")),
        _ => false,
    }
}
