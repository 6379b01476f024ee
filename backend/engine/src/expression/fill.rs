//! Columns by an expression, a chunk at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, SchemaRef};
use datafusion_common::DataFusionError;
use datafusion_physical_expr::PhysicalExpr;

use super::names::Column;
use super::{deep, types};
use crate::generator::{EngineError, FillContext, Filler, Input};

/// An expression made ready: from its columns to the field's type.
pub(super) struct Expression {
    made: Arc<dyn PhysicalExpr>,
    columns: Vec<Column>,
    schema: SchemaRef,
}

impl Expression {
    pub(super) fn new(made: Arc<dyn PhysicalExpr>, columns: Vec<Column>) -> Self {
        Self { made, schema: types::schema(&columns), columns }
    }
}

impl Filler for Expression {
    fn inputs(&self) -> Vec<Input> {
        self.columns.iter().map(|column| column.input.clone()).collect()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let columns = cx.inputs.iter().map(readable).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(cx.rows.len()));
        let batch = RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options)?;
        let column = deep(|| guarded(|| self.made.evaluate(&batch)?.into_array(cx.rows.len())))
            .map_err(|reason| EngineError::fill(format!("the expression can't be computed: {reason}")))?;
        check_finite(&column)?;
        Ok(column)
    }
}

/// What a library makes of a stranger's text, or why it can't: its errors in our words, a defect of it as an error too.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, DataFusionError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(|error| reason(&error)),
        Err(_) => Err("a function of it does not stand these values".to_owned()),
    }
}

/// Why something failed, in one line.
fn reason(error: &DataFusionError) -> String {
    let text = match error.find_root() {
        DataFusionError::ArrowError(error, _) => match error.as_ref() {
            ArrowError::DivideByZero => "a division by zero".to_owned(),
            ArrowError::ArithmeticOverflow(message) => format!("a number becomes too large ({message})"),
            other => other.to_string(),
        },
        other => other.strip_backtrace(),
    };
    let mut line = text.lines().next().unwrap_or_default().trim_end_matches('.');
    while let Some(rest) = LABELS.iter().find_map(|label| line.strip_prefix(label)) {
        line = rest;
    }
    line.to_owned()
}

/// What the library calls its kinds of errors, which says nothing to those who wrote the expression.
const LABELS: [&str; 6] = [
    "Error during planning: ",
    "Execution error: ",
    "Compute error: ",
    "Cast error: ",
    "Internal error: ",
    "This feature is not implemented: ",
];

/// A column as expressions see it: UUIDs as text.
fn readable(column: &ArrayRef) -> ArrayRef {
    if !matches!(column.data_type(), DataType::FixedSizeBinary(16)) {
        return Arc::clone(column);
    }
    let bytes = column.as_fixed_size_binary();
    let mut out = StringBuilder::with_capacity(bytes.len(), bytes.len() * 36);
    let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
    for value in bytes.iter() {
        let uuid = value.and_then(|value| uuid::Uuid::from_slice(value).ok());
        out.append_option(uuid.map(|uuid| &*uuid.hyphenated().encode_lower(&mut text)));
    }
    Arc::new(out.finish())
}

/// Endless numbers and none at all have no form in most outputs.
fn check_finite(column: &ArrayRef) -> Result<(), EngineError> {
    let Some(numbers) = column.as_primitive_opt::<Float64Type>() else { return Ok(()) };
    match numbers.iter().flatten().find(|number| !number.is_finite()) {
        None => Ok(()),
        Some(number) => Err(EngineError::fill(format!("the expression can't be computed: it makes {number}"))),
    }
}
