//! The form of a design file as JSON Schema, for editors. It names the words the reader knows by the reader's own lists,
//! so that neither knows a word the other doesn't.

use serde_json::{Map, Value, json};

use super::VERSION;
use super::read::{DESIGN_WORDS, TABLE_WORDS};
use super::read_faults::FAULTS_WORDS;
use super::read_field::{FIELD_WORDS, ON_DELETE_WORDS};
use super::read_rows::{DISTRIBUTIONS, PER_PARENT_WORDS};
use crate::FieldType;

/// Names of tables and fields.
const NAME: &str = "^[a-z_][a-z0-9_]{0,54}$";

/// The schema (JSON Schema 2020-12) of a design file. `generator` is the schema of what stands behind the word
/// `generator`, `fault` that of a fault of a table, `locales` the ids of the locales there are: all of the catalogue,
/// which this room doesn't know.
pub fn json_schema(generator: Value, fault: Value, locales: &[&str]) -> Value {
    let mut schema = map_of(
        "A design of Dynamic Model Builder: related tables and how their rows are made.",
        words(&DESIGN_WORDS, design_word),
    );
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dynamic Model Builder design",
        "required": ["dmb", "name"],
        "$defs": {
            "table": map_of("A table.", words(&TABLE_WORDS, table_word)),
            "field": field(),
            "rows": rows(),
            "generator": generator,
            "fault": fault,
            "faults": map_of("Rows wrong on purpose.", words(&FAULTS_WORDS, faults_word)),
            "locale": { "enum": locales },
            "name": { "type": "string", "pattern": NAME },
            "names": { "description": "Field names.", "anyOf": [{ "type": "string" }, { "type": "array", "items": text("") }] },
            "text": { "description": "A text; numbers and truth values stand as they are written.", "type": ["string", "number", "boolean"] },
        },
    });
    if let (Some(schema), Value::Object(head)) = (schema.as_object_mut(), head) {
        schema.extend(head);
    }
    schema
}

/// The schema of each word of a list; a word that nothing is said of may be anything.
fn words(list: &[&str], describe: fn(&str) -> Option<Value>) -> Map<String, Value> {
    list.iter().map(|word| ((*word).to_owned(), describe(word).unwrap_or_else(|| json!(true)))).collect()
}

fn map_of(description: &str, properties: Map<String, Value>) -> Value {
    json!({ "description": description, "type": "object", "properties": properties, "additionalProperties": false })
}

fn design_word(word: &str) -> Option<Value> {
    Some(match word {
        "dmb" => json!({ "description": "Version of the form.", "const": VERSION }),
        "name" => text("Name of the whole, for people."),
        "description" => text("What it is for."),
        "seed" => whole("Seed of every random stream; the same seed gives the same rows.", u64::MAX),
        "as_of" => json!({
            "description": "What “now” means, such as 2026-01-01T00:00:00Z; the moment of generating where absent.",
            "type": ["string", "null"],
        }),
        "locale" => json!({
            "description": "Locale of names, places and texts, or several with their weights.",
            "anyOf": [
                { "$ref": "#/$defs/locale" },
                {
                    "type": "object",
                    "propertyNames": { "$ref": "#/$defs/locale" },
                    "additionalProperties": { "type": "number", "minimum": 0 },
                    "minProperties": 1,
                },
            ],
        }),
        "tables" => by_name("The tables, by name.", "table"),
        _ => return None,
    })
}

fn table_word(word: &str) -> Option<Value> {
    Some(match word {
        "id" => id(),
        "display_name" => text("What people are shown."),
        "description" => text("What the table holds."),
        "rows" => json!({ "$ref": "#/$defs/rows" }),
        "primary_key" => json!({
            "description": "Fields of the primary key; the auto_increment field where absent.",
            "$ref": "#/$defs/names",
        }),
        "unique" => keys("Sets of two or more fields that are unique together."),
        "indexes" => keys("Sets of fields with an index that is not unique."),
        "faults" => json!({ "anyOf": [{ "$ref": "#/$defs/faults" }, { "type": "null" }] }),
        "fields" => by_name("The columns, by name, in order.", "field"),
        _ => return None,
    })
}

fn faults_word(word: &str) -> Option<Value> {
    Some(match word {
        "rate" => {
            json!({ "description": "Share of rows that are wrong.", "type": "number", "minimum": 0, "maximum": 1 })
        }
        "kinds" => json!({
            "description": "In which ways; each faulty row is wrong in one of them, by weight.",
            "type": "array",
            "items": { "$ref": "#/$defs/fault" },
        }),
        _ => return None,
    })
}

fn field() -> Value {
    let mut long = map_of("A field.", words(&FIELD_WORDS, field_word));
    if let Some(long) = long.as_object_mut() {
        long.insert("required".to_owned(), json!(["type"]));
    }
    json!({ "description": "A field: its type alone, or more.", "anyOf": [types(), long] })
}

fn types() -> Value {
    json!({ "enum": FieldType::ALL.map(FieldType::as_str) })
}

