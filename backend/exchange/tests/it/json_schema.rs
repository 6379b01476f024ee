//! JSON Schema: the two of the scenarios come in whole, and rows of what they become pass them.

use std::path::Path;

use dmb_engine::json;
use dmb_exchange::NoteKind;
use dmb_exchange::import::Source;
use dmb_spec::{FieldType, Table};
use serde_json::{Map, Value, json};

use crate::support::{field, imported, noted, plan_of};

/// Every row of the only table passes the schema; null is a member that is not there where the schema has no null.
fn rows_pass(schema: &str, rows: u64) {
    let found = imported(schema, Source::JsonSchema);
    let schema: Value = serde_json::from_str(schema).unwrap();
    let judge = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let plan = plan_of(&found.design, rows);
    let table = &plan.tables()[0];
    for chunk in 0..table.chunk_count() {
        for row in json::rows(&table.chunk(chunk).unwrap(), table.table()) {
            let row = object(table.table(), row);
            let problems: Vec<String> = judge.iter_errors(&row).map(|error| error.to_string()).collect();
            assert!(problems.is_empty(), "{problems:?} in {row}");
        }
    }
}

fn object(table: &Table, row: Vec<Value>) -> Value {
    let cell = |(field, value): (&dmb_spec::Field, Value)| {
        // Decimals are texts to the page, and numbers in files.
        let number =
            value.as_str().filter(|_| field.field_type == FieldType::Decimal).and_then(|text| text.parse::<f64>().ok());
        (field.label().to_owned(), number.map_or(value, Value::from))
    };
    Value::Object(table.fields.iter().zip(row).map(cell).collect::<Map<_, _>>())
}

fn scenario(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn payments_come_in_whole() {
    let text = scenario("payments.schema.json");
    let found = imported(&text, Source::JsonSchema);
    let table = &found.design.tables[0];
    assert_eq!(table.fields.len(), 10);
    let of = |name: &str| field(&found, &table.name, name);
    assert_eq!(of("payment_id").constraints.pattern.as_deref(), Some("PAY-[A-Z0-9]{8}-[A-Z0-9]{4}"));
    assert_eq!(table.key_fields()[0].name, "payment_id");
    assert_eq!(of("amount").constraints.max, Some(json!(1_000_000.0)));
    assert_eq!(of("currency").constraints.choices.as_ref().unwrap().len(), 5);
    assert!(of("currency").nullable && of("payment_date").nullable && !of("merchant_id").nullable);
    assert_eq!(of("payment_date").field_type, FieldType::Datetime);
    assert_eq!(of("merchant_id").constraints.min, Some(json!(1)));
    assert_eq!(of("amount").description, "Payment amount");
    assert!(!noted(&found.notes, NoteKind::LeftOut, ""), "{:#?}", found.notes);
    rows_pass(&text, 2_000);
}

#[test]
fn events_come_in_whole() {
    let text = scenario("events.schema.json");
    let found = imported(&text, Source::JsonSchema);
    let table = &found.design.tables[0];
    assert_eq!(table.fields.len(), 10);
    let place = field(&found, &table.name, "geo_location").generator.clone().unwrap();
    let members = place.params["members"].as_array().unwrap();
    assert_eq!((place.name.as_str(), members.len()), ("object", 4));
    assert_eq!(members[2]["generator"], json!("address.latitude"));
    assert_eq!(field(&found, &table.name, "customer_id").constraints.min_length, Some(5));
    assert!(!noted(&found.notes, NoteKind::LeftOut, ""), "{:#?}", found.notes);
    rows_pass(&text, 2_000);
}

#[test]
fn nested_lists_references_and_alternatives() {
    let text = r##"{
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Order",
        "type": "object", "required": ["id", "lines", "paid", "kind", "level", "email", "note"],
        "properties": {
            "id": {"type": "string", "format": "uuid", "description": "unique"},
            "email": {"type": "string", "format": "email", "maxLength": 60},
            "paid": {"anyOf": [{"type": "number", "exclusiveMinimum": 0, "maximum": 99.5, "multipleOf": 0.01}, {"type": "null"}]},
            "kind": {"oneOf": [{"const": "a"}, {"const": "b"}]},
            "level": {"enum": [1, 2, 5]},
            "note": {"type": ["string", "null"], "minLength": 3, "maxLength": 20},
            "lines": {"type": "array", "minItems": 1, "maxItems": 4, "items": {"$ref": "#/$defs/line"}}
        },
        "$defs": {"line": {"type": "object", "required": ["sku"], "properties": {
            "sku": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"},
            "quantity": {"type": "integer", "minimum": 1, "maximum": 9},
            "sizes": {"type": "array", "items": {"enum": ["S", "M"]}}
        }}}
    }"##;
    let found = imported(text, Source::JsonSchema);
    assert_eq!(found.design.tables.len(), 1);
    assert_eq!(found.design.tables[0].key_fields()[0].name, "id");
    let of = |name: &str| field(&found, "order", name);
    assert_eq!((of("paid").field_type, of("paid").nullable), (FieldType::Decimal, true));
    assert_eq!(of("kind").constraints.choices, Some(vec!["a".to_owned(), "b".to_owned()]));
    rows_pass(text, 500);
}

#[test]
fn what_is_not_carried_over_is_told() {
    let text = r#"{"type": "object", "properties": {
        "a": {"type": ["string", "integer"]}, "b": {"not": {"type": "null"}}, "c": {"type": "string", "format": "isbn"},
        "d": {"type": "array", "uniqueItems": true, "items": {"type": "integer"}}
    }, "if": {"required": ["a"]}}"#;
    let found = imported(text, Source::JsonSchema);
    for words in ["“if”", "string or integer", "format isbn", "“uniqueItems”"] {
        assert!(noted(&found.notes, NoteKind::LeftOut, words), "{words}: {:#?}", found.notes);
    }
}
