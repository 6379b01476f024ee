//! A thousand random designs with relations, keys, nulls and every generator: the plan refuses, or SQL finds that every
//! constraint holds. The rows are loaded into SQLite, whose own keys, checks and foreign keys are the judge.

mod database;
mod shape;

use std::cell::RefCell;
use std::collections::BTreeSet;

use dmb_engine::catalog;
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, Severity, Violation};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use crate::support::as_of;

const DESIGNS: u32 = 1_000;

/// What the designs that had a plan held.
#[derive(Default)]
struct Seen {
    planned: u32,
    rows: u64,
    generators: BTreeSet<String>,
}

/// A refusal says what is wrong, and where.
fn check_refusal(found: &[Violation]) -> Result<(), TestCaseError> {
    prop_assert!(found.iter().any(|violation| violation.severity == Severity::Error));
    for violation in found {
        prop_assert!(violation.path.starts_with("tables.") && !violation.message.is_empty(), "{violation:?}");
    }
    Ok(())
}

fn check(design: &Design, seen: &mut Seen) -> Result<(), TestCaseError> {
    let plan = match compile(PlanRequest::whole(design, as_of())) {
        Ok(plan) => plan,
        Err(found) => return check_refusal(&found),
    };
    let said = |what: &str, error: String| {
        TestCaseError::fail(format!("{what}: {error}\n{}", dmb_spec::file::to_yaml(design)))
    };
    let database = database::load(design, &plan).map_err(|error| said("rows", error))?;
    database::check(design, &plan, &database).map_err(|error| said("relations", error))?;
    seen.planned += 1;
    seen.rows += plan.total_rows();
    let named = design.tables.iter().flat_map(|table| &table.fields).filter_map(|field| field.generator.as_ref());
    seen.generators.extend(named.map(|generator| generator.name.clone()));
    Ok(())
}

#[test]
fn constraints_hold_or_the_plan_refuses() {
    let config = Config { cases: DESIGNS, failure_persistence: None, ..Config::default() };
    let seen = RefCell::new(Seen::default());
    TestRunner::new(config)
        .run(&shape::designs(), |shapes| check(&shape::design(&shapes), &mut seen.borrow_mut()))
        .unwrap_or_else(|error| panic!("{error}"));
    let Seen { planned, rows, generators } = seen.into_inner();
    assert!(planned > DESIGNS / 3 && rows > 20_000, "only {planned} designs had a plan, with {rows} rows");
    let all = catalog::all().len();
    assert!(generators.len() * 20 > all * 19, "only {} of {all} generators were in a plan", generators.len());
}
