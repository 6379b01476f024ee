//! Payments made, and made into CSV, and nested events into JSON Lines: the speed of the whole way from a design to a
//! file, with one and two threads.
//! `DMB_BENCH_PEER_CSV` may name a command to compare with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that fails stops at once, loudly"
)]

#[allow(dead_code, reason = "each bench uses its part")]
mod support;

use std::sync::Arc;
use std::time::Duration;

use dmb_engine::output::{AsBatch, Encoded, Encoder, Output, OutputError, TableHeader};
use dmb_engine::run::RunOptions;

use support::{Case, Job, measure, payments};

/// Takes rows and keeps nothing.
struct Away;

impl Output for Away {
    fn begin_table(&mut self, _: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        Ok((Arc::new(AsBatch), 0))
    }

    fn write(&mut self, _: Encoded) -> Result<(), OutputError> {
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

fn rows_only(job: &Job<'_>) -> Duration {
    payments::deliver(&payments::plan(&payments::design(), job.rows), job.threads, Box::new(Away))
}

fn rows_profiled(job: &Job<'_>) -> Duration {
    let plan = payments::plan(&payments::design(), job.rows);
    payments::deliver_as(&plan, &RunOptions { threads: job.threads, profile: true }, Box::new(Away))
}

fn csv(job: &Job<'_>) -> Duration {
    payments::into_file("csv", job)
}

fn events(job: &Job<'_>) -> Duration {
    payments::events_into_file("jsonl", job)
}

fn main() {
    let rows = 1_000_000;
    let peer = Some("DMB_BENCH_PEER_CSV");
    measure(
        "engine",
        &[
            Case { name: "payments, thrown away", rows, threads: 1, peer: None, work: rows_only },
            Case { name: "payments, thrown away", rows, threads: 2, peer: None, work: rows_only },
            Case { name: "payments, profiled", rows, threads: 1, peer: None, work: rows_profiled },
            Case { name: "payments, profiled", rows, threads: 2, peer: None, work: rows_profiled },
            Case { name: "payments into a CSV file", rows, threads: 1, peer, work: csv },
            Case { name: "payments into a CSV file", rows, threads: 2, peer, work: csv },
            Case { name: "events into JSON Lines", rows: 500_000, threads: 1, peer: None, work: events },
            Case { name: "events into JSON Lines", rows: 500_000, threads: 2, peer: None, work: events },
        ],
    );
}
