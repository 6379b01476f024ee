//! Many at once: one winner, and nothing lost or done twice.

use std::{collections::HashSet, time::Duration};

use chrono::TimeDelta;
use dmb_store::{
    Idempotency, JobFilter, JobStatus, NewJob, NewMigration, NewSession, Role, Rotation, Settled, Store, StoreError,
    TableWrite, Throttle,
};
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::{LEASE, NO_TIME, at, claim, design, enqueue, everywhere, home, new_job, new_user, table, tick};

everywhere!(
    one_of_two_first_sign_ups_is_the_administrator,
    one_of_twenty_refreshes_wins,
    one_wish_said_fifty_times_is_one_job,
    each_job_is_claimed_by_one_worker,
    one_of_many_edits_of_a_revision_wins,
    a_limit_holds_for_all_together,
    each_stuck_job_is_rescued_once,
    migrations_get_numbers_of_their_own,
    a_dropped_call_leaves_no_transaction_open,
);

/// Runs `work` so many times at once and gives what came of each.
async fn at_once<T, F>(times: usize, work: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let tasks: JoinSet<T> = (0..times).map(work).collect();
    tasks.join_all().await
}

async fn one_of_two_first_sign_ups_is_the_administrator(store: Store) {
    let roles = at_once(6, |n| {
        let store = store.clone();
        async move { store.users().create(new_user(&format!("u{n}@example.org"))).await.unwrap().role }
    })
    .await;
    assert_eq!(roles.iter().filter(|role| **role == Role::Admin).count(), 1, "{roles:?}");
}

async fn one_of_twenty_refreshes_wins(store: Store) {
    let (ada, _) = home(&store, "ada@example.org").await;
    let new = NewSession {
        user_id: ada.id,
        client: "browser".into(),
        token_hash: "old".into(),
        now: at(0),
        expires_at: at(900),
    };
    let session = store.sessions().create(new).await.unwrap();
    let outcomes = at_once(20, |n| {
        let store = store.clone();
        async move {
            let grace = TimeDelta::seconds(10);
            let outcome = store.sessions().rotate("old", &format!("new{n}"), at(1), grace, at(901)).await.unwrap();
            (n, outcome)
        }
    })
    .await;
    let winners: Vec<_> = outcomes.iter().filter(|(_, o)| matches!(o, Rotation::Rotated(_))).map(|(n, _)| n).collect();
    assert_eq!(winners.len(), 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|(_, o)| matches!(o, Rotation::Rotated(_) | Rotation::Grace(_))), "{outcomes:?}");
    let winner = format!("new{}", winners[0]);
    assert_eq!(store.sessions().by_token(&winner, at(2)).await.unwrap().map(|s| s.id), Some(session.id));
}

async fn one_wish_said_fifty_times_is_one_job(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let outcomes = at_once(50, |n| {
        let idempotency =
            Some(Idempotency { key: "k".into(), payload_hash: if n % 10 == 9 { "b" } else { "a" }.into() });
        let (store, new) = (store.clone(), NewJob { idempotency, ..new_job(&shop) });
        async move { store.jobs().enqueue(new).await }
    })
    .await;
    let made = outcomes.iter().filter(|o| matches!(o, Ok(o) if o.created)).count();
    let ids: HashSet<_> = outcomes.iter().flatten().map(|o| o.job.id).collect();
    assert_eq!((made, ids.len()), (1, 1));
    assert!(outcomes.iter().flat_map(|o| o.as_ref().err()).all(|e| matches!(e, StoreError::Conflict)), "{outcomes:?}");
    assert_eq!(store.jobs().count(&JobFilter::default()).await.unwrap(), 1);
}

