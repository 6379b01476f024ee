//! Each rule, by a change to a sound design and the code and path it leads to.

use serde_json::json;

use crate::{
    ChildCount, Design, Fault, Faults, Field, FieldId, FieldType, OnDelete, Reference, RowCount, Severity, Table,
    TableId, file, validate,
};

const SOUND: &str = "
dmb: 1
name: test
tables:
  a:
    fields:
      id: auto_increment
      word: { type: string, max_length: 10 }
      number: { type: integer, min: 1, max: 9 }
      money: { type: decimal, precision: 6, scale: 2 }
      day: date
      pick: { type: enum, choices: [x, y] }
      code: { type: string, unique: true }
  b:
    rows: { per: a, distribution: 2 }
    primary_key: [a_id, n]
    fields:
      a_id: { type: foreign_key, to: a.id }
      n: integer
";

fn sound() -> Design {
    file::from_str(SOUND).unwrap()
}

fn table<'a>(design: &'a mut Design, name: &str) -> &'a mut Table {
    design.tables.iter_mut().find(|t| t.name == name).unwrap()
}

fn field<'a>(design: &'a mut Design, name: &str) -> &'a mut Field {
    design.tables.iter_mut().flat_map(|t| &mut t.fields).find(|f| f.name == name).unwrap()
}

/// Changes the sound design and expects exactly these violations, as `code path`.
#[track_caller]
fn check(change: impl FnOnce(&mut Design), expect: &[&str]) {
    let mut design = sound();
    change(&mut design);
    let found: Vec<_> = validate(&design).iter().map(|v| format!("{} {}", v.code, v.path)).collect();
    assert_eq!(found, expect);
}

/// Changes one field of table `a`.
#[track_caller]
fn check_field(name: &str, change: impl FnOnce(&mut Field), expect: &[&str]) {
    check(|d| change(field(d, name)), expect);
}

#[test]
fn a_sound_design_has_nothing_to_say() {
    check(|_| {}, &[]);
}

#[test]
fn faults() {
    let faulty = |rate: f64, weights: &[f64], expect: &[&str]| {
        let fault = |weight: &f64| {
            let mut fault = Fault::on("typo", "word");
            fault.params.insert("weight".into(), json!(weight));
            fault
        };
        check(|d| table(d, "a").faults = Some(Faults { rate, kinds: weights.iter().map(fault).collect() }), expect);
    };
    faulty(1.0, &[1.0, 0.0], &[]);
    faulty(0.0, &[], &[]);
    faulty(1.5, &[1.0], &["fault_rate_out_of_range tables.a.faults.rate"]);
    faulty(f64::NAN, &[1.0], &["fault_rate_out_of_range tables.a.faults.rate"]);
    faulty(0.1, &[], &["fault_kinds_missing tables.a.faults.kinds"]);
    faulty(0.1, &[1.0, -1.0], &["weight_out_of_range tables.a.faults.kinds[1].weight"]);
    faulty(0.1, &[0.0], &["weights_all_zero tables.a.faults.kinds"]);
    faulty(0.1, &[1.0; 801], &["too_many_faults tables.a.faults.kinds"]);
}

#[test]
fn names() {
    let long = "x".repeat(56);
    let name = |name: &str, expect: &[&str]| check_field("word", |f| f.name = name.to_owned(), expect);
    name("Word", &["name_invalid tables.a.fields.Word.name"]);
    name("", &["name_missing tables.a.fields[1].name"]);
    name("1st", &["name_invalid tables.a.fields.1st.name"]);
    name(&long, &[&format!("name_invalid tables.a.fields.{long}.name")]);
    name(&long[1..], &[]);
    name("rowid", &["name_reserved tables.a.fields.rowid.name"]);
    name("number", &["name_taken tables.a.fields[2].name"]);
    name("_dmb_x", &["name_reserved tables.a.fields._dmb_x.name"]);
    check(|d| table(d, "a").name = "sqlite_a".into(), &["name_reserved tables.sqlite_a.name"]);
    check(|d| table(d, "a").name = "b".into(), &["name_taken tables[1].name"]);
    check(|d| table(d, "a").name = "pg_x".into(), &["name_reserved tables.pg_x.name"]);
}

#[test]
fn a_legal_name_is_suggested() {
    let mut design = sound();
    field(&mut design, "word").name = "Teléfono móvil".into();
    assert_eq!(validate(&design)[0].suggestion.as_deref(), Some("telefono_movil"));
}

