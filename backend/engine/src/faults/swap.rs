//! `swap`: two fields with each other's values.

use std::sync::Arc;

use arrow_array::ArrayRef;
use dmb_spec::FieldType;

use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamKind, ParamProblem};
use crate::generators::support::describe::{required, words};

/// The catalogue's entry.
pub(super) struct Swap;

impl FaultKind for Swap {
    fn descriptor(&self) -> FaultDescriptor {
        let other = required(
            "other",
            ParamKind::Field,
            words("Other field", "Otro campo"),
            words(
                "The field it changes places with; of the same type.",
                "El campo con el que intercambia su valor; del mismo tipo.",
            ),
        );
        FaultDescriptor {
            name: "swap",
            label: words("Swapped fields", "Campos intercambiados"),
            description: words(
                "Two fields of a row have each other's values.",
                "Dos campos de una fila tienen el valor del otro.",
            ),
            strikes: &FieldType::ALL,
            params: params([other]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Swaps
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let [(field, first), (other, second)] = cx.struck.as_slice() else {
            return Err(vec![ParamProblem::new("other", "missing_param", "swap needs two fields")]);
        };
        let problem = |code, message| Err(vec![ParamProblem::new("other", code, message)]);
        if field.id == other.id {
            return problem("same_field", format!("{} can't change places with itself", field.name));
        }
        let key = |id| cx.table.key_fields().iter().any(|key| key.id == id);
        if (key(field.id) && other.nullable) || (key(other.id) && field.nullable) {
            let message = format!(
                "{} or {} is in the primary key and would be null where the other is; take fields that always have values",
                field.name, other.name
            );
            return problem("fault_on_key", message);
        }
        if first != second {
            let message = format!(
                "{} is of type {} and {} of type {}; only fields of one type (and one precision) can change places",
                field.name, field.field_type, other.name, other.field_type
            );
            return problem("types_differ", message);
        }
        Ok(Box::new(Self))
    }
}

impl Damage for Swap {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        Ok(struck.values.iter().rev().map(Arc::clone).collect())
    }
}
