//! What was asked against what came out: a line for everything a design states that can be measured.

mod bounds;
mod relations;
mod statistics;
mod values;

use super::report::{Check, CheckKind, Reason, Verdict};
use super::table::{TableLens, TableSketch};

/// Below this chance the difference counts as real: with a hundred tests a report, one report in a hundred is wrong
/// about one of them.
const ALPHA: f64 = 1e-4;
/// The same in standard errors, for estimates.
const SIGMAS: f64 = 5.0;

/// Every comparison of a table, field by field; `all` are the tables of the plan with what was seen of each.
pub(super) fn checks(lens: &TableLens, sketch: &TableSketch, all: (&[TableLens], &[TableSketch])) -> Vec<Check> {
    let mut found = Vec::new();
    for (at, (column, seen)) in lens.columns.iter().zip(&sketch.columns).enumerate() {
        found.extend(values::null_rate(column, seen));
        found.extend(values::distribution(lens.plan.column(at), column, seen));
        found.extend(bounds::range(lens.plan.column(at), column, seen));
        found.extend(bounds::length(column, seen));
        found.extend(bounds::choices(column, seen));
        found.extend(relations::unique(lens, at, seen));
        found.extend(relations::foreign_key(lens, at, seen, all));
    }
    found.extend(relations::keys(lens, sketch));
    found.extend(relations::children(lens, sketch));
    let fields = &lens.plan.table().fields;
    let struck: Vec<&str> = fields
        .iter()
        .enumerate()
        .filter(|(at, _)| lens.plan.strikes(*at))
        .map(|(_, field)| field.name.as_str())
        .collect();
    let hidden = |check: &Check| check.fields.iter().any(|field| struck.contains(&field.as_str()));
    found.into_iter().map(|check| if hidden(&check) { check.hidden() } else { check }).collect()
}

/// A line about a field.
fn line(field: &str, kind: CheckKind, asked: impl Into<String>, got: impl Into<String>) -> Check {
    Check {
        fields: vec![field.to_owned()],
        kind,
        asked: asked.into(),
        got: got.into(),
        statistic: None,
        p_value: None,
        verdict: Verdict::NotTested,
        reason: None,
    }
}

impl Check {
    fn untested(self, reason: Reason) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// Not tested, as faults change its values.
    fn hidden(self) -> Self {
        Self { statistic: None, p_value: None, verdict: Verdict::NotTested, ..self }.untested(Reason::Faults)
    }

    /// As plain comparison has it.
    fn plain(self, holds: bool) -> Self {
        Self { verdict: if holds { Verdict::Holds } else { Verdict::Off }, ..self }
    }

    /// As a test has it.
    fn tested(self, statistic: f64, p_value: f64) -> Self {
        let round = |number: f64| statistics::digits(number, 4);
        Self { statistic: Some(round(statistic)), p_value: Some(round(p_value)), ..self.plain(p_value >= ALPHA) }
    }
}

/// A number in few digits.
fn short(number: f64) -> String {
    statistics::digits(number, 4).to_string()
}

/// A text in few characters.
fn brief(text: &str) -> String {
    match text.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
