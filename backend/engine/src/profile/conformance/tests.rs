//! Designs whose rows are not what they ask for are found out, others are not.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int32Array, RecordBatch};
use dmb_spec::Design;

use super::super::report::{Check, CheckKind, Reason, TableProfile, Verdict};
use super::super::{Profiler, Report, Scratch};
use crate::plan::{Plan, PlanRequest, TableRequest, compile};
use crate::testing::as_of;

fn design(tables: &str) -> Design {
    dmb_spec::file::from_str(&format!("dmb: 1\nname: test\nseed: 11\ntables:\n{tables}")).unwrap()
}

fn plan(tables: &str) -> Plan {
    compile(PlanRequest::whole(&design(tables), as_of())).unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The report of a plan's rows, each chunk changed on its way.
fn report(plan: &Plan, change: impl Fn(RecordBatch) -> RecordBatch) -> Report {
    let (profiler, mut scratch) = (Profiler::new(plan).unwrap(), Scratch::default());
    let table = |at: usize| {
        let mut all = profiler.blank(at);
        for chunk in 0..plan.tables()[at].chunk_count() {
            let batch = change(plan.tables()[at].chunk(chunk).unwrap());
            profiler.merge(at, &mut all, profiler.look(at, chunk, &batch, &mut scratch));
        }
        all
    };
    let sketches: Vec<_> = (0..plan.tables().len()).map(table).collect();
    profiler.report(&sketches)
}

/// The batch with one column made anew.
fn with(batch: &RecordBatch, name: &str, change: impl Fn(&ArrayRef) -> ArrayRef) -> RecordBatch {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns());
    let columns = columns.map(|(field, column)| if field.name() == name { change(column) } else { Arc::clone(column) });
    RecordBatch::try_new(batch.schema(), columns.collect()).unwrap()
}

fn find<'a>(table: &'a TableProfile, field: &str, kind: CheckKind) -> &'a Check {
    let mut found = table.checks.iter().filter(|check| check.kind == kind && check.fields.iter().any(|f| f == field));
    found.next().unwrap_or_else(|| panic!("no {kind:?} of {field} in {:#?}", table.checks))
}

const NUMBERS: &str = "
  t:
    rows: 60000
    fields:
      normal: { type: float, generator: { number.normal: { mean: 170, std_dev: 8, min: 160 } } }
      rounded: { type: decimal, scale: 1, generator: { number.normal: { mean: 5, std_dev: 0.3 } } }
      lognormal: { type: decimal, generator: { number.lognormal: { median: 40, sigma: 0.8 } } }
      log_uniform: { type: float, generator: { number.log_uniform: { min: 1, max: 1000 } } }
      exponential: { type: float, generator: { number.exponential: { mean: 30, min: 5 } } }
      gamma: { type: float, generator: { number.gamma: { shape: 2, scale: 15 } } }
      weibull: { type: float, generator: { number.weibull: { shape: 1.5, scale: 9 } } }
      beta: { type: float, generator: { number.beta: { alpha: 2, beta: 8, min: 10, max: 20 } } }
      triangular: { type: float, generator: { number.triangular: { min: 1, mode: 3, max: 9 } } }
      pert: { type: float, generator: { number.pert: { min: 2, mode: 5, max: 14, decimals: 1 } } }
      poisson: { type: integer, generator: { number.poisson: { mean: 3 } } }
      counts: { type: float, generator: { number.poisson: { mean: 3, min: 1, max: 6 } } }
      binomial: { type: integer, generator: { number.binomial: { trials: 20, probability: 0.3 } } }
      geometric: { type: integer, generator: { number.geometric: { probability: 0.4, count: trials } } }
      negative: { type: integer, generator: { number.negative_binomial: { successes: 3, probability: 0.4 } } }
      zipf: { type: integer, generator: { number.zipf: { exponent: 1.3, min: 5, max: 99 } } }
      pareto: { type: float, generator: { number.pareto: { scale: 2, shape: 1.5 } } }
      cauchy: { type: float, generator: { number.cauchy: { median: 10, scale: 3 } } }
      student: { type: float, generator: { number.student_t: { degrees_of_freedom: 5, mean: 2, scale: 3 } } }
      gumbel: { type: float, generator: { number.gumbel: { location: 300, scale: 40 } } }
      uniform: { type: integer, generator: { number.uniform: { min: 1, max: 6 } } }
      cents: { type: decimal, generator: { number.uniform: { min: 1, max: 500 } } }
      real: { type: float, generator: { number.uniform: { min: 0, max: 2, decimals: 1 } } }
      whole: { type: decimal, generator: { number.integer: { min: 1, max: 40 } } }
      mixture: { type: decimal, generator: { number.mixture: { parts: [{ weight: 70, min: 1, max: 500 }, { weight: 30, min: 500, max: 5000 }] } } }
      histogram: { type: integer, generator: { number.histogram: { edges: [18, 25, 35, 90], weights: [14, 22, 12] } } }
