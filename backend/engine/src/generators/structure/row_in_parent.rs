//! `row_in_parent`: a row's number among the rows of its parent, such as the line number of an order.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, Int64Array};
use arrow_schema::DataType;
use dmb_spec::{Field, FieldId, FieldType, Params, RowCount};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem, Positions,
};
use crate::generators::support::describe::{defaulted, optional, words};
use crate::generators::support::params::Reader;

/// The catalogue's entry.
pub(crate) struct RowInParent;

/// Its name, which the plan knows too.
pub(crate) const NAME: &str = "row_in_parent";

impl Generator for RowInParent {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: NAME,
            family: Family::Structure,
            label: words("Row in parent", "Fila dentro del padre"),
            description: words(
                "Numbers the rows of each parent: 1, 2, 3 … for every order's lines. For tables counted per parent.",
                "Numera las filas de cada padre: 1, 2, 3 … en las líneas de cada pedido. Para tablas contadas por padre.",
            ),
            produces: &[FieldType::Integer, FieldType::BigInteger],
            params: vec![
                optional(
                    "field",
                    ParamKind::Field,
                    words("Foreign key", "Clave foránea"),
                    words(
                        "The foreign key by which the table's rows are counted, which is meant where nothing is said.",
                        "La clave foránea por la que se cuentan las filas de la tabla; es la que vale si no se indica nada.",
                    ),
                ),
                defaulted(
                    "start",
                    ParamKind::Integer { min: Some(-1_000_000), max: Some(1_000_000) },
                    words("Start", "Inicio"),
                    words("Number of each parent's first row.", "Número de la primera fila de cada padre."),
                    1,
                ),
            ],
            example: json!({ "start": 1 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let start = reader.integer("start", (-1_000_000, 1_000_000), 1);
        let named = params.get("field").and_then(|name| name.as_str());
        let meant = |id: FieldId| named.is_none_or(|name| cx.table.field(name).is_some_and(|field| field.id == id));
        let positions = match &cx.table.rows {
            RowCount::PerParent { field, .. } if meant(*field) => cx.relations.positions(*field),
            _ => None,
        };
        let Some(positions) = positions else {
            let foreign = cx.table.fields.iter().find(|f| f.field_type == FieldType::ForeignKey);
            let param = if named.is_some() { "field" } else { "" };
            reader.problem(param, "not_counted_per_parent", advice(cx, foreign));
            return Err(reader.into_problems());
        };
        let narrow = cx.data_type == &DataType::Int32;
        reader.finish(Box::new(Numbers { start, narrow, positions }))
    }
}

fn advice(cx: &CompileContext<'_>, foreign: Option<&Field>) -> String {
    let by = foreign.map_or_else(String::new, |field| format!(", for example by {}", field.name));
    format!("rows can be numbered within a parent only where {} is counted per parent{by}", cx.table.name)
}

struct Numbers {
    start: i64,
    narrow: bool,
    positions: Arc<dyn Positions>,
}

impl Filler for Numbers {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let positions = self.positions.positions(cx.rows)?;
        let numbers = positions.into_iter().map(|position| self.start + position as i64);
        // A parent has a million children at most, so 32 bits hold every number.
        Ok(if self.narrow {
            Arc::new(Int32Array::from_iter_values(numbers.map(|number| number as i32)))
        } else {
            Arc::new(Int64Array::from_iter_values(numbers))
        })
    }
}
