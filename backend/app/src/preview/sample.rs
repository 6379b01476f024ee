//! Sample rows of one table of a design, its parents thought up along with it.

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, TableId, Violation};
use serde_json::Value;

use super::PreviewColumn;

/// Rows of a table, and what they are rows of.
pub(crate) struct Sample {
    pub(crate) columns: Vec<PreviewColumn>,
    pub(crate) rows: Vec<Vec<Value>>,
    pub(crate) planned_rows: u64,
    pub(crate) warnings: Vec<Violation>,
}

/// What "now" means in samples of the catalogue, so that they never change.
fn fixed_now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).earliest().unwrap_or_default()
}

/// The first rows of the table at this place of the design. Only the table and its ancestors have to be sound.
pub(crate) fn sample(design: &Design, at: usize, rows: u64, seed: u64) -> Result<Sample, Vec<Violation>> {
    sample_as_of(design, at, rows, seed, design.as_of.unwrap_or_else(fixed_now))
}

/// As [`sample`], with what "now" means.
pub(crate) fn sample_as_of(
    design: &Design,
    at: usize,
    rows: u64,
    seed: u64,
    as_of: DateTime<Utc>,
) -> Result<Sample, Vec<Violation>> {
    let Some(table) = design.tables.get(at) else { return Err(Vec::new()) };
    let part = family(design, table.id);
    let plan = compile(PlanRequest { seed, key_seed: seed, ..PlanRequest::whole(&part, as_of) })?;
    let Some(planned) = plan.tables().iter().find(|t| t.table().id == table.id) else { return Err(Vec::new()) };
    let numbers: Vec<u64> = (0..planned.rows().min(rows)).collect();
    let batch = planned.rows_at(&numbers).map_err(|error| {
        vec![Violation::error(format!("tables.{}", table.name), "cannot_generate", error.to_string())]
    })?;
    let columns = table.fields.iter().map(|field| PreviewColumn {
        name: field.name.clone(),
        field_type: field.field_type,
        generator: planned
            .generator_of(field.id)
            .cloned()
            .unwrap_or_else(|| crate::catalog::effective_generator(field, table, design)),
    });
    Ok(Sample {
        columns: columns.collect(),
        rows: dmb_engine::json::rows(&batch, planned.table()),
        planned_rows: planned.rows(),
        warnings: plan.warnings().to_vec(),
    })
}

/// The table with all it refers to, directly or not, as a design of its own: what is wrong elsewhere doesn't matter.
fn family(design: &Design, table: TableId) -> Design {
    let mut wanted = vec![table];
    let mut next = 0;
    while let Some(id) = wanted.get(next).copied() {
        next += 1;
        let parents = design.table_by_id(id).into_iter().flat_map(|t| &t.fields).filter_map(|f| f.reference);
        for parent in parents.map(|r| r.table) {
            if !wanted.contains(&parent) {
                wanted.push(parent);
            }
        }
    }
    let tables = design.tables.iter().filter(|t| wanted.contains(&t.id)).cloned().collect();
    Design { tables, ..design.clone() }
}
