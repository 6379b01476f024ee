//! Foreign keys: every one leads to a row, counted as planned.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arrow_array::{Int64Array, StringArray};
use serde_json::{Value, json};

use crate::support::{SHOP, column, design, distinct, plan, plan_of, refusals, request, rows, try_plan_of};

fn tally(values: &[Value]) -> HashMap<String, u64> {
    let mut counts = HashMap::new();
    values.iter().for_each(|value| *counts.entry(value.to_string()).or_default() += 1);
    counts
}

#[test]
fn every_child_finds_its_parent_and_agrees_with_it() {
    let plan = plan(&design(SHOP));
    let customers: HashMap<String, Vec<Value>> =
        rows(&plan, "customers").into_iter().map(|row| (row[0].to_string(), row)).collect();
    let orders: HashMap<String, Vec<Value>> =
        rows(&plan, "orders").into_iter().map(|row| (row[0].to_string(), row)).collect();
    for order in orders.values() {
        let customer = &customers[&order[1].to_string()];
        assert_eq!(order[2], customer[3]);
        assert!(order[3].as_str().unwrap() >= customer[4].as_str().unwrap());
    }
    for line in rows(&plan, "lines") {
        assert_eq!(line[2], orders[&line[0].to_string()][2]);
    }
    assert!(orders.values().any(|order| order[2].is_null()) && orders.values().any(|order| !order[2].is_null()));
}

#[test]
fn children_are_counted_by_their_distribution() {
    let plan = plan(&design(SHOP));
    let orders = tally(&column(&plan, "orders", "customer_id"));
    let (total, parents) = (orders.values().sum::<u64>() as f64, 500.0);
    assert!((2.8..3.2).contains(&(total / parents)), "{total}");
    let childless = parents - orders.len() as f64;
    assert!((12.0..40.0).contains(&childless), "{childless}");
    let lines = tally(&column(&plan, "lines", "order_id"));
    assert_eq!(lines.len() as u64, orders.values().sum::<u64>());
    let of = |n: u64| lines.values().filter(|count| **count == n).count() as f64 / lines.len() as f64;
    assert!((0.46..0.54).contains(&of(1)) && (0.17..0.23).contains(&of(8)), "{} {}", of(1), of(8));
    assert_eq!(of(1) + of(2) + of(8), 1.0);
}

#[test]
fn lines_are_numbered_within_their_order() {
    let plan = plan(&design(SHOP));
    let mut next: HashMap<String, i64> = HashMap::new();
    for line in rows(&plan, "lines") {
        let due = next.entry(line[0].to_string()).or_insert(1);
        assert_eq!(line[1], json!(*due));
        *due += 1;
    }
}

#[test]
fn a_number_asked_for_is_met_exactly_and_keeps_the_lines_numbered() {
    let design = design(SHOP);
    let tables =
        vec![request(&design, "lines").rows(777), request(&design, "orders").rows(123), request(&design, "customers")];
    let plan = plan_of(&design, tables);
    let counts: Vec<u64> = plan.tables().iter().map(|table| table.rows()).collect();
    assert_eq!(counts, [500, 123, 777]);
    assert_eq!(plan.total_rows(), 1_400);
    let keys: Vec<_> = column(&plan, "lines", "order_id").into_iter().zip(column(&plan, "lines", "line_no")).collect();
    assert!(distinct(&keys) && keys.len() == 777);
}

#[test]
fn keys_that_exist_are_taken_where_the_parent_is_not_in_the_run() {
    let design = design(
        "
  a: { rows: 5, fields: { code: { type: string, unique: true, max_length: 9 } } }
  b: { rows: 400, fields: { a: { type: foreign_key, to: a.code }, n: { type: foreign_key, to: a.code, nullable: true, null_rate: 0.5 } } }",
    );
    let field = |name: &str| design.table("b").unwrap().field(name).unwrap().id;
    let mut b = request(&design, "b");
    for name in ["a", "n"] {
        b.existing_keys.insert(field(name), Arc::new(StringArray::from(vec!["x", "y", "z"])));
    }
    let plan = plan_of(&design, vec![b]);
    let seen: HashSet<String> = column(&plan, "b", "a").iter().map(|v| v.as_str().unwrap().to_owned()).collect();
    assert_eq!(seen, HashSet::from(["x".into(), "y".into(), "z".into()]));
    let nulls = column(&plan, "b", "n").iter().filter(|v| v.is_null()).count();
    assert!((160..240).contains(&nulls), "{nulls}");
}

