//! Files: CSV from rows that are there already, on one thread, and workbooks from a design, as people make them.
//! `DMB_BENCH_PEER_XLSX…` may name commands to compare workbooks with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that fails stops at once, loudly"
)]

#[allow(dead_code, reason = "each bench uses its part")]
mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use dmb_engine::output::TableHeader;
use dmb_engine::plan::CHUNK_ROWS;

use support::{Case, Job, designs, measure};

/// Chunks made beforehand, given again and again.
const CHUNKS: u64 = 8;

fn csv_of_ready_rows(job: &Job<'_>) -> Duration {
    let plan = designs::plan(&designs::payments(), job.rows.min(CHUNKS * CHUNK_ROWS));
    let table = &plan.tables()[0];
    let chunks: Vec<_> = (0..table.chunk_count()).map(|chunk| table.chunk(chunk).unwrap()).collect();
    let mut output = designs::file(&designs::payments(), "csv", job);
    let began = Instant::now();
    let header =
        TableHeader { table: Arc::clone(table.table()), schema: Arc::clone(table.schema()), rows: Some(job.rows) };
    let (encoder, _) = output.begin_table(&header).unwrap();
    let mut left = job.rows as usize;
    for chunk in chunks.iter().cycle() {
        let chunk = chunk.slice(0, chunk.num_rows().min(left));
        output.write(encoder.encode(&chunk).unwrap()).unwrap();
        left -= chunk.num_rows();
        if left == 0 {
            break;
        }
    }
    output.end_table().unwrap();
    output.finish().unwrap();
    began.elapsed()
}

fn xlsx(job: &Job<'_>) -> Duration {
    designs::into_file(&designs::payments(), "xlsx", job)
}

fn main() {
    let peers = Some("DMB_BENCH_PEER_XLSX");
    measure(
        "sinks, payments",
        &[
            Case {
                name: "ready rows into a CSV file",
                rows: 1_000_000,
                threads: 1,
                peers: None,
                work: csv_of_ready_rows,
            },
            Case { name: "design into a workbook", rows: 100_000, threads: 1, peers, work: xlsx },
            Case { name: "design into a workbook", rows: 100_000, threads: 2, peers, work: xlsx },
            Case { name: "design into a workbook", rows: 1_000_000, threads: 2, peers, work: xlsx },
        ],
    );
}
