//! Payments made, and made into CSV, people of one country into CSV, nested events into JSON Lines: the speed of the whole
//! way from a design to a file, with one and two threads; and the time until the page has fifty rows of ten tables.
//! `DMB_BENCH_PEER_CSV…` may name commands to compare the payments with.

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

use support::{Case, Job, designs, measure};

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
    designs::deliver(&designs::plan(&designs::payments(), job.rows), job.threads, Box::new(Away))
}

fn rows_profiled(job: &Job<'_>) -> Duration {
    let plan = designs::plan(&designs::payments(), job.rows);
    designs::deliver_as(&plan, &RunOptions { threads: job.threads, profile: true }, Box::new(Away))
}

fn payments(job: &Job<'_>) -> Duration {
    designs::into_file(&designs::payments(), "csv", job)
}

fn people(job: &Job<'_>) -> Duration {
    designs::into_file(&designs::people(), "csv", job)
}

fn events(job: &Job<'_>) -> Duration {
    designs::into_file(&designs::events(), "jsonl", job)
}

fn first_preview(_: &Job<'_>) -> Duration {
    designs::preview(&designs::office())
}

fn next_preview(_: &Job<'_>) -> Duration {
    designs::preview(&designs::office());
    designs::preview(&designs::office())
}

fn main() {
    let (rows, preview) = (1_000_000, 500);
    let peers = Some("DMB_BENCH_PEER_CSV");
    let case = |name, rows, threads, work| Case { name, rows, threads, peers: None, work };
    measure(
        "engine",
        &[
            case("payments, thrown away", rows, 1, rows_only as fn(&Job<'_>) -> Duration),
            case("payments, thrown away", rows, 2, rows_only),
            case("payments, profiled", rows, 1, rows_profiled),
            case("payments, profiled", rows, 2, rows_profiled),
            Case { peers, ..case("payments into a CSV file", rows, 1, payments) },
            Case { peers, ..case("payments into a CSV file", rows, 2, payments) },
            case("people of es_MX into a CSV file", rows, 1, people),
            case("people of es_MX into a CSV file", rows, 2, people),
            case("events into JSON Lines", 500_000, 1, events),
            case("events into JSON Lines", 500_000, 2, events),
            case("ten tables, the first preview", preview, 1, first_preview),
            case("ten tables, the next preview", preview, 1, next_preview),
        ],
    );
}
