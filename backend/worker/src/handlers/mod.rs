//! What is done for each kind of job: a file and a line here.

mod export;
mod files;
mod generate;

use std::path::PathBuf;
use std::sync::Arc;

use dmb_app::App;
use dmb_app::jobs::JobKind;
use dmb_app::jobs::args::JobArgs;
use dmb_store::NewExport;
use serde_json::Value;
use uuid::Uuid;

use crate::control::Control;
use crate::failure::Failure;
use crate::meter::Meter;

/// Everything a handler has to do with.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) app: App,
    pub(crate) job: Uuid,
    pub(crate) project: Uuid,
    pub(crate) control: Arc<Control>,
    pub(crate) meter: Arc<Meter>,
    /// Threads to make rows with.
    pub(crate) threads: usize,
    /// Name of this attempt's own folder, in the job's; made by whoever writes the first file.
    pub(crate) attempt: String,
}

impl Work {
    /// The folder of this attempt's files.
    pub(crate) fn folder(&self) -> PathBuf {
        self.app.job_folder(self.job).join(&self.attempt)
    }
}

/// What a handler achieved.
#[derive(Debug, Default)]
pub(crate) struct Success {
    pub(crate) report: Value,
    /// What the rows look like, where rows were made.
    pub(crate) profile: Option<Value>,
    pub(crate) exports: Vec<NewExport>,
}

/// The kinds this worker takes.
pub(crate) fn kinds() -> [&'static str; 2] {
    JobKind::ALL.map(JobKind::as_str)
}

/// Does the work.
pub(crate) async fn handle(work: &Work, args: JobArgs) -> Result<Success, Failure> {
    match args {
        JobArgs::Generate(args) => generate::handle(work, args).await,
        JobArgs::Export(args) => export::handle(work, args).await,
    }
}
