//! `dmb generators`: the catalogue as it is printed.

use std::collections::HashSet;
use std::path::Path;

use dmb_engine::catalog;
use dmb_engine::generator::Family;
use serde_json::Value;

use crate::support::{dmb, json, said, text};

fn names(catalogue: &Value) -> Vec<&str> {
    catalogue["generators"].as_array().unwrap().iter().map(|known| known["name"].as_str().unwrap()).collect()
}

#[test]
fn the_machine_form_holds_every_generator_with_all_that_is_known_of_it() {
    let catalogue = json(Path::new("."), &["generators", "--json"]);
    assert_eq!(names(&catalogue), catalog::descriptors().map(|known| known.name).collect::<Vec<_>>());
    let families = catalogue["families"].as_array().unwrap();
    let counted: u64 = families.iter().map(|family| family["generators"].as_u64().unwrap()).sum();
    assert_eq!((families.len(), counted as usize), (Family::ALL.len(), names(&catalogue).len()));
    for (shown, known) in catalogue["generators"].as_array().unwrap().iter().zip(catalog::descriptors()) {
        assert_eq!(shown["label"]["es"], known.label.es);
        assert_eq!(shown["description"]["en"], known.description.en);
        let params: Vec<&str> =
            shown["params"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
        assert_eq!(params, known.params.iter().map(|p| p.name).collect::<Vec<_>>(), "{}", known.name);
    }
    let shown = catalogue["generators"].as_array().unwrap();
    let rating = shown.iter().find(|known| known["name"] == "boolean").unwrap();
    let rate = rating["params"].as_array().unwrap().iter().find(|p| p["name"] == "rate").unwrap();
    assert_eq!(
        (rate["kind"].as_str(), rate["min"].as_f64(), rate["max"].as_f64()),
        (Some("number"), Some(0.0), Some(1.0))
    );
    let locales: HashSet<_> =
        catalogue["locales"].as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert_eq!(locales.len(), dmb_engine::locales::all().len());
}

#[test]
fn examples_are_made_for_the_locale_asked_for() {
    let of = |locale: &str| {
        let args = ["generators", "person.full_name", "--json", "--locale", locale];
        json(Path::new("."), &args)["generators"][0]["example_values"].clone()
    };
    assert_eq!(of("es_MX").as_array().unwrap().len(), 3);
    assert_ne!(of("es_MX"), of("de_DE"));
    assert_eq!(of("es_MX"), of("es_MX"));
}

#[test]
fn the_search_is_the_catalogues_own() {
    let found = json(Path::new("."), &["generators", "full", "name", "--json"]);
    let expect: Vec<&str> = catalog::search("full name").iter().map(|info| info.descriptor.name).collect();
    assert_eq!(names(&found), expect);
    let people = json(Path::new("."), &["generators", "--family", "person", "--json"]);
    assert!(
        names(&people).len() > 5
            && people["generators"].as_array().unwrap().iter().all(|known| known["family"] == "person")
    );
}

#[test]
fn people_get_labels_types_parameters_and_examples_in_their_language() {
    let english = said(Path::new("."), &["generators", "code.pattern"]);
    assert!(english.contains("code.pattern  Pattern (Code)") && english.contains("string, text"), "{english}");
    assert!(english.contains("pattern: text. A regular expression"), "{english}");
    assert!(english.contains("for example: {\"pattern\":\"PAY-[A-Z0-9]{8}-[A-Z0-9]{4}\"} → PAY-"), "{english}");
    assert!(english.contains("es_MX"), "{english}");
    let spanish = said(Path::new("."), &["generators", "code.pattern", "--language", "es"]);
    assert!(spanish.contains("code.pattern  Patrón (Código)") && spanish.contains("por ejemplo:"), "{spanish}");
    let boolean = said(Path::new("."), &["generators", "boolean"]);
    assert!(boolean.contains("rate: number 0..1, = 0.5."), "{boolean}");
}

#[test]
fn unknown_families_and_locales_are_told_with_the_nearest() {
    let ran = dmb(Path::new("."), &["generators", "--family", "persom"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).contains("did you mean person?"), "{}", text(&ran.stderr));
    let ran = dmb(Path::new("."), &["generators", "--locale", "es_MZ"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).contains("did you mean es_MX?"), "{}", text(&ran.stderr));
    assert_eq!(dmb(Path::new("."), &["generators", "qwertzuiop"]).status.code(), Some(1));
}
