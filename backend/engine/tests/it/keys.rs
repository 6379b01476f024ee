//! Uniqueness: by construction, up to the last value there is, and refused beyond it with the figures.

use serde_json::Value;

use crate::support::{column, design, distinct, plan, plan_of, refusals, request, rows};

fn pairs(plan: &dmb_engine::plan::Plan, table: &str, fields: [&str; 2]) -> Vec<(Value, Value)> {
    column(plan, table, fields[0]).into_iter().zip(column(plan, table, fields[1])).collect()
}

#[test]
fn all_pins_of_four_digits_come_out_whole() {
    let plan = plan(&design(
        "  pins: { rows: 10000, fields: { pin: { type: string, unique: true, generator: { code.pattern: { pattern: '[0-9]{4}' } } } } }",
    ));
    let pins = column(&plan, "pins", "pin");
    assert!(distinct(&pins) && pins.len() == 10_000);
}

#[test]
fn every_set_comes_out_whole_and_not_a_row_more_is_planned() {
    for (words, capacity) in [
        ("type: string, generator: { code.pattern: { pattern: '[A-C]{2}(x|yz)[0-9]' } }", 180),
        ("type: string, generator: { code.pin: { length: 3 } }", 1_000),
        ("type: string, generator: { choice: { values: [a, b, c, d, e] } }", 5),
        ("type: enum, choices: [x, y, z]", 3),
        ("type: decimal, min: 0.01, max: 1", 100),
        ("type: float, generator: { number.step: { min: 0, max: 1, step: 0.1 } }", 11),
        ("type: date, generator: { datetime.date: { from: 2024-01-01, to: 2024-12-31 } }", 366),
        ("type: time, generator: { datetime.time: { precision: minute } }", 1_440),
    ] {
        let tables = |rows: u64| format!("  t: {{ rows: {rows}, fields: {{ v: {{ {words}, unique: true }} }} }}");
        let made = column(&plan(&design(&tables(capacity))), "t", "v");
        assert!(distinct(&made) && made.len() as u64 == capacity, "{words}");
        let refused = refusals(&tables(capacity + 1));
        assert_eq!(refused, [("unique_capacity".into(), "tables.t.fields.v".into())], "{words}");
    }
}

#[test]
fn a_key_of_three_fields_comes_out_whole() {
    let tables = |rows: u64| {
        format!(
            "
  t:
    rows: {rows}
    unique: [[day, hour, room]]
    fields:
      day: {{ type: enum, choices: [mon, tue, wed, thu, fri] }}
      hour: {{ type: integer, min: 8, max: 17 }}
      room: {{ type: integer, min: 1, max: 12 }}"
        )
    };
    assert!(distinct(&rows(&plan(&design(&tables(600))), "t")));
    assert_eq!(refusals(&tables(601)), [("unique_capacity".into(), "tables.t.unique[0]".into())]);
}

#[test]
fn more_rows_than_values_are_refused_with_the_figures() {
    let design = design("  t: { rows: 7, fields: { n: { type: integer, min: 1, max: 6, unique: true } } }");
    let found = crate::support::try_plan_of(&design, vec![request(&design, "t")]).err().unwrap();
    assert_eq!((found[0].code.as_ref(), found[0].path.as_str()), ("unique_capacity", "tables.t.fields.n"));
    assert!(found[0].message.contains(" 6 ") && found[0].message.contains(" 7 "), "{}", found[0].message);
    assert!(distinct(&column(&plan_of(&design, vec![request(&design, "t").rows(6)]), "t", "n")));
}

#[test]
fn a_unique_foreign_key_takes_each_parent_once() {
    let tables = |rows: u64| {
        format!(
            "
  a: {{ rows: 50, fields: {{ id: {{ type: auto_increment }} }} }}
  b: {{ rows: {rows}, fields: {{ a: {{ type: foreign_key, to: a.id, unique: true }} }} }}"
        )
    };
    let full = column(&plan(&design(&tables(50))), "b", "a");
    assert!(distinct(&full));
    assert_ne!(full, (1..=50).map(Value::from).collect::<Vec<_>>());
    assert_eq!(refusals(&tables(51)), [("unique_capacity".into(), "tables.b.fields.a".into())]);
}

