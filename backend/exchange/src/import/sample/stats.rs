//! What is known of a column after each of its values was seen once; memory does not grow with the rows but for the hashes
//! that tell values apart, which all columns share a budget of.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use dmb_spec::time;
use indexmap::IndexMap;
use serde_json::Value;

use crate::limits::{MAX_FIELDS, MAX_NESTING};

/// Most different values that may be the choices of an enum.
const MAX_CHOICES: usize = 24;
/// Most characters of a choice.
const MAX_CHOICE_CHARS: usize = 60;
/// Most characters of values that a common form is looked for in.
const MAX_FORM_CHARS: usize = 40;

/// How many hashes may still be kept.
pub(super) struct Budget {
    left: usize,
}

impl Budget {
    pub(super) fn new(left: usize) -> Self {
        Self { left }
    }
}

/// One value of a sample.
pub(super) enum Cell<'v> {
    Empty,
    /// A text that may be written for a number, a date or anything else.
    Written(&'v str),
    Whole(i64),
    Number(f64),
    Truth(bool),
    Moment(NaiveDateTime),
    Json(&'v Value),
}

/// What all values so far can be.
#[derive(Clone, Debug)]
pub(super) struct Stats {
    pub filled: u64,
    pub whole: Option<(i64, i64)>,
    pub number: Option<(f64, f64)>,
    /// Most digits behind the point, and before it.
    pub digits: (u8, u8),
    pub truth: bool,
    /// Days written ISO, day first, month first; moments; times of day.
    pub days: [Option<(NaiveDate, NaiveDate)>; 3],
    pub moment: Option<(NaiveDateTime, NaiveDateTime)>,
    pub time: bool,
    pub uuid: bool,
    pub email: bool,
    pub url: bool,
    pub ip: bool,
    pub longest: usize,
    /// Different values with their numbers; none once there are too many.
    pub choices: Option<IndexMap<String, u64>>,
    /// What each character of all values is; none where lengths differ.
    pub form: Option<Vec<Place>>,
    /// Hashes of the values; none where a value came twice, or there were too many.
    pub hashes: Option<HashSet<u64>>,
    /// Members of objects.
    pub members: IndexMap<String, Stats>,
    pub objects: u64,
    pub items: Option<Box<Stats>>,
    pub lists: u64,
    pub lengths: (u64, u64),
}

/// What stands at a place of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Digit,
    Upper,
    Lower,
    UpperOrDigit,
    Exactly(char),
}

impl Default for Stats {
    fn default() -> Self {
        Self {
            filled: 0,
            whole: Some((i64::MAX, i64::MIN)),
            number: Some((f64::INFINITY, f64::NEG_INFINITY)),
            digits: (0, 0),
            truth: true,
            days: [Some((NaiveDate::MAX, NaiveDate::MIN)); 3],
            moment: Some((NaiveDateTime::MAX, NaiveDateTime::MIN)),
            time: true,
            uuid: true,
            email: true,
            url: true,
            ip: true,
            longest: 0,
            choices: Some(IndexMap::new()),
            form: None,
            hashes: Some(HashSet::new()),
            members: IndexMap::new(),
            objects: 0,
            items: None,
            lists: 0,
            lengths: (u64::MAX, 0),
        }
    }
}

impl Stats {
    /// Takes one value in.
    pub(super) fn see(&mut self, cell: &Cell<'_>, budget: &mut Budget) {
        self.see_at(cell, 0, budget);
    }

    fn see_at(&mut self, cell: &Cell<'_>, depth: usize, budget: &mut Budget) {
        match cell {
            Cell::Empty | Cell::Json(Value::Null) => {}
            Cell::Written(text) => {
                let text = text.trim();
                if !text.is_empty() {
                    self.written(text, budget);
                }
            }
            Cell::Whole(number) => self.plain(&number.to_string(), budget),
            Cell::Number(number) => self.plain(&number.to_string(), budget),
            Cell::Truth(truth) => self.plain(if *truth { "true" } else { "false" }, budget),
            Cell::Moment(at) => self.plain(&at.format("%Y-%m-%dT%H:%M:%S%.f").to_string(), budget),
            Cell::Json(Value::Object(object)) => self.object(object, depth, budget),
            Cell::Json(Value::Array(list)) => self.list(list, depth, budget),
            Cell::Json(Value::String(text)) => {
                self.plain(text, budget);
                // A text of JSON is no number, though it is written like one.
                (self.whole, self.number, self.truth) = (None, None, false);
            }
            Cell::Json(other) => self.plain(&other.to_string(), budget),
        }
    }

    /// A value whose text is not padded.
    fn plain(&mut self, text: &str, budget: &mut Budget) {
        self.written(text, budget);
    }

    fn written(&mut self, text: &str, budget: &mut Budget) {
        self.numbers(text);
        self.times(text);
        self.kinds(text);
        self.keep(text, budget);
        self.filled += 1;
    }

    fn numbers(&mut self, text: &str) {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        // 007 and 08001 are codes.
        let coded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") || text.starts_with('+');
        self.whole = self.whole.filter(|_| !coded).and_then(|(low, high)| {
            let number = text.parse::<i64>().ok()?;
            Some((low.min(number), high.max(number)))
        });
        self.number = self.number.filter(|_| !coded).and_then(|(low, high)| {
            let number = plain_number(text)?;
            let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
            self.digits.0 = self.digits.0.max(u8::try_from(behind.len()).unwrap_or(u8::MAX));
            self.digits.1 = self.digits.1.max(u8::try_from(before.len()).unwrap_or(u8::MAX));
            Some((low.min(number), high.max(number)))
        });
        self.truth &= truth(text).is_some();
    }

