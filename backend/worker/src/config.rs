//! How a worker works.

use std::time::Duration;

/// Settings of a worker.
#[derive(Clone, Debug)]
pub struct WorkerConfig {
    /// What it is called in the queue; at most 100 characters, different for each process.
    pub name: String,
    /// Jobs at the same time.
    pub concurrency: usize,
    /// Threads that make rows, for each job.
    pub threads: usize,
    /// How long a job is the worker's without a sign of life.
    pub lease: Duration,
    /// How often it gives a sign of life; well below `lease`.
    pub heartbeat: Duration,
    /// How often it looks for jobs whose worker died.
    pub sweep: Duration,
    /// How often it looks for work that nobody told it of: jobs queued by another process.
    pub poll: Duration,
    /// How long it waits before a failed attempt is repeated; doubled with each attempt.
    pub retry_after: Duration,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self {
            name: format!("worker-{}", uuid::Uuid::new_v4().simple()),
            concurrency: 2,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            lease: Duration::from_secs(30),
            heartbeat: Duration::from_secs(10),
            sweep: Duration::from_secs(5),
            poll: Duration::from_secs(1),
            retry_after: Duration::from_secs(5),
        }
    }
}
