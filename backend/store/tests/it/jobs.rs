//! The life of a job.

use std::time::Duration;

use chrono::TimeDelta;
use dmb_store::{
    Attempt, CancelAnswer, ExecutionStats, ExportFilter, Heartbeat, Idempotency, Job, JobError, JobFilter, JobStatus,
    NewExport, NewJob, PageRequest, Priority, Progress, Settled, Store, StoreError, TableProgress,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{LEASE, NO_TIME, claim, enqueue, everywhere, home, new_job, project, table, tick};

everywhere!(
    a_job_comes_back_as_it_was_put_in,
    a_job_goes_from_the_queue_to_its_end,
    a_failed_attempt_is_tried_again_until_they_are_used_up,
    the_same_wish_is_one_job,
    a_scheduled_job_waits_for_its_time,
    an_orderly_release_does_not_count,
    a_stale_worker_touches_no_row,
    a_rescue_counts_attempts,
    a_heartbeat_keeps_the_lease_from_the_sweep,
    a_job_can_be_stopped_at_any_time,
    an_ended_job_can_be_tried_again,
    owners_take_turns,
    urgent_jobs_come_first_among_an_owners,
    jobs_are_listed_by_what_is_asked,
    a_deleted_project_fences_its_workers,
);

fn error(code: &str) -> JobError {
    JobError { code: code.into(), message: format!("{code} happened"), retryable: true, error_id: Some("e1".into()) }
}

fn progress(sequence: u64) -> Progress {
    Progress {
        sequence,
        step: "generate".into(),
        rows_done: 5,
        rows_total: 10,
        rows_per_second: 2.5,
        bytes_written: 77,
        message: None,
        tables: vec![TableProgress { table: table("a").id, name: "a".into(), rows_done: 5, rows_total: 10 }],
        checkpoint: json!({ "seed": u64::MAX }),
    }
}

fn export(name: &str) -> NewExport {
    NewExport {
        id: Uuid::now_v7(),
        format: "csv".into(),
        options: json!({ "raw": true }),
        file_name: format!("{name}.csv"),
        media_type: "text/csv".into(),
        storage_path: format!("exports/{name}.csv"),
        rows: 10,
        bytes: 1 << 40,
        sha256: "0".repeat(64),
        seed: Some(u64::MAX),
        expires_at: None,
    }
}

async fn kinds_of_events(store: &Store, job: Uuid) -> Vec<String> {
    store.jobs().events(job).await.unwrap().into_iter().map(|event| event.kind).collect()
}

async fn status(store: &Store, job: Uuid) -> JobStatus {
    store.jobs().get(job).await.unwrap().status
}

async fn a_job_comes_back_as_it_was_put_in(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let new = NewJob { payload: json!({ "z": 1, "a": [u64::MAX, "😀", null] }), ..new_job(&shop) };
    let made = store.jobs().enqueue(new.clone()).await.unwrap();
    assert!(made.created);
    let job = made.job;
    assert_eq!(store.jobs().get(job.id).await.unwrap(), job);
    assert_eq!((job.owner_id, job.project_id, job.status), (ada.id, shop.id, JobStatus::Available));
    assert_eq!((job.seed, job.as_of, job.payload), (u64::MAX - 1, new.as_of, new.payload));
    assert_eq!((job.attempt, job.max_attempts, job.progress, job.error), (0, 3, None, None));
    assert_eq!(kinds_of_events(&store, job.id).await, ["queued"]);
    let lost = NewJob { project_id: Uuid::nil(), ..new_job(&shop) };
    assert!(matches!(store.jobs().enqueue(lost).await, Err(StoreError::NotFound)));
}

async fn a_job_goes_from_the_queue_to_its_end(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let id = enqueue(&store, &shop).await;
    assert_eq!(store.jobs().claim("w", &["export"], LEASE).await.unwrap(), None, "another kind");
    let claim = store.jobs().claim("w", &["export", "generate"], LEASE).await.unwrap().unwrap();
    assert_eq!((claim.job.id, claim.job.status, claim.job.attempt), (id, JobStatus::Running, 1));
    assert_eq!(store.jobs().claim("w", &["generate"], LEASE).await.unwrap(), None);
    let held = Heartbeat::Held { cancel_requested: false };
    assert_eq!(store.jobs().heartbeat(claim.lease, LEASE).await.unwrap(), held);
    let stats = ExecutionStats { peak_memory_bytes: Some(1 << 33) };
    assert_eq!(store.jobs().checkpoint(claim.lease, &progress(4), stats).await.unwrap(), held);
    assert_eq!(store.jobs().get(id).await.unwrap().progress, Some(progress(4)));

    let files = vec![export("one"), export("two")];
    let profile = Some(json!({ "tables": [] }));
    let settled = Settled { report: json!({ "rows": 10 }), profile, progress: progress(9), stats, exports: files };
    assert_eq!(store.jobs().profile(id).await.unwrap(), None);
    let done = store.jobs().complete(claim.lease, &settled).await.unwrap();
    assert_eq!(
        (done.status, done.report.clone(), done.error.clone()),
        (JobStatus::Completed, Some(json!({ "rows": 10 })), None)
    );
    assert!(done.finished_at >= done.started_at && done.started_at >= Some(done.created_at));
    assert_eq!(store.jobs().get(id).await.unwrap(), done);
    assert_eq!(store.jobs().profile(id).await.unwrap(), settled.profile);
    let [run] = store.jobs().executions(id).await.unwrap().try_into().unwrap();
    assert_eq!((run.attempt, run.status, run.worker_id.as_str()), (1, JobStatus::Completed, "w"));
    assert_eq!((run.rows_done, run.rows_per_second, run.bytes_written), (5, 2.5, 77));
    assert_eq!(run.peak_memory_bytes, Some(1 << 33));
    assert_eq!(kinds_of_events(&store, id).await, ["queued", "started", "completed"]);

    let exports = store.exports().of_jobs(&[id]).await.unwrap();
    assert_eq!(exports.len(), 2);
    let first = store.exports().get(settled.exports[0].id).await.unwrap();
    assert_eq!((first.owner_id, first.project_id, first.bytes, first.seed), (ada.id, shop.id, 1 << 40, Some(u64::MAX)));
    let now = done.created_at;
    assert_eq!(store.exports().delete(first.id, now).await.unwrap().storage_path, "exports/one.csv");
    assert!(matches!(store.exports().delete(first.id, now).await, Err(StoreError::NotFound)));
    assert!(matches!(store.exports().get(first.id).await, Err(StoreError::NotFound)));
    let mine = ExportFilter { owner: Some(ada.id), project: Some(shop.id) };
    assert_eq!(store.exports().list(mine, &PageRequest::first(5)).await.unwrap().total, 1);
    assert_eq!(store.exports().storage_paths().await.unwrap(), ["exports/two.csv"]);
    assert_eq!(store.projects().delete(shop.id).await.unwrap().storage_paths, ["exports/two.csv"]);
}

async fn a_failed_attempt_is_tried_again_until_they_are_used_up(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let id = store.jobs().enqueue(NewJob { max_attempts: 2, ..new_job(&shop) }).await.unwrap().job.id;
    let (_, lease) = claim(&store, LEASE).await;
    let hour = Attempt::RetryAfter(Duration::from_secs(3_600));
    let job = store.jobs().fail(lease, &error("DISK_FULL"), hour).await.unwrap();
    assert_eq!((job.status, job.error.as_ref()), (JobStatus::Retryable, Some(&error("DISK_FULL"))));
    assert!(job.run_at > job.created_at + TimeDelta::minutes(59));
    assert_eq!(store.jobs().claim("w", &["generate"], LEASE).await.unwrap(), None, "not yet");

    let other = enqueue(&store, &shop).await;
    let (claimed, lease) = claim(&store, LEASE).await;
    assert_eq!(claimed, other);
    let at_once = Attempt::RetryAfter(NO_TIME);
    store.jobs().fail(lease, &error("A"), at_once.clone()).await.unwrap();
    for _ in 0..2 {
        let (claimed, lease) = claim(&store, LEASE).await;
        assert_eq!(claimed, other);
        store.jobs().fail(lease, &error("B"), at_once.clone()).await.unwrap();
    }
    let job = store.jobs().get(other).await.unwrap();
    assert_eq!((job.status, job.attempt), (JobStatus::Failed, 3));
    let runs = store.jobs().executions(other).await.unwrap();
    let told: Vec<_> = runs.iter().map(|run| (run.attempt, run.status, run.error.clone().unwrap().code)).collect();
    assert_eq!(told[0], (1, JobStatus::Retryable, "A".into()));
    assert_eq!(told[2], (3, JobStatus::Failed, "B".into()));

    let third = enqueue(&store, &shop).await;
    let (_, lease) = claim(&store, LEASE).await;
    store.jobs().fail(lease, &error("NEVER"), Attempt::Fail).await.unwrap();
    assert_eq!(status(&store, third).await, JobStatus::Failed);
    assert_eq!(status(&store, id).await, JobStatus::Retryable);
}

async fn the_same_wish_is_one_job(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let (_, other) = home(&store, "bob@example.org").await;
    let wish = |hash: &str| Some(Idempotency { key: "k".into(), payload_hash: hash.into() });
    let new = NewJob { idempotency: wish("h"), ..new_job(&shop) };
    let first = store.jobs().enqueue(new.clone()).await.unwrap();
    let again = store.jobs().enqueue(new.clone()).await.unwrap();
    assert_eq!((again.created, again.job.id), (false, first.job.id));
    let changed = store.jobs().enqueue(NewJob { idempotency: wish("other"), ..new.clone() }).await;
    assert!(matches!(changed, Err(StoreError::Conflict)), "{changed:?}");
    let bobs = NewJob { idempotency: wish("other"), ..new_job(&other) };
    assert!(store.jobs().enqueue(bobs).await.unwrap().created, "keys are each owner's own");
}

async fn a_scheduled_job_waits_for_its_time(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let now = store.jobs().now().await.unwrap();
    let later = NewJob { run_at: Some(now + TimeDelta::hours(1)), ..new_job(&shop) };
    let job = store.jobs().enqueue(later).await.unwrap().job;
    assert_eq!((job.status, job.run_at), (JobStatus::Scheduled, now + TimeDelta::hours(1)));
    assert_eq!(store.jobs().claim("w", &["generate"], LEASE).await.unwrap(), None);
    let soon = NewJob { run_at: Some(now - TimeDelta::hours(1)), ..new_job(&shop) };
    let job = store.jobs().enqueue(soon).await.unwrap().job;
    assert_eq!(job.status, JobStatus::Available);
    assert_eq!(claim(&store, LEASE).await.0, job.id);
}

async fn an_orderly_release_does_not_count(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let id = enqueue(&store, &shop).await;
    let (_, lease) = claim(&store, LEASE).await;
    store.jobs().checkpoint(lease, &progress(3), ExecutionStats::default()).await.unwrap();
    store.jobs().release(lease).await.unwrap();
    assert!(matches!(store.jobs().release(lease).await, Err(StoreError::LeaseLost)));
    let job = store.jobs().get(id).await.unwrap();
    assert_eq!((job.status, job.attempt, job.progress), (JobStatus::Available, 0, Some(progress(3))));
    assert_eq!(claim(&store, LEASE).await.0, id);
    assert_eq!(store.jobs().executions(id).await.unwrap().len(), 2);
}

async fn a_stale_worker_touches_no_row(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let id = enqueue(&store, &shop).await;
    let (_, stale) = claim(&store, NO_TIME).await;
    tick(&store).await;
    assert_eq!(store.jobs().rescue_expired().await.unwrap().len(), 1);
    let (_, held) = claim(&store, LEASE).await;
    let before = (store.jobs().get(id).await.unwrap(), store.jobs().executions(id).await.unwrap());

    let jobs = store.jobs();
    assert_eq!(jobs.heartbeat(stale, LEASE).await.unwrap(), Heartbeat::Lost);
    let late = jobs.checkpoint(stale, &progress(99), ExecutionStats::default()).await.unwrap();
    assert_eq!(late, Heartbeat::Lost);
    let profile = Some(json!({ "tables": [] }));
    let settled = Settled { exports: vec![export("late")], profile, ..Settled::default() };
    assert!(matches!(jobs.complete(stale, &settled).await, Err(StoreError::LeaseLost)));
    for attempt in [Attempt::Fail, Attempt::RetryAfter(NO_TIME)] {
        assert!(matches!(jobs.fail(stale, &error("LATE"), attempt).await, Err(StoreError::LeaseLost)));
    }
    assert!(matches!(jobs.cancelled(stale).await, Err(StoreError::LeaseLost)));
    assert!(matches!(jobs.release(stale).await, Err(StoreError::LeaseLost)));

    let after = (store.jobs().get(id).await.unwrap(), store.jobs().executions(id).await.unwrap());
    assert_eq!(before, after);
    assert!(store.exports().of_jobs(&[id]).await.unwrap().is_empty());
    assert_eq!(store.jobs().profile(id).await.unwrap(), None);
    jobs.complete(held, &Settled::default()).await.unwrap();
    assert!(matches!(jobs.complete(held, &settled).await, Err(StoreError::LeaseLost)), "ended once");
}

async fn a_rescue_counts_attempts(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let id = store.jobs().enqueue(NewJob { max_attempts: 2, ..new_job(&shop) }).await.unwrap().job.id;
    for expected in [JobStatus::Available, JobStatus::Failed] {
        claim(&store, NO_TIME).await;
        tick(&store).await;
        let [rescued] = store.jobs().rescue_expired().await.unwrap().try_into().unwrap();
        assert_eq!((rescued.job.id, rescued.job.status), (id, expected));
    }
    let job = store.jobs().get(id).await.unwrap();
    assert_eq!((job.attempt, job.finished_at.is_some()), (2, true));
    let reason = job.error.unwrap();
    assert_eq!(reason.code, "WORKER_LOST");
    assert!(reason.message.contains("attempt 2 of 2"), "{}", reason.message);
    assert!(store.jobs().rescue_expired().await.unwrap().is_empty());
    assert_eq!(
        kinds_of_events(&store, id).await,
        ["queued", "started", "rescued", "started", "rescued"],
        "each crash is told"
    );
}

async fn a_heartbeat_keeps_the_lease_from_the_sweep(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    enqueue(&store, &shop).await;
    let (id, lease) = claim(&store, NO_TIME).await;
    store.jobs().heartbeat(lease, LEASE).await.unwrap();
    tick(&store).await;
    assert!(store.jobs().rescue_expired().await.unwrap().is_empty());
    assert_eq!(status(&store, id).await, JobStatus::Running);
}

async fn a_job_can_be_stopped_at_any_time(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let jobs = store.jobs();
    let waiting = enqueue(&store, &shop).await;
    assert!(matches!(jobs.request_cancel(waiting).await.unwrap(), CancelAnswer::Cancelled(_)));
    assert!(matches!(jobs.request_cancel(waiting).await.unwrap(), CancelAnswer::Ended(_)));
    assert_eq!(status(&store, waiting).await, JobStatus::Cancelled);
    assert_eq!(jobs.claim("w", &["generate"], LEASE).await.unwrap(), None);
    assert!(matches!(jobs.request_cancel(Uuid::nil()).await, Err(StoreError::NotFound)));

    let running = enqueue(&store, &shop).await;
    let (_, lease) = claim(&store, LEASE).await;
    assert!(matches!(jobs.request_cancel(running).await.unwrap(), CancelAnswer::Requested(_)));
    let told = Heartbeat::Held { cancel_requested: true };
    assert_eq!(jobs.heartbeat(lease, LEASE).await.unwrap(), told);
    assert_eq!(jobs.checkpoint(lease, &progress(1), ExecutionStats::default()).await.unwrap(), told);
    assert_eq!(jobs.cancelled(lease).await.unwrap().status, JobStatus::Cancelled);

    // Whose worker dies or fails before it heard of it is not tried again.
    let crashed = enqueue(&store, &shop).await;
    claim(&store, NO_TIME).await;
    jobs.request_cancel(crashed).await.unwrap();
    tick(&store).await;
    jobs.rescue_expired().await.unwrap();
    assert_eq!(status(&store, crashed).await, JobStatus::Cancelled);
    let failed = enqueue(&store, &shop).await;
    let (_, lease) = claim(&store, LEASE).await;
    jobs.request_cancel(failed).await.unwrap();
    let job = jobs.fail(lease, &error("X"), Attempt::RetryAfter(NO_TIME)).await.unwrap();
    assert_eq!(job.status, JobStatus::Cancelled);
}

async fn an_ended_job_can_be_tried_again(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let id = enqueue(&store, &shop).await;
    assert!(matches!(store.jobs().retry(id).await, Err(StoreError::Conflict)), "it waits");
    assert!(matches!(store.jobs().retry(Uuid::nil()).await, Err(StoreError::NotFound)));
    let (_, lease) = claim(&store, LEASE).await;
    store.jobs().checkpoint(lease, &progress(1), ExecutionStats::default()).await.unwrap();
    assert!(matches!(store.jobs().retry(id).await, Err(StoreError::Conflict)), "it runs");
    store.jobs().fail(lease, &error("X"), Attempt::Fail).await.unwrap();
    let job = store.jobs().retry(id).await.unwrap();
    assert_eq!((job.status, job.attempt, job.error, job.progress), (JobStatus::Available, 0, None, None));
    let (_, lease) = claim(&store, LEASE).await;
    store.jobs().complete(lease, &Settled::default()).await.unwrap();
    assert!(matches!(store.jobs().retry(id).await, Err(StoreError::Conflict)), "it is done");
}

async fn owners_take_turns(store: Store) {
    let (_, busy) = home(&store, "ada@example.org").await;
    let (_, calm) = home(&store, "bob@example.org").await;
    for _ in 0..5 {
        enqueue(&store, &busy).await;
    }
    for _ in 0..2 {
        store.jobs().enqueue(NewJob { priority: Priority::Low, ..new_job(&calm) }).await.unwrap();
    }
    // One worker with one place: each job is over before the next is taken.
    let mut order = Vec::new();
    for _ in 0..7 {
        let claim = store.jobs().claim("w", &["generate"], LEASE).await.unwrap().unwrap();
        order.push(claim.job.owner_id == calm.owner_id);
        store.jobs().complete(claim.lease, &Settled::default()).await.unwrap();
        tick(&store).await;
    }
    assert_eq!(order, [false, true, false, true, false, false, false]);
    // Many places: who has fewer running comes first.
    for project in [&busy, &busy, &busy, &calm] {
        enqueue(&store, project).await;
    }
    let mut owners = Vec::new();
    for _ in 0..4 {
        owners.push(store.jobs().claim("w", &["generate"], LEASE).await.unwrap().unwrap().job.owner_id);
    }
    assert_eq!(owners[..2].iter().filter(|owner| **owner == calm.owner_id).count(), 1, "{owners:?}");
}

async fn urgent_jobs_come_first_among_an_owners(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let now = store.jobs().now().await.unwrap();
    let mut made = Vec::new();
    for priority in [Priority::Low, Priority::Normal, Priority::Critical, Priority::High] {
        made.push(store.jobs().enqueue(NewJob { priority, ..new_job(&shop) }).await.unwrap().job);
    }
    assert!(made.iter().all(|job| job.run_at >= now));
    let mut order = Vec::new();
    for _ in 0..4 {
        order.push(store.jobs().claim("w", &["generate"], LEASE).await.unwrap().unwrap().job.priority);
    }
    assert_eq!(order, [Priority::Critical, Priority::High, Priority::Normal, Priority::Low]);
}

async fn jobs_are_listed_by_what_is_asked(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let (bob, other) = home(&store, "bob@example.org").await;
    let second = project(&store, ada.id, "Second").await;
    for project in [&shop, &shop, &second, &other] {
        enqueue(&store, project).await;
    }
    let (running, _) = claim(&store, LEASE).await;
    let total = async |filter: JobFilter| {
        let page = store.jobs().list(&filter, &PageRequest::first(2)).await.unwrap();
        assert_eq!(page.total, store.jobs().count(&filter).await.unwrap());
        assert_eq!(page.has_next, page.total > 2);
        page.total
    };
    assert_eq!(total(JobFilter::default()).await, 4);
    assert_eq!(total(JobFilter { owner: Some(ada.id), ..JobFilter::default() }).await, 3);
    assert_eq!(total(JobFilter { owner: Some(bob.id), ..JobFilter::default() }).await, 1);
    assert_eq!(total(JobFilter { project: Some(shop.id), ..JobFilter::default() }).await, 2);
    let status = vec![JobStatus::Running, JobStatus::Failed];
    let page = store.jobs().list(&JobFilter { status, ..JobFilter::default() }, &PageRequest::first(9)).await.unwrap();
    assert_eq!(page.into_nodes().iter().map(|job: &Job| job.id).collect::<Vec<_>>(), [running]);
    assert_eq!(store.jobs().by_ids(&[running, Uuid::nil()]).await.unwrap().len(), 1);
}

async fn a_deleted_project_fences_its_workers(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    enqueue(&store, &shop).await;
    let (_, lease) = claim(&store, LEASE).await;
    store.projects().delete(shop.id).await.unwrap();
    assert_eq!(store.jobs().heartbeat(lease, LEASE).await.unwrap(), Heartbeat::Lost);
    let settled = Settled { report: Value::Null, exports: vec![export("x")], ..Settled::default() };
    assert!(matches!(store.jobs().complete(lease, &settled).await, Err(StoreError::LeaseLost)));
    assert!(matches!(store.jobs().fail(lease, &error("X"), Attempt::Fail).await, Err(StoreError::LeaseLost)));
}
