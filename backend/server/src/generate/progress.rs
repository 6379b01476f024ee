//! How far a generation is, where a person is looking.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use dmb_engine::plan::Plan;
use dmb_engine::run::{Observer, RunReport};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::figures;

const BAR: &str = "{msg} {wide_bar:.cyan/238} {percent:>3}%  {rows} of {total} rows  {rate}  {eta} left";

/// A bar on standard error with rate and time left; nothing where that is no terminal.
pub(super) struct Progress {
    bar: ProgressBar,
    names: Vec<String>,
    begun: Instant,
    quiet: bool,
    stop: Arc<AtomicBool>,
}

impl Progress {
    /// Begins; `stop` says when to end early.
    pub(super) fn new(plan: &Plan, quiet: bool, stop: Arc<AtomicBool>) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(plan.total_rows()), target);
        if let Ok(style) = ProgressStyle::with_template(BAR) {
            bar.set_style(
                style
                    .with_key("rows", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
                        // A writer that fails has nobody to tell; so it is in all three.
                        let _ = out.write_str(&figures::count(state.pos()));
                    })
                    .with_key("total", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
                        let _ = out.write_str(&figures::count(state.len().unwrap_or_default()));
                    })
                    .with_key("rate", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
                        let _ = write!(out, "{} rows/s", figures::count(state.per_sec() as u64));
                    }),
            );
        }
        let names = plan.tables().iter().map(|table| table.table().name.clone()).collect();
        Self { bar, names, begun: Instant::now(), quiet, stop }
    }

    /// Takes the bar away and says what was done.
    pub(super) fn end(&self, report: Option<&RunReport>) {
        self.bar.finish_and_clear();
        if let (Some(report), false) = (report, self.quiet) {
            let seconds = self.begun.elapsed().as_secs_f64();
            let rate = report.rows as f64 / seconds.max(1e-9);
            eprintln!("{} rows in {seconds:.2} s ({rate:.0} rows/s)", report.rows);
            let faulty: u64 = report.tables.iter().flat_map(|table| table.faults.values()).sum();
            if faulty > 0 {
                eprintln!("{faulty} rows are wrong on purpose");
            }
        }
    }
}

impl Observer for Progress {
    fn table_started(&self, table: usize) {
        self.bar.set_message(self.names.get(table).cloned().unwrap_or_default());
    }

    fn rows(&self, _table: usize, rows: u64) {
        self.bar.inc(rows);
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