    fn times(&mut self, text: &str) {
        for (range, read) in
            self.days.iter_mut().zip([iso_day as fn(&str) -> Option<NaiveDate>, day_first, month_first])
        {
            *range = range.and_then(|(low, high)| read(text).map(|day| (low.min(day), high.max(day))));
        }
        self.moment = self.moment.and_then(|(low, high)| {
            let at = if text.len() > 10 { moment(text)? } else { iso_day(text)?.and_time(NaiveTime::MIN) };
            Some((low.min(at), high.max(at)))
        });
        self.time &= time::parse_time(text).is_some();
    }

    fn kinds(&mut self, text: &str) {
        self.uuid = self.uuid && text.len() == 36 && uuid::Uuid::try_parse(text).is_ok();
        self.email = self.email
            && text
                .split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
            && !text.contains(char::is_whitespace);
        self.url = self.url && (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(' ');
        self.ip = self.ip && text.parse::<IpAddr>().is_ok();
    }

    /// Length, choices, form and hash.
    fn keep(&mut self, text: &str, budget: &mut Budget) {
        let chars = text.chars().count();
        self.longest = self.longest.max(chars);
        if let Some(choices) = &mut self.choices {
            if chars > MAX_CHOICE_CHARS || (choices.len() >= MAX_CHOICES && !choices.contains_key(text)) {
                self.choices = None;
            } else {
                *choices.entry(text.to_owned()).or_default() += 1;
            }
        }
        self.form = if self.filled == 0 {
            first_form(text, chars)
        } else {
            self.form.take().and_then(|form| same_form(form, text))
        };
        if let Some(hashes) = &mut self.hashes {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            if budget.left == 0 || !hashes.insert(hasher.finish()) {
                budget.left += hashes.len();
                self.hashes = None;
            } else {
                budget.left -= 1;
            }
        }
    }

    fn object(&mut self, object: &serde_json::Map<String, Value>, depth: usize, budget: &mut Budget) {
        (self.filled, self.objects) = (self.filled + 1, self.objects + 1);
        self.no_scalar();
        if depth >= MAX_NESTING {
            return;
        }
        for (name, value) in object {
            if self.members.len() >= MAX_FIELDS && !self.members.contains_key(name) {
                continue;
            }
            self.members.entry(name.clone()).or_default().see_at(&Cell::Json(value), depth + 1, budget);
        }
    }

    fn list(&mut self, list: &[Value], depth: usize, budget: &mut Budget) {
        (self.filled, self.lists) = (self.filled + 1, self.lists + 1);
        self.no_scalar();
        let length = list.len() as u64;
        self.lengths = (self.lengths.0.min(length), self.lengths.1.max(length));
        if depth >= MAX_NESTING {
            return;
        }
        let items = self.items.get_or_insert_default();
        for value in list {
            items.see_at(&Cell::Json(value), depth + 1, budget);
        }
    }

    fn no_scalar(&mut self) {
        (self.whole, self.number, self.truth, self.days, self.moment) = (None, None, false, [None; 3], None);
        (self.time, self.uuid, self.email, self.url, self.ip) = (false, false, false, false, false);
        (self.choices, self.form, self.hashes) = (None, None, None);
    }

    /// Whether no two values were equal, as far as that was kept.
    pub(super) fn is_unique(&self) -> bool {
        self.filled > 0 && self.hashes.is_some()
    }
}

/// A number as programs write it; `1,234.5` and `NaN` are none.
fn plain_number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'e' | b'E' | b'+'));
    plain.then(|| text.parse::<f64>().ok()).flatten().filter(|number| number.is_finite())
}

/// `true` and `false` in the words that files have for them; 0 and 1 are numbers.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "verdadero" | "sí" | "si" => Some(true),
        "false" | "f" | "no" | "n" | "falso" => Some(false),
        _ => None,
    }
}

fn iso_day(text: &str) -> Option<NaiveDate> {
    time::parse_date(&text.replace('/', "-"))
}

fn day_first(text: &str) -> Option<NaiveDate> {
    let (day, month, year) = three(text)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn month_first(text: &str) -> Option<NaiveDate> {
    let (month, day, year) = three(text)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Three numbers, the last of four digits.
fn three(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split(['/', '-', '.']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    (short(a) && short(b) && year.len() == 4 && parts.next().is_none()).then_some(())?;
    Some((a.parse().ok()?, b.parse().ok()?, year.parse().ok()?))
}

fn moment(text: &str) -> Option<NaiveDateTime> {
    let moment = time::parse_moment(text).filter(|moment| !moment.is_relative())?;
    Some(moment.resolve(chrono::DateTime::UNIX_EPOCH).naive_utc())
}

fn place(c: char) -> Place {
    match c {
        '0'..='9' => Place::Digit,
        'A'..='Z' => Place::Upper,
        'a'..='z' => Place::Lower,
        other => Place::Exactly(other),
    }
}

fn first_form(text: &str, chars: usize) -> Option<Vec<Place>> {
    (chars <= MAX_FORM_CHARS).then(|| text.chars().map(place).collect())
}

fn same_form(mut form: Vec<Place>, text: &str) -> Option<Vec<Place>> {
    let mut chars = text.chars();
    for known in &mut form {
        let next = place(chars.next()?);
        *known = match (*known, next) {
            (a, b) if a == b => a,
            (Place::Digit | Place::Upper | Place::UpperOrDigit, Place::Digit | Place::Upper) => Place::UpperOrDigit,
            _ => return None,
        };
    }
    chars.next().is_none().then_some(form)
}
