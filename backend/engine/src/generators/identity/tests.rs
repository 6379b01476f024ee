//! What holds for every document: numbers are counted without gap or double, and agree with the row's person.

use std::collections::HashSet;

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use chrono::{DateTime, Datelike};
use dmb_spec::FieldType;
use serde_json::{Value, json};

use super::ALL;
use crate::generator::{FillContext, ParamKind};
use crate::testing::Trial;

fn texts(name: &'static str, params: Value, locale: &str) -> Vec<String> {
    Trial::new(name, params, FieldType::String).locale(locale).texts(400)
}

/// Every way a generator can be asked for: a single choice at a time.
fn ways(name: &str) -> Vec<Value> {
    let descriptor = crate::catalog::descriptor(name).unwrap();
    let choice = descriptor.params.iter().find(|p| ["of", "country", "state"].contains(&p.name));
    match choice.map(|c| (c.name, &c.kind)) {
        Some((param, ParamKind::Choice(words))) => words.iter().map(|w| json!({ param: w })).collect(),
        _ => vec![json!({})],
    }
}

#[test]
fn unique_numbers_differ_at_both_ends_of_their_capacity() {
    for generator in ALL {
        let name = generator.descriptor().name;
        for params in ways(name) {
            let trial = Trial::new(name, params.clone(), FieldType::String).unique(1_000);
            // Numbers that follow from a person alone are refused; see below.
            let Ok(filler) = trial.compile() else { continue };
            let capacity = u64::try_from(filler.capacity().unwrap()).unwrap_or(u64::MAX);
            let rows: Vec<u64> = (0..3_000).chain(capacity - 3_000..capacity).collect();
            let made = filler.fill(&FillContext { rows: &rows, inputs: &[] }).unwrap();
            let distinct: HashSet<_> = made.as_string::<i32>().iter().flatten().collect();
            assert_eq!(distinct.len(), rows.len(), "{name} {params}");
        }
    }
}

#[test]
fn what_follows_from_a_person_can_not_be_unique_and_says_so() {
    for (name, params) in [
        ("identity.mx_curp", json!({})),
        ("identity.mx_rfc", json!({ "of": "person" })),
        ("identity.it_codice_fiscale", json!({})),
        ("identity.national_id", json!({ "country": "MX" })),
    ] {
        let problems = Trial::new(name, params, FieldType::String).unique(10).compile().err().unwrap();
        assert_eq!(problems[0].code, "not_unique", "{name}");
    }
    let mixed = |a: &str, b: &str| {
        let trial = Trial::new("identity.national_id", json!({}), FieldType::String).locales(&[(a, 1.0), (b, 1.0)]);
        trial.unique(1_000).texts(1_000).into_iter().collect::<HashSet<_>>().len()
    };
    let union = Trial::new("identity.eu_vat", json!({}), FieldType::String).unique(5_000).texts(5_000);
    assert_eq!(union.into_iter().collect::<HashSet<_>>().len(), 5_000);
    assert_eq!(mixed("en_US", "es_ES"), 1_000);
    assert_eq!(mixed("es_ES", "pt_BR"), 1_000);
}

#[test]
fn a_field_that_is_too_short_is_told_and_marks_are_put_in() {
    let ssn = |format: &str, length: u32| {
        Trial::new("identity.us_ssn", json!({ "format": format }), FieldType::String)
            .field(|f| f.constraints.max_length = Some(length))
    };
    assert_eq!(ssn("formatted", 10).compile().err().unwrap()[0].code, "too_short");
    assert!(ssn("plain", 9).texts(50).iter().all(|t| t.len() == 9 && t.bytes().all(|b| b.is_ascii_digit())));
    assert!(ssn("usual", 11).texts(50).iter().all(|t| t.as_bytes()[3] == b'-' && t.as_bytes()[6] == b'-'));
}

