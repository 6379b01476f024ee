//! `copy`: the value of another field of the row, or of the parent row.

use std::sync::Arc;

use arrow_array::ArrayRef;
use dmb_spec::{Field, FieldType, Params};
use serde_json::json;

use crate::catalog::nearest;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{required, words};
use crate::types;

/// The catalogue's entry.
pub(crate) struct Copy;

impl Generator for Copy {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "copy",
            family: Family::Structure,
            label: words("Copy of a field", "Copia de un campo"),
            description: words(
                "The value of another field of the row, or of the parent row: customer_id.city.",
                "El valor de otro campo de la fila, o de la fila padre: customer_id.city.",
            ),
            produces: &FieldType::ALL,
            params: vec![required(
                "from",
                ParamKind::Field,
                words("From", "De"),
                words(
                    "A field of this table, or a foreign key and a field of its parent joined by a point.",
                    "Un campo de esta tabla, o una clave foránea y un campo de su padre unidos por un punto.",
                ),
            )],
            example: json!({ "from": "customer_id.city" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let from = params.get("from").and_then(|from| from.as_str()).unwrap_or_default();
        let (input, source) = source("from", from, cx).map_err(|problem| vec![problem])?;
        let (made, due) = (types::data_type(cx.design, source), cx.data_type);
        if &made != due {
            let message =
                format!("{from} is {}, which a field of type {} can't hold", source.field_type, cx.field.field_type);
            return Err(vec![ParamProblem::new("from", "wrong_type", message)]);
        }
        if cx.field.reference.is_some() && !resolves(source, cx.field) {
            let message = format!("{from} holds no keys of the table that {} refers to", cx.field.name);
            return Err(vec![ParamProblem::new("from", "wrong_reference", message)]);
        }
        Ok(Box::new(Copied { input }))
    }
}

/// The field that `from` names, and how to get at it.
pub(super) fn source<'a>(param: &str, from: &str, cx: &CompileContext<'a>) -> Result<(Input, &'a Field), ParamProblem> {
    let (own, parents) = from.split_once('.').map_or((from, None), |(own, parents)| (own, Some(parents)));
    let unknown = |name: &str, table: &dmb_spec::Table| {
        let mut problem =
            ParamProblem::new(param, "unknown_field", format!("there is no field {name:?} in {}", table.name));
        problem.suggestion = nearest::word(name, table.fields.iter().map(|f| f.name.as_str())).map(str::to_owned);
        problem
    };
    let field = cx.table.field(own).ok_or_else(|| unknown(own, cx.table))?;
    let Some(parents) = parents else { return Ok((Input::Field(field.id), field)) };
    let parent = field.reference.and_then(|reference| cx.design.table_by_id(reference.table));
    let Some(parent) = parent else {
        return Err(ParamProblem::new(
            param,
            "not_a_foreign_key",
            format!("{own} is no foreign key, so it has no {parents}"),
        ));
    };
    let source = parent.field(parents).ok_or_else(|| unknown(parents, parent))?;
    Ok((Input::Parent { via: field.id, field: source.id }, source))
}

/// Whether values of `source` are keys that `field` refers to.
fn resolves(source: &Field, field: &Field) -> bool {
    let Some(target) = field.reference else { return true };
    let same = source.reference.is_some_and(|r| (r.table, r.field) == (target.table, target.field));
    same || source.id == target.field
}

struct Copied {
    input: Input,
}

impl Filler for Copied {
    fn inputs(&self) -> Vec<Input> {
        vec![self.input.clone()]
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        Ok(Arc::clone(&cx.inputs[0]))
    }
}
