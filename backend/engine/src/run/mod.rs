//! The run: chunks made by many threads, carried in order to the outputs.
//!
//! Threads take the next chunk of the table in turn, make its rows and do each output's encoding; one thread writes what
//! is ready in row order. What comes out is the same bytes for any number of threads. No more chunks are under way than
//! a few a thread, however many rows there are.

mod outputs;
mod window;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::output::{Output, RunError};
use crate::plan::{CHUNK_ROWS, Plan, TablePlan};
use crate::profile::{Profiler, Report};
use outputs::Outputs;
use work::Work;

/// How a run is carried out. Nothing here changes a single byte of what comes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunOptions {
    /// Threads that make and encode rows; 0 counts as 1.
    pub threads: usize,
    /// Whether to report what the rows look like; see [`crate::profile`]. Rows that an output has from an interrupted
    /// attempt are made once more for it.
    pub profile: bool,
}

/// Who watches a run.
pub trait Observer: Sync {
    /// The table at this position of [`Plan::tables`] begins.
    fn table_started(&self, _table: usize) {}

    /// So many further rows of the table are in every output: those just written, and at a table's start those that an
    /// interrupted attempt had delivered.
    fn rows(&self, table: usize, rows: u64);

    /// Whether to stop; asked at every chunk.
    fn cancelled(&self) -> bool;
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunReport {
    /// The tables in the order of the plan.
    pub tables: Vec<TableReport>,
    /// Rows of all tables.
    pub rows: u64,
    /// What they look like, where that was asked for.
    pub profile: Option<Report>,
}

/// What a run did for one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReport {
    /// Name of the table.
    pub name: String,
    /// Rows of it that are in every output now, those that an interrupted attempt had delivered included.
    pub rows: u64,
    /// Rows this attempt made wrong on purpose, by kind of fault.
    pub faults: BTreeMap<&'static str, u64>,
}

/// Makes every row of the plan and delivers it to every output; blocks until all is finished or aborted.
///
/// On any error, a panic in a thread included, and when the observer says so, every output is aborted. Where one output
/// fails to finish, those not finished yet are aborted; those finished before it stay, so put the one that matters most
/// last.
pub fn run(
    plan: &Plan,
    options: &RunOptions,
    outputs: Vec<Box<dyn Output>>,
    observer: &dyn Observer,
) -> Result<RunReport, RunError> {
    let mut outputs = Outputs::new(outputs);
    match deliver(plan, options, &mut outputs, observer) {
        Ok(report) => outputs.finish().map(|()| report),
        Err(error) => {
            outputs.abort();
            Err(error)
        }
    }
}

/// About how many bytes a run takes at its height beside what the program itself needs: the chunks under way, each as
/// rows and as what an output makes of them.
pub fn estimated_memory(plan: &Plan, options: &RunOptions) -> u64 {
    let most = work::CHUNKS_A_THREAD * options.threads.max(1) as u64;
    let under_way = |(at, table): (usize, &Arc<TablePlan>)| {
        let rows = table.rows().min(CHUNK_ROWS * most);
        plan.row_bytes(at).saturating_mul(2 * rows)
    };
    plan.tables().iter().enumerate().map(under_way).max().unwrap_or_default()
}

fn deliver(
    plan: &Plan,
    options: &RunOptions,
    outputs: &mut Outputs,
    observer: &dyn Observer,
) -> Result<RunReport, RunError> {
    let profiler = if options.profile { Some(Profiler::new(plan)?) } else { None };
    let (mut report, mut sketches) = (RunReport::default(), Vec::new());
    for (at, table) in plan.tables().iter().enumerate() {
        if observer.cancelled() {
            return Err(RunError::Cancelled);
        }
        observer.table_started(at);
        let work = Work { at, table, threads: options.threads.max(1), profiler: profiler.as_ref(), observer };
        let seen = work.run(outputs)?;
        sketches.extend(seen.sketch);
        report.rows += table.rows();
        let name = table.table().name.clone();
        report.tables.push(TableReport { name, rows: table.rows(), faults: seen.faults });
    }
    report.profile = profiler.map(|profiler| profiler.report(&sketches));
    if observer.cancelled() { Err(RunError::Cancelled) } else { Ok(report) }
}
