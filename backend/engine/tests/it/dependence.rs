//! Fields that depend on others, and JSON made of generators inside generators.

use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::file;
use serde_json::{Value, json};

use crate::support::{as_of, column, design, plan, refusals, rows};

fn check(fields: &str, expect: &[(&str, &str)]) {
    let found = refusals(&format!("  t:\n    rows: 50\n    fields:\n{fields}"));
    let found: Vec<_> = found.iter().map(|(code, path)| (code.as_str(), path.as_str())).collect();
    assert_eq!(found, expect, "{fields}");
}

const ORDERS: &str = "
  customers:
    rows: 60
    fields:
      id: auto_increment
      segment: { type: enum, choices: [retail, pro], generator: { choice: { values: [retail, pro] } } }
      joined: { type: datetime, generator: { datetime.between: { from: -3y, to: -1y } } }
  orders:
    rows: 2000
    fields:
      id: auto_increment
      customer_id: { type: foreign_key, to: customers.id }
      segment: { type: string, generator: { copy: { from: customer_id.segment } } }
      amount:
        type: decimal
        nullable: true
        generator:
          when:
            field: customer_id.segment
            cases:
              - { is: pro, then: { number.uniform: { min: 1000, max: 2000 } } }
              - { is: retail, then: { number.uniform: { min: 1, max: 100 } } }
      size:
        type: string
        generator:
          when:
            field: amount
            cases:
              - { below: 50, then: { constant: { value: small } } }
              - { at_least: 1500.5, then: { constant: { value: large } } }
            else: { constant: { value: middle } }
      details:
        type: json
        generator:
          object:
            members:
              - { name: size, generator: { copy: { from: size } } }
              - name: lines
                generator:
                  array:
                    item:
                      generator:
                        object:
                          members:
                            - { name: sku, generator: commerce.sku }
                            - { name: since, generator: { copy: { from: customer_id.joined } }, type: datetime }
                            - name: price
                              type: decimal
                              precision: 8
                              scale: 3
                              generator: { number.uniform: { min: 0, max: 5 } }
                    length: { number.integer: { min: 0, max: 4 } }
";

#[test]
fn values_follow_the_field_they_depend_on() {
    let plan = plan(&design(ORDERS));
    let amount = |row: &[Value]| row[3].as_str().unwrap().parse::<f64>().unwrap();
    let orders = rows(&plan, "orders");
    assert_eq!(orders.len(), 2_000);
    for row in &orders {
        let range = if row[2] == "pro" { 1_000.0..=2_000.0 } else { 1.0..=100.0 };
        assert!(range.contains(&amount(row)), "{row:?}");
        let size = match amount(row) {
            below if below < 50.0 => "small",
            above if above >= 1_500.5 => "large",
            _ => "middle",
        };
        assert_eq!((&row[4], &row[5]["size"]), (&json!(size), &json!(size)));
    }
    assert!(["small", "middle", "large"].iter().all(|size| orders.iter().any(|row| row[4] == *size)));
}

#[test]
fn nested_values_see_parents_and_have_the_lengths_asked_for() {
    let plan = plan(&design(ORDERS));
    let joined = column(&plan, "customers", "joined");
    let mut lengths = [0; 5];
    for row in rows(&plan, "orders") {
        let lines = row[5]["lines"].as_array().unwrap();
        lengths[lines.len()] += 1;
        let customer = row[1].as_u64().unwrap() as usize;
        for line in lines {
            assert_eq!(line["since"], joined[customer - 1]);
            let members: Vec<&String> = line.as_object().unwrap().keys().collect();
            assert_eq!(members, ["sku", "since", "price"]);
            assert!((0.0..=5.0).contains(&line["price"].as_f64().unwrap()));
        }
    }
    assert!(lengths.iter().all(|rows| (320..480).contains(rows)), "{lengths:?}");
}

#[test]
fn a_chunk_of_dependent_rows_alone_is_the_chunk_among_others() {
    let plan = plan(&design(ORDERS));
    let table = plan.tables().iter().find(|table| table.table().name == "orders").unwrap();
    let whole = table.chunk(0).unwrap();
    let some = table.rows_at(&[1_999, 3, 700]).unwrap();
    for (at, row) in [1_999, 3, 700].into_iter().enumerate() {
        for (alone, among) in some.columns().iter().zip(whole.columns()) {
            assert_eq!(&alone.slice(at, 1), &among.slice(row, 1));
        }
    }
}

