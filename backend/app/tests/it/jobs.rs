//! Asking for jobs, and following them; running them is the worker's.

use std::time::Duration;

use dmb_app::jobs::{FileRequest, InsertMode, JobStatus, StartExport, StartGeneration, TableRows};
use dmb_app::projects::Project;
use dmb_app::{AppError, PageArgs, ProjectEventKind};
use futures_util::StreamExt;
use serde_json::json;

use crate::common::{World, codes, done, refused};

fn csv() -> FileRequest {
    FileRequest { format: "csv".into(), options: Default::default() }
}

fn to_file(project: &Project) -> StartGeneration {
    StartGeneration { project_id: project.id, files: vec![csv()], ..StartGeneration::default() }
}

fn into_tables(project: &Project, mode: InsertMode) -> StartGeneration {
    StartGeneration { project_id: project.id, into_tables: Some(mode), ..StartGeneration::default() }
}

#[tokio::test]
async fn a_job_is_frozen_when_it_is_asked_for() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    assert_eq!((job.status, job.attempt, job.seed), (JobStatus::Available, 0, project.seed));
    assert_eq!(job.formats, ["csv"]);
    assert!(job.as_of.is_some() && job.can_cancel() && !job.can_retry());
    let kinds: Vec<_> = world.app.job_events(&ana, job.id).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(kinds, ["queued"]);
    let listed = world.app.jobs(&ana, Some(project.id), PageArgs::default(), &[JobStatus::Available]).await.unwrap();
    assert_eq!(listed.items[0].1, job);
    assert_eq!(world.app.jobs(&ana, None, PageArgs::default(), &[JobStatus::Failed]).await.unwrap().total, 0);
}

#[tokio::test]
async fn everything_in_the_way_is_said_and_nothing_is_queued() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let tables =
        vec![TableRows { table: "nothing".into(), rows: None }, TableRows { table: "orders".into(), rows: Some(5) }];
    let options = json!({ "delimiter": "komma" }).as_object().cloned().unwrap();
    let bad = StartGeneration {
        tables: Some(tables),
        into_tables: Some(InsertMode::Append),
        files: vec![FileRequest { format: "cvs".into(), ..csv() }, FileRequest { options, ..csv() }],
        ..to_file(&project)
    };
    let found = refused(world.app.start_generation(&ana, bad).await.unwrap());
    let found_codes = codes(&found);
    for code in ["unknown_format", "option_invalid", "unknown_table", "not_migrated"] {
        assert!(found_codes.contains(&code), "{code}: {found:#?}");
    }
    let nowhere = StartGeneration { files: Vec::new(), ..to_file(&project) };
    assert_eq!(codes(&refused(world.app.start_generation(&ana, nowhere).await.unwrap())), ["no_target"]);
    assert_eq!(world.app.jobs(&ana, None, PageArgs::default(), &[]).await.unwrap().total, 0);
}

#[tokio::test]
async fn an_estimate_plans_without_queueing() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let estimate = world.app.estimate_generation(&ana, to_file(&project)).await.unwrap();
    assert_eq!(estimate.tables.len(), 4);
    assert_eq!(estimate.rows, estimate.tables.iter().map(|t| t.rows).sum::<u64>());
    assert!(estimate.bytes > estimate.rows && estimate.seconds > 0.0);
    assert_eq!(world.app.jobs(&ana, None, PageArgs::default(), &[]).await.unwrap().total, 0);
    let impossible = world.app.estimate_generation(&ana, into_tables(&project, InsertMode::Append)).await.unwrap();
    assert!(codes(&impossible.violations).contains(&"not_migrated"));
}

#[tokio::test]
async fn tables_are_filled_by_one_job_at_a_time() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.migrated(&ana, "shop").await;
    let job = done(world.app.start_generation(&ana, into_tables(&project, InsertMode::Append)).await.unwrap());
    let second = world.app.start_generation(&ana, into_tables(&project, InsertMode::Replace)).await.unwrap();
    assert_eq!(codes(&refused(second)), ["tables_busy"]);
    let plan = world.app.migration_plan(&ana, project.id).await.unwrap();
    let migrate = world.app.apply_migration(&ana, project.id, &plan.fingerprint).await.unwrap();
    assert_eq!(codes(&refused(migrate)), ["tables_busy"]);
    done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    done(world.app.cancel_job(&ana, job.id).await.unwrap());
    done(world.app.start_generation(&ana, into_tables(&project, InsertMode::Replace)).await.unwrap());
}

