//! `array`: a JSON list of items from one generator, as many as another one says.

mod most;

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_schema::DataType;
use dmb_spec::{Field, FieldId, FieldType, GeneratorRef, Params};
use serde_json::{Value, json};

use super::inside::{Inner, Inside, MemberFiller};
use super::object::cells;
use crate::arrays;
use crate::catalog::nested::Nested;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
    Positions, RelationLookup,
};
use crate::generators::support::describe::{defaulted, required, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;

use most::most_items;

/// Most items of a value; those of lists inside lists multiply.
const MOST_ITEMS: u64 = 10_000;
/// Most items where nothing is said.
const ITEMS: i64 = 100;
/// Items made together, about: what bounds memory where lists are long.
const TOGETHER: usize = 65_536;

/// The catalogue's entry.
pub(crate) struct List;

impl Generator for List {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "array",
            family: Family::Structure,
            label: words("List", "Lista"),
            description: words(
                "A JSON list of items from one generator; how many they are comes from another one.",
                "Una lista JSON de elementos de un generador; cuántos son lo indica otro.",
            ),
            produces: &[FieldType::Json],
            params: vec![
                required(
                    "item",
                    ParamKind::Member,
                    words("Item", "Elemento"),
                    words(
                        "The generator of an item; type, null_rate and limits as fields have them.",
                        "El generador (generator) de un elemento; type, null_rate y límites como en los campos.",
                    ),
                ),
                defaulted(
                    "length",
                    ParamKind::Generator,
                    words("Length", "Longitud"),
                    words("How many items; makes whole numbers.", "Cuántos elementos; genera números enteros."),
                    usual_length(),
                ),
                defaulted(
                    "max_items",
                    ParamKind::Integer { min: Some(1), max: Some(MOST_ITEMS as i64) },
                    words("Most items", "Máximo de elementos"),
                    words(
                        "What the length may not pass; greater lengths count as this.",
                        "Lo que la longitud no puede superar; las mayores cuentan como esta.",
                    ),
                    ITEMS,
                ),
            ],
            example: json!({
                "item": { "generator": "commerce.sku" },
                "length": { "number.poisson": { "mean": 2 } },
                "max_items": 5,
            }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut inside = Inside::default();
        let most = Reader::new(params).integer("max_items", (1, MOST_ITEMS as i64), ITEMS).unsigned_abs();
        let in_all = most_items(&GeneratorRef { name: "array".to_owned(), params: params.clone() });
        if in_all > MOST_ITEMS {
            let message = format!("lists in lists could hold {in_all} items a value; {MOST_ITEMS} is the most");
            inside.problem("max_items", "too_many_items", message);
        }
        let length = length(&mut inside, params, cx);
        let mut nested = Nested::checked(cx.table);
        let item = nested.item("item", params.get("item").unwrap_or(&Value::Null)).and_then(|item| {
            // Every item is a row of its own: what its members share they share with one another, not with the row.
            let table_stream = cx.stream.named("items");
            let rows = cx.rows.saturating_mul(most);
            let cx = CompileContext { table_stream, rows, relations: &NoParents, ..*cx };
            inside.member("item", &item, cx.stream.named("item"), &cx)
        });
        let inputs = inside.finish()?;
        match (length, item) {
            (Some(length), Some(item)) => Ok(Box::new(Lists { length, item, most, inputs })),
            _ => Err(vec![ParamProblem::new("item", "missing_param", "a list needs a generator of its items")]),
        }
    }
}

fn usual_length() -> Value {
    json!({ "number.integer": { "min": 1, "max": 3 } })
}

/// How many items, by a generator of whole numbers.
fn length(inside: &mut Inside, params: &Params, cx: &CompileContext<'_>) -> Option<Inner> {
    let usual = usual_length();
    let given = params.get("length").filter(|value| !value.is_null()).unwrap_or(&usual);
    let generator = Nested::checked(cx.table).generator("length", given)?;
    let field = Field::new(FieldId::from_name(cx.table.id, "length", |_| false), "length", FieldType::Integer);
    let stream = cx.stream.named("length");
    let cx = CompileContext { field: &field, data_type: &DataType::Int32, stream, unique: false, ..*cx };
    inside.generator("length", &generator, &cx)
}

/// Items stand in no parent's order.
struct NoParents;

impl RelationLookup for NoParents {
    fn positions(&self, _: FieldId) -> Option<Arc<dyn Positions>> {
        None
    }
}

struct Lists {
    length: Inner,
    item: MemberFiller,
    most: u64,
    inputs: Vec<Input>,
}

impl Filler for Lists {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.clone()
    }

    fn makes_json(&self) -> bool {
        self.item.makes_json()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let lengths = self.lengths(cx)?;
        let mut out = TextColumn::new(cx.rows.len(), 64, None);
        let mut start = 0;
        while start < lengths.len() {
            let mut end = start;
            let mut items = 0;
            while end < lengths.len() && (end == start || items + lengths[end] <= TOGETHER) {
                items += lengths[end];
                end += 1;
            }
            self.write(cx, start, &lengths[start..end], &mut out)?;
            out.check_size()?;
            start = end;
        }
        out.finish()
    }
}

impl Lists {
    /// Items of every row.
    fn lengths(&self, cx: &FillContext<'_>) -> Result<Vec<usize>, EngineError> {
        let made = self.length.fill(cx.rows, cx.inputs)?;
        let numbers = made.as_primitive::<Int32Type>().iter();
        Ok(numbers.map(|number| number.map_or(0, |n| i64::from(n).clamp(0, self.most as i64) as usize)).collect())
    }

    /// Appends the lists of neighbouring rows, the first at a place in the chunk.
    fn write(
        &self,
        cx: &FillContext<'_>,
        start: usize,
        lengths: &[usize],
        out: &mut TextColumn,
    ) -> Result<(), EngineError> {
        let places = lengths.iter().enumerate().flat_map(|(n, length)| (0..*length).map(move |item| (start + n, item)));
        // Each row has room for the most items, so an item's number is its own whatever the lengths before it.
        let number = |(row, item): (usize, usize)| cx.rows[row].wrapping_mul(self.most).wrapping_add(item as u64);
        let rows: Vec<u64> = places.clone().map(number).collect();
        let of: Vec<u64> = places.map(|(row, _)| row as u64).collect();
        let inputs: Vec<ArrayRef> = cx.inputs.iter().map(|input| arrays::take(input, &of)).collect::<Result<_, _>>()?;
        let made = self.item.fill(&rows, &inputs)?;
        let cells = cells((&made, &self.item))?;
        let mut at = 0;
        for length in lengths {
            out.push_byte(b'[');
            for n in 0..*length {
                if n > 0 {
                    out.push_byte(b',');
                }
                cells.push(out.bytes(), at);
                at += 1;
            }
            out.push_byte(b']');
            out.end();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
