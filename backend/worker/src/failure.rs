//! How an attempt fails, in words for the person who asked.

use dmb_app::{AppError, BoxError};
use dmb_engine::output::{OutputError, RunError};
use dmb_spec::Violation;
use dmb_store::JobError;
use dmb_tables::TablesError;
use uuid::Uuid;

/// How an attempt ended that is not success.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was told to stop.
    Stopped,
    /// Something passing; the next attempt may do better.
    Retry(JobError),
    /// It can't be done.
    Fail(JobError),
}

impl Failure {
    /// It can't be done, for a reason the person can act on.
    pub(crate) fn fail(code: &str, message: impl Into<String>) -> Self {
        Self::Fail(JobError { code: code.to_owned(), message: message.into(), retryable: false, error_id: None })
    }

    /// Something passing.
    pub(crate) fn retry(code: &str, message: impl Into<String>) -> Self {
        Self::Retry(JobError { code: code.to_owned(), message: message.into(), retryable: true, error_id: None })
    }

    /// A defect of ours: its text goes to the log under an id, the person gets the id.
    pub(crate) fn defect(source: &BoxError) -> Self {
        let id = Uuid::new_v4().simple().to_string();
        tracing::error!(error_id = %id, error = %source, "a job failed by a defect");
        Self::Fail(JobError {
            code: "INTERNAL".to_owned(),
            message: "Something went wrong on our side. The log has more under the error's id.".to_owned(),
            retryable: true,
            error_id: Some(id),
        })
    }

    /// What no longer fits the design.
    pub(crate) fn violations(violations: &[Violation]) -> Self {
        let words: Vec<&str> = violations.iter().filter(|v| v.is_error()).map(|v| v.message.as_str()).collect();
        Self::fail("NOT_POSSIBLE", words.join(" "))
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::fail("GONE", "What the job needs is no longer there."),
            AppError::Invalid(violations) => Self::violations(&violations),
            AppError::Conflict(words) => Self::fail("CONFLICT", words),
            AppError::Unavailable(source) => {
                tracing::warn!(error = %source, "a job waits for something that is not available");
                Self::retry("UNAVAILABLE", "A database did not answer.")
            }
            AppError::Internal(source) => Self::defect(&source),
            AppError::Unauthenticated | AppError::Forbidden(_) | AppError::Throttled { .. } => {
                Self::defect(&BoxError::from("a job was asked for its credential"))
            }
        }
    }
}

impl From<TablesError> for Failure {
    fn from(error: TablesError) -> Self {
        match error {
            TablesError::Cancelled => Self::Stopped,
            error => AppError::from(error).into(),
        }
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        match error {
            OutputError::Data(words) => Self::fail("DATA", words),
            OutputError::Transient(words) => Self::retry("BUSY", words),
            OutputError::Io { context, source } => {
                tracing::warn!(%context, error = %source, "a file could not be written");
                Self::retry("FILE", file_words(&source))
            }
            OutputError::Internal(words) => Self::defect(&BoxError::from(words)),
        }
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Cancelled => Self::Stopped,
            RunError::Output(error) => error.into(),
            // What a generator could not do with the design, by table and field.
            RunError::Engine(error) => Self::fail("GENERATION", error.to_string()),
            RunError::Panicked => Self::defect(&BoxError::from("a generating thread panicked")),
        }
    }
}

/// What the system says of a file, without its path.
fn file_words(source: &std::io::Error) -> &'static str {
    match source.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "There is no room left for files.",
        std::io::ErrorKind::PermissionDenied => "The server may not write files where it should.",
        _ => "A file could not be written.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(failure: Failure) -> (bool, String) {
        match failure {
            Failure::Retry(error) => (true, error.message),
            Failure::Fail(error) => (false, error.message),
            Failure::Stopped => panic!("stopped"),
        }
    }

    #[test]
    fn paths_and_inner_words_never_reach_the_person() {
        let secret = "/srv/data/artifacts/x.part";
        let io = OutputError::Io { context: secret.into(), source: std::io::Error::other(secret) };
        let internal = OutputError::Internal(secret.into());
        for failure in [Failure::from(io), Failure::from(internal), AppError::internal(secret).into()] {
            let (_, words) = message(failure);
            assert!(!words.contains(secret), "{words}");
        }
    }

    #[test]
    fn passing_trouble_is_tried_again_and_wrong_data_is_not() {
        assert!(message(OutputError::Transient("busy".into()).into()).0);
        assert_eq!(message(OutputError::Data("too long".into()).into()), (false, "too long".into()));
        assert!(matches!(Failure::from(RunError::Cancelled), Failure::Stopped));
    }
}