";

#[test]
fn every_distribution_that_states_itself_holds() {
    let report = report(&plan(NUMBERS), |batch| batch);
    let table = &report.tables[0];
    for column in &table.columns {
        let check = find(table, &column.name, CheckKind::Distribution);
        assert_eq!(check.verdict, Verdict::Holds, "{check:#?}");
        assert!(check.p_value.is_some_and(|p| p > 1e-3), "{check:#?}");
    }
}

#[test]
fn a_distribution_that_strays_is_off() {
    let plan = plan(NUMBERS);
    let strayed = report(&plan, |batch| {
        // Wider by a twentieth; one six in ten becomes a one; every hundredth count one higher.
        let wider = |v: f64| 170.0 + (v - 170.0) * 1.05;
        let batch = with(&batch, "normal", |c| {
            Arc::new(Float64Array::from_iter_values(c.as_primitive::<Float64Type>().values().iter().map(|v| wider(*v))))
        });
        let loaded = |(row, v): (usize, &i32)| if *v == 6 && row % 10 == 0 { 1 } else { *v };
        let batch = with(&batch, "uniform", |c| {
            Arc::new(Int32Array::from_iter_values(
                c.as_primitive::<Int32Type>().values().iter().enumerate().map(loaded),
            ))
        });
        let shifted = |(row, v): (usize, &i32)| v + i32::from(row % 20 == 0);
        with(&batch, "poisson", |c| {
            Arc::new(Int32Array::from_iter_values(
                c.as_primitive::<Int32Type>().values().iter().enumerate().map(shifted),
            ))
        })
    });
    for field in ["normal", "uniform", "poisson"] {
        let check = find(&strayed.tables[0], field, CheckKind::Distribution);
        assert_eq!(check.verdict, Verdict::Off, "{check:#?}");
    }
    assert_eq!(find(&strayed.tables[0], "gamma", CheckKind::Distribution).verdict, Verdict::Holds);
}

const SHOP: &str = "
  customers:
    rows: 3000
    fields:
      id: { type: auto_increment }
      kind: { type: enum, choices: [retail, pro, vip], generator: { choice: { weights: { retail: 70, pro: 25, vip: 5 } } } }
      active: { type: boolean, generator: { boolean: { rate: 0.8 } } }
      email: { type: email, unique: true }
      age: { type: integer, min: 18, max: 90, nullable: true, null_rate: 0.2, generator: { number.uniform: { min: 18, max: 90 } } }
      note: { type: string, max_length: 12, nullable: true, generator: { choice: { values: [a, null, b] } } }
  orders:
    rows: { per: customers, distribution: { poisson: { mean: 3 } } }
    primary_key: [customer_id, line]
    fields:
      customer_id: { type: foreign_key, to: customers.id }
      line: { type: integer, generator: row_in_parent }
";

#[test]
fn everything_a_shop_states_holds() {
    let report = report(&plan(SHOP), |batch| batch);
    let (customers, orders) = (&report.tables[0], &report.tables[1]);
    for check in report.tables.iter().flat_map(|table| &table.checks) {
        assert_eq!(check.verdict, Verdict::Holds, "{check:#?}");
    }
    assert_eq!(find(customers, "age", CheckKind::Range).got, "18 – 90");
    assert!(find(customers, "age", CheckKind::NullRate).p_value.is_some());
    assert_eq!(find(customers, "note", CheckKind::NullRate).asked, "0.3333");
    assert_eq!(find(customers, "id", CheckKind::Unique).got, "3000");
    assert_eq!(find(customers, "email", CheckKind::Unique).reason, Some(Reason::ByConstruction));
    assert!(find(orders, "customer_id", CheckKind::Children).p_value.is_some());
    assert_eq!(find(orders, "line", CheckKind::Unique).fields, ["customer_id", "line"]);
}

