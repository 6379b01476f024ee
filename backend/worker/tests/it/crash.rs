//! Workers that die in the middle: the job finishes by itself with the same rows.

use std::time::Duration;

use dmb_app::jobs::{InsertMode, JobStatus, StartGeneration};
use dmb_app::projects::Project;

use crate::common::{World, file, into_tables, rows, work};

const ROWS: u64 = 400_000;

async fn wish(world: &World, count: u64) -> (Project, StartGeneration) {
    let project = world.design(DESIGN).await;
    world.migrate(&project).await;
    let wish = StartGeneration {
        tables: rows("readings", count),
        files: vec![file("csv")],
        ..into_tables(&project, InsertMode::Append)
    };
    (project, wish)
}

const DESIGN: &str = "
dmb: 1
name: crash
seed: 7
as_of: 2026-01-01T00:00:00Z
tables:
  readings:
    fields:
      id: { type: auto_increment }
      code: { type: uuid, unique: true }
      amount: { type: integer, min: 0, max: 1000000 }
";

/// Lets a worker die in the middle: a process of its own that aborts.
fn die_in_the_middle(world: &World, threads: usize, job: uuid::Uuid, at_least: u64) {
    let folder = world.folder.path().to_owned();
    let binary = std::env::current_exe().unwrap();
    let mut child = std::process::Command::new(binary)
        .args(["--exact", "crash::the_worker_that_is_killed", "--ignored", "--nocapture"])
        .env("DMB_TEST_FOLDER", &folder)
        .env("DMB_TEST_THREADS", threads.to_string())
        .env("DMB_TEST_JOB", job.to_string())
        .env("DMB_TEST_ROWS", at_least.to_string())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let status = child.wait().unwrap();
    assert!(!status.success(), "the worker was to die");
}

/// The other process: works until the job has made some rows, then dies on the spot.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "run by the tests beside it, in a process of its own"]
async fn the_worker_that_is_killed() {
    let Ok(folder) = std::env::var("DMB_TEST_FOLDER") else { return };
    let number = |name: &str| std::env::var(name).unwrap().parse::<u64>().unwrap();
    let app = crate::common::open(folder.as_ref()).await;
    let job = std::env::var("DMB_TEST_JOB").unwrap().parse().unwrap();
    let mut live = app.hub().subscribe(job);
    let _worker = work(app.clone(), usize::try_from(number("DMB_TEST_THREADS")).unwrap());
    loop {
        // The channel is a new one after a rescue.
        if live.changed().await.is_err() {
            live = app.hub().subscribe(job);
        }
        if live.borrow().as_ref().is_some_and(|p| p.rows_done >= number("DMB_TEST_ROWS")) {
            std::process::abort();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_worker_was_killed_ends_with_the_same_rows_and_files() {
    let whole = {
        let world = World::new().await;
        let worker = world.work(2);
        let (project, wish) = wish(&world, ROWS).await;
        let job = world.start(wish).await;
        let job = world.completed(job.id).await;
        worker.stop().await;
        (world.counts(&project).await, world.sha256(&job).await, world.digest(&project).await)
    };
    let world = World::new().await;
    let (project, wish) = wish(&world, ROWS).await;
    let job = world.start(wish).await;
    die_in_the_middle(&world, 1, job.id, ROWS / 3);
    assert_eq!(world.job(job.id).await.status, JobStatus::Running);
    assert_eq!(world.counts(&project).await["readings"], 0, "nothing shows before the end");
    let worker = world.work(2);
    let job = world.completed(job.id).await;
    assert_eq!(job.attempt, 2);
    let executions = world.app.job_executions(&world.ana, job.id).await.unwrap();
    assert_eq!(executions.len(), 2);
    assert_eq!((world.counts(&project).await, world.sha256(&job).await, world.digest(&project).await), whole);
    // One file is left: the export.
    assert_eq!(world.leftovers().len(), 1, "{:?}", world.leftovers());
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_kills_every_worker_is_given_up_and_cleared() {
    let world = World::new().await;
    // Far from done whenever it is killed.
    let (project, wish) = wish(&world, 50 * ROWS).await;
    let job = world.start(wish).await;
    for _ in 0..job.max_attempts {
        die_in_the_middle(&world, 1, job.id, 16_384);
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    let worker = world.work(1);
    let job = world.ended(job.id).await;
    assert_eq!(job.status, JobStatus::Failed);
    assert_eq!(job.error.unwrap().code, "WORKER_LOST");
    worker.stop().await;
    assert_eq!(world.leftovers(), Vec::<std::path::PathBuf>::new());
    assert_eq!(world.counts(&project).await["readings"], 0);
}
