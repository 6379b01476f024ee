//! A few values of a generator, each time from a table of one field.

use chrono::DateTime;
use dmb_spec::{Design, Field, FieldId, FieldType, GeneratorRef, LocaleMix, Params, RowCount, Table, TableId};
use serde_json::Value;

use crate::generator::Descriptor;
use crate::json;
use crate::plan::{PlanRequest, compile};

/// Values shown of a generator.
const COUNT: u64 = 3;
/// Seed of the examples.
const SEED: u64 = 42;
/// What "now" means in them, so that they never change: the first of January 2026.
const NOW: i64 = 1_767_225_600;

/// A few values that a generator makes of its example parameters in a locale, as text. None where it can't stand alone
/// (a copy of another field, a key), or where there is no such locale.
pub fn examples(descriptor: &Descriptor, locale: &str) -> Vec<String> {
    let Some(&field_type) = descriptor.produces.first() else { return Vec::new() };
    let design = design(descriptor, field_type, locale);
    let now = DateTime::from_timestamp(NOW, 0).unwrap_or_default();
    let Ok(plan) = compile(PlanRequest::whole(&design, now)) else { return Vec::new() };
    let rows = plan.tables().iter().filter_map(|table| {
        let batch = table.rows_at(&(0..COUNT).collect::<Vec<_>>()).ok()?;
        Some(json::rows(&batch, table.table()))
    });
    rows.flatten().filter_map(|row| row.first().map(text)).collect()
}

fn design(descriptor: &Descriptor, field_type: FieldType, locale: &str) -> Design {
    let id = TableId::from_name("example", |_| false);
    let mut field = Field::new(FieldId::from_name(id, "value", |_| false), "value", field_type);
    let params: Params = descriptor.example.as_object().cloned().unwrap_or_default();
    field.generator = Some(GeneratorRef { name: descriptor.name.to_owned(), params });
    if field_type == FieldType::Enum {
        field.constraints.choices = choices(&descriptor.example);
    }
    let mut table = Table::new(id, "example");
    table.rows = RowCount::Total(COUNT);
    table.fields.push(field);
    let mut design = Design::new("example");
    design.seed = SEED;
    design.locale = LocaleMix::only(locale);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::descriptor;

    fn of(name: &str, locale: &str) -> Vec<String> {
        examples(descriptor(name).unwrap(), locale)
    }

    #[test]
    fn examples_are_of_the_locale_and_what_needs_other_fields_has_none() {
        assert_eq!(of("person.full_name", "es_MX").len(), COUNT as usize);
        assert_ne!(of("person.full_name", "es_MX"), of("person.full_name", "de_DE"));
        assert_eq!(of("person.full_name", "xx_XX"), [""; 0]);
        assert_eq!(of("foreign_key", "en_US"), [""; 0]);
    }
}
