//! Profiles of runs: the same for any number of threads, of every row whatever an output has already, true to the rows.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dmb_engine::output::{AsBatch, Encoded, Encoder, Output, OutputError, TableHeader};
use dmb_engine::plan::{CHUNK_ROWS, Plan};
use dmb_engine::profile::{ColumnProfile, Report, TableProfile, Verdict};
use dmb_engine::run::{Observer, RunOptions, run};
use serde_json::{Value, json};

use crate::support::{SHOP, column, design, plan, plan_of, request};

#[derive(Default)]
struct Rows(AtomicU64);

impl Observer for Rows {
    fn rows(&self, _: usize, rows: u64) {
        self.0.fetch_add(rows, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        false
    }
}

/// An output that has some first rows already.
struct Begun(u64, Arc<AtomicU64>);

impl Output for Begun {
    fn begin_table(&mut self, _: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        Ok((Arc::new(AsBatch), self.0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        self.1.fetch_add(chunk.rows(), Ordering::Relaxed);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        Ok(())
    }

    fn abort(self: Box<Self>) {}
}

fn report(plan: &Plan, threads: usize) -> Report {
    run(plan, &RunOptions { threads, profile: true }, Vec::new(), &Rows::default()).unwrap().profile.unwrap()
}

fn find<'a>(report: &'a Report, table: &str, field: &str) -> (&'a TableProfile, &'a ColumnProfile) {
    let table = report.tables.iter().find(|found| found.name == table).unwrap();
    (table, table.columns.iter().find(|found| found.name == field).unwrap())
}

fn big_shop() -> Plan {
    let design = design(SHOP);
    let tables = ["customers", "orders", "lines"].map(|name| request(&design, name));
    let [customers, orders, lines] = tables;
    plan_of(&design, vec![customers.rows(20_000), orders, lines])
}

#[test]
fn one_two_and_eight_threads_report_the_same_bytes() {
    let plan = big_shop();
    let texts: Vec<String> =
        [1, 2, 8].into_iter().map(|threads| serde_json::to_string(&report(&plan, threads)).unwrap()).collect();
    assert!(texts[0].len() > 5_000);
    assert!(texts.iter().all(|text| *text == texts[0]));
    let read: Report = serde_json::from_str(&texts[0]).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), texts[0]);
    for check in read.tables.iter().flat_map(|table| &table.checks) {
        assert_ne!(check.verdict, Verdict::Off, "{check:#?}");
    }
}

#[test]
fn a_profile_is_of_every_row_though_an_output_has_some_already() {
    let plan = big_shop();
    let (written, rows) = (Arc::new(AtomicU64::new(0)), Rows::default());
    let output = Box::new(Begun(CHUNK_ROWS, Arc::clone(&written)));
    let resumed = run(&plan, &RunOptions { threads: 2, profile: true }, vec![output], &rows).unwrap();
    assert_eq!(resumed.profile.unwrap(), report(&plan, 2));
    assert_eq!(rows.0.load(Ordering::Relaxed), plan.total_rows());
    let there: u64 = plan.tables().iter().map(|table| table.rows().min(CHUNK_ROWS)).sum();
    assert_eq!(written.load(Ordering::Relaxed), plan.total_rows() - there);
}

#[test]
fn no_profile_is_made_where_none_was_asked_for() {
    let report = run(&big_shop(), &RunOptions { threads: 2, profile: false }, Vec::new(), &Rows::default()).unwrap();
    assert_eq!(report.profile, None);
}

#[test]
fn figures_are_those_of_the_rows() {
    let plan = plan(&design(SHOP));
    let report = report(&plan, 2);
    let cities = column(&plan, "customers", "city");
    let (_, city) = find(&report, "customers", "city");
    let mut counts = HashMap::<String, u64>::new();
    cities.iter().filter_map(Value::as_str).for_each(|city| *counts.entry(city.to_owned()).or_default() += 1);
    assert_eq!(city.nulls, cities.iter().filter(|city| city.is_null()).count() as u64);
    assert_eq!((city.distinct, city.distinct_error, city.top.len()), (3, 0.0, 3));
    assert!(city.top.iter().all(|top| counts[top.value.as_str().unwrap()] == top.count));

    let quantities: Vec<f64> = column(&plan, "lines", "quantity").iter().filter_map(Value::as_f64).collect();
    let mean = quantities.iter().sum::<f64>() / quantities.len() as f64;
    let variance = quantities.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / quantities.len() as f64;
    let (lines, quantity) = find(&report, "lines", "quantity");
    let measure = quantity.measure.as_ref().unwrap();
    assert_eq!((&measure.min, &measure.max), (&json!(1), &json!(20)));
    assert!((measure.mean.as_f64().unwrap() - mean).abs() < 1e-9 && (measure.deviation - variance.sqrt()).abs() < 1e-9);
    let histogram = measure.histogram.as_ref().unwrap();
    assert_eq!((histogram.edges.len(), histogram.below, histogram.above), (21, 0, 0));
    let of = |value: f64| quantities.iter().filter(|quantity| **quantity == value).count() as u64;
    assert_eq!(histogram.counts, (1..=20).map(|value| of(f64::from(value))).collect::<Vec<_>>());
    assert_eq!((lines.rows, lines.sampled_rows), (quantities.len() as u64, quantities.len() as u64));

    let (_, since) = find(&report, "customers", "since");
    let moments = column(&plan, "customers", "since");
    let texts = || moments.iter().filter_map(Value::as_str);
    let measure = since.measure.as_ref().unwrap();
    assert_eq!((measure.min.as_str(), measure.max.as_str()), (texts().min(), texts().max()));
}

#[test]
fn a_large_table_is_sampled_evenly_and_says_so() {
    let design = design("  t: { rows: 2500000, fields: { id: { type: auto_increment }, code: { type: uuid } } }\n");
    let report = report(&plan(&design), 2);
    let (table, id) = find(&report, "t", "id");
    assert_eq!((table.rows, table.sampled_rows), (2_500_000, 51 * CHUNK_ROWS));
    assert_eq!(id.measure.as_ref().unwrap().max, json!(2_500_000));
    assert_eq!((id.distinct, id.distinct_error, id.top.len()), (2_500_000, 0.0, 0));
    let (_, code) = find(&report, "t", "code");
    assert!(code.distinct.abs_diff(2_500_000) < 125_000 && code.distinct_error > 0.0 && code.top.is_empty());
}

#[test]
fn a_table_without_rows_has_a_profile_too() {
    let design = design("  t: { rows: 0, fields: { id: { type: auto_increment }, n: { type: float } } }\n");
    let report = report(&plan(&design), 2);
    let (table, number) = find(&report, "t", "n");
    assert_eq!((table.rows, number.distinct, number.measure.as_ref()), (0, 0, None));
    assert!(table.checks.iter().all(|check| check.verdict != Verdict::Off), "{:#?}", table.checks);
}
