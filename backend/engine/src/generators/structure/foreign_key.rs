//! `foreign_key`: the key of a parent row. Which parent that is belongs to the plan (see `plan::relation`); this only
//! asks for the key.

use std::sync::Arc;

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamProblem,
};
use crate::generators::support::describe::words;

/// The catalogue's entry.
pub(crate) struct ForeignKey;

/// Its name, which the plan knows too.
pub(crate) const NAME: &str = "foreign_key";

impl Generator for ForeignKey {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: NAME,
            family: Family::Structure,
            label: words("Foreign key", "Clave foránea"),
            description: words(
                "The key of a row of the table that the field refers to. Every parent is as likely, unless rows are counted per parent; a unique field takes each parent once.",
                "La clave de una fila de la tabla a la que se refiere el campo. Todos los padres son igual de probables, salvo que las filas se cuenten por padre; un campo único toma cada padre una vez.",
            ),
            produces: &[FieldType::ForeignKey],
            params: Vec::new(),
            example: json!({}),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, _: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let Some(reference) = cx.field.reference else {
            return Err(vec![ParamProblem::new(
                "",
                "reference_missing",
                format!("{} refers to no table", cx.field.name),
            )]);
        };
        Ok(Box::new(Key { input: Input::Parent { via: cx.field.id, field: reference.field } }))
    }
}

struct Key {
    input: Input,
}

impl Filler for Key {
    fn inputs(&self) -> Vec<Input> {
        vec![self.input.clone()]
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        Ok(Arc::clone(&cx.inputs[0]))
    }
}
