//! What stands in a plan's way is told at once, with its place.

use dmb_engine::catalog;
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{FieldType, GeneratorRef, templates};

use crate::support::{as_of, column, design, plan, refusals};

fn check(fields: &str, expect: &[(&str, &str)]) {
    let found = refusals(&format!("  t: {{ rows: 50, fields: {{ {fields} }} }}"));
    let found: Vec<_> = found.iter().map(|(code, path)| (code.as_str(), path.as_str())).collect();
    assert_eq!(found, expect, "{fields}");
}

#[test]
fn wrong_generators_and_parameters_are_told_at_their_field() {
    check("a: { type: string, generator: persn.full_name }", &[("unknown_generator", "tables.t.fields.a.generator")]);
    check("a: { type: date, generator: person.full_name }", &[("generator_type", "tables.t.fields.a.generator")]);
    check(
        "a: { type: boolean, generator: { boolean: { rat: 1 } } }",
        &[("unknown_param", "tables.t.fields.a.params.rat")],
    );
    check(
        "a: { type: boolean, generator: { boolean: { rate: 2 } } }",
        &[("wrong_param", "tables.t.fields.a.params.rate")],
    );
    check("a: { type: integer, generator: copy }", &[("missing_param", "tables.t.fields.a.params.from")]);
    check(
        "a: { type: integer, generator: { copy: { from: b } } }, b: { type: string }",
        &[("wrong_type", "tables.t.fields.a.params.from")],
    );
}

#[test]
fn the_nearest_right_name_is_suggested() {
    let design = design("  t: { rows: 5, fields: { a: { type: string, generator: persn.full_name } } }");
    let found = compile(PlanRequest::whole(&design, as_of())).err().unwrap();
    assert_eq!(found[0].suggestion.as_deref(), Some("person.full_name"));
}

#[test]
fn everything_wrong_is_told_at_once() {
    check(
        "a: { type: string, generator: nothing.at_all }, b: { type: boolean, generator: { boolean: { rate: 2 } } }, c: { type: integer, min: 1, max: 3, unique: true }",
        &[
            ("unknown_generator", "tables.t.fields.a.generator"),
            ("wrong_param", "tables.t.fields.b.params.rate"),
            ("unique_capacity", "tables.t.fields.c"),
        ],
    );
}

#[test]
fn fields_made_from_one_another_in_a_circle_are_refused_by_name() {
    let design = design(
        "
  t:
    rows: 5
    fields:
      a: { type: integer, generator: { copy: { from: b } } }
      b: { type: integer, generator: { copy: { from: c } } }
      c: { type: integer, generator: { copy: { from: a } } }",
    );
    let found = compile(PlanRequest::whole(&design, as_of())).err().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "circular_fields");
    assert!(found[0].message.contains("t.a → t.b → t.c → t.a"), "{}", found[0].message);
}

#[test]
fn a_required_field_made_from_one_that_may_be_null_is_refused() {
    let fields = |rate: &str| {
        format!(
            "a: {{ type: integer, nullable: true, null_rate: {rate} }}, b: {{ type: integer, generator: {{ copy: {{ from: a }} }} }}"
        )
    };
    // Rare enough that the sample holds none.
    check(&fields("0.0001"), &[("generation_fails", "tables.t.fields.b")]);
    check(&fields("0"), &[]);
}

#[test]
fn values_that_break_their_constraints_are_told_with_figures() {
    let short = "a: { type: string, min_length: 30, generator: { choice: { values: [x] } } }";
    check(short, &[("too_short", "tables.t.fields.a")]);
    let pattern = "a: { type: string, pattern: '[0-9]+', generator: person.first_name }";
    check(pattern, &[("pattern_broken", "tables.t.fields.a")]);
    let design = design(
        "  t: { rows: 500, fields: { a: { type: string, max_length: 3, generator: { constant: { value: abcdef } } }, b: { type: integer, max: 0, generator: { constant: { value: 5 } } } } }",
    );
    let plan = plan(&design);
    let codes: Vec<_> = plan.warnings().iter().map(|v| (v.code.as_ref(), v.path.as_str())).collect();
    assert_eq!(codes, [("too_long", "tables.t.fields.a"), ("above_max", "tables.t.fields.b")]);
    assert!(plan.warnings()[0].message.starts_with("256 of 256"), "{}", plan.warnings()[0].message);
    assert_eq!((column(&plan, "t", "a")[0].as_str(), column(&plan, "t", "b")[0].as_i64()), (Some("abc"), Some(0)));
}