#[test]
fn what_a_shop_gets_wrong_is_off() {
    let plan = plan(SHOP);
    let report = report(&plan, |batch| {
        let kinds = |c: &ArrayRef| -> ArrayRef {
            let texts = c.as_string::<i32>().iter().enumerate();
            Arc::new(arrow_array::StringArray::from_iter(texts.map(|(row, t)| if row == 7 { Some("odd") } else { t })))
        };
        let batch = with(&batch, "kind", kinds);
        let ages = |c: &ArrayRef| -> ArrayRef {
            let numbers = c.as_primitive::<Int32Type>().iter().enumerate();
            Arc::new(numbers.map(|(row, v)| if row % 4 == 1 { Some(91) } else { v }).collect::<Int32Array>())
        };
        let batch = with(&batch, "age", ages);
        let emails = |c: &ArrayRef| crate::arrays::take(c, &(0..c.len() as u64).map(|row| row / 2).collect::<Vec<_>>());
        let batch = with(&batch, "email", |c| emails(c).unwrap());
        // Every customer's orders go to the one before, past the first; and one line in two is the same.
        let keys = |c: &ArrayRef| -> ArrayRef {
            let keys = c.as_primitive::<arrow_array::types::Int64Type>().values().iter();
            Arc::new(arrow_array::Int64Array::from_iter_values(keys.map(|key| key / 2 * 2)))
        };
        with(&batch, "customer_id", keys)
    });
    let (customers, orders) = (&report.tables[0], &report.tables[1]);
    for (field, kind) in [
        ("kind", CheckKind::Choices),
        ("kind", CheckKind::Distribution),
        ("age", CheckKind::Range),
        ("age", CheckKind::NullRate),
        ("email", CheckKind::Unique),
    ] {
        assert_eq!(find(customers, field, kind).verdict, Verdict::Off, "{:#?}", find(customers, field, kind));
    }
    for kind in [CheckKind::Children, CheckKind::ForeignKey, CheckKind::Unique] {
        assert_eq!(find(orders, "customer_id", kind).verdict, Verdict::Off, "{:#?}", find(orders, "customer_id", kind));
    }
}

#[test]
fn what_can_not_be_tested_says_why() {
    let tables = "
  parents: { rows: 40, fields: { id: { type: auto_increment }, x: { type: float, generator: { number.skew_normal: {} } } } }
  children:
    rows: { per: parents, distribution: { poisson: { mean: 3 } } }
    fields:
      parent_id: { type: foreign_key, to: parents.id }
      copied: { type: float, nullable: true, null_rate: 0.1, generator: { copy: { from: maybe } } }
      maybe: { type: float, nullable: true, null_rate: 0.5, generator: { number.uniform: {} } }
      three: { type: integer, generator: { number.uniform: { min: 3, max: 3 } } }
";
    let design = design(tables);
    let request = |name: &str| TableRequest::new(design.table(name).unwrap().id);
    let tables = vec![request("parents"), request("children").rows(500)];
    let plan = compile(PlanRequest { tables, ..PlanRequest::whole(&design, as_of()) }).unwrap();
    let report = report(&plan, |batch| batch);
    for (table, field, kind, reason) in [
        (0, "x", CheckKind::Distribution, Reason::NoStatement),
        (1, "copied", CheckKind::NullRate, Reason::OwnNulls),
        (1, "three", CheckKind::Distribution, Reason::OneValue),
        (1, "parent_id", CheckKind::Children, Reason::Scaled),
    ] {
        let check = find(&report.tables[table], field, kind);
        assert_eq!((check.verdict, check.reason), (Verdict::NotTested, Some(reason)), "{check:#?}");
    }
}

#[test]
fn faults_are_no_surprise() {
    let tables = "  t:
    rows: 2000
    fields:
      word: { type: enum, choices: [a, b], generator: { choice: { values: [a, b] } } }
      n: { type: integer, min: 1, max: 6, generator: { number.integer: { min: 1, max: 6 } } }
    faults: { rate: 0.2, kinds: [{ unknown_code: word }] }
";
    let report = report(&plan(tables), |batch| batch);
    let check = find(&report.tables[0], "word", CheckKind::Choices);
    assert_eq!((check.verdict, check.reason, check.p_value), (Verdict::NotTested, Some(Reason::Faults), None));
    assert_eq!(find(&report.tables[0], "n", CheckKind::Distribution).verdict, Verdict::Holds);
}
