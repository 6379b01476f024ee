//! Kinds of parameters in words and figures, for whoever shows them.

use crate::generator::ParamKind;

impl ParamKind {
    /// The word for the kind, lower case.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Number { .. } => "number",
            Self::Integer { .. } => "integer",
            Self::Text => "text",
            Self::Boolean => "boolean",
            Self::Choice(_) => "choice",
            Self::Moment => "moment",
            Self::Span => "span",
            Self::Field => "field",
            Self::Locale => "locale",
            Self::List => "list",
            Self::Weights => "weights",
            Self::Bundle(_) => "bundle",
            Self::Rows(_) => "rows",
            Self::Json => "json",
            Self::Sql(_) => "sql",
            Self::Generator => "generator",
            Self::Member => "member",
            Self::Members => "members",
            Self::Cases => "cases",
        }
    }

    /// Smallest and largest number, where it has them.
    pub fn bounds(&self) -> (Option<f64>, Option<f64>) {
        let float = |bound: &Option<i64>| bound.map(|bound| bound as f64);
        match self {
            Self::Number { min, max } => (*min, *max),
            Self::Integer { min, max } => (float(min), float(max)),
            _ => (None, None),
        }
    }

    /// The words to choose from, where it has them.
    pub fn choices(&self) -> Option<&'static [&'static str]> {
        match self {
            Self::Choice(words) | Self::Sql(words) => Some(words),
            _ => None,
        }
    }
}