#[tokio::test]
async fn the_same_wish_with_the_same_key_is_one_job() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.migrated(&ana, "people").await;
    for wish in [to_file(&project), into_tables(&project, InsertMode::Append)] {
        let key = format!("key {:?}", wish.into_tables);
        let wish = StartGeneration { idempotency_key: Some(key), ..wish };
        let first = done(world.app.start_generation(&ana, wish.clone()).await.unwrap());
        world.later(60);
        let again = done(world.app.start_generation(&ana, wish.clone()).await.unwrap());
        assert_eq!(first.id, again.id);
        done(world.app.cancel_job(&ana, first.id).await.unwrap());
        let other = StartGeneration { seed: Some(99), ..wish };
        assert_eq!(codes(&refused(world.app.start_generation(&ana, other).await.unwrap())), ["idempotency_key_reused"]);
    }
}

#[tokio::test]
async fn parallel_wishes_with_one_key_are_one_job() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let wish = StartGeneration { idempotency_key: Some("once".into()), ..to_file(&project) };
    let tries: Vec<_> = (0..20)
        .map(|_| {
            let (app, ana, wish) = (world.app.clone(), ana.clone(), wish.clone());
            tokio::spawn(async move { app.start_generation(&ana, wish).await })
        })
        .collect();
    let mut ids = std::collections::HashSet::new();
    for one in tries {
        ids.insert(done(one.await.unwrap().unwrap()).id);
    }
    assert_eq!(ids.len(), 1);
    assert_eq!(world.app.jobs(&ana, None, PageArgs::default(), &[]).await.unwrap().total, 1);
}

#[tokio::test]
async fn an_account_has_a_number_of_jobs_and_a_job_a_number_of_rows() {
    let world = World::with(|config| {
        config.limits.active_jobs = 1;
        config.limits.rows = 1_000;
    })
    .await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let rows = |n| Some(vec![TableRows { table: "people".into(), rows: Some(n) }]);
    let many = StartGeneration { tables: rows(1_001), ..to_file(&project) };
    assert_eq!(codes(&refused(world.app.start_generation(&ana, many).await.unwrap())), ["quota"]);
    let few = StartGeneration { tables: rows(1_000), ..to_file(&project) };
    done(world.app.start_generation(&ana, few.clone()).await.unwrap());
    assert_eq!(codes(&refused(world.app.start_generation(&ana, few).await.unwrap())), ["quota"]);
}

#[tokio::test]
async fn a_waiting_job_is_cancelled_at_once_and_can_be_run_again() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    assert_eq!(codes(&refused(world.app.retry_job(&ana, job.id).await.unwrap())), ["job_not_over"]);
    let cancelled = done(world.app.cancel_job(&ana, job.id).await.unwrap());
    assert_eq!(cancelled.status, JobStatus::Cancelled);
    assert!(cancelled.can_retry() && !cancelled.can_cancel());
    assert_eq!(codes(&refused(world.app.cancel_job(&ana, job.id).await.unwrap())), ["job_is_over"]);
    assert_eq!(done(world.app.retry_job(&ana, job.id).await.unwrap()).status, JobStatus::Available);
}

#[tokio::test]
async fn another_persons_job_is_as_if_it_were_not_there() {
    let world = World::new().await;
    let (ana, ben) = (world.actor("ana").await, world.actor("ben").await);
    let project = world.template(&ana, "people").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    let hidden = [
        world.app.job(&ben, job.id).await.map(|_| ()),
        world.app.job_events(&ben, job.id).await.map(|_| ()),
        world.app.job_executions(&ben, job.id).await.map(|_| ()),
        world.app.exports_of_job(&ben, job.id).await.map(|_| ()),
        world.app.cancel_job(&ben, job.id).await.map(|_| ()),
        world.app.retry_job(&ben, job.id).await.map(|_| ()),
        world.app.watch_job(&ben, job.id).await.map(|_| ()),
        world.app.start_generation(&ben, to_file(&project)).await.map(|_| ()),
        world.app.estimate_generation(&ben, to_file(&project)).await.map(|_| ()),
    ];
    for (n, answer) in hidden.into_iter().enumerate() {
        assert!(matches!(answer, Err(AppError::NotFound)), "{n}: {answer:?}");
    }
}

