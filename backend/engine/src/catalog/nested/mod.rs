//! Generators as values inside the parameters of others: read and checked as those of fields are, each problem at its
//! place, such as `members[2].generator.params.min`.

mod case;
mod member;

use dmb_spec::{Field, FieldType, GeneratorRef, Params, Table};
use serde_json::Value;

use super::params::check_at;
use super::{descriptor, nearest, suggest};
use crate::generator::{Descriptor, ParamProblem};

pub(crate) use case::{Case, WORDS as CASE_WORDS};
pub(crate) use member::{Member, WORDS as MEMBER_WORDS};

/// Most generators inside one another, that of the field not counted.
pub const DEEPEST: usize = 8;

/// Reads nested forms, and keeps what is wrong with them.
pub(crate) struct Nested<'a> {
    /// The table whose fields may be named.
    table: &'a Table,
    /// How many generators the forms stand in, one at least.
    depth: usize,
    problems: Vec<ParamProblem>,
}

impl<'a> Nested<'a> {
    /// For the parameters of a generator that stands in so many others.
    pub(super) fn at_depth(table: &'a Table, outside: usize) -> Self {
        Self { table, depth: outside + 1, problems: Vec::new() }
    }

    /// For parameters that were checked already.
    pub(crate) fn checked(table: &'a Table) -> Self {
        Self::at_depth(table, 0)
    }

    /// Everything that was wrong.
    pub(super) fn into_problems(self) -> Vec<ParamProblem> {
        self.problems
    }

    /// A generator: a name, or a name with its parameters.
    pub(crate) fn generator(&mut self, at: &str, value: &Value) -> Option<GeneratorRef> {
        let Some(reference) = read(value) else {
            let message = format!("{at} must be a generator: a name, or {{ name: {{ parameter: value }} }}");
            self.problem(at, "wrong_param", message);
            return None;
        };
        if self.depth > DEEPEST {
            let message = format!("{at} stands in more than {DEEPEST} generators, one inside another");
            self.problem(at, "nested_too_deep", message);
            return None;
        }
        let Some(known) = descriptor(&reference.name) else {
            self.problems.push(within(at, unknown(&reference.name)));
            return None;
        };
        let found = check_at(known, &reference.params, self.table, self.depth);
        let sound = found.is_empty();
        self.problems.extend(found.into_iter().map(|problem| within(at, problem)));
        sound.then_some(reference)
    }

    /// Whether a value is an object with words of a form only.
    fn is_form<'v>(&mut self, at: &str, value: &'v Value, words: &[&str]) -> Option<&'v Params> {
        let Some(form) = value.as_object() else {
            self.problem(at, "wrong_param", format!("{at} must be an object with {}", words.join(", ")));
            return None;
        };
        for word in form.keys().filter(|word| !words.contains(&word.as_str())) {
            let message = format!("unknown word {word:?}; known are {}", words.join(", "));
            let mut problem = ParamProblem::new(format!("{at}.{word}"), "unknown_param", message);
            problem.suggestion = nearest::word(word, words.iter().copied()).map(str::to_owned);
            self.problems.push(problem);
        }
        Some(form)
    }

    fn problem(&mut self, at: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.problems.push(ParamProblem::new(at, code, message));
    }
}

/// What a value names, whether it is known or not.
pub(crate) fn read(value: &Value) -> Option<GeneratorRef> {
    match value {
        Value::String(name) => Some(GeneratorRef::named(name)),
        Value::Object(map) if map.len() == 1 => {
            let (name, params) = map.iter().next()?;
            let params = match params {
                Value::Object(params) => params.clone(),
                Value::Null => Params::new(),
                _ => return None,
            };
            Some(GeneratorRef { name: name.clone(), params })
        }
        _ => None,
    }
}

/// A problem of a generator that stands at a place.
pub(crate) fn within(at: &str, mut problem: ParamProblem) -> ParamProblem {
    problem.param = match problem.param.as_str() {
        "" => at.to_owned(),
        param => format!("{at}.params.{param}"),
    };
    problem
}

/// That there is no generator with this name.
pub(crate) fn unknown(name: &str) -> ParamProblem {
    let near = super::nearest(name);
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let mut problem = ParamProblem::new("", "unknown_generator", format!("unknown generator {name:?}{hint}"));
    problem.suggestion = near.map(str::to_owned);
    problem
}

/// That a generator does not make what the field holds; `None` where it does.
pub(crate) fn wrong_type(descriptor: &Descriptor, field: &Field) -> Option<ParamProblem> {
    if descriptor.produces.contains(&field.field_type) {
        return None;
    }
    let types: Vec<&str> = descriptor.produces.iter().map(|produced| FieldType::as_str(*produced)).collect();
    let message = format!("{} makes {}, not {}", descriptor.name, types.join(", "), field.field_type);
    let mut problem = ParamProblem::new("", "generator_type", message);
    let better = suggest(&field.name, Some(field.field_type), &field.description).into_iter().next();
    problem.suggestion = better.map(|better| better.generator.name);
    Some(problem)
}

#[cfg(test)]
mod tests;
