//! Everything wrong with a design: what the vocabulary says, and what the generators say.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, Violation};

use crate::AppError;

/// Everything wrong with a design apart from how many rows it plans: a draft may be saved before its counts are right.
pub(crate) async fn check(design: Design, now: DateTime<Utc>) -> Result<Vec<Violation>, AppError> {
    tokio::task::spawn_blocking(move || violations(&design, now, Some(1))).await.map_err(AppError::internal)
}

/// Everything wrong with a design, the rows it plans included.
pub(crate) async fn whole_check(design: Design, now: DateTime<Utc>) -> Result<Vec<Violation>, AppError> {
    tokio::task::spawn_blocking(move || violations(&design, now, None)).await.map_err(AppError::internal)
}

fn violations(design: &Design, now: DateTime<Utc>, rows: Option<u64>) -> Vec<Violation> {
    let mut request = PlanRequest::whole(design, design.as_of.unwrap_or(now));
    for table in &mut request.tables {
        table.rows = rows;
    }
    let planned = match compile(request) {
        Ok(plan) => plan.warnings().to_vec(),
        Err(violations) => violations,
    };
    let mut seen = HashSet::new();
    let mut all: Vec<Violation> = dmb_spec::validate(design).into_iter().chain(planned).collect();
    all.retain(|v| seen.insert((v.path.clone(), v.code.clone())));
    all.sort_by_key(|v| std::cmp::Reverse(v.severity));
    all
}
