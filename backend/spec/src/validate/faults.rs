//! What holds for faults whatever their kinds: rate, weights, how many there are.

use super::limits::{MAX_FIELDS, MAX_GENERATOR_NAME_CHARS, MAX_PARAMS_CHARS, text_limit};
use crate::{Faults, Table, Violation};

/// Most faults of a table: a few for each field.
const MAX_FAULTS: usize = 4 * MAX_FIELDS;

/// Rate, number of kinds, weights.
pub(super) fn check(table: &Table, path: &str, out: &mut Vec<Violation>) {
    let Some(faults) = &table.faults else { return };
    let path = format!("{path}.faults");
    if !(0.0..=1.0).contains(&faults.rate) {
        let message = format!("The rate of faulty rows must be from 0 to 1, not {}.", faults.rate);
        out.push(Violation::error(format!("{path}.rate"), "fault_rate_out_of_range", message));
    }
    if faults.kinds.is_empty() && faults.rate > 0.0 {
        let message = "No kind of fault is named; name at least one, or set the rate to 0.";
        out.push(Violation::error(format!("{path}.kinds"), "fault_kinds_missing", message));
    }
    if faults.kinds.len() > MAX_FAULTS {
        let message = format!("The table has {} faults; {MAX_FAULTS} is the most.", faults.kinds.len());
        out.push(Violation::error(format!("{path}.kinds"), "too_many_faults", message));
    }
    check_weights(faults, &path, out);
    for (at, fault) in faults.kinds.iter().enumerate() {
        let path = format!("{path}.kinds[{at}]");
        text_limit(&fault.kind, MAX_GENERATOR_NAME_CHARS, &path, out);
        text_limit(&serde_json::to_string(&fault.params).unwrap_or_default(), MAX_PARAMS_CHARS, &path, out);
    }
}

fn check_weights(faults: &Faults, path: &str, out: &mut Vec<Violation>) {
    let weights = || faults.kinds.iter().map(crate::Fault::weight);
    for (at, weight) in weights().enumerate().filter(|(_, weight)| !weight.is_finite() || *weight < 0.0) {
        let message = format!("A weight must be 0 or more, not {weight}.");
        out.push(Violation::error(format!("{path}.kinds[{at}].weight"), "weight_out_of_range", message));
    }
    if faults.rate > 0.0 && !faults.kinds.is_empty() && weights().all(|weight| weight == 0.0) {
        let message = "All weights are 0, so no fault can be chosen; give one of them more.";
        out.push(Violation::error(format!("{path}.kinds"), "weights_all_zero", message));
    }
}
