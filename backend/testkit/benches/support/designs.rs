//! The designs that are measured, planned and delivered: the payments template, that of events, ten columns of people,
//! ten tables of an office.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::output::Output;
use dmb_engine::plan::{self, Plan, PlanRequest};
use dmb_engine::run::{self, Observer, RunOptions};
use dmb_sinks::{ExportInfo, FileTarget};
use dmb_spec::{Design, Params, file as design_file, templates};

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

/// The payments template.
pub fn payments() -> Design {
    templates::find("payments").unwrap().design(None)
}

/// The events template.
pub fn events() -> Design {
    templates::find("events").unwrap().design(None)
}

/// Ten columns of people of one country who agree with themselves.
pub fn people() -> Design {
    read(include_str!("people.yaml"))
}

/// Ten tables with relations.
pub fn office() -> Design {
    read(include_str!("office.yaml"))
}

fn read(text: &str) -> Design {
    design_file::from_str(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// A plan of so many rows a table, without faults.
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
pub fn file(design: &Design, format: &str, job: &Job<'_>) -> Box<dyn Output> {
    let info = ExportInfo {
        project: "Bench".into(),
        created_by: "Bench".into(),
        seed: Some(1),
        as_of: as_of(),
        revision: None,
        design: design.clone().into(),
    };
    let target = FileTarget { folder: job.folder.into(), base_name: "rows".into() };
    Box::new(dmb_sinks::open(format, &Params::new(), target, &info).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Rows of a design into a file, from the plan to the file that is there under its name.
pub fn into_file(design: &Design, format: &str, job: &Job<'_>) -> Duration {
    deliver(&plan(design, job.rows), job.threads, file(design, format, job))
}

/// The first fifty rows of every table, from the design to the rows as the page gets them.
pub fn preview(design: &Design) -> Duration {
    let began = Instant::now();
    let plan = plan::compile(PlanRequest { faults: false, ..PlanRequest::whole(design, as_of()) });
    let plan = plan.unwrap_or_else(|problems| panic!("{problems:?}"));
    for table in plan.tables() {
        let rows: Vec<u64> = (0..table.rows().min(50)).collect();
        let batch = table.rows_at(&rows).unwrap();
        assert_eq!(dmb_engine::json::rows(&batch, table.table()).len(), rows.len());
    }
    began.elapsed()
}