async fn each_job_is_claimed_by_one_worker(store: Store) {
    let (_, one) = home(&store, "ada@example.org").await;
    let (_, two) = home(&store, "bob@example.org").await;
    let mut put = HashSet::new();
    for n in 0..100 {
        put.insert(enqueue(&store, if n % 4 == 0 { &two } else { &one }).await);
    }
    let waiting = JobFilter { status: vec![JobStatus::Available], ..JobFilter::default() };
    let claimed = at_once(4, |n| {
        let (store, waiting) = (store.clone(), waiting.clone());
        async move {
            let mut mine = Vec::new();
            while store.jobs().count(&waiting).await.unwrap() > 0 {
                let worker = format!("w{n}");
                let Some(claim) = store.jobs().claim(&worker, &["generate"], LEASE).await.unwrap() else { continue };
                mine.push(claim.job.id);
                store.jobs().complete(claim.lease, &Settled::default()).await.unwrap();
            }
            mine
        }
    })
    .await;
    let all: Vec<_> = claimed.into_iter().flatten().collect();
    assert_eq!(all.len(), 100, "no job twice");
    assert_eq!(all.into_iter().collect::<HashSet<_>>(), put, "and none missing");
    let done = JobFilter { status: vec![JobStatus::Completed], ..JobFilter::default() };
    assert_eq!(store.jobs().count(&done).await.unwrap(), 100);
}

async fn one_of_many_edits_of_a_revision_wins(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let outcomes = at_once(10, |n| {
        let store = store.clone();
        let write = TableWrite { project: shop.id, project_revision: None, by: ada.id, now: at(1) };
        let edit = dmb_spec::Table { description: format!("edit {n}"), ..table("orders") };
        async move { store.tables().update(write, &edit, 1).await }
    })
    .await;
    let [won] = outcomes.iter().flatten().collect::<Vec<_>>().try_into().unwrap();
    assert!(outcomes.iter().flat_map(|o| o.as_ref().err()).all(|e| matches!(e, StoreError::Conflict)), "{outcomes:?}");
    assert_eq!(&store.tables().get(shop.id, table("orders").id).await.unwrap(), won);
    assert_eq!(store.projects().get(shop.id).await.unwrap().revision, 2);
}

async fn a_limit_holds_for_all_together(store: Store) {
    let allowed = at_once(30, |_| {
        let store = store.clone();
        async move { store.throttles().hit("k", 7, Duration::from_secs(60), at(0)).await.unwrap() == Throttle::Allowed }
    })
    .await;
    assert_eq!(allowed.into_iter().filter(|allowed| *allowed).count(), 7);
}

async fn each_stuck_job_is_rescued_once(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    for _ in 0..8 {
        enqueue(&store, &shop).await;
        claim(&store, NO_TIME).await;
    }
    tick(&store).await;
    let rescued = at_once(4, |_| {
        let store = store.clone();
        async move { store.jobs().rescue_expired().await.unwrap() }
    })
    .await;
    let ids: Vec<_> = rescued.into_iter().flatten().map(|rescued| rescued.job.id).collect();
    assert_eq!(ids.len(), 8);
    assert_eq!(ids.into_iter().collect::<HashSet<_>>().len(), 8);
}

async fn migrations_get_numbers_of_their_own(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let outcomes = at_once(8, |_| {
        let new = NewMigration {
            project_id: shop.id,
            design_before: None,
            design_after: design("d", &["a"]),
            steps: json!([]),
            checksum: "c".into(),
            status: dmb_store::MigrationStatus::Applied,
            error: None,
            duration_ms: 1,
            applied_by: ada.id,
            now: at(1),
        };
        let store = store.clone();
        async move { store.migrations().record(new).await.unwrap().number }
    })
    .await;
    assert_eq!(outcomes.into_iter().collect::<HashSet<_>>(), (1..=8).collect());
}

async fn a_dropped_call_leaves_no_transaction_open(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    // Calls given up after every few polls, as when clients leave: more than there are connections.
    for n in 0..200 {
        let (store, new) = (store.clone(), new_job(&shop));
        let call = async move { store.jobs().enqueue(new).await.map(|_| ()) };
        let _ = tokio::time::timeout(Duration::from_micros(n * 20), call).await;
    }
    let before = store.jobs().count(&JobFilter::default()).await.unwrap();
    // Each of these is on a connection that was used so; what it writes must be there for all the others.
    let made = at_once(32, |_| {
        let (store, new) = (store.clone(), new_job(&shop));
        async move { store.jobs().enqueue(new).await.unwrap().job.id }
    })
    .await;
    assert_eq!(made.len(), 32);
    let after = at_once(32, |_| {
        let store = store.clone();
        async move { store.jobs().count(&JobFilter::default()).await.unwrap() }
    })
    .await;
    assert!(after.iter().all(|count| *count == before + 32), "{before} then {after:?}");
}
