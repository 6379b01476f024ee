//! Reading parameters, with every problem kept until the end.

use chrono::{DateTime, Utc};
use dmb_spec::Params;
use dmb_spec::time::{Span, parse_moment, parse_span};
use serde_json::Value;

use crate::generator::ParamProblem;

/// Reads the parameters of one generator and gathers what is wrong with them.
pub(crate) struct Reader<'a> {
    params: &'a Params,
    problems: Vec<ParamProblem>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(params: &'a Params) -> Self {
        Self { params, problems: Vec::new() }
    }

    /// The value of a parameter; null counts as absent.
    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        self.params.get(name).filter(|v| !v.is_null())
    }

    /// A finite number, written as a number or as text.
    pub(crate) fn number(&mut self, name: &'static str) -> Option<f64> {
        let value = self.value(name)?;
        let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|n: &f64| n.is_finite());
        self.expect(number, name, "must be a number")
    }

    /// A number above 0, or the default.
    pub(crate) fn positive(&mut self, name: &'static str, default: f64) -> f64 {
        let number = self.number(name).unwrap_or(default);
        if number > 0.0 {
            return number;
        }
        self.problem(name, "out_of_range", format!("{name} must be above 0, not {number}"));
        default
    }

    /// A whole number within bounds, or the default.
    pub(crate) fn integer(&mut self, name: &'static str, bounds: (i64, i64), default: i64) -> i64 {
        let Some(value) = self.value(name) else { return default };
        let number = value.as_i64().or_else(|| value.as_f64().filter(|n| n.fract() == 0.0).map(|n| n as i64));
        match self.expect(number, name, "must be a whole number") {
            Some(n) if (bounds.0..=bounds.1).contains(&n) => n,
            Some(n) => {
                let (low, high) = bounds;
                self.problem(name, "out_of_range", format!("{name} must lie between {low} and {high}, not {n}"));
                default
            }
            None => default,
        }
    }

    /// Text, or the default.
    pub(crate) fn text(&mut self, name: &'static str, default: &'static str) -> &'a str {
        let Some(value) = self.value(name) else { return default };
        self.expect(value.as_str(), name, "must be text").unwrap_or(default)
    }

    /// One of some words, or the first of them.
    pub(crate) fn choice(&mut self, name: &'static str, choices: &'static [&'static str]) -> &'static str {
        let given = self.text(name, choices[0]);
        match choices.iter().find(|c| **c == given) {
            Some(found) => found,
            None => {
                self.problem(name, "unknown_choice", format!("{name} must be one of {}", choices.join(", ")));
                choices[0]
            }
        }
    }

    /// True or false, or the default.
    pub(crate) fn boolean(&mut self, name: &'static str, default: bool) -> bool {
        let Some(value) = self.value(name) else { return default };
        self.expect(value.as_bool(), name, "must be true or false").unwrap_or(default)
    }

    /// A moment, resolved against `as_of`.
    pub(crate) fn moment(&mut self, name: &'static str, as_of: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let value = self.value(name)?;
        let moment = value.as_str().and_then(parse_moment);
        let help = "must be a date, a date and time, now, or a span from now such as -2y";
        self.expect(moment, name, help).map(|m| m.resolve(as_of))
    }

    /// A span of time.
    pub(crate) fn span(&mut self, name: &'static str) -> Option<Span> {
        let value = self.value(name)?;
        self.expect(value.as_str().and_then(parse_span), name, "must be a span of time such as 90s, 12h, 7d or 3mo")
    }

    /// A list of words; a single word counts as a list of one.
    pub(crate) fn list(&mut self, name: &'static str) -> Option<Vec<&'a str>> {
        let items = match self.value(name)? {
            Value::Array(items) => items.iter().map(Value::as_str).collect(),
            Value::String(one) => Some(vec![one.as_str()]),
            _ => None,
        };
        self.expect(items.filter(|i: &Vec<&str>| !i.is_empty()), name, "must be a list of at least one text")
    }

    /// Notes something wrong.
    pub(crate) fn problem(&mut self, name: &str, code: &'static str, message: impl Into<String>) {
        self.problems.push(ParamProblem::new(name, code, message));
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_ok(&self) -> bool {
        self.problems.is_empty()
    }

    /// `made` where nothing was wrong, else all that was.
    pub(crate) fn finish<T>(self, made: T) -> Result<T, Vec<ParamProblem>> {
        if self.problems.is_empty() { Ok(made) } else { Err(self.problems) }
    }

    /// The problems gathered.
    pub(crate) fn into_problems(self) -> Vec<ParamProblem> {
        self.problems
    }

    fn expect<T>(&mut self, read: Option<T>, name: &'static str, otherwise: &str) -> Option<T> {
        if read.is_none() {
            self.problem(name, "wrong_value", format!("{name} {otherwise}"));
        }
        read
    }
}
