//! What must hold for a case, and where it does.

use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use dmb_spec::Field;
use serde_json::Value;

use super::super::literal;
use crate::catalog::nearest;
use crate::catalog::nested::Case;
use crate::columns::{Column, Values};
use crate::generator::{CompileContext, EngineError, ParamProblem};
use crate::generators::support::numbers::number;
use crate::generators::support::steps::NumberKind;
use crate::types;

/// What must hold of a value.
pub(super) struct Condition {
    /// `true`: it is null; `false`: it is not, which every other condition demands too.
    null: bool,
    /// Its place in the order of its type lies between these, both included.
    least: i128,
    most: i128,
    among: Option<Among>,
}

/// Values that are allowed, sorted.
enum Among {
    Ordered(Vec<i128>),
    Bytes(Vec<Box<[u8]>>),
}

/// A column to compare with: numbers, moments and truth values by their place in the order of their type, texts and
/// bytes as they are.
pub(super) struct Keys<'a> {
    nulls: Option<&'a NullBuffer>,
    values: KeyValues<'a>,
}

enum KeyValues<'a> {
    Ordered(Vec<i128>),
    Bytes(Vec<&'a [u8]>),
}

impl<'a> Keys<'a> {
    /// The keys of a column.
    pub(super) fn of(array: &'a ArrayRef) -> Result<Self, EngineError> {
        let column = Column::of(array.as_ref()).map_err(|error| EngineError::fill(error.to_string()))?;
        let rows = 0..array.len();
        let values = match column.values() {
            Values::Int32(all) | Values::Date(all) | Values::Time(all) => whole(all),
            Values::Int64(all) | Values::Datetime(all) => whole(all),
            Values::Decimal(all, _) => KeyValues::Ordered(all.to_vec()),
            Values::Float(all) => KeyValues::Ordered(all.iter().map(|value| order(*value)).collect()),
            Values::Boolean(all) => KeyValues::Ordered(rows.map(|at| i128::from(all.value(at))).collect()),
            Values::Text(all) => KeyValues::Bytes(rows.map(|at| all.value(at).as_bytes()).collect()),
            Values::Uuid(all) => KeyValues::Bytes(rows.map(|at| all.value(at)).collect()),
            Values::Binary(all) => KeyValues::Bytes(rows.map(|at| all.value(at)).collect()),
        };
        Ok(Self { nulls: array.nulls(), values })
    }
}

fn whole<T: Copy + Into<i128>>(all: &[T]) -> KeyValues<'static> {
    KeyValues::Ordered(all.iter().map(|value| (*value).into()).collect())
}

/// The place of a floating point number among all of them.
fn order(number: f64) -> i128 {
    // 0 and -0 are one number.
    let bits = (number + 0.0).to_bits() as i64;
    // The bits of negative numbers count away from 0.
    i128::from(if bits < 0 { bits ^ i64::MAX } else { bits })
}

impl Condition {
    /// The conditions of a case on a field, or all that is wrong with them.
    pub(super) fn read(case: &Case<'_>, source: &Field, cx: &CompileContext<'_>) -> Result<Self, Vec<ParamProblem>> {
        let data_type = types::data_type(cx.design, source);
        let cx = CompileContext { field: source, data_type: &data_type, ..*cx };
        let mut reading = Reading { case, cx: &cx, problems: Vec::new() };
        let condition = reading.condition();
        if reading.problems.is_empty() { Ok(condition) } else { Err(reading.problems) }
    }

    /// Writes `number` where the condition holds.
    pub(super) fn mark(&self, keys: &Keys<'_>, number: u16, chosen: &mut [u16]) {
        let is_null = |at: usize| keys.nulls.is_some_and(|nulls| nulls.is_null(at));
        let rows = chosen.iter_mut().enumerate();
        if self.null {
            rows.filter(|(at, _)| is_null(*at)).for_each(|(_, chosen)| *chosen = number);
            return;
        }
        let rows = rows.filter(|(at, _)| !is_null(*at));
        match &keys.values {
            KeyValues::Ordered(keys) => {
                rows.filter(|(at, _)| self.holds(keys[*at])).for_each(|(_, chosen)| *chosen = number)
            }
            KeyValues::Bytes(keys) => {
                rows.filter(|(at, _)| self.allows(keys[*at])).for_each(|(_, chosen)| *chosen = number)
            }
        }
    }

    #[inline]
    fn holds(&self, key: i128) -> bool {
        let allowed = match &self.among {
            Some(Among::Ordered(keys)) => keys.binary_search(&key).is_ok(),
            _ => true,
        };
        allowed && (self.least..=self.most).contains(&key)
    }

    #[inline]
    fn allows(&self, bytes: &[u8]) -> bool {
        match &self.among {
            Some(Among::Bytes(known)) => known.binary_search_by(|known| (**known).cmp(bytes)).is_ok(),
            _ => true,
        }
    }
}

/// A case being read.
struct Reading<'a> {
    case: &'a Case<'a>,
    /// Of the field that decides.
    cx: &'a CompileContext<'a>,
    problems: Vec<ParamProblem>,
}