#[test]
fn pairs_of_parents_are_unique_up_to_the_last() {
    let tables = |rows: u64| {
        format!(
            "
  students: {{ rows: 30, fields: {{ id: {{ type: auto_increment }} }} }}
  courses: {{ rows: 7, fields: {{ code: {{ type: string, unique: true, max_length: 8 }} }} }}
  enrolled:
    rows: {rows}
    primary_key: [student, course]
    fields:
      student: {{ type: foreign_key, to: students.id }}
      course: {{ type: foreign_key, to: courses.code }}
      grade: {{ type: integer, min: 1, max: 10 }}"
        )
    };
    let plan = plan(&design(&tables(210)));
    assert!(distinct(&pairs(&plan, "enrolled", ["student", "course"])));
    assert_eq!(refusals(&tables(211)), [("unique_capacity".into(), "tables.enrolled.primary_key".into())]);
}

#[test]
fn products_do_not_repeat_within_an_order() {
    let tables = |products: u64| {
        format!(
            "
  products: {{ rows: {products}, fields: {{ id: {{ type: auto_increment }} }} }}
  orders: {{ rows: 40, fields: {{ id: {{ type: auto_increment }} }} }}
  lines:
    rows: {{ per: orders, distribution: {{ uniform: {{ min: 0, max: 9 }} }} }}
    unique: [[product, order]]
    fields:
      order: {{ type: foreign_key, to: orders.id }}
      product: {{ type: foreign_key, to: products.id }}"
        )
    };
    let plan = plan(&design(&tables(9)));
    let made = pairs(&plan, "lines", ["order", "product"]);
    assert!(distinct(&made) && made.len() > 100);
    assert_eq!(refusals(&tables(8)), [("unique_capacity".into(), "tables.lines.unique[0]".into())]);
}

#[test]
fn fields_of_known_size_make_unique_keys_and_others_are_refused() {
    let tables = |generator: &str| {
        format!(
            "
  t:
    rows: 60
    unique: [[day, room]]
    fields:
      day: {{ type: string, generator: {{ choice: {{ values: [mon, tue, wed] }} }} }}
      room: {{ type: integer, min: 1, max: 20{generator} }}"
        )
    };
    let plan = plan(&design(&tables("")));
    assert!(distinct(&pairs(&plan, "t", ["day", "room"])));
    let found = refusals(&tables(", generator: number.normal"));
    assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["unique_capacity"]);
}

#[test]
fn a_key_with_a_field_unique_alone_needs_nothing_more() {
    let design = design(
        "
  a: { rows: 3, fields: { id: { type: auto_increment } } }
  t:
    rows: 90
    unique: [[a, n]]
    fields:
      a: { type: foreign_key, to: a.id }
      n: { type: integer, unique: true, min: 1, max: 90 }",
    );
    assert!(distinct(&column(&plan(&design), "t", "n")));
    assert_eq!(rows(&plan(&design), "t").len(), 90);
}

#[test]
fn nulls_do_not_count_against_uniqueness() {
    let plan = plan(&design(
        "  t: { rows: 100, fields: { n: { type: integer, min: 1, max: 100, unique: true, nullable: true, null_rate: 0.4 } } }",
    ));
    let made = column(&plan, "t", "n");
    assert!(distinct(&made) && made.iter().any(Value::is_null));
}

#[test]
fn a_unique_field_needs_a_generator_that_can_promise_it() {
    let found =
        refusals("  t: { rows: 10, fields: { n: { type: float, unique: true, generator: { number.normal: {} } } } }");
    assert_eq!(found, [("unique_not_promised".into(), "tables.t.fields.n.generator".into())]);
}
