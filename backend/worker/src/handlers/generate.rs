//! Makes rows: into the tables, to files, or both, in one pass.

use std::sync::Arc;

use dmb_app::jobs::args::{GenerateArgs, steps};
use dmb_app::jobs::{FaultCount, InsertMode};
use dmb_engine::output::Output;
use dmb_engine::plan::Plan;
use dmb_engine::run::{Observer, RunOptions, RunReport, TableReport, run};
use dmb_spec::Table;
use dmb_tables::{LoadMode, LoadRequest, LoadTable, Namespace};
use serde_json::json;

use super::files::Files;
use super::{Success, Work};
use crate::failure::Failure;
use crate::meter::RowCounter;

pub(super) async fn handle(work: &Work, args: GenerateArgs) -> Result<Success, Failure> {
    work.meter.step(steps::PLANNING);
    let plan = match work.app.compile(work.project, &args).await? {
        Ok(plan) => plan,
        Err(violations) => return Err(Failure::violations(&violations)),
    };
    if plan.fingerprint() != args.fingerprint {
        return Err(Failure::fail(
            "PLAN_CHANGED",
            "The rows that this job refers to have changed since it was asked for. Start it anew.",
        ));
    }
    let work = work.clone();
    blocking(move || generate(&work, &args, &plan)).await
}

/// Runs on the blocking pool. A panic there is a defect of ours; what it left is cleared like after any failure.
pub(super) async fn blocking(
    job: impl FnOnce() -> Result<Success, Failure> + Send + 'static,
) -> Result<Success, Failure> {
    let span = tracing::Span::current();
    match tokio::task::spawn_blocking(move || span.in_scope(job)).await {
        Ok(result) => result,
        Err(error) => Err(Failure::defect(&error.into())),
    }
}

fn generate(work: &Work, args: &GenerateArgs, plan: &Plan) -> Result<Success, Failure> {
    let tables: Vec<&Table> = plan.tables().iter().map(|planned| planned.table().as_ref()).collect();
    let mut files = Files::new(work, &args.origins, Arc::clone(&args.design), &tables, Some(args.seed), args.as_of);
    let mut outputs: Vec<Box<dyn Output>> = Vec::new();
    for file in &args.files {
        outputs.push(Box::new(files.open(file)?));
    }
    if !args.files.is_empty() && plan.tables().iter().any(|planned| planned.has_faults()) {
        outputs.push(Box::new(files.manifest()?));
    }
    // The tables last: what was published can't be taken back, a file can.
    if let Some(mode) = args.into_tables {
        outputs.push(Box::new(work.app.tables().loader(load(work, args, plan, mode))?));
    }
    let observer = Watcher { work, counters: counters(work, plan) };
    work.meter.step(steps::GENERATING);
    let report = run(plan, &RunOptions { threads: work.threads, profile: true }, outputs, &observer)?;
    for (counter, table) in observer.counters.iter().zip(&report.tables) {
        counter.set(table.rows);
    }
    let exports = files.exports(work)?;
    work.meter.bytes(exports.iter().map(|e| e.bytes).sum());
    let profile = report
        .profile
        .as_ref()
        .map(serde_json::to_value)
        .transpose()
        .map_err(|error| Failure::defect(&error.into()))?;
    Ok(Success { report: words(&report, args), profile, exports })
}

fn load(work: &Work, args: &GenerateArgs, plan: &Plan, mode: InsertMode) -> LoadRequest {
    LoadRequest {
        namespace: Namespace(work.project),
        job: work.job,
        design: Arc::clone(&args.design),
        tables: plan.tables().iter().map(|t| LoadTable { table: t.table().id, first_row: t.first_row() }).collect(),
        mode: match mode {
            InsertMode::Append => LoadMode::Append,
            InsertMode::Replace => LoadMode::Replace,
        },
        key_seed: args.key_seed,
        fingerprint: args.fingerprint.clone(),
        cancel: work.control.flag(),
    }
}

fn counters(work: &Work, plan: &Plan) -> Vec<RowCounter> {
    work.meter.tables(plan.tables().iter().map(|t| (t.table().id, t.table().name.clone(), t.rows())))
}

fn words(report: &RunReport, args: &GenerateArgs) -> serde_json::Value {
    let tables = report.tables.iter().map(|t| (t.name.clone(), json!(t.rows)));
    json!({
        "rows": report.rows,
        "tables": serde_json::Map::from_iter(tables),
        "seed": args.seed,
        "asOf": args.as_of,
        "faults": faults(report),
    })
}

fn faults(report: &RunReport) -> Vec<FaultCount> {
    let of = |table: &TableReport| {
        let name = table.name.clone();
        let count = move |(kind, rows): (&&str, &u64)| FaultCount {
            table: name.clone(),
            kind: (*kind).to_owned(),
            rows: *rows,
        };
        table.faults.iter().map(count).collect::<Vec<_>>()
    };
    report.tables.iter().flat_map(of).collect()
}

/// Carries counts from the run to the meter, and the wish to stop the other way.
struct Watcher<'a> {
    work: &'a Work,
    counters: Vec<RowCounter>,
}

impl Observer for Watcher<'_> {
    fn rows(&self, table: usize, rows: u64) {
        if let Some(counter) = self.counters.get(table) {
            counter.add(rows);
        }
    }

    fn cancelled(&self) -> bool {
        self.work.control.stopped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_becomes_a_failure_with_an_id_and_none_of_its_words() {
        let Err(Failure::Fail(error)) = blocking(|| panic!("the inner words")).await else { panic!("it did not fail") };
        assert_eq!(error.code, "INTERNAL");
        assert!(error.error_id.is_some_and(|id| id.len() == 32));
        assert!(!error.message.contains("inner words"));
    }
}
