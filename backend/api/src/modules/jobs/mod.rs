//! Jobs: started, followed, stopped, tried again.

mod inputs;
mod mutation;
mod progress;
mod query;
mod report;
mod subscription;
mod types;

pub(crate) use inputs::statuses;
pub(crate) use mutation::JobMutation;
pub(crate) use query::JobQuery;
pub(crate) use subscription::JobSubscription;
pub(crate) use types::{GenerationJob, JobStatus};
