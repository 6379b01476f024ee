//! Live progress of the jobs that run in this process: newest wins, the last word is never lost.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use uuid::Uuid;

use crate::jobs::JobProgress;

/// One channel a job that is watched or runs here.
#[derive(Clone, Debug, Default)]
pub struct ProgressHub(Arc<Mutex<HashMap<Uuid, watch::Sender<Option<JobProgress>>>>>);

impl ProgressHub {
    /// Tells those who watch. Older news than what they have (a smaller sequence) is dropped, unless it is the end.
    pub fn publish(&self, progress: JobProgress) {
        let mut channels = self.channels();
        let over = progress.status.is_over();
        let sender = channels.entry(progress.job_id).or_insert_with(|| watch::channel(None).0);
        let id = progress.job_id;
        sender.send_if_modified(|newest| {
            let news = over || newest.as_ref().is_none_or(|held| held.sequence < progress.sequence);
            if news {
                *newest = Some(progress);
            }
            news
        });
        // Receivers keep the last value of a closed channel, so the end is seen by all who watch already; who comes
        // later reads it in the store.
        if over {
            channels.remove(&id);
        }
    }

    /// Follows a job. The value is `None` until something was published.
    pub fn subscribe(&self, job: Uuid) -> watch::Receiver<Option<JobProgress>> {
        let mut channels = self.channels();
        // Channels that nobody holds any more go here, so that the map stays as small as the number of watchers.
        channels.retain(|_, sender| sender.receiver_count() > 0 || sender.borrow().is_some());
        channels.entry(job).or_insert_with(|| watch::channel(None).0).subscribe()
    }

    /// Forgets a job that stopped without a last word here: its lease was lost or given back.
    pub fn forget(&self, job: Uuid) {
        self.channels().remove(&job);
    }

    fn channels(&self) -> MutexGuard<'_, HashMap<Uuid, watch::Sender<Option<JobProgress>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
