//! A look at some rows spread over a table, for the profile: where values lie, and whose nulls are whose.

use arrow_array::{Array, RecordBatch};

use super::TablePlan;
use super::frame::Frame;
use super::model::Column;
use crate::generator::{EngineError, FillContext};

/// Rows of a table, from its first to its last.
pub(crate) struct Survey {
    pub batch: RecordBatch,
    /// For each column, whether nulls are among its values before the field's null rate adds any.
    pub own_nulls: Vec<bool>,
}

impl TablePlan {
    /// Makes up to `most` rows, at equal distances.
    pub(crate) fn survey(&self, most: u64) -> Result<Survey, EngineError> {
        let count = self.rows().min(most);
        if count == 0 {
            return Ok(Survey { batch: self.batch(Vec::new())?.0, own_nulls: vec![false; self.inner().columns.len()] });
        }
        let place = |at: u64| self.first_row() + (u128::from(at) * u128::from(self.rows()) / u128::from(count)) as u64;
        let rows: Vec<u64> = (0..count).map(place).collect();
        let mut frame = Frame::new(&self.model, self.at, rows.clone());
        let own_nulls =
            self.inner().columns.iter().map(|column| own_nulls(&mut frame, column)).collect::<Result<_, _>>()?;
        Ok(Survey { batch: self.batch(rows)?.0, own_nulls })
    }
}

fn own_nulls<'m>(frame: &mut Frame<'m>, column: &'m Column) -> Result<bool, EngineError> {
    if let Some(relation) = &column.relation {
        return Ok(relation.may_miss());
    }
    let inputs = frame.inputs_of(column)?;
    let digits = column.digit.as_ref().map(|(key, member)| key.digits(frame.rows(), *member));
    let rows = digits.as_deref().unwrap_or(frame.rows());
    Ok(column.filler.fill(&FillContext { rows, inputs: &inputs })?.null_count() > 0)
}
