//! Series from row to row: one through the table, or one for every parent; columns that vary together.

use std::collections::HashMap;

use dmb_engine::{catalog, json};
use dmb_spec::RowCount;
use serde_json::Value;

use crate::golden;
use crate::support::{as_of, column, design, plan, refusals, rows};

const LOANS: &str = r#"
  loans:
    rows: 40
    fields:
      id: { type: auto_increment }
      granted_on: { type: date, generator: { datetime.date: { from: "2024-01-01", to: "2024-12-31" } } }
  instalments:
    rows: { per: loans, distribution: { uniform: { min: 3, max: 700 } } }
    fields:
      loan_id: { type: foreign_key, to: loans.id }
      number: { type: integer, generator: row_in_parent }
      due_on: { type: date, generator: { datetime.recurring: { after: loan_id.granted_on, every: 1d, per_parent: true } } }
      paid_at: { type: datetime, generator: { datetime.events: { after: loan_id.granted_on, interval: 1h, per_parent: true } } }
      balance: { type: float, generator: { number.random_walk: { start: 50, step: 2, per_parent: true } } }
      age: { type: integer, generator: { datetime.age: { field: loan_id.granted_on, until: due_on, unit: days } } }
      stars: { type: integer, generator: number.rating }
      words: { type: text, generator: { text.review: { rating: stars } } }
"#;

/// The rows of every loan's instalments.
fn by_loan(rows: Vec<Vec<Value>>) -> HashMap<String, Vec<Vec<Value>>> {
    let mut loans: HashMap<String, Vec<Vec<Value>>> = HashMap::new();
    rows.into_iter().for_each(|row| loans.entry(row[0].to_string()).or_default().push(row));
    loans
}

#[test]
fn every_parent_has_a_series_of_its_own_that_starts_at_the_parent() {
    let plan = plan(&design(LOANS));
    let granted: HashMap<String, Value> =
        rows(&plan, "loans").into_iter().map(|mut row| (row[0].to_string(), row.swap_remove(1))).collect();
    let mut second = Vec::new();
    for (loan, rows) in by_loan(rows(&plan, "instalments")) {
        assert_eq!(rows[0][2], granted[&loan]);
        assert_eq!(rows[0][4], Value::from(50.0));
        second.push(rows[1][4].as_f64().unwrap().to_string());
        for (n, row) in rows.iter().enumerate() {
            assert_eq!(row[5], Value::from(n), "a day an instalment");
        }
        let paid: Vec<&str> = rows.iter().map(|row| row[3].as_str().unwrap()).collect();
        assert!(paid.is_sorted() && paid[0] >= granted[&loan].as_str().unwrap(), "{paid:?}");
    }
    let loans = second.len();
    second.sort();
    second.dedup();
    assert_eq!(second.len(), loans, "walks of different loans differ");
}

#[test]
fn series_of_parents_need_a_table_counted_per_parent() {
    let table = "  t:\n    rows: 5\n    fields:\n      \
                 at: { type: datetime, generator: { datetime.ordered: { per_parent: true } } }\n";
    assert_eq!(refusals(table)[0].0, "not_counted_per_parent");
}

#[test]
fn columns_of_a_group_vary_together_and_must_agree_on_their_matrix() {
    let group = |second: &str| {
        format!(
            "  people:\n    rows: 20000\n    fields:\n      \
             height: {{ type: float, generator: {{ number.correlated: {{ group: body, position: 1, matrix: [[1, 0.8], [0.8, 1]], mean: 170, std_dev: 9 }} }} }}\n      \
             weight: {{ type: decimal, generator: {{ number.correlated: {{ group: body, {second}, distribution: lognormal, median: 70, sigma: 0.2 }} }} }}\n"
        )
    };
    let plan = plan(&design(&group("position: 2, matrix: [[1, 0.8], [0.8, 1]]")));
    let heights: Vec<f64> = column(&plan, "people", "height").iter().map(|v| v.as_f64().unwrap()).collect();
    let weights: Vec<f64> =
        column(&plan, "people", "weight").iter().map(|v| v.as_str().unwrap().parse::<f64>().unwrap().ln()).collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (h, w) = (mean(&heights), mean(&weights));
    let sum = |f: &dyn Fn(f64, f64) -> f64| heights.iter().zip(&weights).map(|(a, b)| f(a - h, b - w)).sum::<f64>();
    let found = sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    assert!((found - 0.8).abs() < 0.015, "{found}");
    let codes = |second: &str| refusals(&group(second)).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert!(codes("position: 1, matrix: [[1, 0.8], [0.8, 1]]").contains(&"taken".to_owned()));
    assert!(codes("position: 2, matrix: [[1, 0.5], [0.5, 1]]").contains(&"differs".to_owned()));
}

#[test]
fn any_row_of_any_generator_alone_is_the_row_among_others() {
    for generator in catalog::all() {
        let descriptor = generator.descriptor();
        let field_type = descriptor.produces[0];
        let mut design = golden::design(&descriptor, field_type, "en_US");
        design.tables[0].rows = RowCount::Total(300);
        let plan = dmb_engine::plan::compile(dmb_engine::plan::PlanRequest::whole(&design, as_of())).unwrap();
        let table = plan.tables().iter().find(|table| table.table().name == "golden").unwrap();
        let whole = table.rows_at(&(0..table.rows()).collect::<Vec<_>>()).unwrap();
        for some in [vec![511], vec![512, 256, 0], vec![3, 2, 1, 0], vec![300, 299, 301, 255, 257]] {
            let made = table.rows_at(&some).unwrap();
            for (at, row) in some.iter().enumerate() {
                let alone = json::value(made.column(0), at, field_type);
                let among = json::value(whole.column(0), *row as usize, field_type);
                assert_eq!(alone, among, "{} row {row}", descriptor.name);
            }
        }
    }
}
