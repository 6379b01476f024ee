//! Files as people write them, right and wrong, and the round trip.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{from_str, to_json, to_yaml};
use crate::{
    ChildCount, Design, Fault, Faults, Field, FieldId, FieldType, GeneratorRef, LocaleMix, OnDelete, Params, Reference,
    RowCount, Table, TableId, validate,
};

/// What reading the text finds wrong, as `code path line`.
fn problems(text: &str) -> Vec<String> {
    let line = |message: &str| message.strip_prefix("Line ").and_then(|m| m.split_once(':')).map(|(n, _)| n.to_owned());
    let found = from_str(text).expect_err("it should not be read");
    found.iter().map(|v| format!("{} {} {}", v.code, v.path, line(&v.message).unwrap_or_default())).collect()
}

#[test]
fn a_design_as_written_by_hand() {
    let text = "
dmb: 1
name: shop
seed: 42
as_of: 2026-01-01T00:00:00Z
locale: { es_MX: 70, en_US: 30 }
tables:
  customers:
    display_name: Clientes
    rows: 1000
    unique: [[full_name, city]]
    fields:
      id: auto_increment
      full_name: { type: string, max_length: 120, generator: person.full_name }
      city: { type: string, nullable: true, null_rate: 0.2 }
      answer: { type: enum, choices: [yes, no, 1, 007] }
      signed_up: { type: datetime, generator: { datetime.between: { from: -2y, to: now } } }
  orders:
    rows: { per: customers, distribution: { poisson: { mean: 3 } }, max: 40 }
    fields:
      id: { type: auto_increment }
      customer_id: { type: foreign_key, to: customers.id, on_delete: cascade }
      other_id: { type: foreign_key, to: customers }
";
    let wrong = problems(text);
    assert_eq!(wrong, ["unknown_parent tables.orders.rows.per 19"], "two keys lead to customers");
    let design = from_str(&text.replace("per: customers", "per: customer_id")).unwrap();
    assert_eq!(design.locale, LocaleMix(vec![("es_MX".into(), 70.0), ("en_US".into(), 30.0)]));
    assert_eq!(design.as_of, Some("2026-01-01T00:00:00Z".parse().unwrap()));
    let customers = design.table("customers").unwrap();
    assert_eq!(customers.label(), "Clientes");
    assert_eq!(customers.unique_keys, [[customers.fields[1].id, customers.fields[2].id]]);
    let choices = customers.field("answer").unwrap().constraints.choices.clone().unwrap();
    assert_eq!(choices, ["yes", "no", "1", "007"]);
    let signed_up = customers.field("signed_up").unwrap().generator.clone().unwrap();
    assert_eq!(Value::from(signed_up.params), json!({ "from": "-2y", "to": "now" }));
    let orders = design.table("orders").unwrap();
    let customer_id = orders.field("customer_id").unwrap();
    let id = customers.fields[0].id;
    assert_eq!(customer_id.reference, Some(Reference { table: customers.id, field: id, on_delete: OnDelete::Cascade }));
    assert_eq!(orders.field("other_id").unwrap().reference.unwrap().field, id);
    let count = ChildCount::Poisson { mean: 3.0, max: Some(40) };
    assert_eq!(orders.rows, RowCount::PerParent { field: customer_id.id, count });
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let text = "
dmb: 1
nam: x
tables:
  a:
    rows: many
    rules: []
    primary_key: [idd]
    fields:
      id: { type: auto_increment, uniqe: true }
      b: { type: strng }
      c: { max_length: 5 }
      d: { type: integer, min: 9, max: 1 }
      e: { type: foreign_key, to: aa.id, on_delete: cascad }
      f: { type: text, ai: a poem }
      f: integer
";
    assert_eq!(
        problems(text),
        [
            "unknown_key nam 3",
            "not_supported_yet tables.a.rules 7",
            "key_repeated tables.a.fields.f 16",
            "unknown_key tables.a.fields.id.uniqe 10",
            "unknown_type tables.a.fields.b.type 11",
            "type_missing tables.a.fields.c.type 12",
            "not_supported_yet tables.a.fields.f.ai 15",
            "unknown_word tables.a.fields.e.on_delete 14",
            "unknown_table tables.a.fields.e.to 14",
            "wrong_kind tables.a.rows 6",
            "unknown_field tables.a.primary_key 8",
            "bounds_crossed tables.a.fields.d.min 13",
        ]
    );
    let found = from_str(text).unwrap_err();
    let suggestion = |path: &str| found.iter().find(|v| v.path == path).and_then(|v| v.suggestion.clone());
    assert_eq!(suggestion("tables.a.fields.b.type").as_deref(), Some("string"));
    assert_eq!(suggestion("tables.a.fields.id.uniqe").as_deref(), Some("unique"));
    assert_eq!(suggestion("tables.a.primary_key").as_deref(), Some("id"));
    assert_eq!(suggestion("tables.a.fields.e.on_delete").as_deref(), Some("cascade"));
}

