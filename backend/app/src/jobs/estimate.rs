//! What a generation would do.

use super::prepare::Prepared;
use super::{Estimate, StartGeneration, TableEstimate};
use crate::{Actor, App, AppError};

/// Rows a second that are promised of each target: what a small machine does. The slowest target decides.
const TO_TABLES: f64 = 60_000.0;
const TO_XLSX: f64 = 25_000.0;
const TO_OTHER_FILES: f64 = 250_000.0;
/// Seconds until the first row.
const START: f64 = 0.3;

impl App {
    /// Plans a generation without starting it: rows, bytes, time, and every reason why it can't be done.
    pub async fn estimate_generation(&self, actor: &Actor, asked: StartGeneration) -> Result<Estimate, AppError> {
        let (project, design) = self.readable_design(actor, asked.project_id).await?;
        let busy = match asked.into_tables {
            Some(_) => self.busy(project.id).await?,
            None => None,
        };
        let Prepared { plan, warnings, .. } = match self.prepare(actor, &project, design, &asked, None).await? {
            Ok(prepared) => prepared,
            Err(violations) => return Ok(impossible(violations)),
        };
        let (rows, bytes) = (plan.total_rows(), plan.estimated_bytes());
        let share = |n: u64| if rows == 0 { 0 } else { (n as f64 / rows as f64 * bytes as f64) as u64 };
        let table = |t: &std::sync::Arc<dmb_engine::plan::TablePlan>| TableEstimate {
            table: t.table().name.clone(),
            rows: t.rows(),
            bytes: share(t.rows()),
        };
        Ok(Estimate {
            tables: plan.tables().iter().map(table).collect(),
            rows,
            bytes,
            seconds: START + rows as f64 / rate(&asked),
            violations: warnings.into_iter().chain(busy).collect(),
        })
    }
}

fn rate(asked: &StartGeneration) -> f64 {
    let table = asked.into_tables.map(|_| TO_TABLES);
    let files = asked.files.iter().map(|f| if f.format == "xlsx" { TO_XLSX } else { TO_OTHER_FILES });
    table.into_iter().chain(files).fold(TO_OTHER_FILES, f64::min)
}

fn impossible(violations: Vec<dmb_spec::Violation>) -> Estimate {
    Estimate { tables: Vec::new(), rows: 0, bytes: 0, seconds: 0.0, violations }
}
