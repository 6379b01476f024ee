//! Rows made: into tables, to files, both; the same bytes always.

use dmb_app::jobs::{InsertMode, JobStatus, StartGeneration};

use crate::common::{World, file, into_tables, rows, to_file};

/// What "now" means, the same in every run.
fn moment() -> Option<chrono::DateTime<chrono::Utc>> {
    chrono::DateTime::from_timestamp(1_700_000_000, 0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_is_filled_with_its_relations_and_written_to_files() {
    let world = World::new().await;
    let worker = world.work(2);
    let project = world.template("shop").await;
    world.migrate(&project).await;
    let wish = StartGeneration { files: vec![file("xlsx"), file("csv")], ..into_tables(&project, InsertMode::Append) };
    let job = world.start(wish).await;
    let job = world.completed(job.id).await;
    assert_eq!(job.progress.percent(), 100.0);
    assert_eq!(job.progress.rows_done, job.progress.rows_total);
    let counts = world.counts(&project).await;
    for table in &job.progress.tables {
        assert_eq!(counts[&table.table], table.rows_total);
    }
    let exports = world.app.exports_of_job(&world.ana, job.id).await.unwrap();
    assert_eq!(exports.iter().map(|e| e.format.as_str()).collect::<Vec<_>>(), ["xlsx", "csv"]);
    for export in &exports {
        assert_eq!(export.rows, counts.values().sum::<u64>());
        let ticket = world.app.download_ticket(&world.ana, export.id);
        let download = world.app.open_download(&ticket).await.unwrap();
        assert_eq!(std::fs::metadata(download.path).unwrap().len(), export.bytes);
    }
    let kinds: Vec<_> = world.app.job_events(&world.ana, job.id).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(kinds, ["queued", "started", "completed"]);
    let executions = world.app.job_executions(&world.ana, job.id).await.unwrap();
    assert_eq!(executions.len(), 1);
    assert_eq!((executions[0].status, executions[0].rows_done), (JobStatus::Completed, job.progress.rows_total));
    assert!(executions[0].rows_per_second > 0.0);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_thread_and_two_give_the_same_bytes() {
    let mut seen = Vec::new();
    for threads in [1, 2] {
        let world = World::new().await;
        let worker = world.work(threads);
        let project = world.template("shop").await;
        world.migrate(&project).await;
        let wish =
            StartGeneration { files: vec![file("csv")], as_of: moment(), ..into_tables(&project, InsertMode::Replace) };
        let job = world.start(wish).await;
        let job = world.completed(job.id).await;
        seen.push((world.sha256(&job).await, world.contents(&project).await));
        worker.stop().await;
    }
    assert!(seen[0].1.values().all(|rows| !rows.is_empty()));
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn appended_rows_stay_distinct_and_replaced_rows_go() {
    let world = World::new().await;
    let worker = world.work(2);
    let project = world.template("people").await;
    world.migrate(&project).await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let fill = async |mode, count, seed| {
        let wish = StartGeneration {
            tables: rows(&table, count),
            seed: Some(seed),
            as_of: moment(),
            ..into_tables(&project, mode)
        };
        let job = world.start(wish).await;
        world.completed(job.id).await;
        world.contents(&project).await.remove(&table).unwrap()
    };
    let first = fill(InsertMode::Append, 300, 1).await;
    let second = fill(InsertMode::Append, 200, 2).await;
    assert_eq!(second.len(), 500);
    assert!(first.iter().all(|row| second.contains(row)));
    let third = fill(InsertMode::Replace, 300, 1).await;
    assert_eq!(third, first);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn children_alone_refer_to_parents_that_are_there() {
    let world = World::new().await;
    let worker = world.work(2);
    let project = world.design(FAMILIES).await;
    world.migrate(&project).await;
    let all = world.start(into_tables(&project, InsertMode::Append)).await;
    world.completed(all.id).await;
    let more =
        StartGeneration { tables: rows("children", 70), seed: Some(5), ..into_tables(&project, InsertMode::Append) };
    let job = world.start(more).await;
    world.completed(job.id).await;
    // The database holds its foreign keys, so the rows could not be there if they led nowhere.
    let counts = world.counts(&project).await;
    assert_eq!((counts["parents"], counts["children"]), (20, 100));
    let replace = into_tables(&project, InsertMode::Replace);
    let parents = StartGeneration { tables: rows("parents", 5), ..replace };
    let refused = crate::common::refused(world.app.start_generation(&world.ana, parents).await.unwrap());
    assert_eq!(refused[0].code, "children_keep_rows");
    worker.stop().await;
}

const FAMILIES: &str = "
dmb: 1
name: families
tables:
  parents:
    rows: 20
    fields:
      id: { type: auto_increment }
      name: { type: uuid, unique: true }
  children:
    rows: 30
    fields:
      id: { type: auto_increment }
      parent_id: { type: foreign_key, to: parents.id }
";

#[tokio::test(flavor = "multi_thread")]
async fn a_watcher_sees_the_job_move_and_end() {
    use futures_util::StreamExt;
    let world = World::new().await;
    let project = world.template("people").await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let job = world.start(StartGeneration { tables: rows(&table, 60_000), ..to_file(&project, "csv") }).await;
    let watching = world.app.watch_job(&world.ana, job.id).await.unwrap();
    let worker = world.work(1);
    let seen: Vec<_> = watching.map(|p| p.unwrap()).collect().await;
    assert!(seen.windows(2).all(|w| w[0].sequence < w[1].sequence && w[0].rows_done <= w[1].rows_done), "{seen:#?}");
    assert!(seen.iter().any(|p| p.status == JobStatus::Running), "{seen:#?}");
    let last = seen.last().unwrap();
    assert_eq!((last.status, last.rows_done), (JobStatus::Completed, 60_000));
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_come_with_a_manifest_of_the_very_cells_and_stay_out_of_tables_that_refuse_them() {
    let world = World::new().await;
    let worker = world.work(2);
    let project = world.template("payments").await;
    let table = world.app.tables_of(&world.ana, project.id).await.unwrap()[0].definition.name.clone();
    let wish = StartGeneration { tables: rows(&table, 20_000), ..to_file(&project, "csv") };
    let job = world.start(wish.clone()).await;
    let job = world.completed(job.id).await;
    let exports = world.app.exports_of_job(&world.ana, job.id).await.unwrap();
    assert_eq!(exports.iter().map(|e| e.format.as_str()).collect::<Vec<_>>(), ["csv", "faults"]);
    let mut texts = Vec::new();
    for export in &exports {
        let ticket = world.app.download_ticket(&world.ana, export.id);
        let download = world.app.open_download(&ticket).await.unwrap();
        texts.push(std::fs::read_to_string(download.path).unwrap());
    }
    let lines: Vec<Vec<&str>> = texts[0].lines().map(|line| line.split(',').collect()).collect();
    let manifest: Vec<Vec<&str>> = texts[1].lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(manifest.len() as u64, job.faults.iter().map(|count| count.rows).sum::<u64>());
    assert_eq!(
        job.faults.iter().map(|count| count.kind.as_str()).collect::<Vec<_>>(),
        ["broken_pattern", "future", "negative", "out_of_range", "unknown_code"]
    );
    for cell in &manifest {
        let column = lines[0].iter().position(|name| *name == cell[3]).unwrap();
        assert_eq!(lines[cell[1].parse::<usize>().unwrap()][column], cell[6], "{cell:?}");
    }
    world.migrate(&project).await;
    let into = StartGeneration { tables: rows(&table, 1_000), ..into_tables(&project, InsertMode::Append) };
    let refused = crate::common::refused(world.app.start_generation(&world.ana, into.clone()).await.unwrap());
    assert!(refused.iter().all(|v| v.code == "fault_breaks_table"), "{refused:#?}");
    let job = world.start(StartGeneration { without_faults: true, ..into }).await;
    assert!(world.completed(job.id).await.faults.is_empty());
    assert_eq!(world.counts(&project).await[&table], 1_000);
    worker.stop().await;
}