#[test]
fn limits() {
    check(|d| d.name = " ".into(), &["name_missing name"]);
    check(|d| d.description = "x".repeat(4_001), &["too_long description"]);
    check(|d| d.locale.0.clear(), &["locale_missing locale"]);
    check(|d| d.locale.0[0].1 = 0.0, &["weight_invalid locale.en_US"]);
    check(|d| d.tables.push(Table::new(TableId::from_name("c", |_| false), "c")), &["no_fields tables.c.fields"]);
    check(|d| table(d, "a").rows = RowCount::Total(1_000_000_000_001), &["too_many_rows tables.a.rows"]);
    check_field("word", |f| f.display_name = Some(" ".into()), &["label_blank tables.a.fields.word.display_name"]);
    check_field("word", |f| f.description = "a\0b".into(), &["null_character tables.a.fields.word.description"]);
    let many = |d: &mut Design| {
        let a = table(d, "a");
        for n in 0..194 {
            let name = format!("f{n}");
            a.fields.push(Field::new(FieldId::from_name(a.id, &name, |_| false), name, FieldType::Integer));
        }
    };
    check(many, &["too_many_fields tables.a.fields"]);
}

#[test]
fn constraints_of_a_type() {
    check_field(
        "day",
        |f| f.constraints.max_length = Some(3),
        &["constraint_not_known tables.a.fields.day.max_length"],
    );
    check_field("word", |f| f.constraints.min = Some(json!(1)), &["constraint_not_known tables.a.fields.word.min"]);
    check_field(
        "word",
        |f| f.constraints.max_length = Some(0),
        &["length_out_of_range tables.a.fields.word.max_length"],
    );
    check_field("word", |f| f.constraints.min_length = Some(11), &["lengths_crossed tables.a.fields.word.min_length"]);
    check_field("code", |f| f.constraints.min_length = Some(256), &["lengths_crossed tables.a.fields.code.min_length"]);
    check_field(
        "money",
        |f| f.constraints.precision = Some(39),
        &["precision_out_of_range tables.a.fields.money.precision"],
    );
    check_field("money", |f| f.constraints.scale = Some(7), &["scale_out_of_range tables.a.fields.money.scale"]);
}

#[test]
fn choices() {
    let choices = |choices: &[&str], expect: &[&str]| {
        check_field("pick", |f| f.constraints.choices = Some(choices.iter().map(|c| (*c).into()).collect()), expect);
    };
    choices(&[], &["choices_missing tables.a.fields.pick.choices"]);
    choices(&["a", "b", "a"], &["choice_repeated tables.a.fields.pick.choices[2]"]);
    choices(&["a", " "], &["choice_blank tables.a.fields.pick.choices[1]"]);
    check_field("pick", |f| f.constraints.choices = None, &["choices_missing tables.a.fields.pick.choices"]);
}

#[test]
fn patterns() {
    let pattern = |pattern: &str, expect: &[&str]| {
        check_field("word", |f| f.constraints.pattern = Some(pattern.to_owned()), expect);
    };
    pattern("[a-z]{3}", &[]);
    pattern("[a-z", &["pattern_invalid tables.a.fields.word.pattern"]);
    pattern("(a{1000}){1000}", &["pattern_invalid tables.a.fields.word.pattern"]);
    pattern(&"a".repeat(501), &["pattern_too_long tables.a.fields.word.pattern"]);
    pattern(&"(".repeat(300), &["pattern_invalid tables.a.fields.word.pattern"]);
}

#[test]
fn bounds() {
    let min = |field: &str, value: serde_json::Value, code: Option<&str>| {
        let expect: Vec<_> = code.map(|c| format!("{c} tables.a.fields.{field}.min")).into_iter().collect();
        let expect: Vec<_> = expect.iter().map(String::as_str).collect();
        check_field(field, |f| f.constraints.min = Some(value), &expect);
    };
    min("number", json!(9), None);
    min("number", json!(10), Some("bounds_crossed"));
    min("number", json!(1.5), Some("bound_invalid"));
    min("number", json!(3_000_000_000_u64), Some("bound_invalid"));
    min("number", json!("1"), Some("bound_invalid"));
    min("money", json!(9999.99), None);
    min("money", json!(0.001), Some("bound_invalid"));
    min("money", json!(10_000), Some("bound_invalid"));
    min("day", json!("-2y"), None);
    min("day", json!("soon"), Some("bound_invalid"));
    let days = |min: &str, max: &str, expect: &[&str]| {
        let set = |f: &mut Field| (f.constraints.min, f.constraints.max) = (Some(json!(min)), Some(json!(max)));
        check_field("day", set, expect);
    };
    days("now", "-1d", &["bounds_crossed tables.a.fields.day.min"]);
    days("2026-01-02", "2026-01-01", &["bounds_crossed tables.a.fields.day.min"]);
    // Whether these cross depends on when the design is used.
    days("2026-01-02", "now", &[]);
}

