//! The tables of a plan: which, in what order, with how many rows, and where each foreign key's parents are.

use std::sync::Arc;

use dmb_spec::validate::MAX_ROWS;
use dmb_spec::{Field, FieldId, RowCount, Table, TableId, Violation};

use super::children::{Children, Cohort};
use super::relation::Parents;
use super::request::{PlanRequest, TableRequest};
use crate::stream::Stream;

/// Most parents whose children are counted.
const MOST_COUNTED: u64 = 1_000_000_000;

/// One table of the plan in the making.
pub(crate) struct Outline<'a> {
    pub table: &'a Table,
    pub request: &'a TableRequest,
    pub rows: u64,
    /// Where rows are counted per parent: the foreign key and the index of children.
    pub counted: Option<(FieldId, Arc<Children>)>,
}

impl Outline<'_> {
    pub(crate) fn first_row(&self) -> u64 {
        self.request.first_row
    }

    /// Rows counted from row 0: those of earlier runs and this one's.
    pub(crate) fn rows_in_all(&self) -> u64 {
        self.request.first_row.saturating_add(self.rows)
    }

    /// Path of one of its fields.
    pub(crate) fn path(&self, field: &Field) -> String {
        field_path(self.table, field)
    }
}

/// Path of a field in violations.
pub(crate) fn field_path(table: &Table, field: &Field) -> String {
    format!("tables.{}.fields.{}", table.name, field.name)
}

/// The tables asked for, parents before children, with their row counts.
pub(crate) fn outline<'a>(request: &'a PlanRequest<'_>, out: &mut Vec<Violation>) -> Vec<Outline<'a>> {
    let asked = asked_for(request, out);
    let mut outlines: Vec<Outline<'a>> = Vec::with_capacity(asked.len());
    for (table, asked) in in_order(asked) {
        let mut outline = Outline { table, request: asked, rows: 0, counted: None };
        match count(request, &outlines, &outline) {
            Ok((rows, counted)) => (outline.rows, outline.counted) = (rows, counted),
            Err(violation) => out.push(*violation),
        }
        if outline.rows_in_all() > MAX_ROWS {
            let message = format!("{} would have {} rows; {MAX_ROWS} is the most", table.name, outline.rows_in_all());
            out.push(Violation::error(format!("tables.{}.rows", table.name), "too_many_rows", message));
        }
        outlines.push(outline);
    }
    outlines
}

fn asked_for<'a>(request: &'a PlanRequest<'_>, out: &mut Vec<Violation>) -> Vec<(&'a Table, &'a TableRequest)> {
    let mut found: Vec<(&Table, &TableRequest)> = Vec::with_capacity(request.tables.len());
    for asked in &request.tables {
        match request.design.table_by_id(asked.table) {
            None => out.push(Violation::error(
                "tables",
                "unknown_table",
                format!("the design has no table {}", asked.table),
            )),
            Some(table) if found.iter().any(|(other, _)| other.id == table.id) => {
                let message = format!("{} is asked for twice", table.name);
                out.push(Violation::error(format!("tables.{}", table.name), "table_repeated", message));
            }
            Some(table) => found.push((table, asked)),
        }
    }
    // The order of the design, whatever the order of the request: a plan is the same for the same tables.
    let place = |id: TableId| request.design.tables.iter().position(|table| table.id == id);
    found.sort_by_key(|(table, _)| place(table.id));
    found
}

/// Parents before children. A circle is broken at a foreign key that may be null; validation refuses others.
fn in_order<'a>(mut waiting: Vec<(&'a Table, &'a TableRequest)>) -> Vec<(&'a Table, &'a TableRequest)> {
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let ready = |strict: bool| {
            waiting.iter().position(|(table, _)| {
                let mut needed = table.fields.iter().filter(|f| strict || !f.nullable).filter_map(|f| f.reference);
                needed.all(|r| r.table == table.id || waiting.iter().all(|(other, _)| other.id != r.table))
            })
        };
        let next = ready(true).or_else(|| ready(false)).unwrap_or(0);
        order.push(waiting.remove(next));
    }
    order
}

type Counted = (u64, Option<(FieldId, Arc<Children>)>);

fn count(request: &PlanRequest<'_>, before: &[Outline<'_>], outline: &Outline<'_>) -> Result<Counted, Box<Violation>> {
    let (field, count) = match &outline.table.rows {
        RowCount::Total(planned) => return Ok((outline.request.rows.unwrap_or(*planned), None)),
        RowCount::PerParent { field, count } => (*field, count),
    };
    let table = outline.table;
    let refuse =
        |code, message: String| Err(Box::new(Violation::error(format!("tables.{}.rows", table.name), code, message)));
    let Some(foreign) = table.field_by_id(field) else {
        return refuse("unknown_field", format!("rows of {} are counted by a field it does not have", table.name));
    };
    if foreign.reference.is_some_and(|reference| reference.table == table.id) {
        let message = format!(
            "rows of {} are counted by {}, which leads to the same table; give a number",
            table.name, foreign.name
        );
        return refuse("counted_by_itself", message);
    }
    if outline.request.rows == Some(0) {
        return Ok((0, None));
    }
    let Some(parents) = parents(before, outline, foreign) else {
        // That there is nowhere to take parents from is told at the foreign key.
        return Ok((outline.request.rows.unwrap_or(0), None));
    };
    let (first, number) = parents.range();
    if number > MOST_COUNTED {
        let message = format!("{number} parents are too many to count children for; {MOST_COUNTED} is the most");
        return refuse("too_many_parents", message);
    }
    let cohort = Cohort {
        parents: (first, number),
        first_child: outline.first_row(),
        total: outline.request.rows,
        stream: Stream::root(request.seed).of(table.id.0).of(field.0).named("children"),
    };
    let children = Arc::new(Children::new(count, &cohort));
    if let Some(rows) = outline.request.rows
        && children.total() != rows
    {
        let message =
            format!("{rows} rows are asked for, but none of the {number} parents by {} has any", foreign.name);
        return refuse("no_children", message);
    }
    Ok((children.total(), Some((field, children))))
}

/// Where the parents of a foreign key are: in the plan (rows of this run), or among the keys given. `None` where there
/// are none to be had.
pub(crate) fn parents(planned: &[Outline<'_>], outline: &Outline<'_>, field: &Field) -> Option<Parents> {
    let reference = field.reference?;
    let in_plan = |(at, other): (usize, &Outline<'_>)| {
        let found = other.table.id == reference.table && other.rows > 0;
        found.then(|| Parents::Table { table: at, first: other.first_row(), count: other.rows })
    };
    let pool = || outline.request.existing_keys.get(&field.id).filter(|keys| !keys.is_empty());
    planned.iter().enumerate().find_map(in_plan).or_else(|| pool().map(|keys| Parents::Pool(Arc::clone(keys))))
}
