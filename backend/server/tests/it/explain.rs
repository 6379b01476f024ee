//! `dmb generate --explain`: the plan before it runs.

use crate::support::{files, folder_with_design, said, shop};

#[test]
fn the_plan_tells_tables_in_order_ways_streams_and_capacities() {
    let folder = folder_with_design(&shop());
    let plan =
        said(folder.path(), &["generate", "people.yaml", "--explain", "--rows", "customers=2_000", "--threads", "2"]);
    let at = |text: &str| plan.find(text).unwrap_or_else(|| panic!("{text:?} is not in\n{plan}"));
    let order = [at("1. customers: 2,000 rows"), at("2. products:"), at("3. orders:"), at("4. order_lines:")];
    assert!(order.is_sorted(), "{plan}");
    at("counted per parent by order_id");
    at("as of 2026-01-01T00:00:00Z, locale en_US");
    at("unique (id): 9.2 × 10^18 values, 2,000 asked for");
    at("unique (order_id, line_no): by what its fields are");
    at("with 2 threads");
    let column = |name: &str| plan.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
    let cells = |name: &str| column(name).split('│').map(str::trim).collect::<Vec<_>>();
    assert_eq!(cells("customer_id")[2..4], ["any parent; customers.id", "own"]);
    assert_eq!(cells("order_id")[2..4], ["so many a parent; orders.id", "own"]);
    assert_eq!(cells("placed_at")[2], "customers.signed_up_at by customer_id");
    assert_eq!(cells("first_name")[1..4], ["person.first_name", "", "bundle"]);
    assert_eq!(cells("phone")[4], "20 %");
    assert_eq!(files(folder.path()), ["people.yaml"]);
}

#[test]
fn a_chosen_generator_is_told_and_so_is_what_a_column_is_made_from() {
    let design = "\
dmb: 1
name: d
as_of: 2026-01-01T00:00:00Z
tables:
  pairs:
    rows: 12
    unique: [[a, b]]
    fields:
      a: { type: string, generator: { code.pattern: { pattern: '[a-d]' } } }
      b: { type: string, generator: { code.pattern: { pattern: '[xyz]' } } }
      ab: { type: string, generator: { code.template: { template: '{a}-{b}' } } }
      city: string
";
    let folder = folder_with_design(design);
    let plan = said(folder.path(), &["generate", "people.yaml", "--explain"]);
    assert!(plan.contains("unique (a, b): 12 values, 12 asked for"), "{plan}");
    assert!(plan.contains("address.city (chosen)"), "{plan}");
    let made = plan.lines().find(|line| line.starts_with("ab ")).unwrap();
    assert!(made.contains("a, b"), "{made}");
    let keyed = plan.lines().find(|line| line.starts_with("a ")).unwrap();
    assert!(keyed.contains("│ key"), "{keyed}");
}
