//! Members of objects and items of lists: a generator with the words of a field.

use std::collections::HashSet;

use dmb_spec::validate::validate_field;
use dmb_spec::{Constraints, Field, FieldId, FieldType, GeneratorRef, Params};
use serde_json::Value;

use super::{Nested, within, wrong_type};
use crate::catalog::{descriptor, nearest};
use crate::generator::ParamProblem;

/// Most members of an object.
const MOST: usize = 200;
/// Most characters of a member's name.
const NAME_CHARS: usize = 100;

/// The words of a member; an item has all but the first.
pub(crate) const WORDS: [&str; 10] =
    ["name", "generator", "type", "null_rate", "min", "max", "max_length", "precision", "scale", "choices"];

/// A member of an object, or the item of a list.
pub(crate) struct Member {
    /// It as a field that may be null; an item is called `item`.
    pub(crate) field: Field,
    /// Where its values come from.
    pub(crate) generator: GeneratorRef,
}

impl Nested<'_> {
    /// The members of an object, in order. Where nothing is wrong, at least one.
    pub(crate) fn members(&mut self, at: &str, value: &Value) -> Vec<Member> {
        let items = value.as_array().filter(|items| (1..=MOST).contains(&items.len()));
        let Some(items) = items else {
            self.problem(at, "wrong_param", format!("{at} must be a list of 1 to {MOST} members"));
            return Vec::new();
        };
        let mut names = HashSet::new();
        let mut members = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            let at = format!("{at}[{n}]");
            let Some(form) = self.is_form(&at, item, &WORDS) else { continue };
            let name = form.get("name").and_then(Value::as_str).unwrap_or_default();
            self.check_name(&format!("{at}.name"), name, !names.insert(name));
            members.extend(self.one(&at, name, form));
        }
        members
    }

    /// The item of a list.
    pub(crate) fn item(&mut self, at: &str, value: &Value) -> Option<Member> {
        let form = self.is_form(at, value, &WORDS[1..])?;
        self.one(at, "item", form)
    }

    fn check_name(&mut self, at: &str, name: &str, again: bool) {
        if name.is_empty() || name.chars().count() > NAME_CHARS {
            self.problem(at, "wrong_param", format!("a member needs a name of 1 to {NAME_CHARS} characters"));
        } else if again {
            self.problem(at, "name_repeated", format!("there is a member {name:?} already"));
        }
    }

    fn one(&mut self, at: &str, name: &str, form: &Params) -> Option<Member> {
        let place = format!("{at}.generator");
        let generator = match form.get("generator").filter(|value| !value.is_null()) {
            Some(value) => self.generator(&place, value),
            None => {
                self.problem(&place, "missing_param", format!("{at} needs a generator"));
                None
            }
        };
        let constraints = self.constraints(at, form);
        let null_rate = self.null_rate(at, form);
        let told = self.told_type(at, form);
        let generator = generator?;
        let known = descriptor(&generator.name)?;
        let field_type = told?.unwrap_or(known.produces[0]);
        let mut field = Field::new(FieldId::from_name(self.table.id, name, |_| false), name, field_type);
        (field.nullable, field.null_rate, field.constraints) = (true, null_rate, constraints);
        if !can_stand_inside(field_type) {
            let message = format!("{} makes {field_type}, which only a field of a table can be", generator.name);
            self.problem(&place, "generator_type", message);
        } else if let Some(problem) = wrong_type(known, &field) {
            self.problems.push(within(&place, problem));
        } else {
            self.check_field(at, &field);
        }
        Some(Member { field, generator })
    }

    /// The type it states, if any; `None` where that is none.
    fn told_type(&mut self, at: &str, form: &Params) -> Option<Option<FieldType>> {
        let Some(word) = form.get("type").filter(|value| !value.is_null()) else { return Some(None) };
        let types = || FieldType::ALL.into_iter().filter(|known| can_stand_inside(*known));
        let word = word.as_str().unwrap_or_default();
        let found = types().find(|known| known.as_str() == word);
        if found.is_none() {
            let all: Vec<&str> = types().map(FieldType::as_str).collect();
            let message = format!("type must be one of {}", all.join(", "));
            let mut problem = ParamProblem::new(format!("{at}.type"), "unknown_type", message);
            problem.suggestion = nearest::word(word, all.into_iter()).map(str::to_owned);
            self.problems.push(problem);
        }
        found.map(Some)
    }

    fn null_rate(&mut self, at: &str, form: &Params) -> f64 {
        let Some(value) = form.get("null_rate").filter(|value| !value.is_null()) else { return 0.0 };
        value.as_f64().unwrap_or_else(|| {
            self.problem(format!("{at}.null_rate"), "wrong_param", "null_rate must be a number from 0 to 1");
            0.0
        })
    }

    fn constraints(&mut self, at: &str, form: &Params) -> Constraints {
        let given = |word: &str| form.get(word).filter(|value| !value.is_null());
        let texts = |value: &Value| {
            value.as_array()?.iter().map(|choice| choice.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
        };
        let choices = given("choices").map(|value| texts(value).ok_or("a list of texts"));
        Constraints {
            min: given("min").cloned(),
            max: given("max").cloned(),
            max_length: self.read(at, "max_length", given("max_length").map(whole)),
            precision: self.read(at, "precision", given("precision").map(whole)),
            scale: self.read(at, "scale", given("scale").map(whole)),
            choices: self.read(at, "choices", choices),
            ..Constraints::default()
        }
    }

    /// What was read, or a problem that says what belongs there.
    fn read<T>(&mut self, at: &str, word: &str, value: Option<Result<T, &str>>) -> Option<T> {
        value?
            .map_err(|what| self.problem(format!("{at}.{word}"), "wrong_param", format!("{word} must be {what}")))
            .ok()
    }

    /// What holds for a field holds for it too.
    fn check_field(&mut self, at: &str, field: &Field) {
        let mut found = Vec::new();
        validate_field(field, at, None, &mut found);
        for violation in found {
            let code = match violation.code {
                std::borrow::Cow::Borrowed(code) => code,
                std::borrow::Cow::Owned(_) => "wrong_param",
            };
            let mut problem = ParamProblem::new(violation.path, code, violation.message);
            problem.suggestion = violation.suggestion;
            self.problems.push(problem);
        }
    }
}

/// Whether values of a type mean something without a table's row around them.
fn can_stand_inside(field_type: FieldType) -> bool {
    !matches!(field_type, FieldType::AutoIncrement | FieldType::ForeignKey)
}

fn whole<T: TryFrom<u64>>(value: &Value) -> Result<T, &'static str> {
    value.as_u64().and_then(|number| T::try_from(number).ok()).ok_or("a whole number")
}
