//! The design of a command: a file, or standard input.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, Utc};
use dmb_engine::plan::{self, Plan, PlanRequest};
use dmb_spec::{Design, file};

use crate::failure::Failure;

/// Reads a design from a file, or from standard input where the path is `-`.
pub fn read(path: &Path) -> Result<Design, Failure> {
    let name = if path.as_os_str() == "-" { "standard input".into() } else { path.display().to_string() };
    let text = read_text(path).map_err(|error| format!("{name} can't be read: {error}"))?;
    file::from_str(&text).map_err(Failure::Violations)
}

fn read_text(path: &Path) -> std::io::Result<String> {
    let source: Box<dyn Read> =
        if path.as_os_str() == "-" { Box::new(std::io::stdin()) } else { Box::new(File::open(path)?) };
    let mut text = String::new();
    // One byte beyond the most that is read as a design, so that it is told by its size.
    source.take(file::MAX_BYTES as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

/// What "now" means: what is asked for, else what the design says, else this moment.
pub fn now(design: &Design, asked: Option<DateTime<Utc>>) -> DateTime<Utc> {
    asked.or(design.as_of).unwrap_or_else(Utc::now)
}

/// The plan, or the violations that stand in its way.
pub fn compile(request: PlanRequest<'_>) -> Result<Plan, Failure> {
    plan::compile(request).map_err(Failure::Violations)
}
