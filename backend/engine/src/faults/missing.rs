//! `null`: a value that is missing.

use arrow_array::{ArrayRef, new_null_array};
use dmb_spec::FieldType;

use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamProblem};
use crate::generators::support::describe::words;

/// The catalogue's entry.
pub(super) struct Null;

impl FaultKind for Null {
    fn descriptor(&self) -> FaultDescriptor {
        FaultDescriptor {
            name: "null",
            label: words("Missing value", "Valor ausente"),
            description: words(
                "The value is missing, also where the field is required.",
                "El valor falta, aunque el campo sea obligatorio.",
            ),
            strikes: &FieldType::ALL,
            params: params([]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Empties
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let field = cx.field();
        if cx.table.key_fields().iter().any(|key| key.id == field.id) {
            let message = format!("{} is in the primary key, and a row without its key can't be told", field.name);
            return Err(vec![ParamProblem::new("field", "fault_on_key", message)]);
        }
        Ok(Box::new(Self))
    }
}

impl Damage for Null {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        Ok(vec![new_null_array(struck.values[0].data_type(), struck.rows.len())])
    }
}
