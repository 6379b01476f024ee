//! What is wrong with a design, in words a person can act on.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// How much a violation matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Allowed, but probably not what was meant.
    Warning,
    /// Nothing runs until it is mended.
    Error,
}

/// One thing wrong with a design or a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Where, by names: `tables.customers.fields.email.params.domain`. A table or field whose name is empty or not
    /// unique is given by its position instead: `tables[2].fields[0].name`.
    pub path: String,
    /// A stable word for programs, such as `unknown_generator`; snake_case, never changed once shipped.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for a person: what is wrong, with the figures.
    pub message: String,
    /// What to write instead, where that can be said.
    pub suggestion: Option<String>,
}

impl Violation {
    /// A violation that stops the design from being used.
    pub fn error(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, path, code, message)
    }

    /// A violation that is allowed but probably not meant.
    pub fn warning(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, path, code, message)
    }

    fn new(severity: Severity, path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: path.into(), code: Cow::Borrowed(code), severity, message: message.into(), suggestion: None }
    }

    /// The same with what to write instead.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// Whether it stops the design from being used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