#[test]
fn what_is_no_design_is_refused_in_words() {
    assert_eq!(problems("- a\n- b"), ["wrong_kind  1"]);
    assert_eq!(problems("name: [x"), ["syntax  1"]);
    assert_eq!(problems(""), ["wrong_kind  1"]);
    assert_eq!(problems("dmb: 2\nname: x\ntables: {}"), ["version_unknown dmb 1"]);
    assert_eq!(problems("name: x\ntables: {}"), ["version_missing dmb 1"]);
    let deep = format!("dmb: 1\nname: {}", "[".repeat(1_000));
    assert_eq!(problems(&deep).len(), 1);
    assert_eq!(problems(&"#".repeat(super::MAX_BYTES + 1)), ["file_too_large  "]);
}

#[test]
fn depth_is_bounded_and_needs_no_stack_of_the_caller() {
    let read = |levels: usize| {
        let text = format!("{}1{}", "{\"a\": ".repeat(levels), "}".repeat(levels));
        let thread = std::thread::Builder::new().stack_size(128 << 10);
        thread.spawn(move || problems(&text)).unwrap().join().unwrap()
    };
    assert_eq!(read(1_500), ["syntax  1"]);
    assert_eq!(read(65), ["syntax  1"]);
    assert_eq!(read(64), ["unknown_key a 1", "version_missing dmb 1"]);
}

#[test]
fn repetition_by_aliases_is_bounded() {
    let mut text = "dmb: 1\nname: x\ntables: {}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let aliases = vec![format!("*a{}", n - 1); 10].join(", ");
        text.push_str(&format!("a{n}: &a{n} [{aliases}]\n"));
    }
    assert_eq!(problems(&text).len(), 1);
}

#[test]
fn faults_are_written_as_short_as_they_can_be() {
    let text = "
dmb: 1
name: x
tables:
  a:
    faults: { rate: 0.05, kinds: [{ null: size }, { negative: { field: size, weight: 2 } }] }
    fields: { size: { type: integer, nullable: true } }
";
    let design = from_str(text).unwrap();
    let negative = json!({ "kind": "negative", "params": { "field": "size", "weight": 2 } });
    let faults = design.tables[0].faults.clone().unwrap();
    assert_eq!((faults.rate, &faults.kinds[0]), (0.05, &Fault::on("null", "size")));
    assert_eq!(serde_json::to_value(&faults.kinds[1]).unwrap(), negative);
    let yaml = to_yaml(&design);
    assert!(yaml.contains("{\"null\": size}"), "{yaml}");
    assert_eq!(from_str(&yaml).as_ref(), Ok(&design), "{yaml}");
}

#[test]
fn mistakes_in_faults_are_told_with_their_lines() {
    let text = "
dmb: 1
name: x
tables:
  a:
    faults:
      rte: 0.5
      kinds:
        - orphan
        - { a: n, b: n }
        - { typo: [n] }
        - { typo: n }
    fields: { n: integer }
  b:
    faults:
      rate: 2
      kinds: [{ typo: { field: n, weight: -1 } }]
    fields: { n: integer }
";
    assert_eq!(
        problems(text),
        [
            "unknown_key tables.a.faults.rte 7",
            "wrong_kind tables.a.faults.kinds[0] 9",
            "wrong_kind tables.a.faults.kinds[1] 10",
            "wrong_kind tables.a.faults.kinds[2].typo 11",
            "rate_missing tables.a.faults.rate 7",
            "fault_rate_out_of_range tables.b.faults.rate 16",
            "weight_out_of_range tables.b.faults.kinds[0].weight 17",
        ]
    );
}

#[test]
fn json_is_the_same_form() {
    let design = crate::templates::find("shop").unwrap().design(None);
    assert_eq!(from_str(&to_json(&design)).unwrap(), design);
}