#[test]
fn every_type_has_a_default_that_works_with_and_without_constraints() {
    for field_type in FieldType::ALL {
        let more = match field_type {
            FieldType::Enum => ", choices: [a, b]",
            FieldType::ForeignKey => ", to: p.id",
            _ => "",
        };
        let text = format!(
            "
  p: {{ rows: 9, fields: {{ id: {{ type: auto_increment }} }} }}
  t: {{ rows: 300, fields: {{ x: {{ type: {field_type}{more} }} }} }}"
        );
        let plan = plan(&design(&text));
        assert_eq!(plan.warnings(), [], "{field_type}");
        assert!(column(&plan, "t", "x").iter().all(|v| !v.is_null()), "{field_type}");
    }
}

#[test]
fn unique_fields_without_a_generator_get_one_that_can_be_unique() {
    for field in [
        "name: { type: string, unique: true }",
        "city: { type: string, unique: true, max_length: 12 }",
        "phone: { type: phone, unique: true }",
        "x: { type: url, unique: true }",
        "ip: { type: ip_address, unique: true }",
        "at: { type: datetime, unique: true }",
        "b: { type: binary, unique: true, max_length: 16 }",
        "price: { type: decimal, unique: true }",
    ] {
        let plan = plan(&design(&format!("  t: {{ rows: 600, fields: {{ {field} }} }}")));
        let name = plan.tables()[0].table().fields[0].name.clone();
        assert!(crate::support::distinct(&column(&plan, "t", &name)), "{field}");
    }
}

#[test]
fn defaults_keep_to_constraints() {
    check(
        "code: { type: string, pattern: '[A-Z]{3}-[0-9]{2}' }, n: { type: integer, min: -5, max: -3 }, d: { type: date, min: '2020-01-01', max: '2020-02-01' }, s: { type: string, max_length: 4 }, l: { type: string, min_length: 8, max_length: 9 }, p: { type: text, min_length: 20, max_length: 30 }",
        &[],
    );
}

#[test]
fn every_template_has_a_plan_in_every_locale() {
    for template in templates::all() {
        for locale in dmb_engine::locales::all() {
            let design = template.design(Some(locale.id));
            let plan = compile(PlanRequest::whole(&design, as_of()))
                .unwrap_or_else(|v| panic!("{} {}: {v:#?}", template.id, locale.id));
            assert_eq!(plan.warnings(), [], "{} {}", template.id, locale.id);
            for table in plan.tables() {
                assert!(table.chunk(0).unwrap().num_rows() > 0);
            }
        }
    }
}

#[test]
fn estimates_grow_with_rows() {
    let of = |rows: u64| {
        plan(&design(&format!(
            "  t: {{ rows: {rows}, fields: {{ a: {{ type: big_integer }}, b: {{ type: uuid }} }} }}"
        )))
        .estimated_bytes()
    };
    assert!((20_000..40_000).contains(&of(1_000)), "{}", of(1_000));
    assert!(of(10_000) >= of(1_000) * 9);
}

#[test]
fn the_chosen_generator_can_be_asked_for() {
    let plan = plan(&design(
        "  t: { rows: 5, fields: { email: { type: email }, n: { type: integer, generator: sequence } } }",
    ));
    let table = &plan.tables()[0];
    let names: Vec<_> = table.table().fields.iter().map(|f| table.generator_of(f.id).unwrap().name.clone()).collect();
    assert_eq!(names, ["internet.email", "sequence"]);
    assert!(catalog::find("sequence").is_some());
    assert_ne!(table.generator_of(table.table().fields[0].id), Some(&GeneratorRef::named("sequence")));
}

#[test]
fn columns_that_are_json_for_certain_are_marked() {
    let table = |faults: &str| {
        format!(
            "  visits:
    rows: 3
{faults}    fields:
      made: {{ type: json, generator: {{ object: {{ members: [{{ name: n, type: integer, generator: sequence }}] }} }} }}
      list: {{ type: json, generator: {{ array: {{ item: {{ generator: person.first_name }}, length: {{ constant: {{ value: 2 }} }} }} }} }}
      told: {{ type: json, generator: code.json }}
      inner: {{ type: json, generator: {{ object: {{ members: [{{ name: n, type: json, generator: code.json }}] }} }} }}
      name: {{ type: text, generator: person.first_name }}
"
        )
    };
    let marked = |faults: &str| {
        let plan = plan(&design(&table(faults)));
        let columns = plan.tables()[0].schema().fields().clone();
        let sure = columns.iter().filter(|column| dmb_engine::types::is_sure_json(column));
        sure.map(|column| column.name().clone()).collect::<Vec<_>>()
    };
    assert_eq!(marked(""), ["made", "list"]);
    assert_eq!(marked("    faults: { rate: 0.5, kinds: [{ typo: { field: list } }] }\n"), ["made"]);
}
