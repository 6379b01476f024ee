//! The queue beside a small model of it: whatever is done in whatever order, both are in the same states.

use std::{collections::BTreeMap, time::Duration};

use dmb_store::{Attempt, CancelAnswer, Heartbeat, JobError, JobStatus, Lease, NewJob, Settled, Store};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};
use uuid::Uuid;

use crate::support::{LEASE, NO_TIME, everywhere, home, new_job, tick};

everywhere!(the_queue_does_what_its_model_does);

/// Something that happens. Numbers pick a job or a lease, modulo how many there are.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Enqueue,
    Claim { crashes: bool },
    Heartbeat(usize),
    Complete(usize),
    Retry(usize),
    Fail(usize),
    Cancelled(usize),
    Release(usize),
    RequestCancel(usize),
    TryAgain(usize),
    Sweep,
}

/// What the model knows of a job.
#[derive(Clone, Copy, Debug)]
struct Known {
    status: JobStatus,
    attempt: u32,
    cancel_requested: bool,
    lease: Option<Lease>,
    over: bool,
}

const MAX_ATTEMPTS: u32 = 2;

fn deed() -> impl Strategy<Value = Deed> {
    let which = 0..8_usize;
    prop_oneof![
        3 => Just(Deed::Enqueue),
        4 => any::<bool>().prop_map(|crashes| Deed::Claim { crashes }),
        1 => which.clone().prop_map(Deed::Heartbeat),
        2 => which.clone().prop_map(Deed::Complete),
        2 => which.clone().prop_map(Deed::Retry),
        1 => which.clone().prop_map(Deed::Fail),
        1 => which.clone().prop_map(Deed::Cancelled),
        1 => which.clone().prop_map(Deed::Release),
        2 => which.clone().prop_map(Deed::RequestCancel),
        2 => which.prop_map(Deed::TryAgain),
        2 => Just(Deed::Sweep),
    ]
}

async fn the_queue_does_what_its_model_does(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    for _ in 0..6 {
        let deeds = proptest::collection::vec(deed(), 30).new_tree(&mut runner).unwrap().current();
        let mut model = Model { store: &store, jobs: BTreeMap::new(), leases: Vec::new() };
        for (n, deed) in deeds.iter().enumerate() {
            model.act(*deed, NewJob { max_attempts: MAX_ATTEMPTS, ..new_job(&shop) }).await;
            model.compare(&deeds[..=n]).await;
        }
        // The next round begins with an empty queue.
        for id in model.jobs.keys() {
            store.jobs().request_cancel(*id).await.unwrap();
        }
        for known in model.jobs.values().filter_map(|known| known.lease) {
            store.jobs().cancelled(known).await.unwrap();
        }
    }
}

struct Model<'a> {
    store: &'a Store,
    jobs: BTreeMap<Uuid, Known>,
    leases: Vec<Lease>,
}