impl Reading<'_> {
    fn condition(&mut self) -> Condition {
        let null = self.case.word("null").and_then(Value::as_bool);
        let is = self.case.word("is").map(|value| self.among("is", &[value]));
        let list = self.case.word("in").and_then(Value::as_array);
        let list = list.map(|list| self.among("in", &list.iter().collect::<Vec<_>>()));
        let among = match (is.flatten(), list.flatten()) {
            (Some(one), Some(list)) => Some(both(one, list)),
            (one, list) => one.or(list),
        };
        let (least, most) = (self.least(), self.most());
        let bounded = ["is", "in", "below", "at_most", "above", "at_least"].map(|word| self.case.word(word).is_some());
        if null == Some(true) && bounded.contains(&true) {
            self.problem("null", "contradiction", "a null value is nothing else, so null stands alone");
        } else if least > most && self.problems.is_empty() {
            let message = format!("no value of {} is within these bounds", self.cx.field.name);
            self.problem("", "empty_range", message);
        }
        Condition { null: null == Some(true), least, most, among }
    }

    /// The values of `is` or `in`.
    fn among(&mut self, word: &str, values: &[&Value]) -> Option<Among> {
        if values.iter().any(|value| value.is_null()) {
            self.problem(word, "null_value", "null is no value; ask for it by null: true");
            return None;
        }
        self.check_choices(word, values);
        let column = match literal::column(values, self.cx) {
            Ok(column) => column,
            Err((_, message)) => {
                self.problem(word, "wrong_value", message);
                return None;
            }
        };
        match Keys::of(&column).ok()?.values {
            KeyValues::Ordered(mut keys) => {
                keys.sort_unstable();
                Some(Among::Ordered(keys))
            }
            KeyValues::Bytes(keys) => {
                let mut keys: Vec<Box<[u8]>> = keys.into_iter().map(Box::from).collect();
                keys.sort_unstable();
                Some(Among::Bytes(keys))
            }
        }
    }

    /// A value that the field never has is a slip of the pen.
    fn check_choices(&mut self, word: &str, values: &[&Value]) {
        let Some(choices) = &self.cx.field.constraints.choices else { return };
        for text in values.iter().filter_map(|value| value.as_str()) {
            if choices.iter().all(|choice| choice != text) {
                let message = format!("{text:?} is not among the choices of {}", self.cx.field.name);
                let mut problem = ParamProblem::new(format!("{}.{word}", self.case.at), "not_a_choice", message);
                problem.suggestion = nearest::word(text, choices.iter().map(String::as_str)).map(str::to_owned);
                self.problems.push(problem);
            }
        }
    }

    fn least(&mut self) -> i128 {
        let above = self.bound("above", false).map(|bound| bound.saturating_add(1));
        let at_least = self.bound("at_least", true);
        above.max(at_least).unwrap_or(i128::MIN)
    }

    fn most(&mut self) -> i128 {
        let below = self.bound("below", true).map(|bound| bound.saturating_sub(1));
        let at_most = self.bound("at_most", false);
        below.unwrap_or(i128::MAX).min(at_most.unwrap_or(i128::MAX))
    }

    /// The place of a bound in the order of the field's values; one that lies between two of them is rounded up or down.
    fn bound(&mut self, word: &str, up: bool) -> Option<i128> {
        let value = self.case.word(word)?;
        let field = self.cx.field;
        let no_number = || format!("{value} is not a number");
        let found = match NumberKind::of(self.cx.data_type) {
            Some(NumberKind::Float) => number(value).map(order).ok_or_else(no_number),
            Some(kind) => kind.bound(value, up).ok_or_else(no_number),
            None if field.field_type.is_temporal() => self.moment(value),
            None => Err(format!("{word} compares numbers, dates and times; {} is {}", field.name, field.field_type)),
        };
        found.map_err(|message| self.problem(word, "wrong_value", message)).ok()
    }

    fn moment(&self, value: &Value) -> Result<i128, String> {
        let column = literal::column(&[value], self.cx).map_err(|(_, message)| message)?;
        match Keys::of(&column).map(|keys| keys.values) {
            Ok(KeyValues::Ordered(keys)) if keys.len() == 1 => Ok(keys[0]),
            _ => Err(format!("{value} is no moment")),
        }
    }

    fn problem(&mut self, word: &str, code: &'static str, message: impl Into<String>) {
        let at = &self.case.at;
        let place = if word.is_empty() { at.clone() } else { format!("{at}.{word}") };
        self.problems.push(ParamProblem::new(place, code, message));
    }
}

/// What is in both lists.
fn both(one: Among, other: Among) -> Among {
    match (one, other) {
        (Among::Ordered(mut keys), Among::Ordered(other)) => {
            keys.retain(|key| other.contains(key));
            Among::Ordered(keys)
        }
        (Among::Bytes(mut keys), Among::Bytes(other)) => {
            keys.retain(|key| other.contains(key));
            Among::Bytes(keys)
        }
        // Both are of the field's one type.
        (one, _) => one,
    }
}
