//! What goes wrong: said in words, nothing left, tried again where that helps.

use dmb_app::jobs::args::JobArgs;
use dmb_app::jobs::{InsertMode, JobStatus, StartGeneration};
use dmb_store::NewJob;

use crate::common::{World, done, file, into_tables, rows, to_file};

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_can_not_be_written_is_tried_again_and_then_given_up_in_words() {
    let world = World::new().await;
    // Where the folder of artifacts belongs there is a file.
    std::fs::write(world.folder.path().join("artifacts"), "in the way").unwrap();
    let worker = world.work(1);
    let project = world.template("people").await;
    world.migrate(&project).await;
    let wish = StartGeneration { files: vec![file("csv")], ..into_tables(&project, InsertMode::Append) };
    let job = world.start(wish).await;
    let job = world.ended(job.id).await;
    assert_eq!(job.status, JobStatus::Failed);
    let error = job.error.unwrap();
    assert!(!error.message.contains("artifacts") && !error.message.contains('/'), "{error:?}");
    assert!(world.counts(&project).await.values().all(|n| *n == 0));

    std::fs::remove_file(world.folder.path().join("artifacts")).unwrap();
    done(world.app.retry_job(&world.ana, job.id).await.unwrap());
    let job = world.completed(job.id).await;
    assert!(job.error.is_none());
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_can_not_be_read_fails_with_an_id_and_no_inner_words() {
    let world = World::new().await;
    let project = world.template("people").await;
    let good = world.start(to_file(&project, "csv")).await;
    let kept = world.app.store().jobs().get(good.id).await.unwrap();
    done(world.app.cancel_job(&world.ana, good.id).await.unwrap());
    let mut payload = kept.payload.clone();
    payload["generate"]["files"][0]["format"] = "nonsense".into();
    let args: JobArgs = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!(args.formats(), ["nonsense"]);
    let new = NewJob {
        owner_id: kept.owner_id,
        project_id: kept.project_id,
        kind: kept.kind.clone(),
        priority: kept.priority,
        payload,
        seed: kept.seed,
        as_of: kept.as_of,
        plan_fingerprint: kept.plan_fingerprint.clone(),
        max_attempts: 3,
        run_at: None,
        idempotency: None,
        message: String::new(),
    };
    let job = world.app.store().jobs().enqueue(new).await.unwrap().job;
    let worker = world.work(1);
    let job = world.ended(job.id).await;
    assert_eq!((job.status, job.attempt), (JobStatus::Failed, 1));
    assert!(job.error.unwrap().message.contains("nonsense"));
    assert_eq!(world.leftovers(), Vec::<std::path::PathBuf>::new());
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_came_meanwhile_end_a_job_that_was_planned_before_them() {
    let world = World::new().await;
    let project = world.template("people").await;
    world.migrate(&project).await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let wish = StartGeneration { tables: rows(&table, 10), ..into_tables(&project, InsertMode::Append) };
    let first = world.start(wish.clone()).await;
    done(world.app.cancel_job(&world.ana, first.id).await.unwrap());
    let worker = world.work(1);
    let second = world.start(wish).await;
    world.completed(second.id).await;
    done(world.app.retry_job(&world.ana, first.id).await.unwrap());
    let first = world.ended(first.id).await;
    assert_eq!(first.status, JobStatus::Failed, "its row numbers are taken");
    assert_eq!(world.counts(&project).await[&table], 10);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_short_jobs_each_end_once() {
    let world = World::new().await;
    let project = world.template("people").await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let mut jobs = Vec::new();
    for seed in 0..12 {
        let wish = StartGeneration { tables: rows(&table, 10), seed: Some(seed), ..to_file(&project, "csv") };
        jobs.push(world.start(wish).await.id);
    }
    let other = world.another().await;
    let workers = [world.work(1), crate::common::work(other, 1)];
    for id in jobs {
        let job = world.completed(id).await;
        assert_eq!(job.attempt, 1);
        assert_eq!(world.app.exports_of_job(&world.ana, id).await.unwrap().len(), 1);
    }
    for worker in workers {
        worker.stop().await;
    }
}
