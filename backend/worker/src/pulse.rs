//! The heartbeat of a running job: prolongs the lease, tells how far it is, hears when to stop.

use std::sync::Arc;
use std::time::Duration;

use dmb_app::App;
use dmb_app::jobs::{JobProgress, JobStatus};
use dmb_store::{ExecutionStats, Heartbeat, Lease, StoreError};
use tokio::sync::broadcast;
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::WorkerConfig;
use crate::control::{Control, Stop};
use crate::memory;
use crate::meter::Meter;

/// How often those who watch are told.
const TELL: Duration = Duration::from_millis(250);
/// How often progress is kept; also how soon a cancel from another process is heard.
const KEEP: Duration = Duration::from_secs(1);

/// Beats until it is dropped or the job has to stop for good.
pub(crate) struct Pulse {
    pub(crate) app: App,
    pub(crate) lease: Lease,
    pub(crate) control: Arc<Control>,
    pub(crate) meter: Arc<Meter>,
    pub(crate) config: WorkerConfig,
    pub(crate) shutdown: CancellationToken,
    pub(crate) cancellations: broadcast::Receiver<uuid::Uuid>,
}

impl Pulse {
    pub(crate) async fn beat(mut self) {
        let [mut tell, mut keep, mut live] = [TELL, KEEP, self.config.heartbeat].map(every);
        let mut alive_until = Instant::now() + self.config.lease;
        loop {
            tokio::select! {
                () = self.shutdown.cancelled(), if !self.control.stopped() => self.control.stop(Stop::Shutdown),
                id = self.cancellations.recv() => self.hear(id),
                _ = tell.tick() => self.tell(),
                _ = keep.tick() => {
                    let kept = self.keep().await;
                    self.obey(kept);
                }
                _ = live.tick() => {
                    let answer = self.app.store().jobs().heartbeat(self.lease, self.config.lease).await;
                    if matches!(answer, Ok(Heartbeat::Held { .. })) {
                        alive_until = Instant::now() + self.config.lease;
                    }
                    self.obey(answer);
                }
                // The store has not answered for as long as the lease: another worker may have the job by now.
                () = tokio::time::sleep_until(alive_until) => {
                    self.control.stop(Stop::LeaseLost);
                    return;
                }
            }
        }
    }

    fn hear(&self, told: Result<uuid::Uuid, broadcast::error::RecvError>) {
        // What was missed is found in the store at the next checkpoint.
        if told.is_ok_and(|id| id == self.lease.job) {
            self.control.stop(Stop::Cancelled);
        }
    }

    fn tell(&self) {
        let progress = self.meter.read();
        self.app.hub().publish(JobProgress::from_kept(self.lease.job, JobStatus::Running, &progress));
    }

    async fn keep(&self) -> Result<Heartbeat, StoreError> {
        let stats = ExecutionStats { peak_memory_bytes: memory::peak() };
        self.app.store().jobs().checkpoint(self.lease, &self.meter.read(), stats).await
    }

    fn obey(&self, answer: Result<Heartbeat, StoreError>) {
        match answer {
            Ok(Heartbeat::Held { cancel_requested: false }) => {}
            Ok(Heartbeat::Held { cancel_requested: true }) => self.control.stop(Stop::Cancelled),
            Ok(Heartbeat::Lost) => self.control.stop(Stop::LeaseLost),
            Err(error) => tracing::warn!(%error, job = %self.lease.job, "a sign of life did not reach the store"),
        }
    }
}

fn every(period: Duration) -> tokio::time::Interval {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
