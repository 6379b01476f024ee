//! What a change may come to, when every answer is one a person expects.

use dmb_spec::Violation;

/// The expected ends of a change; what nobody expects is an [`crate::AppError`].
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<T, C = T> {
    /// It is done; the violations, if any, are warnings.
    Done(T, Vec<Violation>),
    /// Nothing was done, for all these reasons.
    Refused(Vec<Violation>),
    /// Nothing was done: the caller had seen an older state than this one.
    Conflict(C),
}

impl<T, C> Outcome<T, C> {
    /// Done, with nothing to say.
    pub fn done(value: T) -> Self {
        Self::Done(value, Vec::new())
    }

    /// Refused for one reason.
    pub fn refused(violation: Violation) -> Self {
        Self::Refused(vec![violation])
    }

    /// The value where it was done.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Done(value, _) => Some(value),
            Self::Refused(_) | Self::Conflict(_) => None,
        }
    }
}
