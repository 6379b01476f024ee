//! `code.roman`: Roman numerals.

use crate::generator::{Family, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

/// Roman numerals.
pub(super) static ROMAN: Entry = Entry::text(
    "code.roman",
    Family::Code,
    words("Roman numeral", "Número romano"),
    words("Whole numbers from 1 to 3999 in Roman numerals.", "Números enteros del 1 al 3999 en cifras romanas."),
    |reader, cx| {
        let low = reader.integer("min", (1, 3_999), 1);
        let high = reader.integer("max", (1, 3_999), 30.max(low));
        if low > high {
            reader.problem("min", "empty_range", format!("no number lies between {low} and {high}"));
        }
        let span = u128::from(high.abs_diff(low.min(high))) + 1;
        let longest = (low.min(high)..=high).map(|n| roman(n as u64).map(str::len).sum::<usize>()).max().unwrap_or(15);
        codes(reader, cx, span, longest as u32, move |number, _, out| {
            roman(low as u64 + number as u64).for_each(|part| out.push(part));
        })
    },
)
.with(
    || {
        let bound = |name, label, default: i64| {
            let help = words("From 1 to 3999.", "Del 1 al 3999.");
            defaulted(name, ParamKind::Integer { min: Some(1), max: Some(3_999) }, label, help, default)
        };
        vec![bound("min", words("Smallest", "Mínimo"), 1), bound("max", words("Largest", "Máximo"), 30)]
    },
    r#"{"min":1,"max":21}"#,
)
.unique();

/// The parts of a number below 4000.
fn roman(number: u64) -> impl Iterator<Item = &'static str> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const HUNDREDS: [&str; 10] = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"];
    const THOUSANDS: [&str; 4] = ["", "M", "MM", "MMM"];
    let digit = |place: u64| (number / place % 10) as usize;
    [THOUSANDS[digit(1_000) % 4], HUNDREDS[digit(100)], TENS[digit(10)], ONES[digit(1)]].into_iter()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn every_numeral_comes_once_and_the_longest_has_fifteen_letters() {
        let trial = Trial::new("code.roman", json!({ "max": 3999 }), FieldType::String).unique(3_999);
        assert_eq!(trial.compile().unwrap().capacity(), Some(3_999));
        let made: HashSet<String> = trial.texts(3_999).into_iter().collect();
        assert_eq!((made.len(), made.iter().map(String::len).max()), (3_999, Some(15)));
        let empty = Trial::new("code.roman", json!({ "min": 9, "max": 3 }), FieldType::String);
        assert_eq!(empty.compile().err().unwrap()[0].code, "empty_range");
    }

    #[test]
    fn numerals_are_written_as_the_romans_did() {
        let written = |n| roman(n).collect::<String>();
        assert_eq!([written(4), written(1994), written(3888)], ["IV", "MCMXCIV", "MMMDCCCLXXXVIII"]);
    }
}
