//! JSON Schema 2020-12 of rows as files of JSON hold them: of a row where there is one table, else of an object from
//! tables to their rows.

use dmb_spec::{Constraints, Design, Field, FieldType, Table};
use serde_json::{Map, Value, json};

use super::base;

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let schema = match design.tables.as_slice() {
        [only] => {
            let mut schema = Map::from_iter([("$schema".to_owned(), DRAFT.into())]);
            schema.extend(row(design, only));
            Value::Object(schema)
        }
        tables => {
            let rows = |table: &Table| {
                (table.name.clone(), json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", table.name) } }))
            };
            let defs = |table: &Table| (table.name.clone(), Value::Object(row(design, table)));
            json!({
                "$schema": DRAFT,
                "title": design.name,
                "type": "object",
                "properties": tables.iter().map(rows).collect::<Map<_, _>>(),
                "$defs": tables.iter().map(defs).collect::<Map<_, _>>(),
            })
        }
    };
    format!("{schema:#}\n")
}

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

fn row(design: &Design, table: &Table) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("title".to_owned(), table.name.as_str().into());
    if !table.description.is_empty() {
        out.insert("description".to_owned(), table.description.as_str().into());
    }
    out.insert("type".to_owned(), "object".into());
    let required: Vec<&str> = table.fields.iter().map(|field| field.name.as_str()).collect();
    out.insert("required".to_owned(), required.into());
    out.insert("additionalProperties".to_owned(), false.into());
    let properties: Map<_, _> =
        table.fields.iter().map(|field| (field.name.clone(), property(design, field))).collect();
    out.insert("properties".to_owned(), properties.into());
    out
}

fn property(design: &Design, field: &Field) -> Value {
    let of = base(design, field);
    let mut out = Map::new();
    let (kind, format) = kind(of.field_type);
    if let Some(kind) = kind {
        out.insert("type".to_owned(), if field.nullable { json!([kind, "null"]) } else { kind.into() });
    }
    if let Some(format) = format {
        out.insert("format".to_owned(), format.into());
    }
    if of.field_type == FieldType::Binary {
        out.insert("contentEncoding".to_owned(), "base64".into());
    }
    if !field.description.is_empty() {
        out.insert("description".to_owned(), field.description.as_str().into());
    }
    constraints(of, field.nullable, &mut out);
    if let Some(default) = &field.default {
        out.insert("default".to_owned(), default.clone());
    }
    Value::Object(out)
}

fn constraints(field: &Field, nullable: bool, out: &mut Map<String, Value>) {
    let Constraints { min, max, min_length, max_length, pattern, choices, .. } = &field.constraints;
    let mut put = |word: &str, value: Value| out.insert(word.to_owned(), value);
    match field.field_type {
        FieldType::Integer | FieldType::BigInteger | FieldType::Float | FieldType::Decimal => {
            for (word, bound) in [("minimum", min), ("maximum", max)] {
                if let Some(bound @ Value::Number(_)) = bound {
                    put(word, bound.clone());
                }
            }
        }
        FieldType::AutoIncrement => {
            put("minimum", 1.into());
        }
        FieldType::String | FieldType::Text | FieldType::Email | FieldType::Url | FieldType::Phone => {
            if let Some(least) = min_length {
                put("minLength", (*least).into());
            }
            let usual = (field.field_type == FieldType::String).then_some(255);
            if let Some(most) = max_length.or(usual) {
                put("maxLength", most.into());
            }
            if let Some(pattern) = pattern {
                put("pattern", format!("^(?:{pattern})$").into());
            }
        }
        FieldType::Enum => {
            let mut all: Vec<Value> = choices.iter().flatten().map(|choice| choice.as_str().into()).collect();
            if nullable {
                all.push(Value::Null);
            }
            put("enum", all.into());
        }
        FieldType::Boolean
        | FieldType::Date
        | FieldType::Time
        | FieldType::Datetime
        | FieldType::Uuid
        | FieldType::Json
        | FieldType::IpAddress
        | FieldType::Binary
        | FieldType::ForeignKey => {}
    }
}

/// Type and format; no type where any is.
fn kind(field_type: FieldType) -> (Option<&'static str>, Option<&'static str>) {
    match field_type {
        FieldType::String
        | FieldType::Text
        | FieldType::Phone
        | FieldType::Enum
        | FieldType::IpAddress
        | FieldType::Binary => (Some("string"), None),
        FieldType::Email => (Some("string"), Some("email")),
        FieldType::Url => (Some("string"), Some("uri")),
        FieldType::Uuid => (Some("string"), Some("uuid")),
        FieldType::Date => (Some("string"), Some("date")),
        // Times of day have no zone, which the format wants.
        FieldType::Time => (Some("string"), None),
        FieldType::Datetime => (Some("string"), Some("date-time")),
        FieldType::Integer | FieldType::BigInteger | FieldType::AutoIncrement | FieldType::ForeignKey => {
            (Some("integer"), None)
        }
        FieldType::Float | FieldType::Decimal => (Some("number"), None),
        FieldType::Boolean => (Some("boolean"), None),
        FieldType::Json => (None, None),
    }
}
