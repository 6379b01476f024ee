//! Cases: conditions on a field, and the generator where they hold.

use dmb_spec::{GeneratorRef, Params};
use serde_json::Value;

use super::Nested;

/// Most cases of a list.
const MOST: usize = 1_000;

/// The words of a case.
pub(crate) const WORDS: [&str; 8] = ["is", "in", "below", "at_most", "above", "at_least", "null", "then"];

/// One case of a list.
pub(crate) struct Case<'v> {
    /// Its place, such as `cases[2]`.
    pub(crate) at: String,
    /// Its words.
    pub(crate) form: &'v Params,
    /// Where values come from where it holds; null where absent.
    pub(crate) then: Option<GeneratorRef>,
}

impl Case<'_> {
    /// A word that is given.
    pub(crate) fn word(&self, word: &str) -> Option<&Value> {
        self.form.get(word).filter(|value| !value.is_null())
    }

    /// Its conditions as text: the same for the same, whatever stands around them.
    pub(crate) fn identity(&self) -> String {
        let conditions = WORDS[..7].iter().filter_map(|word| Some(format!("{word} {}", self.word(word)?)));
        conditions.collect::<Vec<_>>().join("; ")
    }
}

impl Nested<'_> {
    /// The cases, in order. Where nothing is wrong, at least one.
    pub(crate) fn cases<'v>(&mut self, at: &str, value: &'v Value) -> Vec<Case<'v>> {
        let items = value.as_array().filter(|items| (1..=MOST).contains(&items.len()));
        let Some(items) = items else {
            self.problem(at, "wrong_param", format!("{at} must be a list of 1 to {MOST} cases"));
            return Vec::new();
        };
        items.iter().enumerate().filter_map(|(n, item)| self.case(format!("{at}[{n}]"), item)).collect()
    }

    fn case<'v>(&mut self, at: String, item: &'v Value) -> Option<Case<'v>> {
        let form = self.is_form(&at, item, &WORDS)?;
        let then = match form.get("then") {
            Some(Value::Null) => None,
            Some(value) => self.generator(&format!("{at}.then"), value),
            None => {
                let message = format!("{at} must say what follows: a generator, or null");
                self.problem(format!("{at}.then"), "missing_param", message);
                None
            }
        };
        let case = Case { at, form, then };
        self.check_conditions(&case);
        Some(case)
    }

    fn check_conditions(&mut self, case: &Case<'_>) {
        let at = &case.at;
        if WORDS[..7].iter().all(|word| case.word(word).is_none()) {
            let message = format!("{at} has no condition; give one of {}", WORDS[..7].join(", "));
            self.problem(at, "missing_param", message);
        }
        if case.word("in").is_some_and(|list| list.as_array().is_none_or(Vec::is_empty)) {
            self.problem(format!("{at}.in"), "wrong_param", "in must be a list with at least one value");
        }
        if case.word("null").is_some_and(|value| !value.is_boolean()) {
            self.problem(format!("{at}.null"), "wrong_param", "null must be true or false");
        }
    }
}
