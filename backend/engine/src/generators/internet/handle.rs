//! The part of an e-mail address before the `@`, which is the user name too: made from the names of the row's person.

use crate::generator::CompileContext;
use crate::generators::person::bundle::{People, Person, Slot};
use crate::generators::support::params::Reader;
use crate::generators::support::stages::Stages;
use crate::generators::support::text::TextColumn;

/// User names of a bundle's people.
pub(super) struct Handles {
    pub(super) people: People,
    /// Numbers that make every user name differ, where that is asked for.
    numbers: Option<Stages>,
}

impl Handles {
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let numbers = cx.unique.then(|| Stages::new(cx.stream.key()));
        Self { people: People::compile(reader, cx), numbers }
    }

    /// How many different ones there are, where they differ by construction.
    pub(super) fn capacity(&self) -> Option<u128> {
        // Names have no digits, so two user names with different numbers differ whatever the names.
        self.numbers.as_ref().map(|_| Stages::CAPACITY)
    }

    /// Appends the user name of a row, of at most `limit` bytes (all ASCII; at least 12).
    pub(super) fn write(&self, row: u64, limit: usize, out: &mut TextColumn) {
        let person = self.people.at(row);
        let style = self.people.bits(Slot::Handle, row);
        let start = out.len();
        names(&person, style & 15, out);
        let number = match &self.numbers {
            Some(numbers) => Some(numbers.at(row)),
            None => chance((style >> 8) & 0xFF, style >> 32),
        };
        let room = limit.saturating_sub(number.map_or(0, digits));
        if out.len() - start > room {
            out.truncate(start + room);
            trim(start, out);
        }
        if let Some(number) = number {
            out.push_number(number);
        }
    }
}

/// The names in one of the usual forms.
fn names(person: &Person<'_>, style: u64, out: &mut TextColumn) {
    let (given, family) = (person.folded_given(), person.folded_family());
    match style {
        0..=6 => joined(out, given, ".", family),
        7..=9 => joined(out, given, "", family),
        10..=12 => joined(out, &given[..1], "", family),
        13..=14 => joined(out, given, "_", family),
        _ => joined(out, family, ".", given),
    }
}

fn joined(out: &mut TextColumn, first: &str, between: &str, second: &str) {
    out.push(first);
    out.push(between);
    out.push(second);
}

/// A number of two digits for two people in five.
fn chance(odds: u64, bits: u64) -> Option<u64> {
    (odds < 102).then(|| 1 + bits % 99)
}

fn digits(number: u64) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
}

/// Takes off a mark that a cut left at the end.
fn trim(start: usize, out: &mut TextColumn) {
    if out.len() > start && matches!(out.current().last(), Some(b'.' | b'_')) {
        out.truncate(out.len() - 1);
    }
}
