//! From a request to a plan, or to everything that stands in its way.

use std::sync::Arc;

use arrow_schema::{Schema, SchemaRef};
use dmb_spec::{Design, Severity, Table, Violation};

use super::columns::{self, Setting};
use super::faults::FaultPlan;
use super::link::{self, Columns};
use super::model::{Column, Model, TableModel};
use super::request::PlanRequest;
use super::resolve::{Resolved, resolve};
use super::tables::{Outline, outline};
use super::{Plan, TablePlan, fingerprint, sample};
use crate::types;

/// Makes the plan, or says everything that stands in its way: what [`dmb_spec::validate`] finds, unknown generators,
/// wrong parameters, keys without enough values, parents that are missing, fields made from one another in a circle,
/// values that break their field's constraints, faults that can't be. Reads no clock; draws a small sample of every table.
pub fn compile(request: PlanRequest<'_>) -> Result<Plan, Vec<Violation>> {
    let mut found = dmb_spec::validate(request.design);
    if has_errors(&found) {
        // Relations may lead nowhere; generators can be checked all the same, so that nothing is found only later.
        request.design.tables.iter().for_each(|table| drop(resolve(request.design, table, &mut found)));
        return Err(errors_first(found));
    }
    let outlines = outline(&request, &mut found);
    let resolved: Vec<Vec<Option<Resolved>>> =
        outlines.iter().map(|outline| resolve(request.design, outline.table, &mut found)).collect();
    let mut columns = compile_columns(&request, &outlines, &resolved, &mut found);
    link::link(request.design, &outlines, &mut columns, &mut found);
    link::check_circles(&outlines, &columns, &mut found);
    if has_errors(&found) {
        return Err(errors_first(found));
    }
    let faults: Vec<_> =
        (0..outlines.len()).map(|at| FaultPlan::compile(&request, &outlines, at, &mut found)).collect();
    if has_errors(&found) {
        return Err(errors_first(found));
    }
    let model = Arc::new(model(&request, &outlines, columns, faults));
    let row_bytes = inspect(&model, &mut found);
    if has_errors(&found) {
        return Err(errors_first(found));
    }
    let tables = (0..model.tables.len()).map(|at| Arc::new(TablePlan { model: Arc::clone(&model), at })).collect();
    Ok(Plan { tables, warnings: found.into(), fingerprint: fingerprint::of(&request).into(), row_bytes })
}

fn compile_columns(
    request: &PlanRequest<'_>,
    outlines: &[Outline<'_>],
    resolved: &[Vec<Option<Resolved>>],
    found: &mut Vec<Violation>,
) -> Columns {
    let setting = |at: usize| Setting {
        design: request.design,
        outlines,
        at,
        resolved: &resolved[at],
        seed: request.seed,
        key_seed: request.key_seed,
        as_of: request.as_of,
    };
    (0..outlines.len()).map(|at| columns::compile(&setting(at), found)).collect()
}

fn model(
    request: &PlanRequest<'_>,
    outlines: &[Outline<'_>],
    columns: Columns,
    faults: Vec<Option<FaultPlan>>,
) -> Model {
    let table = |((outline, columns), faults): ((&Outline<'_>, Vec<Option<Column>>), Option<FaultPlan>)| TableModel {
        table: Arc::new(outline.table.clone()),
        schema: schema(request.design, outline.table, faults.as_ref(), &columns),
        faults,
        rows: outline.rows,
        first_row: outline.first_row(),
        // Without errors every column is there.
        columns: columns.into_iter().flatten().collect(),
    };
    Model { tables: outlines.iter().zip(columns).zip(faults).map(table).collect() }
}

/// The columns as declared, but nullable where a fault takes values away, and marked where they are JSON for certain.
fn schema(design: &Design, table: &Table, faults: Option<&FaultPlan>, columns: &[Option<Column>]) -> SchemaRef {
    let declared = types::schema(design, table);
    let emptied: Vec<usize> = faults.iter().flat_map(|faults| faults.emptied()).collect();
    let field = |(at, column): (usize, &arrow_schema::FieldRef)| {
        let made = columns.get(at).and_then(Option::as_ref).is_some_and(|made| made.filler.makes_json());
        let whole = table.fields[at].constraints.max_length.is_none() && !faults.is_some_and(|f| f.strikes(at));
        let column = column.as_ref().clone();
        let column = if made && whole { types::sure_json(column) } else { column };
        let nullable = column.is_nullable() || emptied.contains(&at);
        column.with_nullable(nullable)
    };
    Arc::new(Schema::new(declared.fields().iter().enumerate().map(field).collect::<Vec<_>>()))
}

/// Looks at a sample of every table; the bytes of a row of each by it.
fn inspect(model: &Model, found: &mut Vec<Violation>) -> Arc<[u64]> {
    let columns: Vec<Vec<&Column>> = model.tables.iter().map(|table| table.columns.iter().collect()).collect();
    let nullable = link::may_be_null(&columns);
    (0..model.tables.len()).map(|at| sample::inspect(model, at, &nullable, found)).collect()
}

fn has_errors(found: &[Violation]) -> bool {
    found.iter().any(Violation::is_error)
}

/// Errors before warnings, each once.
fn errors_first(mut found: Vec<Violation>) -> Vec<Violation> {
    found.sort_by_key(|violation| std::cmp::Reverse(violation.severity));
    found.dedup();
    debug_assert!(found.first().is_some_and(|first| first.severity == Severity::Error));
    found
}