impl Model<'_> {
    async fn act(&mut self, deed: Deed, new: NewJob) {
        let jobs = self.store.jobs();
        match deed {
            Deed::Enqueue => {
                let id = jobs.enqueue(new).await.unwrap().job.id;
                let status = JobStatus::Available;
                let known = Known { status, attempt: 0, cancel_requested: false, lease: None, over: false };
                self.jobs.insert(id, known);
            }
            Deed::Claim { crashes } => self.claim(crashes).await,
            Deed::Sweep => self.sweep().await,
            Deed::RequestCancel(n) => self.request_cancel(n).await,
            Deed::TryAgain(n) => self.try_again(n).await,
            Deed::Heartbeat(n) => {
                let Some(lease) = self.lease(n) else { return };
                let answer = jobs.heartbeat(lease, LEASE).await.unwrap();
                match self.held(lease) {
                    Some(known) => {
                        known.over = false;
                        assert_eq!(answer, Heartbeat::Held { cancel_requested: known.cancel_requested });
                    }
                    None => assert_eq!(answer, Heartbeat::Lost),
                }
            }
            Deed::Complete(n) => {
                let Some(lease) = self.lease(n) else { return };
                let done = jobs.complete(lease, &Settled::default()).await.is_ok();
                self.end(lease, done, |_| JobStatus::Completed);
            }
            Deed::Cancelled(n) => {
                let Some(lease) = self.lease(n) else { return };
                let done = jobs.cancelled(lease).await.is_ok();
                self.end(lease, done, |_| JobStatus::Cancelled);
            }
            Deed::Fail(n) => {
                let Some(lease) = self.lease(n) else { return };
                let done = jobs.fail(lease, &error(), Attempt::Fail).await.is_ok();
                self.end(lease, done, |_| JobStatus::Failed);
            }
            Deed::Retry(n) => {
                let Some(lease) = self.lease(n) else { return };
                let done = jobs.fail(lease, &error(), Attempt::RetryAfter(Duration::ZERO)).await.is_ok();
                self.end(lease, done, |known| match known {
                    known if known.cancel_requested => JobStatus::Cancelled,
                    known if known.attempt >= MAX_ATTEMPTS => JobStatus::Failed,
                    _ => JobStatus::Retryable,
                });
            }
            Deed::Release(n) => {
                let Some(lease) = self.lease(n) else { return };
                let done = jobs.release(lease).await.is_ok();
                if let Some(known) = self.held(lease) {
                    known.attempt -= 1;
                }
                self.end(lease, done, |_| JobStatus::Available);
            }
        }
    }

    async fn claim(&mut self, crashes: bool) {
        let time = if crashes { NO_TIME } else { LEASE };
        let claimed = self.store.jobs().claim("w", &["generate"], time).await.unwrap();
        let waiting = |known: &Known| matches!(known.status, JobStatus::Available | JobStatus::Retryable);
        let Some(claimed) = claimed else {
            assert!(!self.jobs.values().any(waiting), "a job waits, and none was given");
            return;
        };
        let known = self.jobs.get_mut(&claimed.job.id).expect("a job of this round");
        assert!(waiting(known), "{known:?} was claimed");
        known.status = JobStatus::Running;
        known.attempt += 1;
        known.lease = Some(claimed.lease);
        known.over = crashes;
        self.leases.push(claimed.lease);
    }

    async fn sweep(&mut self) {
        tick(self.store).await;
        let mut rescued: Vec<_> =
            self.store.jobs().rescue_expired().await.unwrap().into_iter().map(|r| r.job.id).collect();
        rescued.sort();
        let mut expected = Vec::new();
        for (id, known) in self.jobs.iter_mut().filter(|(_, known)| known.lease.is_some() && known.over) {
            expected.push(*id);
            known.lease = None;
            known.status = match &*known {
                known if known.cancel_requested => JobStatus::Cancelled,
                known if known.attempt >= MAX_ATTEMPTS => JobStatus::Failed,
                _ => JobStatus::Available,
            };
        }
        assert_eq!(rescued, expected);
    }

    async fn request_cancel(&mut self, n: usize) {
        let Some(id) = self.job(n) else { return };
        let answer = self.store.jobs().request_cancel(id).await.unwrap();
        let known = self.jobs.get_mut(&id).unwrap();
        match known.status {
            JobStatus::Running => {
                known.cancel_requested = true;
                assert!(matches!(answer, CancelAnswer::Requested(_)));
            }
            status if status.is_terminal() => assert!(matches!(answer, CancelAnswer::Ended(_))),
            _ => {
                known.status = JobStatus::Cancelled;
                assert!(matches!(answer, CancelAnswer::Cancelled(_)));
            }
        }
    }

    async fn try_again(&mut self, n: usize) {
        let Some(id) = self.job(n) else { return };
        let done = self.store.jobs().retry(id).await.is_ok();
        let known = self.jobs.get_mut(&id).unwrap();
        assert_eq!(done, matches!(known.status, JobStatus::Failed | JobStatus::Cancelled));
        if done {
            *known =
                Known { status: JobStatus::Available, attempt: 0, cancel_requested: false, lease: None, over: false };
        }
    }

    fn end(&mut self, lease: Lease, done: bool, to: impl Fn(&Known) -> JobStatus) {
        let held = self.held(lease);
        assert_eq!(done, held.is_some(), "only who holds the lease may write");
        if let Some(known) = held {
            known.status = to(known);
            known.lease = None;
        }
    }

    fn held(&mut self, lease: Lease) -> Option<&mut Known> {
        self.jobs.get_mut(&lease.job).filter(|known| known.lease == Some(lease))
    }

    fn lease(&self, n: usize) -> Option<Lease> {
        (!self.leases.is_empty()).then(|| self.leases[self.leases.len() - 1 - n % self.leases.len()])
    }

    fn job(&self, n: usize) -> Option<Uuid> {
        (!self.jobs.is_empty()).then(|| *self.jobs.keys().nth(n % self.jobs.len()).unwrap())
    }

    async fn compare(&self, deeds: &[Deed]) {
        for (id, known) in &self.jobs {
            let job = self.store.jobs().get(*id).await.unwrap();
            let there = (job.status, job.attempt, job.cancel_requested, job.finished_at.is_some());
            let here = (known.status, known.attempt, known.cancel_requested, known.status.is_terminal());
            assert_eq!(there, here, "after {deeds:?}");
            let runs = self.store.jobs().executions(*id).await.unwrap();
            let open = runs.iter().filter(|run| run.finished_at.is_none()).count();
            assert_eq!(open, usize::from(known.status == JobStatus::Running), "after {deeds:?}");
        }
    }
}

fn error() -> JobError {
    JobError { code: "X".into(), message: "x".into(), retryable: true, error_id: None }
}
