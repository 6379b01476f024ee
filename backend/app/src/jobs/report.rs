//! What the rows that a job made look like.

use uuid::Uuid;

use crate::{Actor, App, AppError};

pub use dmb_engine::profile::{
    Check, CheckKind, ColumnProfile, Histogram, Measure, MeasureOf, Reason, Report, TableProfile, TopValue, Verdict,
};

impl App {
    /// The profile of the rows that a job made, and how they compare with what was asked. `None` while it runs, for
    /// exports, and for jobs from before there were profiles.
    pub async fn job_report(&self, actor: &Actor, id: Uuid) -> Result<Option<Report>, AppError> {
        self.readable_job(actor, id).await?;
        let kept = self.store().jobs().profile(id).await?;
        kept.map(serde_json::from_value).transpose().map_err(AppError::internal)
    }
}
