//! A thousand random designs with relations, keys, nulls, faults and every generator: the plan refuses, or SQL finds that
//! every constraint holds, and faults are where the manifest says and nowhere else. The rows are loaded into SQLite, whose
//! own keys, checks and foreign keys are the judge.
//!
//! The designs are the same in every run. Where `DMB_RANDOM_DESIGNS` names a folder they are written there, so that
//! `e2e/judges` has DuckDB judge what the binary makes of the same ones.

mod database;
mod faults;
mod shape;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use dmb_engine::catalog;
use dmb_engine::faults::descriptors;
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, Severity, Violation, file};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use crate::support::as_of;

const DESIGNS: u32 = 1_000;
/// Why a random design may be refused: what it asks for can't be had.
#[rustfmt::skip]
const REASONS: &[&str] = &[
    // Of values: too few, too long, of another type, or no number that the field allows.
    "unique_capacity", "unique_not_promised", "not_unique", "type_cannot_be_key", "too_short", "wrong_type", "wrong_value",
    "sequence_too_short", "auto_increment_not_key", "auto_increment_repeated", "out_of_range", "empty_range",
    // Of relations: parents that are not there.
    "no_parents", "reference_circle",
    // Of faults: no room for them, or nothing that could be wrong.
    "beyond_field", "beyond_type", "fault_on_key", "no_bounds", "types_differ",
];

/// What the designs held, and why some had no plan.
#[derive(Default)]
struct Seen {
    designs: u32,
    planned: u32,
    rows: u64,
    generators: BTreeSet<String>,
    kinds: BTreeSet<&'static str>,
    reasons: BTreeMap<String, u32>,
    folder: Option<PathBuf>,
}

impl Seen {
    /// Writes the design for judges, its name telling whether it is refused.
    fn keep(&mut self, design: &Design, ending: &str) {
        self.designs += 1;
        if let Some(folder) = &self.folder {
            let path = folder.join(format!("{:04}{ending}.json", self.designs));
            std::fs::write(&path, file::to_json(design)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }

    /// A refusal says what is wrong, and where.
    fn refused(&mut self, found: Vec<Violation>) -> Result<(), TestCaseError> {
        prop_assert!(found.iter().any(|violation| violation.severity == Severity::Error));
        for violation in found {
            prop_assert!(violation.path.starts_with("tables.") && !violation.message.is_empty(), "{violation:?}");
            if violation.severity == Severity::Error {
                *self.reasons.entry(violation.code.into_owned()).or_default() += 1;
            }
        }
        Ok(())
    }
}

fn check(design: &Design, seen: &mut Seen) -> Result<(), TestCaseError> {
    let faulty = match compile(PlanRequest::whole(design, as_of())) {
        Ok(plan) => plan,
        Err(found) => {
            seen.keep(design, ".refused");
            return seen.refused(found);
        }
    };
    seen.keep(design, "");
    let said = |what: &str, error: String| TestCaseError::fail(format!("{what}: {error}\n{}", file::to_yaml(design)));
    let sound = compile(PlanRequest { faults: false, ..PlanRequest::whole(design, as_of()) })
        .map_err(|found| said("a plan with faults, and none without", format!("{found:?}")))?;
    let database = database::load(design, &sound).map_err(|error| said("rows", error))?;
    database::check(design, &sound, &database).map_err(|error| said("relations", error))?;
    seen.kinds.extend(faults::check(&sound, &faulty).map_err(|error| said("faults", error))?);
    seen.planned += 1;
    seen.rows += sound.total_rows();
    let named = design.tables.iter().flat_map(|table| &table.fields).filter_map(|field| field.generator.as_ref());
    seen.generators.extend(named.map(|generator| generator.name.clone()));
    Ok(())
}

/// The folder for judges, empty.
fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("DMB_RANDOM_DESIGNS")?);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    Some(folder)
}

#[test]
fn constraints_hold_or_the_plan_refuses() {
    let config = Config { cases: DESIGNS, failure_persistence: None, ..Config::default() };
    let seen = RefCell::new(Seen { folder: folder(), ..Seen::default() });
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
        .run(&shape::designs(), |shapes| check(&shape::design(&shapes), &mut seen.borrow_mut()))
        .unwrap_or_else(|error| panic!("{error}"));
    let Seen { designs, planned, rows, generators, kinds, reasons, .. } = seen.into_inner();
    assert_eq!(designs, DESIGNS);
    assert!(planned * 10 > DESIGNS * 6 && rows > 40_000, "{planned} designs had a plan, with {rows} rows: {reasons:?}");
    let strange: Vec<_> = reasons.iter().filter(|(reason, _)| !REASONS.contains(&reason.as_str())).collect();
    assert!(strange.is_empty(), "refused for {strange:?}");
    let all = catalog::all().len();
    assert!(generators.len() * 20 > all * 19, "only {} of {all} generators were in a plan", generators.len());
    assert_eq!(kinds.len(), descriptors().len(), "only {kinds:?} struck");
}
