//! Sample rows of one table of a design, its parents thought up along with it.

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::distribution::Distribution;
use dmb_engine::generator::EngineError;
use dmb_engine::plan::{Plan, PlanRequest, TablePlan, compile};
use dmb_spec::{Design, FieldId, Table, TableId, Violation};
use serde_json::Value;

use super::{DISTRIBUTION_ROWS, PreviewColumn};

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
    let plan = plan(design, table, seed, as_of)?;
    let planned = of_table(&plan, table)?;
    let numbers: Vec<u64> = (0..planned.rows().min(rows)).collect();
    let batch = planned.rows_at(&numbers).map_err(|error| failed(table, &error))?;
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

/// What a field of the table at this place of the design looks like, by rows spread evenly over the table, and warnings.
pub(super) fn distribution(
    design: &Design,
    at: usize,
    field: FieldId,
    seed: u64,
    as_of: DateTime<Utc>,
) -> Result<(Distribution, Vec<Violation>), Vec<Violation>> {
    let Some(table) = design.tables.get(at) else { return Err(Vec::new()) };
    let Some(declared) = table.field_by_id(field) else { return Err(Vec::new()) };
    let plan = plan(design, table, seed, as_of)?;
    let planned = of_table(&plan, table)?;
    let (all, looked) = (planned.rows(), planned.rows().min(DISTRIBUTION_ROWS));
    let spread = |n: u64| planned.first_row() + (u128::from(n) * u128::from(all) / u128::from(looked)) as u64;
    let rows: Vec<u64> = (0..looked).map(spread).collect();
    let column = planned.column_at(field, &rows).map_err(|error| failed(table, &error))?;
    Ok((dmb_engine::distribution::of(&column, declared.field_type), plan.warnings().to_vec()))
}

/// The plan of a table and its ancestors.
fn plan(design: &Design, table: &Table, seed: u64, as_of: DateTime<Utc>) -> Result<Plan, Vec<Violation>> {
    let part = family(design, table.id);
    compile(PlanRequest { seed, key_seed: seed, ..PlanRequest::whole(&part, as_of) })
}

fn of_table<'a>(plan: &'a Plan, table: &Table) -> Result<&'a TablePlan, Vec<Violation>> {
    plan.tables().iter().find(|t| t.table().id == table.id).map(AsRef::as_ref).ok_or_else(Vec::new)
}

fn failed(table: &Table, error: &EngineError) -> Vec<Violation> {
    vec![Violation::error(format!("tables.{}", table.name), "cannot_generate", error.to_string())]
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
