//! The JSON Schema of design files, for editors that complete and check while one types: the form from the reader of
//! the files, generators and their parameters from the descriptors.

use dmb_spec::{FieldType, Params, file};
use serde_json::{Map, Value, json};

use super::descriptors;
use super::nested::{CASE_WORDS, MEMBER_WORDS};
use crate::faults::{self, FaultDescriptor};
use crate::generator::{Descriptor, ParamDescriptor, ParamKind};
use crate::locales;

/// The schema (JSON Schema 2020-12) of a design file. What takes more than one place to be judged, such as a key whose
/// field does not exist, is left to the plan.
pub fn design_schema() -> Value {
    let ids: Vec<&str> = locales::all().iter().map(|locale| locale.id).collect();
    file::json_schema(generator(), fault(), &ids)
}

/// A name, or one name with its parameters.
fn generator() -> Value {
    let names: Vec<&str> = descriptors().map(|known| known.name).collect();
    let told: Vec<&str> = descriptors().map(|known| known.description.en).collect();
    let with_params: Map<String, Value> = descriptors().map(|known| (known.name.to_owned(), params(known))).collect();
    json!({
        "description": "A generator's name, or one name with its parameters. `dmb generators` lists them.",
        "anyOf": [
            { "enum": names, "enumDescriptions": told },
            { "type": "object", "properties": with_params, "additionalProperties": false, "minProperties": 1, "maxProperties": 1 },
            { "type": "null" },
        ],
    })
}

/// A kind with its field alone, or with its parameters.
fn fault() -> Value {
    let kind = |known: &FaultDescriptor| {
        let long = object(&known.params, (known.label.en, known.description.en));
        (known.name.to_owned(), json!({ "anyOf": [{ "type": "string" }, long] }))
    };
    let kinds: Map<String, Value> = faults::descriptors().iter().map(kind).collect();
    json!({ "type": "object", "properties": kinds, "additionalProperties": false, "minProperties": 1, "maxProperties": 1 })
}

fn params(known: &Descriptor) -> Value {
    let example = known.example.as_object().filter(|example| !example.is_empty());
    let mut schema = object(&known.params, (known.label.en, known.description.en));
    put(&mut schema, "examples", example.map(|example: &Params| json!([example])));
    // An expression may stand as its text alone.
    match &known.params[..] {
        [ParamDescriptor { kind: ParamKind::Sql(_), .. }] => json!({ "anyOf": [{ "type": "string" }, schema] }),
        _ => schema,
    }
}

/// An object with these values; `(title, description)` tell of it.
fn object(params: &[ParamDescriptor], (title, description): (&str, &str)) -> Value {
    let properties: Map<String, Value> = params.iter().map(|param| (param.name.to_owned(), described(param))).collect();
    let required: Vec<&str> = params.iter().filter(|param| param.required).map(|param| param.name).collect();
    let mut schema = json!({
        "title": title,
        "description": description,
        "type": if required.is_empty() { json!(["object", "null"]) } else { json!("object") },
        "properties": properties,
        "additionalProperties": false,
    });
    put(&mut schema, "required", (!required.is_empty()).then(|| required.into()));
    schema
}

fn described(param: &ParamDescriptor) -> Value {
    let mut schema = of_kind(&param.kind);
    put(&mut schema, "title", Some(param.label.en.into()));
    put(&mut schema, "description", Some(param.help.en.into()));
    put(&mut schema, "default", param.default.clone());
    schema
}

/// What a parameter of this kind takes. Null stands for a parameter that is not given.
fn of_kind(kind: &ParamKind) -> Value {
    match kind {
        ParamKind::Number { min, max } => bounded("number", min.map(|least| json!(least)), max.map(|most| json!(most))),
        ParamKind::Integer { min, max } => {
            bounded("integer", min.map(|least| json!(least)), max.map(|most| json!(most)))
        }
        ParamKind::Text | ParamKind::Bundle(_) | ParamKind::Sql(_) => json!({ "type": ["string", "null"] }),
        ParamKind::Boolean => json!({ "type": ["boolean", "null"] }),
        ParamKind::Choice(words) => {
            json!({ "enum": words.iter().map(|word| json!(word)).chain([Value::Null]).collect::<Vec<_>>() })
        }
        ParamKind::Moment => json!({ "type": ["string", "null"], "examples": ["now", "-2y", "2026-01-31"] }),
        ParamKind::Span => json!({ "type": ["string", "null"], "examples": ["90s", "12h", "7d"] }),
        ParamKind::Field => json!({ "type": ["string", "null"] }),
        ParamKind::Locale => json!({ "anyOf": [{ "$ref": "#/$defs/locale" }, { "type": "null" }] }),
        ParamKind::List => json!({ "type": ["array", "null"], "minItems": 1 }),
        ParamKind::Weights => json!({
            "type": ["object", "null"],
            "minProperties": 1,
            "additionalProperties": { "type": "number", "minimum": 0 },
        }),
        ParamKind::Rows(columns) => json!({ "type": ["array", "null"], "items": object(columns, ("", "")) }),
        ParamKind::Generator => json!({ "$ref": "#/$defs/generator" }),
        ParamKind::Member => form(&MEMBER_WORDS[1..], &["generator"]),
        ParamKind::Members => {
            json!({ "type": ["array", "null"], "items": form(&MEMBER_WORDS, &["name", "generator"]) })
        }
        ParamKind::Cases => json!({ "type": ["array", "null"], "items": form(&CASE_WORDS, &["then"]) }),
        ParamKind::Json => json!({}),
    }
}

/// An object of words around a generator.
fn form(words: &[&str], required: &[&str]) -> Value {
    let word = |word: &&str| ((*word).to_owned(), of_word(word));
    let properties: Map<String, Value> = words.iter().map(word).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn of_word(word: &str) -> Value {
    match word {
        "generator" | "then" => json!({ "$ref": "#/$defs/generator" }),
        "name" => json!({ "type": "string", "minLength": 1 }),
        "type" => json!({ "enum": FieldType::ALL.map(FieldType::as_str) }),
        "null_rate" => json!({ "type": ["number", "null"], "minimum": 0, "maximum": 1 }),
        "choices" | "in" => json!({ "type": ["array", "null"], "minItems": 1 }),
        "null" => json!({ "type": ["boolean", "null"] }),
        // Bounds and values of any type.
        _ => json!({}),
    }
}

fn bounded(kind: &str, min: Option<Value>, max: Option<Value>) -> Value {
    let mut schema = json!({ "type": [kind, "null"] });
    put(&mut schema, "minimum", min);
    put(&mut schema, "maximum", max);
    schema
}

fn put(schema: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(schema), Some(value)) = (schema.as_object_mut(), value) {
        schema.insert(key.to_owned(), value);
    }
}
