//! Options of a format: checked against its descriptor, read with its defaults.

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_spec::{Params, Violation, words};
use serde_json::Value;

use crate::registry::FormatDescriptor;

/// Options that were checked.
pub(crate) struct Options<'a> {
    format: &'a FormatDescriptor,
    given: &'a Params,
}

impl<'a> Options<'a> {
    /// Options that [`check`] found nothing wrong with.
    pub(crate) fn new(format: &'a FormatDescriptor, given: &'a Params) -> Self {
        Self { format, given }
    }

    /// A truth value.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A text or one of a choice of words.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.value(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A whole number.
    pub(crate) fn whole(&self, name: &str) -> u64 {
        self.value(name).and_then(Value::as_u64).unwrap_or_default()
    }

    fn value(&self, name: &str) -> Option<&Value> {
        let default = || self.format.params.iter().find(|p| p.name == name)?.default.as_ref();
        self.given.get(name).filter(|v| !v.is_null()).or_else(default)
    }
}

/// An option: none must be given, each has a default.
pub(crate) fn param(
    name: &'static str,
    label: Words,
    help: Words,
    kind: ParamKind,
    default: impl Into<Value>,
) -> ParamDescriptor {
    ParamDescriptor { name, label, help, kind, required: false, default: Some(default.into()) }
}

/// Everything wrong with the options given.
pub(crate) fn check(format: &FormatDescriptor, given: &Params) -> Vec<Violation> {
    given.iter().filter_map(|(name, value)| check_one(format, name, value)).collect()
}

fn check_one(format: &FormatDescriptor, name: &str, value: &Value) -> Option<Violation> {
    let path = format!("options.{name}");
    let Some(known) = format.params.iter().find(|p| p.name == name) else {
        let message = format!("The format {} has no option “{name}”.", format.id);
        let mut violation = Violation::error(path, "unknown_option", message);
        violation.suggestion = words::nearest(name, format.params.iter().map(|p| p.name)).map(str::to_owned);
        return Some(violation);
    };
    // Forms send null for what is left empty.
    if value.is_null() {
        return None;
    }
    let invalid = |expected: String| Violation::error(path, "option_invalid", format!("“{name}” must be {expected}."));
    match &known.kind {
        ParamKind::Boolean => (!value.is_boolean()).then(|| invalid("true or false".into())),
        ParamKind::Choice(choices) => {
            let given = value.as_str().unwrap_or_default();
            (!choices.contains(&given)).then(|| {
                let mut violation = invalid(format!("one of: {}", choices.join(", ")));
                violation.suggestion = words::nearest(given, choices.iter().copied()).map(str::to_owned);
                violation
            })
        }
        ParamKind::Integer { min, max } => {
            let fits = |n: i64| min.is_none_or(|min| n >= min) && max.is_none_or(|max| n <= max);
            (!value.as_i64().is_some_and(fits)).then(|| {
                let bound = |word: &str, bound: &Option<i64>| bound.map(|n| format!(" {word} {n}")).unwrap_or_default();
                invalid(format!("a whole number{}{}", bound("from", min), bound("to", max)))
            })
        }
        // No format has options of other kinds than these; a new kind is checked here.
        _ => (!value.as_str().is_some_and(|t| t.len() <= 40 && !t.contains(['\r', '\n'])))
            .then(|| invalid("a text of one line, at most 40 bytes".into())),
    }
}
