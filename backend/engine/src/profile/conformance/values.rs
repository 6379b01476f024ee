//! Null rates and distributions of values.

use dmb_spec::GeneratorRef;
use serde_json::Value;

use super::super::asked::{Asked, Weights};
use super::super::column::{Lens, Sketch};
use super::super::report::{Check, CheckKind, Reason};
use super::statistics::{chi_square, share};
use super::{brief, line, short};
use crate::plan::Column;

/// The share of nulls, in fields that may be null.
pub(super) fn null_rate(lens: &Lens, sketch: &Sketch) -> Option<Check> {
    let (field, rows) = (&lens.field, sketch.values + sketch.nulls);
    if !field.nullable || rows == 0 {
        return None;
    }
    // A null among the values to choose from adds to the field's rate.
    let chosen = if let Some(Asked::Weights(weights)) = &lens.asked { weights.nulls } else { 0.0 };
    let rate = 1.0 - (1.0 - field.null_rate) * (1.0 - chosen);
    let got = sketch.nulls as f64 / rows as f64;
    let check = line(&field.name, CheckKind::NullRate, short(rate), short(got));
    Some(match share(sketch.nulls, rows, rate) {
        _ if lens.own_nulls && chosen == 0.0 => check.untested(Reason::OwnNulls),
        _ if rate <= 0.0 || rate >= 1.0 => check.plain(got == rate),
        Some(test) => check.tested(test.statistic, test.p_value),
        None => check.untested(Reason::TooFewRows),
    })
}

/// How often which values come, where the generator draws numbers or chooses.
pub(super) fn distribution(column: &Column, lens: &Lens, sketch: &Sketch) -> Option<Check> {
    let name = &lens.field.name;
    let check = |got: String| line(name, CheckKind::Distribution, words(&column.generator), got);
    match &lens.asked {
        Some(Asked::Numbers(bins)) => {
            let got = format!("x̄ {}, σ {}", short(sketch.moments.mean), short(sketch.moments.deviation()));
            Some(match chi_square(&sketch.binned, &bins.shares) {
                _ if bins.shares.len() < 2 => check(got).untested(Reason::OneValue),
                Some(test) => check(got).tested(test.statistic, test.p_value),
                None => check(got).untested(Reason::TooFewRows),
            })
        }
        Some(Asked::Weights(weights)) => Some(chosen(weights, sketch, check)),
        // Of numbers people ask; a name or a code has no distribution to speak of.
        None if lens.field.field_type.is_numeric() && column.generator.name.starts_with("number.") => {
            Some(check(String::new()).untested(Reason::NoStatement)).filter(|_| !lens.field.unique)
        }
        None => None,
    }
}

fn chosen(weights: &Weights, sketch: &Sketch, check: impl Fn(String) -> Check) -> Check {
    let all = sketch.sampled.max(1) as f64;
    let part = |(value, count): (&Value, u64)| format!("{} {}", plain(value), short(count as f64 / all));
    let got: Vec<String> = sketch.frequent.top(5).into_iter().map(part).collect();
    let check = check(brief(&got.join(", ")));
    if !sketch.frequent.is_exact() {
        return check.untested(Reason::TooManyValues);
    }
    // The rarest first, so that those with too few are put together.
    let mut shares = weights.shares.clone();
    shares.sort_by(|a, b| a.1.total_cmp(&b.1));
    let counts: Vec<u64> = shares.iter().map(|(hash, _)| sketch.frequent.count(*hash)).collect();
    let never = shares.iter().zip(&counts).any(|((_, share), count)| *share <= 0.0 && *count > 0);
    if never || counts.iter().sum::<u64>() != sketch.sampled {
        return check.plain(false);
    }
    let shares: Vec<f64> = shares.into_iter().map(|(_, share)| share).collect();
    match chi_square(&counts, &shares) {
        _ if shares.iter().filter(|share| **share > 0.0).count() < 2 => check.plain(true),
        Some(test) => check.tested(test.statistic, test.p_value),
        None => check.untested(Reason::TooFewRows),
    }
}

/// The generator with its parameters.
fn words(generator: &GeneratorRef) -> String {
    match generator.params.is_empty() {
        true => generator.name.clone(),
        false => brief(&format!("{} {}", generator.name, Value::Object(generator.params.clone()))),
    }
}

/// A value as people write it.
pub(super) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
