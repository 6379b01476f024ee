//! `when`: one generator or another, by the value of a field of the row. With distributions in its cases it is a
//! conditional distribution.

mod condition;

use arrow_array::{ArrayRef, new_null_array};
use arrow_schema::DataType;
use dmb_spec::{FieldType, GeneratorRef, Params};
use serde_json::{Value, json};

use super::FOREIGN_KEY;
use super::copy::source;
use super::inside::{Inner, Inside};
use crate::arrays;
use crate::catalog::nested::Nested;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{optional, required, words};
use crate::stream::Stream;

use condition::{Condition, Keys};

/// The catalogue's entry.
pub(crate) struct When;

/// Every type but auto_increment, which counts by itself.
const PRODUCES: &[FieldType] = &[
    FieldType::String,
    FieldType::Text,
    FieldType::Integer,
    FieldType::BigInteger,
    FieldType::Float,
    FieldType::Decimal,
    FieldType::Boolean,
    FieldType::Date,
    FieldType::Time,
    FieldType::Datetime,
    FieldType::Email,
    FieldType::Url,
    FieldType::Uuid,
    FieldType::Json,
    FieldType::Enum,
    FieldType::Phone,
    FieldType::IpAddress,
    FieldType::Binary,
    FieldType::ForeignKey,
];

impl Generator for When {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "when",
            family: Family::Structure,
            label: words("By the value of a field", "Según el valor de un campo"),
            description: words(
                "One generator or another, or null, by another field of the row: the first case that holds decides.",
                "Un generador u otro, o nulo, según otro campo de la fila: decide el primer caso que se cumple.",
            ),
            produces: PRODUCES,
            params: params(),
            example: json!({
                "field": "quantity",
                "cases": [
                    { "is": 1, "then": { "constant": { "value": "single" } } },
                    { "below": 5, "then": { "choice": { "values": ["small", "medium"] } } },
                ],
                "else": { "constant": { "value": "bulk" } },
            }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let field = params.get("field").and_then(Value::as_str).unwrap_or_default();
        let (input, source) = source("field", field, cx).map_err(|problem| vec![problem])?;
        let mut inside = Inside::default();
        inside.input(input);
        let mut read = Nested::checked(cx.table);
        let mut cases = Vec::new();
        for case in read.cases("cases", params.get("cases").unwrap_or(&Value::Null)) {
            let stream = cx.stream.named("case").named(&case.identity());
            let branch = branch(&mut inside, &format!("{}.then", case.at), case.then.as_ref(), stream, cx);
            match Condition::read(&case, source, cx) {
                Ok(condition) => cases.push((condition, branch)),
                Err(found) => inside.problems(found),
            }
        }
        let otherwise = params.get("else").filter(|value| !value.is_null());
        let otherwise = otherwise.and_then(|value| read.generator("else", value));
        let otherwise = branch(&mut inside, "else", otherwise.as_ref(), cx.stream.named("else"), cx);
        let inputs = inside.finish()?;
        Ok(Box::new(Cases { cases, otherwise, inputs, data_type: cx.data_type.clone() }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        required(
            "field",
            ParamKind::Field,
            words("Field", "Campo"),
            words(
                "The field that decides; one of a parent's by its foreign key: customer_id.segment.",
                "El campo que decide; uno del padre mediante su clave foránea: customer_id.segment.",
            ),
        ),
        required(
            "cases",
            ParamKind::Cases,
            words("Cases", "Casos"),
            words(
                "Conditions (is, in, below, at_most, above, at_least, null), each with the generator that then makes the value, or null.",
                "Condiciones (is, in, below, at_most, above, at_least, null), cada una con el generador (then) que produce el valor, o nulo.",
            ),
        ),
        optional(
            "else",
            ParamKind::Generator,
            words("Otherwise", "Si no"),
            words(
                "The generator where no case holds; null where absent.",
                "El generador cuando no se cumple ningún caso; nulo si falta.",
            ),
        ),
    ]
}

/// What follows a case; `None` is null.
type Branch = Option<Inner>;

fn branch(
    inside: &mut Inside,
    at: &str,
    generator: Option<&GeneratorRef>,
    stream: Stream,
    cx: &CompileContext<'_>,
) -> Branch {
    let name = &cx.field.name;
    match generator {
        Some(generator) if generator.name == FOREIGN_KEY => {
            let message = format!(
                "{name} can't draw parents in some rows only; copy a key here, or make {FOREIGN_KEY} the generator of the whole field"
            );
            inside.problem(at, "foreign_key_inside", message);
            None
        }
        Some(generator) => inside.generator(at, generator, &CompileContext { stream, unique: false, ..*cx }),
        None => {
            if !cx.field.nullable {
                let message =
                    format!("{name} would be null here, but it is required; give a generator or make it nullable");
                inside.problem(at, "null_not_allowed", message);
            }
            None
        }
    }
}

struct Cases {
    cases: Vec<(Condition, Branch)>,
    otherwise: Branch,
    /// The field that decides, then those of the generators inside.
    inputs: Vec<Input>,
    data_type: DataType,
}

impl Cases {
    /// For every row the case that holds, by its number; that after the last for none.
    fn choose(&self, decides: &ArrayRef) -> Result<Vec<u16>, EngineError> {
        let keys = Keys::of(decides)?;
        let mut chosen = vec![self.cases.len() as u16; decides.len()];
        // From the last to the first, so that the first has the last word.
        for (number, (condition, _)) in self.cases.iter().enumerate().rev() {
            condition.mark(&keys, number as u16, &mut chosen);
        }
        Ok(chosen)
    }
}

impl Filler for Cases {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.clone()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let chosen = self.choose(&cx.inputs[0])?;
        let branches = self.cases.iter().map(|(_, branch)| branch).chain([&self.otherwise]);
        let mut places: Vec<Vec<u64>> = vec![Vec::new(); self.cases.len() + 1];
        for (at, branch) in chosen.iter().enumerate() {
            places[usize::from(*branch)].push(at as u64);
        }
        let parts = branches.zip(&places).map(|(branch, places)| match branch {
            Some(inner) if !places.is_empty() => inner.fill_some(cx, places),
            _ => Ok(new_null_array(&self.data_type, places.len())),
        });
        arrays::merge(&parts.collect::<Result<Vec<_>, _>>()?, &chosen)
    }
}

#[cfg(test)]
mod tests;
