//! Stopping: within two seconds, with nothing left.

use dmb_app::jobs::{InsertMode, JobStatus, StartGeneration};
use dmb_app::projects::Project;

use crate::common::{World, done, file, into_tables, rows};

async fn endless(world: &World) -> (Project, StartGeneration) {
    let project = world.template("payments").await;
    world.migrate(&project).await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let wish = StartGeneration {
        tables: rows(&table, 20_000_000),
        files: vec![file("csv")],
        without_faults: true,
        ..into_tables(&project, InsertMode::Append)
    };
    (project, wish)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_job_is_cancelled_here_and_from_another_process() {
    let world = World::new().await;
    let worker = world.work(1);
    let (project, wish) = endless(&world).await;
    let elsewhere = world.another().await;
    for app in [&world.app, &elsewhere] {
        let job = world.start(wish.clone()).await;
        world.until(job.id, |j| j.progress.rows_done > 0).await;
        assert!(!world.leftovers().is_empty());
        assert!(done(app.cancel_job(&world.ana, job.id).await.unwrap()).cancel_requested);
        let job = world.ended(job.id).await;
        assert_eq!(job.status, JobStatus::Cancelled);
        assert_eq!(world.leftovers(), Vec::<std::path::PathBuf>::new());
        assert!(world.counts(&project).await.values().all(|rows| *rows == 0));
        assert!(world.app.exports_of_job(&world.ana, job.id).await.unwrap().is_empty());
    }
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_shuts_down_gives_its_job_back() {
    let world = World::new().await;
    let worker = world.work(1);
    let (_, wish) = endless(&world).await;
    let job = world.start(wish).await;
    world.until(job.id, |j| j.progress.rows_done > 0).await;
    worker.stop().await;
    let job = world.job(job.id).await;
    assert_eq!((job.status, job.attempt), (JobStatus::Available, 0));
    done(world.app.cancel_job(&world.ana, job.id).await.unwrap());
    assert_eq!(world.leftovers(), Vec::<std::path::PathBuf>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_of_a_deleted_project_stops_and_leaves_nothing() {
    let world = World::new().await;
    let worker = world.work(1);
    let (project, wish) = endless(&world).await;
    let job = world.start(wish).await;
    world.until(job.id, |j| j.progress.rows_done > 0).await;
    world.app.delete_project(&world.ana, project.id).await.unwrap();
    worker.stop().await;
    assert_eq!(world.leftovers(), Vec::<std::path::PathBuf>::new());
}