#[test]
fn an_expression_is_written_as_its_text() {
    let generator = |text: &str| {
        let design = format!(
            "dmb: 1\nname: x\ntables:\n  t:\n    rows: 1\n    fields:\n      a: {{ type: integer, generator: {text} }}"
        );
        let design = from_str(&design).unwrap();
        let yaml = to_yaml(&design);
        assert_eq!(from_str(&yaml).unwrap(), design);
        assert_eq!(from_str(&to_json(&design)).unwrap(), design);
        let written = yaml.split_once("generator: ").unwrap().1.trim_end().to_owned();
        (Value::from(design.tables[0].fields[0].generator.clone().unwrap().params), written)
    };
    let (params, written) = generator(r#"{ expression: "b * 2" }"#);
    assert_eq!((params, written.as_str()), (json!({ "sql": "b * 2" }), "{expression: b * 2}}"));
    assert_eq!(generator(r#"{ expression: { sql: "b * 2" } }"#).0, json!({ "sql": "b * 2" }));
    let (params, written) = generator(r#"{ expression: { sql: b, other: 1 } }"#);
    assert_eq!((params, written.as_str()), (json!({ "sql": "b", "other": 1 }), "{expression: {sql: b, other: 1}}}"));
    let other = "dmb: 1\nname: x\ntables:\n  t:\n    rows: 1\n    fields:\n      a: { type: integer, generator: { constant: b } }";
    assert_eq!(problems(other), ["wrong_kind tables.t.fields.a.generator.constant 7"]);
}

#[test]
fn ids_are_written_only_where_the_name_does_not_make_them() {
    let mut design = crate::templates::find("shop").unwrap().design(None);
    assert!(!to_yaml(&design).contains(" id: \""));
    let (table, field) = (design.tables[0].id, design.tables[0].fields[1].id);
    design.tables[0].name = "clients".into();
    design.tables[0].fields[1].name = "given_name".into();
    let yaml = to_yaml(&design);
    assert!(yaml.contains(&table.to_string()) && yaml.contains(&field.to_string()), "{yaml}");
    assert_eq!(from_str(&yaml).unwrap(), design);
}

/// Texts that a careless writer of YAML gets wrong, and any others.
fn text() -> impl Strategy<Value = String> {
    let hard = [
        "yes",
        "null",
        "~",
        "1e5",
        "0x10",
        "007",
        "2026-01-01",
        "- a",
        "a: b",
        "#",
        "'",
        "\"",
        "{x}",
        "*a",
        "&a",
        "a\nb",
        " a",
        "1_000",
        ".inf",
        "=",
        "<<",
        "!x",
        "%",
        "@",
        "`",
        "é😀",
        "a\tb",
        "\u{85}",
        "\u{2028}",
        "\r\n",
        "true",
    ];
    prop_oneof![proptest::sample::select(hard.to_vec()).prop_map(str::to_owned), "[^\\x00]{1,12}"]
        .prop_filter("labels aren't blank", |t| !t.trim().is_empty())
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::vec((text(), inner), 0..3).prop_map(|pairs| pairs.into_iter().collect()),
        ]
    })
}

prop_compose! {
    fn field_of(table: TableId)(
        name in "[a-z]{1,5}",
        label in proptest::option::of(text()),
        description in prop_oneof![Just(String::new()), text()],
        null_rate in proptest::option::of(0.0..1.0),
        choices in proptest::option::of(proptest::collection::hash_set(text(), 1..4)),
        generator in proptest::option::of(("[a-z]{1,4}", proptest::collection::vec((text(), json_value()), 0..3))),
        foreign_id in any::<u128>(),
        renamed in any::<bool>(),
    ) -> Field {
        let made = FieldId::from_name(table, &name, |_| false);
        let id = if renamed { FieldId(uuid::Uuid::from_u128(foreign_id)) } else { made };
        let mut field = Field::new(id, name, if choices.is_some() { FieldType::Enum } else { FieldType::Text });
        field.display_name = label;
        field.description = description;
        field.nullable = null_rate.is_some();
        field.null_rate = null_rate.unwrap_or_default();
        field.constraints.choices = choices.map(|c| c.into_iter().collect());
        field.generator = generator.map(|(name, params)| GeneratorRef { name, params: params.into_iter().collect::<Params>() });
        field
    }
}

fn faults() -> impl Strategy<Value = Faults> {
    let params = proptest::collection::vec((prop_oneof![Just("field".to_owned()), text()], json_value()), 0..3);
    let fault = ("[a-z_]{1,9}", params)
        .prop_map(|(kind, params)| Fault { kind, params: params.into_iter().collect::<Params>() });
    (0.0..=1.0, proptest::collection::vec(fault, 1..4)).prop_map(|(rate, kinds)| Faults { rate, kinds })
}

fn design() -> impl Strategy<Value = Design> {
    let id = TableId::from_name("t", |_| false);
    let fields = proptest::collection::vec(field_of(id), 1..5);
    (text(), any::<u64>(), 0_u64..1_000_000, fields, proptest::option::of(faults())).prop_map(
        move |(name, seed, rows, fields, faults)| {
            let mut table = Table::new(id, "t");
            table.rows = RowCount::Total(rows);
            table.faults = faults;
            table.fields = fields;
            let mut design = Design::new(name);
            design.seed = seed;
            design.tables.push(table);
            design
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_the_same(design in design()) {
        prop_assume!(validate(&design).is_empty());
        let yaml = to_yaml(&design);
        let back = from_str(&yaml);
        prop_assert_eq!(back.as_ref(), Ok(&design), "{}", yaml);
        prop_assert_eq!(from_str(&to_json(&design)), Ok(design));
    }
}
