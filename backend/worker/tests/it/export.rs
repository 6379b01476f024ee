//! Rows of tables to files.

use dmb_app::jobs::{InsertMode, StartExport, StartGeneration};
use dmb_app::rows::{Filter, FilterOp, Sort};
use serde_json::json;

use crate::common::{World, done, into_tables};

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_the_rows_that_are_there_filtered_and_sorted() {
    let world = World::new().await;
    let worker = world.work(1);
    let project = world.template("shop").await;
    world.migrate(&project).await;
    let job = world.start(into_tables(&project, InsertMode::Append)).await;
    world.completed(job.id).await;
    let before = world.counts(&project).await;
    let wish = StartExport {
        project_id: project.id,
        format: "csv".into(),
        tables: Some(vec!["customers".into()]),
        filter: vec![Filter { field: "id".into(), op: FilterOp::Le, value: Some(json!(25)) }],
        sort: vec![Sort { field: "id".into(), descending: true }],
        ..StartExport::default()
    };
    let job = done(world.app.start_export(&world.ana, wish).await.unwrap());
    let job = world.completed(job.id).await;
    assert_eq!((job.progress.rows_done, job.progress.rows_total), (25, 25));
    let export = world.app.exports_of_job(&world.ana, job.id).await.unwrap().remove(0);
    assert_eq!((export.rows, export.seed), (25, None));
    assert_eq!(export.file_name, format!("{} customers.csv", project.name));
    let ticket = world.app.download_ticket(&world.ana, export.id);
    let text = std::fs::read_to_string(world.app.open_download(&ticket).await.unwrap().path).unwrap();
    let ids: Vec<&str> = text.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
    assert_eq!(ids.len(), 25);
    assert_eq!((ids[0], ids[24]), ("25", "1"));
    assert_eq!(world.counts(&project).await, before);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_generated_and_what_is_exported_again_are_the_same_rows() {
    let world = World::new().await;
    let worker = world.work(2);
    let project = world.template("people").await;
    world.migrate(&project).await;
    let wish = StartGeneration { files: vec![crate::common::file("csv")], ..into_tables(&project, InsertMode::Append) };
    let made = world.start(wish).await;
    let made = world.completed(made.id).await;
    let sum = world.sha256(&made).await.remove(0);
    worker.stop().await;
    assert_eq!(world.digest(&project).await, sum);
}