#[test]
fn the_national_number_is_that_of_the_locale_and_of_the_same_person() {
    assert_eq!(texts("identity.national_id", json!({}), "es_ES"), texts("identity.es_dni", json!({}), "es_ES"));
    assert_eq!(texts("identity.national_id", json!({}), "es_MX"), texts("identity.mx_curp", json!({}), "es_MX"));
    assert_eq!(texts("identity.national_id", json!({}), "pt_BR"), texts("identity.br_cpf", json!({}), "pt_BR"));
    assert_eq!(texts("identity.national_id", json!({}), "en_US"), texts("identity.us_ssn", json!({}), "en_US"));
    assert_eq!(
        texts("identity.es_nif", json!({ "of": "person" }), "es_ES"),
        texts("identity.es_dni", json!({}), "es_ES")
    );
}

#[test]
fn numbers_of_one_holder_hold_one_another() {
    let [siren, siret, vat] =
        ["identity.fr_siren", "identity.fr_siret", "identity.fr_vat"].map(|name| texts(name, json!({}), "es_ES"));
    let [dni, cuit] =
        ["identity.ar_dni", "identity.ar_cuit"].map(|name| texts(name, json!({ "format": "plain" }), "es_ES"));
    let [card, nit] =
        [("identity.co_cedula", json!({})), ("identity.co_nit", json!({ "of": "person", "format": "plain" }))]
            .map(|(name, params)| texts(name, params, "es_ES"));
    let sexes = texts("person.sex", json!({}), "es_ES");
    for row in 0..siren.len() {
        assert!(siret[row].starts_with(&siren[row]) && vat[row].ends_with(&siren[row]), "{}", siret[row]);
        assert_eq!(cuit[row][2..10].trim_start_matches('0'), dni[row]);
        let prefix = if sexes[row] == "female" { "27" } else { "20" };
        assert!(cuit[row].starts_with(prefix) || cuit[row].starts_with("23"), "{} {}", cuit[row], sexes[row]);
        assert_eq!(nit[row][..nit[row].len() - 1], card[row]);
    }
}

#[test]
fn codes_tell_of_the_birth_and_sex_of_the_row_s_person() {
    for locale in ["es_MX", "en_US"] {
        let born = Trial::new("person.birth_date", json!({}), FieldType::Date).locale(locale).fill(400);
        let sexes = texts("person.sex", json!({}), locale);
        let [curp, rfc, nir, code, nss] =
            ["identity.mx_curp", "identity.mx_rfc", "identity.fr_nir", "identity.it_codice_fiscale", "identity.mx_nss"]
                .map(|name| texts(name, json!({}), locale));
        for (row, day) in born.as_primitive::<Date32Type>().values().iter().enumerate() {
            let date = DateTime::from_timestamp(i64::from(*day) * 86_400, 0).unwrap().date_naive();
            let female = sexes[row] == "female";
            let compact = date.format("%y%m%d").to_string();
            assert_eq!((&curp[row][4..10], &rfc[row][4..10]), (&compact[..], &compact[..]));
            assert_eq!(&curp[row][10..11], if female { "M" } else { "H" });
            assert_eq!(&nir[row][..5], format!("{}{}", if female { 2 } else { 1 }, date.format("%y%m")));
            let day = date.day() + if female { 40 } else { 0 };
            assert_eq!((&code[row][6..8], &code[row][9..11]), (&compact[..2], &format!("{day:02}")[..]));
            assert_eq!(&nss[row][4..6], &compact[..2]);
        }
    }
}

#[test]
fn codes_begin_as_the_names_of_the_row_s_person() {
    let [curp, rfc] = ["identity.mx_curp", "identity.mx_rfc"].map(|name| texts(name, json!({}), "es_MX"));
    let families = texts("person.last_name", json!({ "part": "first" }), "es_MX");
    let mut changed = 0;
    for row in 0..curp.len() {
        let family = any_ascii::any_ascii(&families[row]).to_ascii_uppercase();
        // Particles such as "de la" do not count.
        let last = family.split(' ').next_back().unwrap();
        assert_eq!(&curp[row][..1], &last[..1], "{family}");
        changed += usize::from(curp[row][..4] != rfc[row][..4]);
    }
    assert!(changed < 20, "{changed}");
}