#[test]
fn defaults() {
    let default = |field: &str, value: serde_json::Value, good: bool| {
        let path = format!("default_invalid tables.a.fields.{field}.default");
        check_field(
            field,
            |f| f.default = Some(value),
            if good { &[] } else { std::slice::from_ref(&path) }
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .as_slice(),
        );
    };
    default("word", json!("ten chars!"), true);
    default("word", json!("eleven char"), false);
    default("word", json!(5), false);
    default("number", json!(9), true);
    default("number", json!(0), false);
    default("number", json!(10), false);
    default("money", json!("1234.50"), true);
    default("money", json!(1.005), false);
    default("day", json!("now"), true);
    default("day", json!("-1d"), false);
    default("pick", json!("x"), true);
    default("pick", json!("z"), false);
    default("id", json!(1), false);
    let of_type = |field_type: FieldType, value: serde_json::Value, good: bool| {
        let expect: &[&str] = if good { &[] } else { &["default_invalid tables.a.fields.day.default"] };
        check_field("day", |f| (f.field_type, f.default) = (field_type, Some(value)), expect);
    };
    of_type(FieldType::Email, json!("a@b.c"), true);
    of_type(FieldType::Email, json!("a"), false);
    of_type(FieldType::Url, json!("https://a.b"), true);
    of_type(FieldType::Url, json!("a.b"), false);
    of_type(FieldType::Uuid, json!("6f1f2a52-14b5-4f3c-9f6e-2f64bf0f3cf0"), true);
    of_type(FieldType::Uuid, json!("6f1f"), false);
    of_type(FieldType::IpAddress, json!("::1"), true);
    of_type(FieldType::IpAddress, json!("1.2.3"), false);
    of_type(FieldType::Boolean, json!(true), true);
    of_type(FieldType::Boolean, json!("true"), false);
    of_type(FieldType::Time, json!("09:30"), true);
    of_type(FieldType::Time, json!("9"), false);
    of_type(FieldType::Json, json!({ "a": [1] }), true);
    of_type(FieldType::Binary, json!("a"), false);
}

#[test]
fn nulls() {
    check_field("word", |f| f.null_rate = 0.5, &["null_rate_not_nullable tables.a.fields.word.null_rate"]);
    check_field("word", |f| (f.nullable, f.null_rate) = (true, 0.5), &[]);
    check_field(
        "word",
        |f| (f.nullable, f.null_rate) = (true, 1.5),
        &["null_rate_out_of_range tables.a.fields.word.null_rate"],
    );
    check_field("word", |f| f.null_rate = f64::NAN, &["null_rate_out_of_range tables.a.fields.word.null_rate"]);
    check_field("n", |f| f.nullable = true, &["primary_key_nullable tables.b.primary_key"]);
    check_field("id", |f| f.nullable = true, &["auto_increment_nullable tables.a.fields.id.nullable"]);
}

#[test]
fn keys() {
    let nobody = FieldId::from_name(TableId::from_name("x", |_| false), "x", |_| false);
    check(|d| table(d, "b").primary_key.push(nobody), &["unknown_field tables.b.primary_key[2]"]);
    check(
        |d| {
            let b = table(d, "b");
            b.primary_key[1] = b.primary_key[0];
        },
        &["field_repeated tables.b.primary_key[1]"],
    );
    check(
        |d| {
            let a = table(d, "a");
            a.unique_keys = vec![vec![a.fields[1].id]];
        },
        &["unique_key_of_one tables.a.unique[0]"],
    );
    check(
        |d| {
            let a = table(d, "a");
            a.indexes = vec![vec![a.fields[1].id]; 2];
        },
        &["key_repeated tables.a.indexes[1]"],
    );
    check(|d| table(d, "a").indexes.push(Vec::new()), &["key_empty tables.a.indexes[0]"]);
    check_field(
        "number",
        |f| {
            f.field_type = FieldType::AutoIncrement;
            f.constraints = Default::default();
        },
        &["auto_increment_repeated tables.a.fields.number.type"],
    );
    check(
        |d| {
            let a = table(d, "a");
            a.primary_key = vec![a.fields[6].id];
        },
        &["auto_increment_not_key tables.a.primary_key", "reference_not_unique tables.b.fields.a_id.to"],
    );
    check_field(
        "day",
        |f| (f.field_type, f.unique) = (FieldType::Json, true),
        &["type_cannot_be_key tables.a.fields.day.unique"],
    );
    check_field("code", |f| f.default = Some(json!("x")), &["default_of_unique tables.a.fields.code.default"]);
}

