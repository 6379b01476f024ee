//! A few values of every generator, made once, each from a table of one field.

use std::sync::LazyLock;

use dmb_engine::generator::Descriptor;
use dmb_spec::{Design, Field, FieldId, FieldType, GeneratorRef, Params, RowCount, Table, TableId};
use serde_json::Value;

use super::GeneratorInfo;
use crate::preview::sample;

/// Values shown of a generator.
pub(super) const COUNT: usize = 3;

static ALL: LazyLock<Vec<GeneratorInfo>> = LazyLock::new(|| {
    let names = dmb_engine::catalog::all().iter().map(|g| g.descriptor().name);
    let descriptors = names.filter_map(dmb_engine::catalog::descriptor);
    descriptors.map(|d| GeneratorInfo { descriptor: d, example_values: values(d) }).collect()
});

pub(super) fn all() -> &'static [GeneratorInfo] {
    &ALL
}

fn values(descriptor: &Descriptor) -> Vec<String> {
    let Some(&field_type) = descriptor.produces.first() else { return Vec::new() };
    // What can't stand alone (a copy of another field, a key) has no example; the plan says so.
    sample(&design(descriptor, field_type), 0, COUNT as u64, 42)
        .map(|sample| sample.rows.iter().filter_map(|row| row.first()).map(text).collect())
        .unwrap_or_default()
}

fn design(descriptor: &Descriptor, field_type: FieldType) -> Design {
    let id = TableId::from_name("example", |_| false);
    let mut field = Field::new(FieldId::from_name(id, "value", |_| false), "value", field_type);
    let params: Params = descriptor.example.as_object().cloned().unwrap_or_default();
    field.generator = Some(GeneratorRef { name: descriptor.name.to_owned(), params });
    if field_type == FieldType::Enum {
        field.constraints.choices = choices(&descriptor.example);
    }
    let mut table = Table::new(id, "example");
    table.rows = RowCount::Total(COUNT as u64);
    table.fields.push(field);
    let mut design = Design::new("example");
    design.tables.push(table);
    design
}

/// An enum needs choices; those that the example's weights name.
fn choices(example: &Value) -> Option<Vec<String>> {
    let weights = example.get("weights").and_then(Value::as_object)?;
    Some(weights.keys().cloned().collect())
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
