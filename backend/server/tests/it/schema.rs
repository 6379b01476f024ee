//! `dmb schema design`: what editors check design files by says the same as the program.

use std::path::Path;

use dmb_engine::catalog;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::{json as printed, said};

fn validator() -> Validator {
    let schema = printed(Path::new("."), &["schema", "design"]);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

fn value(yaml: &str) -> Value {
    serde_saphyr::from_str(yaml).unwrap()
}

/// Where the schema finds something wrong, as JSON pointers.
fn wrong(validator: &Validator, design: &Value) -> Vec<String> {
    validator.iter_errors(design).map(|error| format!("{} {error}", error.instance_path())).collect()
}

#[test]
fn graphql_is_printed_where_nothing_else_is_named() {
    assert_eq!(said(Path::new("."), &["schema"]), said(Path::new("."), &["schema", "graphql"]));
}

#[test]
fn every_template_is_right_as_it_stands_and_as_it_is_written_again() {
    let validator = validator();
    for template in dmb_spec::templates::all() {
        assert_eq!(wrong(&validator, &value(template.yaml)), [""; 0], "{}", template.id);
        let design = template.design(Some("es_MX"));
        let written = [dmb_spec::file::to_json(&design), dmb_spec::file::to_yaml(&design)];
        for text in written {
            assert_eq!(wrong(&validator, &value(&text)), [""; 0], "{}", template.id);
        }
    }
}

fn design(field: Value) -> Value {
    json!({ "dmb": 1, "name": "d", "tables": { "t": { "rows": 5, "fields": { "f": field } } } })
}

#[test]
fn the_example_of_every_generator_is_right_and_an_unknown_parameter_is_not() {
    let validator = validator();
    for known in catalog::descriptors() {
        let with =
            |params: &Value| design(json!({ "type": known.produces[0].as_str(), "generator": { known.name: params } }));
        assert_eq!(wrong(&validator, &with(&known.example)), [""; 0], "{}", known.name);
        let mut more = known.example.clone();
        more["no_such_parameter"] = json!(1);
        assert!(!validator.is_valid(&with(&more)), "{}", known.name);
    }
}

/// What the reader or the plan refuses for its form, the schema refuses too.
#[test]
fn wrong_files_are_wrong_for_both() {
    let validator = validator();
    let table = |table: Value| json!({ "dmb": 1, "name": "d", "tables": { "t": table } });
    let wrongs = [
        json!({ "name": "d" }),
        json!({ "dmb": 2, "name": "d" }),
        json!({ "dmb": 1, "name": "d", "tabels": {} }),
        json!({ "dmb": 1, "name": "d", "seed": -1 }),
        json!({ "dmb": 1, "name": "d", "locale": "xx_XX", "tables": {
            "t": { "fields": { "f": { "type": "string", "generator": "person.full_name" } } },
        } }),
        json!({ "dmb": 1, "name": "d", "tables": { "No Name": { "fields": { "f": "string" } } } }),
        table(json!({ "rows": "many", "fields": { "f": "string" } })),
        table(json!({ "rows": { "per": "x" }, "fields": { "f": "string" } })),
        table(json!({ "rows": { "per": "t", "distribution": { "normal": 1 } }, "fields": { "f": "string" } })),
        design(json!({ "type": "strnig" })),
        design(json!({ "nullable": true })),
        design(json!({ "type": "string", "nulable": true })),
        design(json!({ "type": "string", "null_rate": 2 })),
        design(json!({ "type": "string", "generator": "person.ful_name" })),
        design(json!({ "type": "boolean", "generator": { "boolean": { "rate": 1.5 } } })),
        design(json!({ "type": "string", "generator": { "code.template": {} } })),
        design(json!({ "type": "string", "generator": { "person.full_name": { "locale": "xx_XX" } } })),
        design(json!({ "type": "foreign_key", "to": "t.f", "on_delete": "explode" })),
    ];
    for wrong in wrongs {
        assert!(!validator.is_valid(&wrong), "the schema takes {wrong}");
        let read = dmb_spec::file::from_str(&wrong.to_string());
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let planned = read
            .and_then(|design| dmb_engine::plan::compile(dmb_engine::plan::PlanRequest::whole(&design, now)).map(drop));
        assert!(planned.is_err(), "the program takes {wrong}");
    }
}

#[test]
fn editors_find_names_descriptions_and_parameters() {
    let schema = printed(Path::new("."), &["schema", "design"]);
    let generator = &schema["$defs"]["generator"]["anyOf"];
    let names: Vec<&str> = generator[0]["enum"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(names, catalog::descriptors().map(|known| known.name).collect::<Vec<_>>());
    assert_eq!(generator[0]["enumDescriptions"].as_array().unwrap().len(), names.len());
    let rate = &generator[1]["properties"]["boolean"]["properties"]["rate"];
    assert_eq!(
        (rate["minimum"].as_f64(), rate["maximum"].as_f64(), rate["default"].as_f64()),
        (Some(0.0), Some(1.0), Some(0.5))
    );
}
