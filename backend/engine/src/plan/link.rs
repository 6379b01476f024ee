//! Inputs of columns: which columns they are, and that none is made from itself.

use dmb_spec::{Design, Violation};

use super::model::{Column, Source};
use super::relation::Parents;
use super::tables::Outline;
use crate::generator::Input;
use crate::types;

/// Most steps from a column to what it is made from in the end.
const DEEPEST: usize = 200;

/// The columns of all tables in the making.
pub(crate) type Columns = Vec<Vec<Option<Column>>>;

/// Links the inputs of every column.
pub(crate) fn link(design: &Design, outlines: &[Outline<'_>], columns: &mut Columns, out: &mut Vec<Violation>) {
    for (table, outline) in outlines.iter().enumerate() {
        for at in 0..columns[table].len() {
            let Some(column) = &columns[table][at] else { continue };
            let mut sources = Vec::new();
            for input in column.filler.inputs() {
                match source(design, outlines, &columns[table], table, &input) {
                    Ok(source) => sources.push(source),
                    Err(message) => {
                        let path = format!("{}.generator", outline.path(&outline.table.fields[at]));
                        out.push(Violation::error(path, "input_missing", message));
                    }
                }
            }
            if let Some(column) = &mut columns[table][at] {
                column.inputs = sources;
            }
        }
    }
}

fn source(
    design: &Design,
    outlines: &[Outline<'_>],
    columns: &[Option<Column>],
    table: usize,
    input: &Input,
) -> Result<Source, String> {
    let own = outlines[table].table;
    let place =
        |id| own.fields.iter().position(|f| f.id == id).ok_or_else(|| format!("{} has no such field", own.name));
    let (via, field) = match input {
        Input::Field(id) => return Ok(Source::Sibling(place(*id)?)),
        Input::Parent { via, field } => (place(*via)?, *field),
    };
    let foreign = &own.fields[via];
    let reference = foreign.reference.ok_or_else(|| format!("{} is no foreign key", foreign.name))?;
    let parent = design.table_by_id(reference.table).ok_or_else(|| format!("{} leads nowhere", foreign.name))?;
    let at =
        parent.fields.iter().position(|f| f.id == field).ok_or_else(|| format!("{} has no such field", parent.name))?;
    let relation = match &columns[via] {
        Some(column) => column.relation.as_ref(),
        // Its own violation says why it could not be made.
        None => return Ok(Source::Nothing(types::data_type(design, &parent.fields[at]))),
    };
    match relation.map(|relation| &relation.parents) {
        None => Err(format!(
            "{} copies its keys from elsewhere, so values of {} can't be had by it",
            foreign.name, parent.name
        )),
        Some(Parents::Table { table, .. }) => Ok(Source::Parent { via, table: *table, column: at }),
        Some(Parents::Pool(_)) if field == reference.field => Ok(Source::Pool { via }),
        Some(Parents::Pool(keys)) if keys.is_empty() => {
            Ok(Source::Nothing(types::data_type(design, &parent.fields[at])))
        }
        Some(Parents::Pool(_)) => Err(format!(
            "{} of {} is needed, but only the keys of rows made before are known; generate {} in the same run",
            parent.fields[at].name, parent.name, parent.name
        )),
    }
}

/// Columns that are made from themselves, each circle told once.
pub(crate) fn check_circles(outlines: &[Outline<'_>], columns: &Columns, out: &mut Vec<Violation>) {
    let done = columns.iter().map(|all| vec![false; all.len()]).collect();
    let mut walk = Walk { outlines, columns, done, way: Vec::new() };
    for (table, all) in columns.iter().enumerate() {
        for at in 0..all.len() {
            walk.visit((table, at), out);
        }
    }
}

type Node = (usize, usize);

struct Walk<'a> {
    outlines: &'a [Outline<'a>],
    columns: &'a Columns,
    done: Vec<Vec<bool>>,
    way: Vec<Node>,
}

impl Walk<'_> {
    fn visit(&mut self, node: Node, out: &mut Vec<Violation>) {
        if let Some(start) = self.way.iter().position(|on_way| *on_way == node) {
            out.push(self.circle(start));
            return;
        }
        if self.done[node.0][node.1] {
            return;
        }
        if self.way.len() == DEEPEST {
            let path = self.outlines[node.0].path(&self.outlines[node.0].table.fields[node.1]);
            let message = format!("fields are made from one another over more than {DEEPEST} steps");
            out.push(Violation::error(path, "fields_too_deep", message));
            return;
        }
        self.way.push(node);
        let sources = self.columns[node.0][node.1].as_ref().map_or(&[][..], |column| &column.inputs);
        for source in sources {
            match *source {
                Source::Sibling(at) => self.visit((node.0, at), out),
                Source::Parent { table, column, .. } => self.visit((table, column), out),
                Source::Pool { .. } | Source::Nothing(_) => {}
            }
        }
        self.way.pop();
        self.done[node.0][node.1] = true;
    }

    fn circle(&self, start: usize) -> Violation {
        let name = |(table, at): &Node| {
            let table = self.outlines[*table].table;
            format!("{}.{}", table.name, table.fields[*at].name)
        };
        let mut names: Vec<String> = self.way[start..].iter().map(name).collect();
        names.push(names[0].clone());
        let (table, at) = self.way[start];
        let path = format!("{}.generator", self.outlines[table].path(&self.outlines[table].table.fields[at]));
        Violation::error(
            path,
            "circular_fields",
            format!("fields are made from one another in a circle: {}", names.join(" → ")),
        )
    }
}

/// For every column whether some of its values may be null.
pub(crate) fn may_be_null(columns: &[Vec<&Column>]) -> Vec<Vec<bool>> {
    let mut known: Vec<Vec<bool>> = columns
        .iter()
        .map(|all| all.iter().map(|c| c.nulls.is_some() || c.relation.as_ref().is_some_and(|r| r.may_miss())).collect())
        .collect();
    // There are no circles, so this settles after as many rounds as the longest way has steps.
    loop {
        let mut changed = false;
        for (table, all) in columns.iter().enumerate() {
            for (at, column) in all.iter().enumerate() {
                if !known[table][at] && column.inputs.iter().any(|source| nullable_source(source, table, &known)) {
                    known[table][at] = true;
                    changed = true;
                }
            }
        }
        if !changed {
            return known;
        }
    }
}

/// Whether an input of a column of `table` may be null.
pub(crate) fn nullable_source(source: &Source, table: usize, known: &[Vec<bool>]) -> bool {
    match *source {
        Source::Sibling(at) => known[table][at],
        Source::Parent { via, table: parent, column } => known[table][via] || known[parent][column],
        Source::Pool { via } => known[table][via],
        Source::Nothing(_) => true,
    }
}
