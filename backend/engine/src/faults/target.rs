//! Which faults break a rule that the table in a database enforces. A file holds any row; a table would refuse all of
//! them for one.

use dmb_spec::{Design, Fault, Field, FieldType, Table, Violation, time};
use serde_json::Value;

use super::{Effect, find};
use crate::generator::ParamKind;

/// The faults of a table whose rows its database could refuse, each with the rule it may break. Faults that can't be
/// chosen, and those that planning refuses anyway, are not told.
pub fn broken_rules(design: &Design, table: &Table) -> Vec<Violation> {
    let Some(faults) = table.faults.as_ref().filter(|faults| faults.is_active()) else { return Vec::new() };
    let chosen = faults.kinds.iter().enumerate().filter(|(_, fault)| fault.weight() > 0.0);
    chosen.filter_map(|(at, fault)| refusal(design, table, at, fault)).collect()
}

fn refusal(design: &Design, table: &Table, at: usize, fault: &Fault) -> Option<Violation> {
    let (kind, descriptor) = find(&fault.kind)?;
    let names = descriptor.params.iter().filter(|param| param.kind == ParamKind::Field);
    let struck: Vec<&Field> = names.filter_map(|param| table.field(fault.params.get(param.name)?.as_str()?)).collect();
    let others = struck.iter().rev();
    let broken = |(field, other): (&&Field, &&Field)| {
        Some((field.name.clone(), rule(design, table, field, other, kind.effect())?))
    };
    let (field, rule) = struck.iter().zip(others).find_map(broken)?;
    let message = format!(
        "“{}” would break a rule of the table in the database: {field} {rule}. Run without faults, or generate into \
         files only.",
        fault.kind
    );
    let path = format!("tables.{}.faults.kinds[{at}]", table.name);
    Some(Violation::error(path, "fault_breaks_table", message).suggest("faults: false"))
}

/// The rule of a field that the effect may break; `other` is the field whose values it takes, where it takes another's.
fn rule(design: &Design, table: &Table, field: &Field, other: &Field, effect: Effect) -> Option<&'static str> {
    if design.tables.iter().flat_map(|t| &t.fields).any(|f| f.reference.is_some_and(|r| r.field == field.id)) {
        return Some("is what other rows refer to");
    }
    if effect == Effect::Empties {
        return (!field.nullable).then_some("is required");
    }
    if is_key(table, field) {
        return Some("tells rows apart, and no value may come twice");
    }
    if effect == Effect::Repeats {
        return None;
    }
    if field.field_type == FieldType::ForeignKey {
        return Some("must lead to a row that exists");
    }
    match effect {
        Effect::Moves => is_bounded(field).then_some("has bounds"),
        Effect::Rewrites => text_rule(field),
        Effect::Swaps => differs(field, other).then_some("allows other values than the field it changes places with"),
        Effect::Empties | Effect::Repeats | Effect::Orphans => None,
    }
}

fn is_key(table: &Table, field: &Field) -> bool {
    table.is_unique(field)
        || table.primary_key.contains(&field.id)
        || table.unique_keys.iter().any(|key| key.contains(&field.id))
}

/// Bounds that move with "now" are not the table's.
fn is_bounded(field: &Field) -> bool {
    let moves = |bound: &Value| bound.as_str().and_then(time::parse_moment).is_some_and(time::Moment::is_relative);
    [&field.constraints.min, &field.constraints.max].into_iter().flatten().any(|bound| !moves(bound))
}

/// Texts never become longer than their field allows, so its greatest length is no reason.
fn text_rule(field: &Field) -> Option<&'static str> {
    match field.field_type {
        FieldType::Json => Some("holds JSON only"),
        _ if field.constraints.choices.is_some() => Some("holds its choices only"),
        _ if field.constraints.min_length.is_some_and(|least| least > 0) => Some("has a least length"),
        _ => None,
    }
}

fn differs(field: &Field, other: &Field) -> bool {
    field.field_type != other.field_type || field.nullable != other.nullable || field.constraints != other.constraints
}
