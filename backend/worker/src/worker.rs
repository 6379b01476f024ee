//! The loop: sweep, claim, run.

use std::sync::Arc;
use std::time::Duration;

use dmb_app::App;
use dmb_store::Claim;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::{WorkerConfig, attempt, handlers, housekeeping};

/// How often what is over is removed.
const TIDY: Duration = Duration::from_secs(60);

/// Runs jobs until it is told to stop.
pub struct Worker {
    app: App,
    config: WorkerConfig,
    shutdown: CancellationToken,
}

impl Worker {
    /// Starts a worker. When `shutdown` is cancelled it takes no new job, gives those it runs back to the queue, and
    /// ends within seconds.
    pub fn spawn(app: App, config: WorkerConfig, shutdown: CancellationToken) -> JoinHandle<()> {
        tokio::spawn(Self { app, config, shutdown }.run())
    }

    async fn run(self) {
        let mut running = JoinSet::new();
        let keeping = tokio::spawn(keep_house(self.app.clone(), self.config.sweep, self.shutdown.clone()));
        let slots = Arc::new(Semaphore::new(self.config.concurrency.max(1)));
        while let Some((claim, slot)) = self.next(&slots).await {
            let (app, config, shutdown) = (self.app.clone(), self.config.clone(), self.shutdown.clone());
            running.spawn(async move {
                attempt::run(app, config, claim, shutdown).await;
                drop(slot);
            });
            while running.try_join_next().is_some() {}
        }
        while running.join_next().await.is_some() {}
        // It ends by itself; what it has begun to clear it clears.
        if keeping.await.is_err() {
            tracing::error!("housekeeping stopped unexpectedly");
        }
    }

    /// The next job with a slot to run it in; `None` when it is time to stop.
    async fn next(&self, slots: &Arc<Semaphore>) -> Option<(Claim, OwnedSemaphorePermit)> {
        let slot = tokio::select! {
            () = self.shutdown.cancelled() => return None,
            slot = Arc::clone(slots).acquire_owned() => slot.ok()?,
        };
        loop {
            if self.shutdown.is_cancelled() {
                return None;
            }
            match self.app.store().jobs().claim(&self.config.name, &handlers::kinds(), self.config.lease).await {
                Ok(Some(claim)) => return Some((claim, slot)),
                Ok(None) => {}
                Err(error) => tracing::warn!(%error, "the queue did not answer"),
            }
            tokio::select! {
                () = self.shutdown.cancelled() => return None,
                () = self.app.job_queued() => {}
                () = tokio::time::sleep(self.config.poll) => {}
            }
        }
    }
}

async fn keep_house(app: App, sweep: Duration, shutdown: CancellationToken) {
    if let Err(error) = housekeeping::clear_orphans(&app).await {
        tracing::warn!(%error, "files of dead attempts could not be removed");
    }
    let [mut sweeps, mut tidying] = [sweep, TIDY].map(|period| {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        ticks
    });
    loop {
        let done = tokio::select! {
            () = shutdown.cancelled() => return,
            _ = sweeps.tick() => housekeeping::rescue(&app).await,
            _ = tidying.tick() => housekeeping::tidy(&app).await,
        };
        if let Err(error) = done {
            tracing::warn!(%error, "housekeeping has to wait");
        }
    }
}
