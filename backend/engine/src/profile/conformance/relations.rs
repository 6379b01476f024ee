//! Uniqueness, foreign keys and children of parents.

use dmb_spec::ChildCount;

use super::super::column::Sketch;
use super::super::hll;
use super::super::report::{Check, CheckKind, Reason};
use super::super::table::{TableLens, TableSketch, parent_table};
use super::statistics::chi_square;
use super::{SIGMAS, line, short};

/// No two rows share a value of a unique field.
pub(super) fn unique(lens: &TableLens, at: usize, sketch: &Sketch) -> Option<Check> {
    let field = &lens.columns[at].field;
    if !lens.plan.table().is_unique(field) || sketch.values == 0 {
        return None;
    }
    let (distinct, error) = sketch.distinct();
    Some(match error > 0.0 {
        true => estimated(&field.name, sketch.values, distinct as f64),
        false => counted(&field.name, sketch.values, distinct),
    })
}

/// No two rows share the values of a key of several fields.
pub(super) fn keys(lens: &TableLens, sketch: &TableSketch) -> Vec<Check> {
    let one = |(key, seen): (&Vec<usize>, &super::super::table::KeySketch)| {
        let fields = key.iter().map(|at| lens.columns[*at].field.name.clone()).collect();
        Check { fields, ..estimated("", seen.rows, seen.distinct.estimate()) }
    };
    lens.keys.iter().zip(&sketch.keys).filter(|(_, seen)| seen.rows > 0).map(one).collect()
}

fn counted(field: &str, values: u64, distinct: u64) -> Check {
    line(field, CheckKind::Unique, values.to_string(), distinct.to_string()).plain(values == distinct)
}

/// An estimate can't tell a few repeated values; that there are none is by construction.
fn estimated(field: &str, values: u64, distinct: f64) -> Check {
    let check = line(field, CheckKind::Unique, values.to_string(), format!("≈ {}", distinct.round()));
    let z = (distinct - values as f64) / (hll::ERROR * values as f64);
    let check = check.plain(z.abs() <= SIGMAS).untested(Reason::ByConstruction);
    Check { statistic: Some(super::statistics::digits(z, 4)), ..check }
}

/// Every key leads to a parent: keys lie among the parents' keys, and there are not more of them.
pub(super) fn foreign_key(
    lens: &TableLens,
    at: usize,
    sketch: &Sketch,
    (tables, sketches): (&[TableLens], &[TableSketch]),
) -> Option<Check> {
    let relation = lens.plan.column(at).relation.as_ref()?;
    let field = &lens.columns[at].field;
    let reference = field.reference?;
    if sketch.values == 0 {
        return None;
    }
    let (distinct, error) = sketch.distinct();
    let parents = relation.parents.range().1;
    let about = if error > 0.0 { "≈ " } else { "" };
    let check = line(&field.name, CheckKind::ForeignKey, parents.to_string(), format!("{about}{distinct}"));
    let few = distinct as f64 <= parents as f64 * (1.0 + SIGMAS * error);
    let Some(table) = parent_table(&relation.parents) else {
        return Some(check.plain(few).untested(Reason::EarlierParents));
    };
    let keys = tables[table].plan.table().fields.iter().position(|key| key.id == reference.field)?;
    let among = match (sketch.exact, sketches[table].columns[keys].exact) {
        (Some(mine), Some(theirs)) => mine.least >= theirs.least && mine.most <= theirs.most,
        _ => true,
    };
    Some(check.plain(few && among).untested(Reason::ByConstruction))
}

/// How many children parents have.
pub(super) fn children(lens: &TableLens, sketch: &TableSketch) -> Option<Check> {
    let family = lens.family.as_ref()?;
    let field = &lens.columns[family.field].field;
    let check = |got: String| line(&field.name, CheckKind::Children, words(&family.asked), got);
    let Some(bins) = &family.bins else { return Some(check(String::new()).untested(Reason::NoStatement)) };
    if sketch.columns[family.field].nulls > 0 {
        return Some(check(String::new()).untested(Reason::HiddenParents));
    }
    let rows = sketch.columns[family.field].values;
    let mut tally = sketch.runs.clone().finish(bins);
    let none = family.parents.saturating_sub(tally.parents);
    tally.add(0, none, bins);
    let mean = rows as f64 / family.parents.max(1) as f64;
    let check = check(format!("x̄ {}, {} – {}", short(mean), tally.least.unwrap_or(0), tally.most));
    Some(match (chi_square(&tally.binned, &bins.shares), &family.asked) {
        _ if family.scaled => check.untested(Reason::Scaled),
        (_, ChildCount::Constant { value }) => check.plain(tally.least == Some(*value) && tally.most == *value),
        _ if bins.shares.len() < 2 => check.untested(Reason::OneValue),
        (Some(test), _) => check.tested(test.statistic, test.p_value),
        (None, _) => check.untested(Reason::TooFewRows),
    })
}

fn words(count: &ChildCount) -> String {
    match count {
        ChildCount::Constant { value } => value.to_string(),
        ChildCount::Uniform { min, max } => format!("uniform {min} – {max}"),
        ChildCount::Poisson { mean, max: None } => format!("poisson {mean}"),
        ChildCount::Poisson { mean, max: Some(max) } => format!("poisson {mean}, ≤ {max}"),
        ChildCount::Choice { weights } => {
            let pair = |(value, weight): &(u64, f64)| format!("{value}: {weight}");
            super::brief(&weights.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}
