//! Payments into a table of SQLite: made, staged, published. `DMB_BENCH_PEER_TABLE` may name a command to compare with.

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

use dmb_spec::Design;
use dmb_tables::{LoadMode, LoadRequest, LoadTable, Namespace, Tables, TablesConfig};
use uuid::Uuid;

use support::{Case, Job, designs, measure};

const NAMESPACE: Namespace = Namespace(Uuid::from_u128(1));

fn migrated(design: &Design, job: &Job<'_>) -> Tables {
    let tables = Tables::open(TablesConfig::files(job.folder)).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let plan = tables.plan_migration(NAMESPACE, None, design).await.unwrap();
        tables.apply(NAMESPACE, &plan).await.unwrap();
    });
    tables
}

fn load(job: &Job<'_>) -> Duration {
    let design = designs::payments();
    let tables = migrated(&design, job);
    let plan = designs::plan(&design, job.rows);
    let request = LoadRequest {
        namespace: NAMESPACE,
        job: Uuid::from_u128(2),
        tables: design.tables.iter().map(|table| LoadTable { table: table.id, first_row: 0 }).collect(),
        design: Arc::new(design),
        mode: LoadMode::Append,
        key_seed: 1,
        fingerprint: plan.fingerprint(),
        cancel: Arc::default(),
    };
    designs::deliver(&plan, job.threads, Box::new(tables.loader(request).unwrap()))
}

fn main() {
    let (rows, peers) = (1_000_000, Some("DMB_BENCH_PEER_TABLE"));
    measure(
        "tables, payments",
        &[
            Case { name: "design into a table of SQLite", rows, threads: 1, peers, work: load },
            Case { name: "design into a table of SQLite", rows, threads: 2, peers, work: load },
        ],
    );
}