#[test]
fn references() {
    let target = |name: &'static str| {
        move |d: &mut Design| {
            let id = field(d, name).id;
            field(d, "a_id").reference.as_mut().unwrap().field = id;
        }
    };
    check(target("code"), &[]);
    check(target("word"), &["reference_not_unique tables.b.fields.a_id.to"]);
    check(target("n"), &["unknown_field tables.b.fields.a_id.to"]);
    check_field("a_id", |f| f.reference = None, &["reference_missing tables.b.fields.a_id.to"]);
    check_field(
        "a_id",
        |f| f.reference.as_mut().unwrap().table = TableId::from_name("gone", |_| false),
        &["unknown_table tables.b.fields.a_id.to"],
    );
    check_field(
        "a_id",
        |f| f.reference.as_mut().unwrap().on_delete = OnDelete::SetNull,
        &["set_null_not_nullable tables.b.fields.a_id.on_delete"],
    );
    check(
        |d| {
            let to = field(d, "a_id").reference;
            field(d, "word").reference = to;
        },
        &["reference_not_allowed tables.a.fields.word.to"],
    );
}

#[test]
fn circles_need_a_nullable_key() {
    let circle = |nullable: bool| {
        move |d: &mut Design| {
            let b = table(d, "b");
            let (id, key) = (b.id, b.fields[1].id);
            b.fields[1].unique = true;
            let f = field(d, "word");
            (f.field_type, f.nullable, f.constraints) = (FieldType::ForeignKey, nullable, Default::default());
            f.reference = Some(Reference { table: id, field: key, on_delete: OnDelete::Restrict });
        }
    };
    check(circle(true), &[]);
    check(circle(false), &["reference_circle tables.a.fields.word.to", "reference_circle tables.b.fields.a_id.to"]);
    let to_itself = |nullable: bool| {
        move |d: &mut Design| {
            let (id, key) = (table(d, "a").id, field(d, "id").id);
            let f = field(d, "number");
            (f.field_type, f.nullable, f.constraints) = (FieldType::ForeignKey, nullable, Default::default());
            f.reference = Some(Reference { table: id, field: key, on_delete: OnDelete::Restrict });
        }
    };
    check(to_itself(true), &[]);
    check(to_itself(false), &["reference_circle tables.a.fields.number.to"]);
}

#[test]
fn rows_per_parent() {
    let count = |count: ChildCount, expect: &[&str]| {
        check(
            |d| match &mut table(d, "b").rows {
                RowCount::PerParent { count: old, .. } => *old = count,
                RowCount::Total(_) => unreachable!(),
            },
            expect,
        );
    };
    let wrong = ["child_count_invalid tables.b.rows.distribution"];
    count(ChildCount::Uniform { min: 0, max: 3 }, &[]);
    count(ChildCount::Uniform { min: 4, max: 3 }, &wrong);
    count(ChildCount::Constant { value: 1_000_001 }, &wrong);
    count(ChildCount::Poisson { mean: 3.5, max: None }, &[]);
    count(ChildCount::Poisson { mean: 0.0, max: None }, &wrong);
    count(ChildCount::Poisson { mean: f64::NAN, max: None }, &wrong);
    count(ChildCount::Poisson { mean: 1.0, max: Some(0) }, &["child_count_invalid tables.b.rows.max"]);
    count(ChildCount::Choice { weights: vec![(1, 0.0)] }, &wrong);
    count(ChildCount::Choice { weights: vec![(1, 1.0), (1, 2.0)] }, &wrong);
    count(ChildCount::Choice { weights: vec![(0, 1.0), (9, 2.0)] }, &[]);
    check_field("a_id", |f| f.unique = true, &["per_parent_unique tables.b.rows.per"]);
    let by_n = |d: &mut Design| {
        let n = field(d, "n").id;
        table(d, "b").rows = RowCount::PerParent { field: n, count: ChildCount::Constant { value: 1 } };
    };
    check(by_n, &["not_a_foreign_key tables.b.rows.per"]);
}

#[test]
fn all_at_once_with_errors_before_warnings() {
    let mut design = sound();
    field(&mut design, "code").default = Some(json!("x"));
    field(&mut design, "word").name = "Bad".into();
    field(&mut design, "n").null_rate = 2.0;
    let found = validate(&design);
    assert_eq!(found.len(), 3);
    assert_eq!(found[2].severity, Severity::Warning);
    assert!(found[..2].iter().all(|v| v.is_error()));
}
