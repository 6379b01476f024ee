//! Filling columns for a set of rows: each column once, those it is made from before it, parents' columns for the
//! parents' rows.

use std::sync::Arc;

use arrow_array::{ArrayRef, new_null_array};
use arrow_buffer::{BooleanBuffer, NullBuffer};

use super::guard::Findings;
use super::model::{Column, Model, Source};
use super::relation::{NO_PARENT, Parents};
use crate::arrays;
use crate::generator::{EngineError, FillContext};

/// Some rows of one table, with the columns filled so far.
pub(crate) struct Frame<'m> {
    model: &'m Model,
    table: usize,
    rows: Vec<u64>,
    columns: Vec<Option<ArrayRef>>,
    families: Vec<(usize, Family<'m>)>,
    /// What the guards found, by column, where somebody wants to know.
    findings: Option<Vec<Findings>>,
}

/// The parents of the rows, by one foreign key.
struct Family<'m> {
    /// `false` for rows without a parent.
    present: Option<NullBuffer>,
    parents: Kin<'m>,
}

enum Kin<'m> {
    Rows(Box<Frame<'m>>),
    Keys(ArrayRef),
    Nobody,
}

impl<'m> Frame<'m> {
    /// Nothing filled yet.
    pub(crate) fn new(model: &'m Model, table: usize, rows: Vec<u64>) -> Self {
        let columns = vec![None; model.tables[table].columns.len()];
        Self { model, table, rows, columns, families: Vec::new(), findings: None }
    }

    /// The same, noting what the guards find.
    pub(crate) fn noting(mut self) -> Self {
        self.findings = Some(self.columns.iter().map(|_| Findings::default()).collect());
        self
    }

    /// What the guards found in the columns filled so far.
    pub(crate) fn findings(&self, column: usize) -> Findings {
        self.findings.as_ref().map(|all| all[column].clone()).unwrap_or_default()
    }

    /// Row numbers.
    pub(crate) fn rows(&self) -> &[u64] {
        &self.rows
    }

    /// A column of these rows.
    pub(crate) fn value(&mut self, at: usize) -> Result<ArrayRef, EngineError> {
        if let Some(done) = &self.columns[at] {
            return Ok(Arc::clone(done));
        }
        let column = &self.model.tables[self.table].columns[at];
        let made = self.make(at, column).map_err(|error| self.place(error, at))?;
        self.columns[at] = Some(Arc::clone(&made));
        Ok(made)
    }

    fn make(&mut self, at: usize, column: &'m Column) -> Result<ArrayRef, EngineError> {
        let inputs = self.inputs_of(column)?;
        let raw = match &column.digit {
            Some((key, member)) => {
                let digits = key.digits(&self.rows, *member);
                column.filler.fill(&FillContext { rows: &digits, inputs: &inputs })?
            }
            None => column.filler.fill(&FillContext { rows: &self.rows, inputs: &inputs })?,
        };
        arrays::check_form(&raw, &column.generator.name, &column.data_type, self.rows.len())?;
        // A foreign key's own nulls are in its parents already.
        let masked = match &column.nulls {
            Some(nulls) if column.relation.is_none() => arrays::with_nulls(&raw, &nulls.mask(&self.rows))?,
            _ => raw,
        };
        match &mut self.findings {
            Some(findings) => {
                findings[at] = column.guard.inspect(&masked);
                Ok(column.guard.mend(&masked).unwrap_or(masked))
            }
            None => column.guard.mend(&masked),
        }
    }

    /// The columns that a column is made from.
    pub(crate) fn inputs_of(&mut self, column: &'m Column) -> Result<Vec<ArrayRef>, EngineError> {
        column.inputs.iter().map(|source| self.input(source)).collect()
    }

    fn input(&mut self, source: &Source) -> Result<ArrayRef, EngineError> {
        match *source {
            Source::Sibling(at) => self.value(at),
            Source::Nothing(ref data_type) => Ok(new_null_array(data_type, self.rows.len())),
            Source::Parent { via, table, column } => {
                let data_type = &self.model.tables[table].columns[column].data_type;
                let rows = self.rows.len();
                let family = self.family(via)?;
                let values = match &mut family.parents {
                    Kin::Rows(frame) => frame.value(column)?,
                    Kin::Keys(_) | Kin::Nobody => return Ok(new_null_array(data_type, rows)),
                };
                family.of_children(values)
            }
            Source::Pool { via } => {
                let data_type = &self.model.tables[self.table].columns[via].data_type;
                let rows = self.rows.len();
                let family = self.family(via)?;
                match &family.parents {
                    Kin::Keys(keys) => family.of_children(Arc::clone(keys)),
                    Kin::Rows(_) | Kin::Nobody => Ok(new_null_array(data_type, rows)),
                }
            }
        }
    }

    /// The parents of these rows by the foreign key at `via`, found once.
    fn family(&mut self, via: usize) -> Result<&mut Family<'m>, EngineError> {
        let known = self.families.iter().position(|(by, _)| *by == via);
        let at = match known {
            Some(at) => at,
            None => {
                let family = self.find_family(via)?;
                self.families.push((via, family));
                self.families.len() - 1
            }
        };
        Ok(&mut self.families[at].1)
    }

    fn find_family(&self, via: usize) -> Result<Family<'m>, EngineError> {
        let column = &self.model.tables[self.table].columns[via];
        let relation = column.relation.as_ref().ok_or_else(|| EngineError::fill("leads to no parent"))?;
        let (first, count) = relation.parents.range();
        if count == 0 {
            return Ok(Family { present: None, parents: Kin::Nobody });
        }
        let mut parents = relation.parent_rows(&self.rows);
        let mut present = column.nulls.as_ref().map(|nulls| nulls.mask(&self.rows));
        if relation.may_miss() {
            let found = BooleanBuffer::collect_bool(parents.len(), |at| parents[at] != NO_PARENT);
            present = NullBuffer::union(present.as_ref(), Some(&NullBuffer::new(found)));
            // Any parent will do where there is none: its values are hidden.
            parents.iter_mut().filter(|parent| **parent == NO_PARENT).for_each(|parent| *parent = first);
        }
        let parents = match &relation.parents {
            Parents::Table { table, .. } => Kin::Rows(Box::new(Frame::new(self.model, *table, parents))),
            Parents::Pool(keys) => Kin::Keys(arrays::take(keys, &parents)?),
        };
        Ok(Family { present, parents })
    }

    /// Says where an error happened, unless it says so already.
    fn place(&self, error: EngineError, at: usize) -> EngineError {
        match error {
            EngineError::Column { table, field, message } if table.is_empty() && field.is_empty() => {
                let model = &self.model.tables[self.table];
                EngineError::Column { table: model.table.name.clone(), field: model.name_of(at).to_owned(), message }
            }
            other => other,
        }
    }
}

impl Family<'_> {
    /// Values of parents as values of their children: null where there is no parent.
    fn of_children(&self, values: ArrayRef) -> Result<ArrayRef, EngineError> {
        match &self.present {
            Some(present) => arrays::with_nulls(&values, present),
            None => Ok(values),
        }
    }
}
