//! One attempt at a job, from the claim to its end.

use std::sync::Arc;

use dmb_app::jobs::args::JobArgs;
use dmb_app::{App, ProjectEventKind};
use dmb_store::Claim;
use tokio_util::sync::CancellationToken;

use crate::WorkerConfig;
use crate::control::Control;
use crate::failure::Failure;
use crate::handlers::{self, Success, Work};
use crate::meter::Meter;
use crate::pulse::Pulse;
use crate::settle::Settle;

/// Runs a claimed job to an end.
#[tracing::instrument(name = "job", skip_all, fields(job = %claim.job.id, kind = %claim.job.kind, attempt = claim.job.attempt))]
pub(crate) async fn run(app: App, config: WorkerConfig, claim: Claim, shutdown: CancellationToken) {
    // Whoever asks for a cancel from here on is heard.
    let cancellations = app.cancellations();
    let Claim { job, lease } = claim;
    let sequence = job.progress.as_ref().map_or(0, |p| p.sequence);
    let work = Work {
        app: app.clone(),
        job: job.id,
        project: job.project_id,
        control: Arc::new(Control::default()),
        meter: Arc::new(Meter::after(sequence)),
        threads: config.threads,
        attempt: lease.token.simple().to_string(),
    };
    app.announce(job.project_id, ProjectEventKind::JobChanged, Some(job.id));
    let pulse = Pulse {
        app: app.clone(),
        lease,
        control: Arc::clone(&work.control),
        meter: Arc::clone(&work.meter),
        config: config.clone(),
        shutdown,
        cancellations,
    };
    let beating = tokio::spawn(pulse.beat());
    let result = handle(&work, &job).await;
    let settle = Settle { work: &work, lease, attempt: job.attempt, config: &config };
    settle.end(result).await;
    beating.abort();
}

async fn handle(work: &Work, job: &dmb_store::Job) -> Result<Success, Failure> {
    // Files always start anew; rows that were staged are gone on from.
    work.app.clear_files(job.id).await?;
    let args = JobArgs::of(job)?;
    handlers::handle(work, args).await
}
