//! Types that several nouns share.

use async_graphql::{Enum, ID, SimpleObject};
use dmb_app::catalog;
use dmb_spec::GeneratorRef;
use serde_json::Value;

use crate::scalars::BigInt;

/// A text in the languages the page speaks.
#[derive(SimpleObject)]
pub(crate) struct Words {
    /// English.
    en: &'static str,
    /// Spanish.
    es: &'static str,
}

impl From<catalog::Words> for Words {
    fn from(words: catalog::Words) -> Self {
        Self { en: words.en, es: words.es }
    }
}

/// How much a violation matters.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_spec::Severity")]
pub(crate) enum Severity {
    /// Nothing runs until it is mended.
    Error,
    /// Allowed, but probably not what was meant.
    Warning,
    /// Worth knowing; nothing is wrong.
    Info,
}

/// One thing wrong with a design or a request, in words a person can act on.
#[derive(SimpleObject)]
pub(crate) struct Violation {
    /// Where, by names: `tables.customers.fields.email.params.domain`; by position where names don't tell apart.
    path: String,
    /// A stable word for programs, in snake_case.
    code: String,
    /// How much it matters.
    severity: Severity,
    /// What is wrong, in a sentence.
    message: String,
    /// What to write instead, where that can be said.
    suggestion: Option<String>,
}

impl From<dmb_spec::Violation> for Violation {
    fn from(violation: dmb_spec::Violation) -> Self {
        Self {
            path: violation.path,
            code: violation.code.into_owned(),
            severity: violation.severity.into(),
            message: violation.message,
            suggestion: violation.suggestion,
        }
    }
}

/// All of them.
pub(crate) fn violations(all: Vec<dmb_spec::Violation>) -> Vec<Violation> {
    all.into_iter().map(Into::into).collect()
}

/// A generator of the catalogue with its parameters.
#[derive(Clone, SimpleObject)]
pub(crate) struct GeneratorUse {
    /// Its name in the catalogue.
    name: String,
    /// Its parameters, as an object; what is absent takes its default.
    params: Value,
}

impl From<GeneratorRef> for GeneratorUse {
    fn from(generator: GeneratorRef) -> Self {
        Self { name: generator.name, params: Value::Object(generator.params) }
    }
}

/// Collects what is wrong with the form of an input, before the use-case is asked.
#[derive(Default)]
pub(crate) struct Problems(Vec<dmb_spec::Violation>);

impl Problems {
    /// Notes one.
    pub fn add(&mut self, path: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.0.push(dmb_spec::Violation::error(path, code, message));
    }

    /// A number without a sign.
    pub fn unsigned(&mut self, path: impl Into<String>, number: Option<BigInt>) -> Option<u64> {
        let number = number?;
        let unsigned = number.to_u64();
        if unsigned.is_none() {
            self.add(path, "out_of_range", "The number must not be negative.");
        }
        unsigned
    }

    /// An object.
    pub fn object(&mut self, path: impl Into<String>, value: Option<Value>) -> dmb_spec::Params {
        match value {
            None | Some(Value::Null) => dmb_spec::Params::new(),
            Some(Value::Object(map)) => map,
            Some(_) => {
                self.add(path, "wrong_type", "This must be an object, such as {\"min\": 1}.");
                dmb_spec::Params::new()
            }
        }
    }

    /// The value if nothing was noted.
    pub fn or<T>(self, value: T) -> Result<T, Vec<dmb_spec::Violation>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

/// The value, the newer state and the violations of an outcome, for payloads.
pub(crate) fn parts<T, C>(outcome: dmb_app::Outcome<T, C>) -> (Option<T>, Option<C>, Vec<Violation>) {
    match outcome {
        dmb_app::Outcome::Done(value, notes) => (Some(value), None, violations(notes)),
        dmb_app::Outcome::Refused(reasons) => (None, None, violations(reasons)),
        dmb_app::Outcome::Conflict(newer) => (None, Some(newer), Vec::new()),
    }
}

/// What came of a deletion.
#[derive(SimpleObject)]
pub(crate) struct DeletePayload {
    /// Id of what is gone; null when nothing was done.
    deleted_id: Option<ID>,
    /// Why nothing was done.
    violations: Vec<Violation>,
    /// Whether nothing was done because the revision given was not the latest.
    conflict: bool,
}

impl DeletePayload {
    /// What has this id is gone.
    pub fn done(id: ID) -> Self {
        Self { deleted_id: Some(id), violations: Vec::new(), conflict: false }
    }

    /// The payload for an outcome of deleting what has this id.
    pub fn of<T, C>(id: ID, outcome: dmb_app::Outcome<T, C>) -> Self {
        let (done, conflict, violations) = parts(outcome);
        Self { deleted_id: done.map(|_| id), violations, conflict: conflict.is_some() }
    }
}
