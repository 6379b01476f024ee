//! What fields bound: ranges, lengths, choices.

use dmb_spec::FieldType;

use super::super::cells;
use super::super::column::{Lens, Sketch};
use super::super::report::{Check, CheckKind, Reason};
use super::values::plain;
use super::{brief, line};
use crate::plan::Column;

/// `min` and `max` of numbers and moments.
pub(super) fn range(column: &Column, lens: &Lens, sketch: &Sketch) -> Option<Check> {
    let limits = &lens.field.constraints;
    if limits.min.is_none() && limits.max.is_none() {
        return None;
    }
    let ends = if let Some(exact) = sketch.exact {
        [exact.least, exact.most].map(|steps| cells::steps(&lens.data_type, steps))
    } else if sketch.moments.count > 0 {
        [sketch.moments.least, sketch.moments.most].map(cells::number)
    } else {
        return None;
    };
    let asked = between(limits.min.as_ref().map(plain), limits.max.as_ref().map(plain));
    let check = line(&lens.field.name, CheckKind::Range, asked, format!("{} – {}", plain(&ends[0]), plain(&ends[1])));
    // The plan's own guard tells what is outside, so that both read the bounds alike.
    let outside = match sketch.exact {
        Some(exact) => {
            [exact.least, exact.most].into_iter().filter_map(|s| cells::of_steps(&lens.data_type, s)).collect()
        }
        None => vec![cells::of_floats(&[sketch.moments.least, sketch.moments.most])],
    };
    Some(check.plain(outside.iter().all(|end| column.guard.is_within(end))))
}

/// `min_length` and `max_length` of texts and bytes.
pub(super) fn length(lens: &Lens, sketch: &Sketch) -> Option<Check> {
    let limits = &lens.field.constraints;
    let (least, most) = (limits.min_length, limits.max_length);
    let seen = sketch.exact.filter(|_| least.is_some() || most.is_some())?;
    let asked = between(least.map(|n| n.to_string()), most.map(|n| n.to_string()));
    let check = line(&lens.field.name, CheckKind::Length, asked, format!("{} – {}", seen.least, seen.most));
    let long_enough = least.is_none_or(|least| seen.least >= least.into());
    Some(check.plain(long_enough && most.is_none_or(|most| seen.most <= most.into())))
}

/// `choices` of enums.
pub(super) fn choices(lens: &Lens, sketch: &Sketch) -> Option<Check> {
    let choices = lens.field.constraints.choices.as_ref().filter(|_| lens.field.field_type == FieldType::Enum)?;
    let mut seen: Vec<String> = sketch.frequent.names().map(plain).collect();
    seen.sort_unstable();
    let strange: Vec<String> =
        seen.iter().filter(|value| !choices.iter().any(|choice| same(choice, value))).cloned().collect();
    let got = if strange.is_empty() { seen.join(", ") } else { strange.join(", ") };
    let check = line(&lens.field.name, CheckKind::Choices, brief(&choices.join(", ")), brief(&got));
    Some(match sketch.frequent.is_exact() {
        true => check.plain(strange.is_empty()),
        false => check.untested(Reason::TooManyValues),
    })
}

/// Whether a value, cut where it is long, is this choice.
fn same(choice: &str, value: &str) -> bool {
    choice == value || value.strip_suffix('…').is_some_and(|start| choice.starts_with(start))
}

fn between(least: Option<String>, most: Option<String>) -> String {
    let ends = [least.map(|least| format!("≥ {least}")), most.map(|most| format!("≤ {most}"))];
    ends.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn bounds_are_written_as_they_are_read() {
        let text = |value: &str| Some(value.to_owned());
        assert_eq!(between(text("1"), text("5")), "≥ 1, ≤ 5");
        assert_eq!(between(None, text("5")), "≤ 5");
        assert!(same("a", "a") && same("abc", "ab…") && !same("xbc", "ab…"));
        assert_eq!(plain(&Value::from(3)), "3");
    }
}