#[test]
fn what_is_wrong_inside_is_told_with_the_way_to_it() {
    check(
        "
      a: { type: json, generator: { object: { members: [
        { name: x, generator: persn.email },
        { name: y, generator: { boolean: { rate: 2 } } },
        { name: z, generator: { number.uniform: { min: 5, max: 1 } } } ] } } }
      b: { type: string, generator: { when: { field: a, cases: [ { is: 1, then: { code.pattern: { pattern: '[' } } } ] } } }
      c: { type: integer, generator: { when: { field: d, cases: [ { is: true, then: person.full_name } ], else: sequence } } }
      d: boolean",
        &[
            ("unknown_generator", "tables.t.fields.a.params.members[0].generator"),
            ("wrong_param", "tables.t.fields.a.params.members[1].generator.params.rate"),
            ("bad_pattern", "tables.t.fields.b.params.cases[0].then.params.pattern"),
            ("null_not_allowed", "tables.t.fields.b.params.else"),
            ("generator_type", "tables.t.fields.c.params.cases[0].then"),
        ],
    );
    check(
        "      z: { type: json, generator: { object: { members: [ { name: z, generator: { number.uniform: { min: 5, max: 1 } } } ] } } }",
        &[("empty_range", "tables.t.fields.z.params.members[0].generator.params.min")],
    );
}

#[test]
fn circles_through_generators_inside_are_refused() {
    check(
        "
      a: { type: integer, generator: { when: { field: b, cases: [ { is: 1, then: sequence } ], else: sequence } } }
      b: { type: integer, generator: { when: { field: c, cases: [ { is: 1, then: { copy: { from: a } } } ], else: sequence } } }
      c: integer",
        &[("circular_fields", "tables.t.fields.a.generator")],
    );
}

#[test]
fn null_by_a_case_needs_a_field_that_may_be_null() {
    let field = |more: &str| {
        format!(
            "
      a: {{ type: integer, min: 1, max: 9 }}
      b: {{ type: integer{more}, generator: {{ when: {{ field: a, cases: [ {{ below: 5, then: null }} ], else: sequence }} }} }}"
        )
    };
    check(&field(""), &[("null_not_allowed", "tables.t.fields.b.params.cases[0].then")]);
    check(&field(", nullable: true"), &[]);
    let plan = plan(&design(&format!("  t:\n    rows: 50\n    fields:\n{}", field(", nullable: true"))));
    for row in rows(&plan, "t") {
        assert_eq!(row[1].is_null(), row[0].as_i64().unwrap() < 5);
    }
}

#[test]
fn a_deciding_field_that_may_be_null_is_thought_of() {
    let field = |cases: &str| {
        format!(
            "
      a: {{ type: integer, nullable: true, null_rate: 0.5, min: 1, max: 1 }}
      b: {{ type: integer, generator: {{ when: {{ field: a, cases: [ {cases} ], else: {{ copy: {{ from: a }} }} }} }} }}"
        )
    };
    check(&field("{ is: 1, then: sequence }"), &[("generation_fails", "tables.t.fields.b")]);
    check(&field("{ 'null': true, then: sequence }"), &[]);
}

#[test]
fn parents_are_drawn_for_a_field_as_a_whole() {
    let found = refusals(
        "
  p: { rows: 5, fields: { id: auto_increment } }
  t:
    rows: 5
    fields:
      a: boolean
      p_id:
        type: foreign_key
        to: p.id
        nullable: true
        generator: { when: { field: a, cases: [ { is: true, then: foreign_key } ] } }",
    );
    assert_eq!(found, [("foreign_key_inside".into(), "tables.t.fields.p_id.params.cases[0].then".into())]);
}

#[test]
fn the_design_file_keeps_nested_generators_and_the_order_of_members() {
    let original = design(ORDERS);
    for text in [file::to_yaml(&original), file::to_json(&original)] {
        let again = file::from_str(&text).unwrap_or_else(|found| panic!("{found:#?}\n{text}"));
        assert_eq!(again, original);
        let of = |design| compile(PlanRequest::whole(design, as_of())).unwrap().tables()[1].chunk(0).unwrap();
        assert_eq!(of(&again), of(&original));
    }
}
