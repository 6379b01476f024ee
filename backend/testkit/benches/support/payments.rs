//! The payments template, and beside it that of events, planned and delivered.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::output::Output;
use dmb_engine::plan::{self, Plan, PlanRequest};
use dmb_engine::run::{self, Observer, RunOptions};
use dmb_sinks::{ExportInfo, FileTarget};
use dmb_spec::{Design, Params, templates};

use super::Job;

/// Nobody watches.
struct Nobody;

impl Observer for Nobody {
    fn rows(&self, _: usize, _: u64) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// The moment everything is made as of.
pub fn as_of() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap()
}

/// The template.
pub fn design() -> Design {
    templates::find("payments").unwrap().design(None)
}

/// A plan of so many of its rows, without faults, as the peers make them.
pub fn plan(design: &Design, rows: u64) -> Plan {
    let mut request = PlanRequest { faults: false, ..PlanRequest::whole(design, as_of()) };
    request.tables.iter_mut().for_each(|table| table.rows = Some(rows));
    plan::compile(request).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Makes and delivers the rows of a plan; how long that takes.
pub fn deliver(plan: &Plan, threads: usize, output: Box<dyn Output>) -> Duration {
    deliver_as(plan, &RunOptions { threads, profile: false }, output)
}

/// The same with these options.
pub fn deliver_as(plan: &Plan, options: &RunOptions, output: Box<dyn Output>) -> Duration {
    let began = Instant::now();
    let report = run::run(plan, options, vec![output], &Nobody).unwrap();
    assert_eq!(report.rows, plan.total_rows());
    began.elapsed()
}

/// A file of this format in the job's folder.
pub fn file(format: &str, job: &Job<'_>) -> Box<dyn Output> {
    let info = ExportInfo {
        project: "Bench".into(),
        created_by: "Bench".into(),
        seed: Some(1),
        as_of: as_of(),
        revision: None,
        design: design().into(),
    };
    let target = FileTarget { folder: job.folder.into(), base_name: "payments".into() };
    Box::new(dmb_sinks::open(format, &Params::new(), target, &info).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Payments into a file, from the plan to the file that is there under its name.
pub fn into_file(format: &str, job: &Job<'_>) -> Duration {
    deliver(&plan(&design(), job.rows), job.threads, file(format, job))
}

/// Events, with their nested objects, into a file.
pub fn events_into_file(format: &str, job: &Job<'_>) -> Duration {
    let events = templates::find("events").unwrap().design(None);
    deliver(&plan(&events, job.rows), job.threads, file(format, job))
}