#[tokio::test]
async fn a_watcher_gets_the_state_at_once_and_the_end_for_sure() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    let mut watching = Box::pin(world.app.watch_job(&ana, job.id).await.unwrap());
    let first = watching.next().await.unwrap().unwrap();
    assert_eq!((first.status, first.step.as_str()), (JobStatus::Available, "queued"));
    done(world.app.cancel_job(&ana, job.id).await.unwrap());
    let last = watching.next().await.unwrap().unwrap();
    assert_eq!(last.status, JobStatus::Cancelled);
    assert!(last.sequence > first.sequence);
    assert!(watching.next().await.is_none());
    // Who comes late gets the end at once.
    let late: Vec<_> = world.app.watch_job(&ana, job.id).await.unwrap().collect().await;
    assert_eq!(late.len(), 1);
    assert_eq!(late[0].as_ref().unwrap().status, JobStatus::Cancelled);
}

#[tokio::test]
async fn a_watcher_sees_what_happens_in_another_process() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    let elsewhere = world.restarted().await;
    let watching = world.app.watch_job(&ana, job.id).await.unwrap();
    done(elsewhere.cancel_job(&ana, job.id).await.unwrap());
    let seen: Vec<_> = tokio::time::timeout(Duration::from_secs(10), watching.collect::<Vec<_>>()).await.unwrap();
    assert_eq!(seen.last().unwrap().as_ref().unwrap().status, JobStatus::Cancelled);
}

#[tokio::test]
async fn a_watcher_of_a_deleted_job_is_told() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    let mut watching = Box::pin(world.app.watch_job(&ana, job.id).await.unwrap());
    watching.next().await.unwrap().unwrap();
    world.app.delete_project(&ana, project.id).await.unwrap();
    assert!(matches!(watching.next().await, Some(Err(AppError::NotFound))));
    assert!(watching.next().await.is_none());
}

#[tokio::test]
async fn a_projects_events_are_told_until_it_is_deleted() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let (project, other) = (world.template(&ana, "people").await, world.template(&ana, "shop").await);
    let watching = world.app.watch_project(&ana, project.id).await.unwrap();
    world.migrate(&ana, &other).await;
    let migration = world.migrate(&ana, &project).await;
    let job = done(world.app.start_generation(&ana, to_file(&project)).await.unwrap());
    world.app.delete_project(&ana, project.id).await.unwrap();
    let seen: Vec<_> = watching.take(1).collect().await;
    // The project is gone by the time the first event is read: who may no longer look learns nothing more.
    assert!(matches!(&seen[0], Err(AppError::NotFound)), "{seen:?}");
    let watching = world.app.watch_project(&ana, other.id).await.unwrap();
    world.app.announce(other.id, ProjectEventKind::Migrated, Some(migration.id));
    world.app.announce(project.id, ProjectEventKind::JobChanged, Some(job.id));
    world.app.announce(other.id, ProjectEventKind::ProjectDeleted, None);
    let kinds: Vec<_> = watching.map(|e| e.unwrap().kind).collect().await;
    assert_eq!(kinds, [ProjectEventKind::Migrated, ProjectEventKind::ProjectDeleted]);
}

#[tokio::test]
async fn exports_want_migrated_tables_and_known_fields() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let wish = StartExport { project_id: project.id, format: "csv".into(), ..StartExport::default() };
    assert_eq!(codes(&refused(world.app.start_export(&ana, wish.clone()).await.unwrap())), ["not_migrated"]);
    world.migrate(&ana, &project).await;
    let sort = vec![dmb_app::rows::Sort { field: "nothing".into(), descending: false }];
    let several = StartExport { sort: sort.clone(), ..wish.clone() };
    assert_eq!(codes(&refused(world.app.start_export(&ana, several).await.unwrap())), ["several_tables"]);
    let unknown = StartExport { sort, tables: Some(vec!["orders".into()]), ..wish.clone() };
    assert_eq!(codes(&refused(world.app.start_export(&ana, unknown).await.unwrap())), ["unknown_field"]);
    assert_eq!(done(world.app.start_export(&ana, wish).await.unwrap()).formats, ["csv"]);
}
