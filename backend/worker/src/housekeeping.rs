//! What is done now and then: jobs of dead workers, files whose time is over, records nobody needs.

use chrono::TimeDelta;
use dmb_app::jobs::JobProgress;
use dmb_app::{App, AppError, ProjectEventKind};
use dmb_store::StoreError;
use uuid::Uuid;

/// How long an ended session is kept, so that a stolen token is still recognised.
const KEEP_SESSIONS: TimeDelta = TimeDelta::days(7);

/// Brings jobs whose worker gave no sign of life back into the queue, or to an end.
pub(crate) async fn rescue(app: &App) -> Result<(), AppError> {
    for rescued in app.store().jobs().rescue_expired().await? {
        let job = rescued.job;
        tracing::warn!(job = %job.id, attempt = job.attempt, status = job.status.as_str(), "a job was rescued");
        if job.status.is_terminal() {
            app.clear_leftovers(job.project_id, job.id).await?;
            app.hub().publish(JobProgress::of(&job));
        } else {
            app.hub().forget(job.id);
        }
        app.announce(job.project_id, ProjectEventKind::JobChanged, Some(job.id));
    }
    Ok(())
}

/// Removes what jobs left that are over or gone and have no file to show: a process died before it could. Once, at the
/// start.
pub(crate) async fn clear_orphans(app: &App) -> Result<(), AppError> {
    let Ok(mut folders) = tokio::fs::read_dir(app.config().artifacts_dir()).await else { return Ok(()) };
    while let Some(folder) = folders.next_entry().await.map_err(AppError::internal)? {
        let Some(id) = folder.file_name().to_str().and_then(|name| Uuid::parse_str(name).ok()) else { continue };
        match app.store().jobs().get(id).await {
            Ok(job) if job.status.is_terminal() => {
                if app.store().exports().of_jobs(&[id]).await?.is_empty() {
                    app.clear_leftovers(job.project_id, id).await?;
                }
            }
            Ok(_) => {}
            Err(StoreError::NotFound) => app.clear_files(id).await?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Removes what is over.
pub(crate) async fn tidy(app: &App) -> Result<(), AppError> {
    app.expire_exports().await?;
    app.store().throttles().purge(app.now()).await?;
    app.store().sessions().purge(app.now() - KEEP_SESSIONS).await?;
    Ok(())
}
