//! Why a command did not end well, and the exit code that says so to scripts.

use std::io::ErrorKind;
use std::process::ExitCode;

use dmb_engine::output::OutputError;
use dmb_spec::Violation;

/// The exit codes, for the help of commands.
pub const EXIT_CODES: &str = "\
Exit codes:
    0  done
    1  failed: a file that can't be read, a full disk
    2  wrong use: an unknown flag, table or format
    3  the design has violations; nothing was written
  130  interrupted (Ctrl-C); no file is left behind";

/// Why a command did not end well.
#[derive(Debug)]
pub enum Failure {
    /// Something went wrong, in a sentence.
    Failed(String),
    /// The command was used wrongly, in a sentence.
    Usage(String),
    /// The design is wrong, in words of its own.
    Violations(Vec<Violation>),
    /// Somebody stopped it.
    Interrupted,
}

impl Failure {
    /// Says on standard error what went wrong, and gives the exit code.
    pub fn tell(self) -> ExitCode {
        let (code, message) = match self {
            Self::Failed(message) => (1, message),
            Self::Usage(message) => (2, message),
            Self::Violations(found) => (3, lines(&found)),
            Self::Interrupted => (130, "interrupted".to_owned()),
        };
        eprintln!("dmb: {message}");
        ExitCode::from(code)
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Failed(message)
    }
}

/// The outcome of writing to standard output: a reader that went away has seen what it wanted.
pub fn unless_closed(written: Result<(), OutputError>) -> Result<(), Failure> {
    match written {
        Err(OutputError::Io { source, .. }) if source.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::Failed(error.to_string())),
        Ok(()) => Ok(()),
    }
}

/// Violations as lines for a person.
pub fn lines(violations: &[Violation]) -> String {
    let line = |violation: &Violation| {
        let suggestion = violation.suggestion.as_deref().map(|text| format!(" ({text})")).unwrap_or_default();
        format!("{}: {}{suggestion}", violation.path, violation.message)
    };
    violations.iter().map(line).collect::<Vec<_>>().join("\n     ")
}