#[test]
fn a_foreign_key_without_parents_is_refused_or_null() {
    let design = design(
        "
  a: { rows: 5, fields: { id: { type: auto_increment } } }
  b: { rows: 4, fields: { a: { type: foreign_key, to: a.id } } }
  c: { rows: 4, fields: { a: { type: foreign_key, to: a.id, nullable: true } } }",
    );
    let found = try_plan_of(&design, vec![request(&design, "b")]).err().unwrap();
    assert_eq!((found[0].code.as_ref(), found[0].path.as_str()), ("no_parents", "tables.b.fields.a"));
    let found = try_plan_of(&design, vec![request(&design, "a").rows(0), request(&design, "b")]).err().unwrap();
    assert_eq!(found[0].code, "no_parents");
    let plan = plan_of(&design, vec![request(&design, "c")]);
    assert_eq!(plan.warnings()[0].code, "no_parents");
    assert!(column(&plan, "c", "a").iter().all(Value::is_null));
}

#[test]
fn a_row_refers_to_an_earlier_row_of_its_own_table() {
    let design = design(
        "
  staff:
    rows: 300
    fields:
      id: { type: auto_increment }
      boss: { type: foreign_key, to: staff.id, nullable: true }
      before: { type: foreign_key, to: staff.id, nullable: true, unique: true }
      name: { type: string, generator: person.first_name }
      boss_name: { type: string, nullable: true, generator: { copy: { from: boss.name } } }",
    );
    let made = rows(&plan(&design), "staff");
    for (at, row) in made.iter().enumerate() {
        let boss = row[1].as_u64();
        assert_eq!(boss.is_none(), at == 0);
        assert!(boss.is_none_or(|boss| boss >= 1 && boss < row[0].as_u64().unwrap()));
        let name = boss.map_or(Value::Null, |boss| made[boss as usize - 1][3].clone());
        assert_eq!(row[4], name);
        assert_eq!(row[2].as_u64(), (at > 0).then_some(at as u64));
    }
}

#[test]
fn a_circle_of_tables_is_broken_where_null_is_allowed() {
    let design = design(
        "
  teams: { rows: 20, fields: { id: { type: auto_increment }, lead: { type: foreign_key, to: people.id, nullable: true } } }
  people: { rows: 60, fields: { id: { type: auto_increment }, team: { type: foreign_key, to: teams.id } } }",
    );
    let plan = plan(&design);
    assert_eq!(plan.tables()[0].table().name, "teams");
    assert!(column(&plan, "teams", "lead").iter().all(|lead| (1..=60).contains(&lead.as_i64().unwrap())));
    assert!(column(&plan, "people", "team").iter().all(|team| (1..=20).contains(&team.as_i64().unwrap())));
}

#[test]
fn appended_children_go_to_the_parents_of_the_same_run() {
    let design = design(
        "
  a: { rows: 10, fields: { id: { type: auto_increment } } }
  b: { rows: { per: a, distribution: { uniform: { min: 1, max: 3 } } }, fields: { id: { type: auto_increment }, a: { type: foreign_key, to: a.id } } }",
    );
    let (mut a, mut b) = (request(&design, "a"), request(&design, "b"));
    (a.first_row, b.first_row) = (10, 21);
    let plan = plan_of(&design, vec![a, b]);
    let parents = column(&plan, "b", "a");
    assert!(parents.iter().all(|a| (11..=20).contains(&a.as_i64().unwrap())));
    assert_eq!(tally(&parents).len(), 10);
    assert_eq!(column(&plan, "b", "id")[0], json!(22));
}

#[test]
fn values_of_parents_made_before_can_not_be_copied() {
    let design = design(SHOP);
    let field = design.table("orders").unwrap().field("customer_id").unwrap().id;
    let mut orders = request(&design, "orders");
    orders.existing_keys.insert(field, Arc::new(Int64Array::from(vec![1, 2, 3])));
    let found = try_plan_of(&design, vec![orders]).err().unwrap();
    assert!(
        found.iter().any(|v| v.code == "input_missing" && v.path == "tables.orders.fields.city.generator"),
        "{found:#?}"
    );
}

#[test]
fn numbering_rows_needs_a_table_counted_per_parent() {
    let found = refusals(
        "
  a: { rows: 10, fields: { id: { type: auto_increment } } }
  b: { rows: 10, fields: { a: { type: foreign_key, to: a.id }, n: { type: integer, generator: row_in_parent } } }",
    );
    assert_eq!(found, [("not_counted_per_parent".into(), "tables.b.fields.n.generator".into())]);
}