fn field_word(word: &str) -> Option<Value> {
    let bound = |what: &str| json!({ "description": what, "type": ["number", "string", "null"] });
    let flag = |what: &str| json!({ "description": what, "type": "boolean", "default": false });
    Some(match word {
        "id" => id(),
        "type" => types(),
        "display_name" => text("What people are shown."),
        "description" => text("What the field means."),
        "nullable" => flag("Whether null is allowed."),
        "null_rate" => json!({
            "description": "Share of rows that are null, where null is allowed.",
            "type": "number", "minimum": 0, "maximum": 1,
        }),
        "unique" => flag("Whether no two rows share a value."),
        "default" => json!({ "description": "Value the database puts where none is given." }),
        "min" => bound("Smallest value: a number, or for dates and times a date, now, or a span such as -2y."),
        "max" => bound("Largest value, as min."),
        "min_length" => whole("Fewest characters.", u64::from(u32::MAX)),
        "max_length" => whole("Most characters.", u64::from(u32::MAX)),
        "pattern" => text("Regular expression that the whole value matches."),
        "precision" => whole("Digits of a decimal.", 38),
        "scale" => whole("Digits behind the point of a decimal.", 38),
        "choices" => json!({ "description": "The values of an enum, in order.", "$ref": "#/$defs/names" }),
        "to" => text("Field that a foreign key refers to, such as customers.id; the table alone stands for its key."),
        "on_delete" => json!({
            "description": "What happens to a row when the row it refers to goes.",
            "enum": ON_DELETE_WORDS, "default": ON_DELETE_WORDS[0],
        }),
        "generator" => json!({ "$ref": "#/$defs/generator" }),
        _ => return None,
    })
}

fn rows() -> Value {
    let mut per_parent = map_of("Rows for each row of a parent.", words(&PER_PARENT_WORDS, per_parent_word));
    if let Some(per_parent) = per_parent.as_object_mut() {
        per_parent.insert("required".to_owned(), json!(["per", "distribution"]));
    }
    json!({ "description": "How many rows.", "anyOf": [whole("So many.", u64::MAX), per_parent] })
}

fn per_parent_word(word: &str) -> Option<Value> {
    Some(match word {
        "per" => text("The parent table, or the foreign key that leads to it."),
        "distribution" => json!({
            "description": "How many rows each parent has.",
            "anyOf": [whole("The same for each.", u64::MAX), {
                "type": "object",
                "properties": words(&DISTRIBUTIONS, distribution),
                "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
            }],
        }),
        "max" => whole("Most rows of a parent, with poisson.", u64::MAX),
        _ => return None,
    })
}

fn distribution(word: &str) -> Option<Value> {
    let number = |what: &str| whole(what, u64::MAX);
    let of = |properties: Value, required: &[&str]| json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    Some(match word {
        "constant" => {
            json!({ "anyOf": [number("The same for each."), of(json!({ "value": number("The same for each.") }), &["value"])] })
        }
        "uniform" => of(json!({ "min": number("Fewest."), "max": number("Most, included.") }), &["min", "max"]),
        "poisson" => of(json!({ "mean": { "type": "number", "exclusiveMinimum": 0 } }), &["mean"]),
        "choice" => of(
            json!({ "weights": {
                "description": "Weights by number of rows.",
                "type": "object",
                "propertyNames": { "pattern": "^[0-9]+$" },
                "additionalProperties": { "type": "number", "minimum": 0 },
                "minProperties": 1,
            } }),
            &["weights"],
        ),
        _ => return None,
    })
}

fn by_name(description: &str, what: &str) -> Value {
    json!({
        "description": description,
        "type": "object",
        "propertyNames": { "$ref": "#/$defs/name" },
        "additionalProperties": { "$ref": format!("#/$defs/{what}") },
    })
}

fn keys(description: &str) -> Value {
    json!({ "description": description, "type": "array", "items": { "$ref": "#/$defs/names" } })
}

fn id() -> Value {
    json!({ "description": "Identity that outlives a change of name; leave it out where you have none.", "type": "string", "format": "uuid" })
}

fn text(description: &str) -> Value {
    let mut schema = json!({ "$ref": "#/$defs/text" });
    if !description.is_empty() {
        schema["description"] = description.into();
    }
    schema
}

fn whole(description: &str, most: u64) -> Value {
    json!({ "description": description, "type": "integer", "minimum": 0, "maximum": most })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says which words of a list nothing is said of.
    fn untold(list: &[&'static str], describe: fn(&str) -> Option<Value>) -> Vec<&'static str> {
        list.iter().copied().filter(|word| describe(word).is_none()).collect()
    }

    #[test]
    fn every_word_of_the_reader_is_described() {
        assert_eq!(untold(&DESIGN_WORDS, design_word), [""; 0]);
        assert_eq!(untold(&TABLE_WORDS, table_word), [""; 0]);
        assert_eq!(untold(&FAULTS_WORDS, faults_word), [""; 0]);
        assert_eq!(untold(&FIELD_WORDS, field_word), [""; 0]);
        assert_eq!(untold(&PER_PARENT_WORDS, per_parent_word), [""; 0]);
        assert_eq!(untold(&DISTRIBUTIONS, distribution), [""; 0]);
    }

    #[test]
    fn the_schema_holds_what_the_catalogue_gives() {
        let schema = json_schema(json!({ "const": "x" }), json!({ "const": "y" }), &["es_MX"]);
        assert_eq!(schema["$defs"]["generator"], json!({ "const": "x" }));
        assert_eq!(schema["$defs"]["fault"], json!({ "const": "y" }));
        assert_eq!(schema["$defs"]["locale"], json!({ "enum": ["es_MX"] }));
        assert_eq!(schema["properties"]["tables"]["additionalProperties"]["$ref"], "#/$defs/table");
    }
}
