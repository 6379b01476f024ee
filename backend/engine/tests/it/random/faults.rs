//! Faults of random designs, and what must hold of rows that have them.

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::RecordBatch;
use dmb_engine::faults::{FaultDescriptor, FaultyCell, descriptors};
use dmb_engine::json;
use dmb_engine::plan::{Plan, TablePlan};
use dmb_spec::{Fault, Faults, Field, FieldType, Table};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::support::as_in_files;

/// What can be wrong with the rows of a table.
#[derive(Clone, Debug)]
pub struct FaultsShape {
    rate: f64,
    kinds: Vec<FaultShape>,
}

#[derive(Clone, Debug)]
struct FaultShape {
    kind: Index,
    field: Index,
    other: Index,
    weight: Option<f64>,
    told: bool,
}

/// None for two tables in five; else one to five faults, which strike all rows now and then.
pub fn faults() -> impl Strategy<Value = Option<FaultsShape>> {
    let fault = (any::<Index>(), any::<Index>(), any::<Index>(), prop::option::of(0.2..5.0), any::<bool>())
        .prop_map(|(kind, field, other, weight, told)| FaultShape { kind, field, other, weight, told });
    let rate = prop_oneof![8 => 0.05..0.9, 1 => Just(1.0)];
    let shape = (rate, prop::collection::vec(fault, 1..6)).prop_map(|(rate, kinds)| FaultsShape { rate, kinds });
    prop::option::weighted(0.6, shape)
}

/// The faults of this shape, on fields that their kinds can strike; `None` where no field is left.
pub fn of_table(shape: &FaultsShape, table: &Table) -> Option<Faults> {
    let kinds: Vec<Fault> = shape.kinds.iter().filter_map(|fault| one(fault, table)).collect();
    (!kinds.is_empty()).then_some(Faults { rate: shape.rate, kinds })
}

fn one(shape: &FaultShape, table: &Table) -> Option<Fault> {
    let descriptor = shape.kind.get(descriptors());
    let fields: Vec<&Field> = table.fields.iter().filter(|field| suits(descriptor, field)).collect();
    if fields.is_empty() {
        return None;
    }
    let field = shape.field.get(&fields);
    let mut fault = Fault::on(descriptor.name, field.name.as_str());
    let mut put = |name: &str, value: Value| fault.params.insert(name.to_owned(), value);
    match descriptor.name {
        "swap" => {
            let alike = |other: &&&Field| other.field_type == field.field_type && other.id != field.id;
            let others: Vec<&&Field> = fields.iter().filter(alike).collect();
            if others.is_empty() {
                return None;
            }
            put("other", json!(shape.other.get(&others).name));
        }
        "out_of_range" if field.constraints.min.is_none() && field.constraints.max.is_none() => {
            put("min", json!(5));
            put("max", json!(9));
        }
        "unknown_code" | "wrong_type" if shape.told => drop(put("value", json!("NOPE"))),
        "broken_pattern" if shape.told => drop(put("pattern", json!("NO-[0-9]{3}"))),
        "unit" if shape.told => drop(put("factor", json!(0.01))),
        "outlier" if shape.told => drop((put("min_factor", json!(3)), put("max_factor", json!(4.5)))),
        "future" if shape.told => drop((put("min", json!("2d")), put("max", json!("90d")))),
        _ => {}
    }
    if let Some(weight) = shape.weight {
        fault.params.insert("weight".to_owned(), json!(weight));
    }
    Some(fault)
}

/// Dates need bounds to go beyond: of these designs only `created_at` has one.
fn suits(descriptor: &FaultDescriptor, field: &Field) -> bool {
    let boundless = field.constraints.min.is_none() && field.constraints.max.is_none();
    descriptor.strikes.contains(&field.field_type)
        && !(descriptor.name == "out_of_range" && field.field_type.is_temporal() && boundless)
}

/// With faults the rows are those without them, but for exactly the cells that the manifest lists, which tells them as
/// they were and are; and a row has one kind of fault. Returns the kinds that struck.
pub fn check(sound: &Plan, faulty: &Plan) -> Result<BTreeSet<&'static str>, String> {
    let mut kinds = BTreeSet::new();
    for (before, now) in sound.tables().iter().zip(faulty.tables()) {
        kinds.extend(check_table(before, now).map_err(|error| format!("{}: {error}", now.table().name))?);
    }
    Ok(kinds)
}

fn check_table(sound: &TablePlan, faulty: &TablePlan) -> Result<BTreeSet<&'static str>, String> {
    let mut listed: BTreeMap<(u64, usize), FaultyCell> = BTreeMap::new();
    let mut differing = BTreeMap::new();
    let mut row_number = 0;
    for chunk in 0..faulty.chunk_count() {
        let (batch, cells) = faulty.chunk_with_faults(chunk).map_err(|error| error.to_string())?;
        let whole = sound.chunk(chunk).map_err(|error| error.to_string())?;
        listed.extend(cells.into_iter().map(|cell| ((cell.row, cell.field), cell)));
        for (now, before) in texts(&batch, faulty.table()).into_iter().zip(texts(&whole, faulty.table())) {
            row_number += 1;
            let pairs = before.into_iter().zip(now).enumerate();
            differing.extend(pairs.filter(|(_, (b, n))| b != n).map(|(at, pair)| ((row_number, at), pair)));
        }
    }
    let told: BTreeMap<_, _> =
        listed.iter().map(|(at, cell)| (*at, (cell.original.clone(), cell.value.clone()))).collect();
    if told != differing {
        return Err(format!("the manifest tells {told:?}, what differs is {differing:?}"));
    }
    let rows: BTreeSet<(u64, &str)> = listed.values().map(|cell| (cell.row, cell.kind)).collect();
    let numbers: BTreeSet<u64> = rows.iter().map(|(row, _)| *row).collect();
    if rows.len() != numbers.len() {
        return Err(format!("a row has two kinds of fault: {rows:?}"));
    }
    Ok(rows.into_iter().map(|(_, kind)| kind).collect())
}

/// The cells as the manifest shows them.
fn texts(batch: &RecordBatch, table: &Table) -> Vec<Vec<Option<String>>> {
    let text = |(at, field): (usize, &Field), row: usize| {
        let as_text = if field.field_type == FieldType::Json { FieldType::Text } else { field.field_type };
        match json::value(batch.column(at), row, as_text) {
            Value::Null => None,
            Value::String(text) if field.field_type == FieldType::Datetime => Some(as_in_files(&text)),
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        }
    };
    (0..batch.num_rows()).map(|row| table.fields.iter().enumerate().map(|field| text(field, row)).collect()).collect()
}
