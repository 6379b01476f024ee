//! How many rows a table gets for each row of a parent.

use std::collections::HashSet;

use crate::{ChildCount, FieldType, RowCount, Table, Violation};

/// Most children of one parent.
const MAX_CHILDREN: u64 = 1_000_000;

/// The foreign key that rows are counted by, and the distribution.
pub(super) fn check(table: &Table, path: &str, out: &mut Vec<Violation>) {
    let RowCount::PerParent { field, count } = &table.rows else { return };
    let per = format!("{path}.rows.per");
    match table.field_by_id(*field) {
        None => {
            out.push(Violation::error(per, "unknown_field", "Rows are counted by a field that the table doesn't have."))
        }
        Some(field) if field.field_type != FieldType::ForeignKey => {
            let message = format!("Rows are counted by “{}”, which is not a foreign key.", field.name);
            out.push(Violation::error(per, "not_a_foreign_key", message));
        }
        Some(field) if field.nullable => {
            let message =
                format!("Rows are counted by “{}”, so each row needs its parent: it can't be nullable.", field.name);
            out.push(Violation::error(per, "per_parent_nullable", message).suggest("nullable: false"));
        }
        Some(field) if field.unique && may_exceed_one(count) => {
            let message = format!("“{}” is unique, so a parent has at most one row here.", field.name);
            out.push(Violation::error(per, "per_parent_unique", message));
        }
        Some(_) => {}
    }
    if let Err((word, message)) = check_count(count) {
        out.push(Violation::error(format!("{path}.rows.{word}"), "child_count_invalid", message));
    }
}

fn may_exceed_one(count: &ChildCount) -> bool {
    match count {
        ChildCount::Constant { value } => *value > 1,
        ChildCount::Uniform { max, .. } => *max > 1,
        ChildCount::Poisson { max, .. } => max.is_none_or(|max| max > 1),
        ChildCount::Choice { weights } => weights.iter().any(|(n, weight)| *n > 1 && *weight > 0.0),
    }
}

fn check_count(count: &ChildCount) -> Result<(), (&'static str, String)> {
    let wrong = |message: String| Err(("distribution", message));
    let too_many = |n: u64| wrong(format!("{n} rows for one parent; {MAX_CHILDREN} is the most."));
    match count {
        ChildCount::Constant { value } | ChildCount::Uniform { max: value, .. } if *value > MAX_CHILDREN => {
            too_many(*value)
        }
        ChildCount::Constant { .. } => Ok(()),
        ChildCount::Uniform { min, max } if min > max => wrong(format!("min {min} is above max {max}.")),
        ChildCount::Uniform { .. } => Ok(()),
        ChildCount::Poisson { mean, .. } if !(mean.is_finite() && *mean > 0.0 && *mean <= MAX_CHILDREN as f64) => {
            wrong(format!("The mean must be above 0 and at most {MAX_CHILDREN}, not {mean}."))
        }
        ChildCount::Poisson { max: Some(max), .. } if *max == 0 || *max > MAX_CHILDREN => {
            Err(("max", format!("max must be from 1 to {MAX_CHILDREN}, not {max}.")))
        }
        ChildCount::Poisson { .. } => Ok(()),
        ChildCount::Choice { weights } => check_weights(weights),
    }
}

fn check_weights(weights: &[(u64, f64)]) -> Result<(), (&'static str, String)> {
    let mut seen = HashSet::new();
    for (n, weight) in weights {
        if *n > MAX_CHILDREN {
            return Err(("distribution", format!("{n} rows for one parent; {MAX_CHILDREN} is the most.")));
        }
        if !weight.is_finite() || *weight < 0.0 {
            return Err(("distribution", format!("The weight of {n} must be 0 or more, not {weight}.")));
        }
        if !seen.insert(n) {
            return Err(("distribution", format!("The number {n} is given twice.")));
        }
    }
    if weights.iter().any(|(_, weight)| *weight > 0.0) {
        Ok(())
    } else {
        Err(("distribution", "At least one weight must be above 0.".to_owned()))
    }
}
