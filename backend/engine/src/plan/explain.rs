//! What a plan is going to do, for people to read before it runs.

use std::sync::Arc;

use dmb_spec::{Field, GeneratorRef, RowCount};

use super::TablePlan;
use super::composite::Composite;
use super::model::{Column, Model, Source, TableModel};
use super::relation::Draw;
use crate::catalog;

/// How one table is made.
#[derive(Clone, Debug, PartialEq)]
pub struct TableNotes {
    /// The foreign key that rows are counted by, where they are counted per parent.
    pub counted_by: Option<String>,
    /// The columns, in field order.
    pub columns: Vec<ColumnNotes>,
    /// The sets of fields that tell rows apart, single fields first.
    pub uniques: Vec<UniqueNotes>,
}

/// How one column is made.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnNotes {
    /// The field.
    pub name: String,
    /// What makes its values.
    pub generator: GeneratorRef,
    /// Whether the design names the generator; else it was chosen by name, type and constraints.
    pub declared: bool,
    /// The columns it is made from: `field` of the row, `table.field` of a parent, with `by foreign_key` where that is
    /// another column.
    pub inputs: Vec<String>,
    /// How a foreign key finds its parents.
    pub way: Option<Way>,
    /// Where its random numbers come from.
    pub stream: StreamNotes,
    /// Share of nulls, 0 to 1.
    pub null_rate: f64,
}

/// Where the random numbers of a column come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StreamNotes {
    /// The column's own stream of the run's seed.
    Own,
    /// The column's own stream of the key seed, so that rows of later runs stay apart from these.
    Key,
    /// A stream of the table that all columns with this word share, so that they agree. The empty word is the usual.
    Bundle(String),
}

/// How a foreign key finds the parents of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// There are none: always null.
    Nobody,
    /// Each parent is as likely.
    Spread,
    /// Each row has a parent of its own.
    OneEach,
    /// So many children for each parent as its distribution says.
    PerParent,
    /// A row that comes earlier in the same table.
    Earlier,
    /// The row before in the same table.
    Previous,
    /// As the key it is part of wants it.
    ByKey,
    /// Copied from elsewhere.
    Copied,
}

/// A set of fields that tells rows apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UniqueNotes {
    /// Its fields.
    pub fields: Vec<String>,
    /// How many different values it can have; `None` where its parts keep it unique by what they are.
    pub capacity: Option<u128>,
    /// How many are asked for.
    pub rows: u64,
    /// Whether that is among the rows of one parent.
    pub within_parent: bool,
}

impl TablePlan {
    /// How the table is made.
    pub fn notes(&self) -> TableNotes {
        let table = self.inner();
        let counted_by = match &table.table.rows {
            RowCount::PerParent { field, .. } => table.table.field_by_id(*field).map(|field| field.name.clone()),
            RowCount::Total(_) => None,
        };
        let columns = (0..table.columns.len()).map(|at| column(&self.model, table, at)).collect();
        TableNotes { counted_by, columns, uniques: uniques(table) }
    }
}

fn column(model: &Model, table: &TableModel, at: usize) -> ColumnNotes {
    let (field, column) = (&table.table.fields[at], &table.columns[at]);
    let foreign = field.reference.is_some();
    ColumnNotes {
        name: field.name.clone(),
        generator: column.generator.clone(),
        declared: field.generator.is_some(),
        inputs: column.inputs.iter().filter_map(|source| input(model, at, table, source)).collect(),
        way: foreign.then(|| column.relation.as_ref().map_or(Way::Copied, |relation| way(&relation.draw))),
        stream: stream(table, field, column),
        null_rate: if column.nulls.is_some() { field.null_rate } else { 0.0 },
    }
}

fn input(model: &Model, at: usize, table: &TableModel, source: &Source) -> Option<String> {
    let by = |via: usize| if via == at { String::new() } else { format!(" by {}", table.name_of(via)) };
    match source {
        Source::Sibling(at) => Some(table.name_of(*at).to_owned()),
        Source::Parent { via, table: parent, column } => {
            let parent = &model.tables[*parent];
            Some(format!("{}.{}{}", parent.table.name, parent.name_of(*column), by(*via)))
        }
        Source::Pool { via } => Some(format!("keys of before{}", by(*via))),
        Source::Nothing(_) => None,
    }
}

fn way(draw: &Draw) -> Way {
    match draw {
        Draw::Nobody => Way::Nobody,
        Draw::Spread(_) => Way::Spread,
        Draw::Permuted { .. } => Way::OneEach,
        Draw::Counted(_) => Way::PerParent,
        Draw::Earlier(_) => Way::Earlier,
        Draw::Previous => Way::Previous,
        Draw::Digit { .. } => Way::ByKey,
    }
}

fn stream(table: &TableModel, field: &Field, column: &Column) -> StreamNotes {
    let bundled = catalog::descriptor(&column.generator.name)
        .is_some_and(|known| known.params.iter().any(|param| param.name == "bundle"));
    if bundled {
        let word = column.generator.params.get("bundle").and_then(serde_json::Value::as_str);
        return StreamNotes::Bundle(word.unwrap_or_default().to_owned());
    }
    let keyed = table.table.is_unique(field) || composite(column).is_some();
    if keyed { StreamNotes::Key } else { StreamNotes::Own }
}

/// Every unique field, then every key of several fields.
fn uniques(table: &TableModel) -> Vec<UniqueNotes> {
    let fields = &table.table.fields;
    let rows = table.first_row.saturating_add(table.rows);
    let single = fields.iter().zip(&table.columns).filter(|(field, _)| table.table.is_unique(field));
    let single = single.map(|(field, column)| UniqueNotes {
        fields: vec![field.name.clone()],
        capacity: alone(column),
        rows,
        within_parent: false,
    });
    let primary = Some(&table.table.primary_key).filter(|key| key.len() > 1);
    let several = primary.into_iter().chain(&table.table.unique_keys).map(|key| {
        let places: Vec<usize> = key.iter().filter_map(|id| fields.iter().position(|field| field.id == *id)).collect();
        let names = places.iter().map(|at| fields[*at].name.clone()).collect();
        let by = places.iter().find_map(|at| composite(&table.columns[*at]));
        let most = by.and_then(|key| key.most_in_parent());
        UniqueNotes {
            fields: names,
            capacity: by.map(|key| key.capacity()),
            rows: most.unwrap_or(rows),
            within_parent: most.is_some(),
        }
    });
    single.chain(several).collect()
}

/// How many values a unique column has by itself.
fn alone(column: &Column) -> Option<u128> {
    match &column.relation {
        Some(relation) => Some(relation.parents.range().1.into()),
        None => column.filler.capacity(),
    }
}

/// The key of several columns that a column takes its numbers from.
fn composite(column: &Column) -> Option<&Arc<Composite>> {
    let drawn = column.relation.as_ref().and_then(|relation| match &relation.draw {
        Draw::Digit { key, .. } => Some(key),
        _ => None,
    });
    drawn.or(column.digit.as_ref().map(|(key, _)| key))
}
