//! Following jobs and projects live.

use std::time::Duration;

use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::{JobProgress, JobStatus};
use crate::{Actor, App, AppError, ProjectEvent, ProjectEventKind};

/// Most often that news of a job are passed on.
const PACE: Duration = Duration::from_millis(250);
/// How often the store is asked, for jobs that run in another process.
const POLL: Duration = Duration::from_secs(1);

struct Following {
    app: App,
    actor: Actor,
    job: Uuid,
    live: watch::Receiver<Option<JobProgress>>,
    told: Option<JobProgress>,
    /// The number of the newest word that was heard.
    heard: u64,
    next: Instant,
    over: bool,
}

impl App {
    /// Follows a job: what holds now at once, then each change, at most four a second, and last how it ended. A slow
    /// reader gets the newest and never misses the end. Ends with an error where the job goes away.
    pub async fn watch_job(
        &self,
        actor: &Actor,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<JobProgress, AppError>> + Send + use<>, AppError> {
        // Listening comes before reading: what happens in between is heard.
        let live = self.hub().subscribe(id);
        self.readable_job(actor, id).await?;
        let state = Following {
            app: self.clone(),
            actor: actor.clone(),
            job: id,
            live,
            told: None,
            heard: 0,
            next: Instant::now(),
            over: false,
        };
        Ok(unfold(state, |mut state| async move {
            let item = state.next().await?;
            Some((item, state))
        }))
    }

    /// Follows a project. Who reads so slowly that events were lost gets `ProjectChanged` and should look at
    /// everything again. Ends when the project is deleted.
    pub async fn watch_project(
        &self,
        actor: &Actor,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<ProjectEvent, AppError>> + Send + use<>, AppError> {
        let events = self.events().listen();
        self.readable(actor, id).await?;
        let state = Some((self.clone(), actor.clone(), events));
        Ok(unfold(state, move |state| async move {
            let (app, actor, mut events) = state?;
            let event = next_event(&app, id, &mut events).await?;
            if event.kind == ProjectEventKind::ProjectDeleted {
                return Some((Ok(event), None));
            }
            match app.readable(&actor, id).await {
                Ok(_) => Some((Ok(event), Some((app, actor, events)))),
                Err(error) => Some((Err(error), None)),
            }
        }))
    }
}

async fn next_event(app: &App, project: Uuid, events: &mut broadcast::Receiver<ProjectEvent>) -> Option<ProjectEvent> {
    loop {
        match events.recv().await {
            Ok(event) if event.project_id == project => return Some(event),
            Ok(_) => {}
            Err(broadcast::error::RecvError::Lagged(_)) => {
                let kind = ProjectEventKind::ProjectChanged;
                return Some(ProjectEvent { project_id: project, kind, node_id: None, at: app.now() });
            }
            Err(broadcast::error::RecvError::Closed) => return None,
        }
    }
}

impl Following {
    async fn next(&mut self) -> Option<Result<JobProgress, AppError>> {
        if self.over {
            return None;
        }
        loop {
            let news = match self.listen().await {
                Ok(news) => news,
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            };
            if let Some(progress) = self.worth_telling(news) {
                self.over = progress.status.is_over();
                self.told = Some(progress.clone());
                self.next = Instant::now() + PACE;
                return Some(Ok(progress));
            }
        }
    }

    /// What the hub or the store says next. The store has the first and, for jobs of other processes, every word.
    async fn listen(&mut self) -> Result<JobProgress, AppError> {
        if self.told.is_none() {
            return self.stored().await;
        }
        sleep_until(self.next).await;
        let poll = Instant::now() + POLL;
        tokio::select! {
            changed = self.live.changed() => {
                let newest = self.live.borrow_and_update().clone();
                match (changed, newest) {
                    (Ok(()), Some(newest)) => Ok(newest),
                    // The job ended here or moved elsewhere; the store knows. Then listen to whoever has it next.
                    (Ok(()), None) | (Err(_), _) => {
                        self.live = self.app.hub().subscribe(self.job);
                        self.next = Instant::now() + PACE;
                        self.stored().await
                    }
                }
            }
            () = sleep_until(poll) => self.stored().await,
        }
    }

    async fn stored(&self) -> Result<JobProgress, AppError> {
        let job = self.app.readable_job(&self.actor, self.job).await?;
        Ok(JobProgress::of(&job))
    }

    /// The news with the next number, unless they are old or nothing new. The store lags behind the hub: what it says of
    /// a running job may have been overtaken.
    fn worth_telling(&mut self, news: JobProgress) -> Option<JobProgress> {
        let overtaken = news.status == JobStatus::Running && news.sequence < self.heard;
        self.heard = self.heard.max(news.sequence);
        let Some(told) = &self.told else { return Some(news) };
        let same = JobProgress { sequence: told.sequence, ..news.clone() } == *told;
        if same || overtaken {
            return None;
        }
        Some(JobProgress { sequence: news.sequence.max(told.sequence + 1), ..news })
    }
}
