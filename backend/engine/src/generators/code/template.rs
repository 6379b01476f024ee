//! `code.template`: a text with places for random characters, the row number, and other fields of the row.

use std::fmt::Write;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use dmb_spec::{FieldId, FieldType, Params};
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{required, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::fixed::Fixed;
use super::shape::{LONGEST, Shape};

/// The catalogue's entry.
pub(crate) struct Template;

impl Generator for Template {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.template",
            family: Family::Code,
            label: words("Template", "Plantilla"),
            description: words(
                "A text with places in braces: {digits:4}, {letters:2}, {alnum:6}, {hex:8}, {row}, {row:6}, or the name of \
                 another field.",
                "Un texto con huecos entre llaves: {digits:4}, {letters:2}, {alnum:6}, {hex:8}, {row}, {row:6}, o el nombre \
                 de otro campo.",
            ),
            produces: &[FieldType::String, FieldType::Text, FieldType::Url, FieldType::Email, FieldType::Phone],
            params: vec![required(
                "template",
                ParamKind::Text,
                words("Template", "Plantilla"),
                words("Write {{ and }} for braces themselves.", "Escriba {{ y }} para las llaves mismas."),
            )],
            example: json!({ "template": "CUST-{row:6}-{letters:2}" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let template = reader.text("template", "");
        if template.is_empty() && reader.is_ok() {
            reader.problem("template", "missing", "a template is needed");
        }
        let parts = match parse(template) {
            Ok(pieces) => pieces.into_iter().filter_map(|p| part(&mut reader, cx, p)).collect(),
            Err(message) => {
                reader.problem("template", "bad_template", message);
                Vec::new()
            }
        };
        let texts = Texts::new(parts, cx);
        if let Some(most) = limit(cx.field).filter(|most| texts.least > *most as usize) {
            let message =
                format!("the template makes texts of at least {} characters; the field allows {most}", texts.least);
            reader.problem("template", "beyond_field", message);
        }
        reader.finish(Box::new(texts))
    }
}

/// What stands in a template.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(String),
    /// A word in braces, with the number after its colon.
    Place(&'a str, Option<u64>),
}

/// Splits a template at its braces.
fn parse(template: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            text.push_str(brace);
            rest = after;
        } else if brace == "}" {
            return Err("a } has no { before it; write }} for the brace itself".to_owned());
        } else {
            let (inside, after) = rest.split_once('}').ok_or("a { has no } after it; write {{ for the brace itself")?;
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(place(inside)?);
            rest = after;
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn place(inside: &str) -> Result<Piece<'_>, String> {
    match inside.split_once(':') {
        None => Ok(Piece::Place(inside.trim(), None)),
        Some((word, number)) => match number.trim().parse() {
            Ok(number @ 1..=100) => Ok(Piece::Place(word.trim(), Some(number))),
            _ => Err(format!("in {{{inside}}}, a whole number from 1 to 100 must follow the colon")),
        },
    }
}

/// A part of the text, ready to be written.
enum Part {
    Text(String),
    Random(Fixed),
    /// The row number from 1, with leading zeros to this width.
    Row(usize),
    Field(FieldId),
}

/// The part a piece stands for, or what is wrong with it.
fn part(reader: &mut Reader<'_>, cx: &CompileContext<'_>, piece: Piece<'_>) -> Option<Part> {
    let (word, number) = match piece {
        Piece::Text(text) => return Some(Part::Text(text)),
        Piece::Place(word, number) => (word, number),
    };
    let class = match word {
        "row" => return Some(Part::Row(number.unwrap_or(1) as usize)),
        "digits" => "[0-9]",
        "letters" => "[A-Z]",
        "alnum" => "[A-Z0-9]",
        "hex" => "[0-9a-f]",
        name => return field(reader, cx, name, number),
    };
    let shape = Shape::parse(&format!("{class}{{{}}}", number.unwrap_or(1))).ok()?;
    Fixed::of(&shape).map(Part::Random)
}

fn field(reader: &mut Reader<'_>, cx: &CompileContext<'_>, name: &str, number: Option<u64>) -> Option<Part> {
    let Some(field) = cx.table.field(name) else {
        let message =
            format!("{{{name}}} is no field of {}, nor one of digits, letters, alnum, hex, row", cx.table.name);
        reader.problem("template", "unknown_field", message);
        return None;
    };
    if number.is_some() {
        reader.problem("template", "bad_template", format!("{{{name}}} is a field and takes no number"));
    }
    if field.field_type == FieldType::Binary {
        reader.problem("template", "wrong_type", format!("{name} is binary and can't be part of a text"));
    }
    Some(Part::Field(field.id))
}

struct Texts {
    parts: Vec<Part>,
    types: Vec<FieldType>,
    inputs: Vec<Input>,
    capacity: Option<u128>,
    /// Where the random parts take their numbers from in a unique column that has no row number.
    permutation: Option<Permutation>,
    stream: Stream,
    limit: Option<u32>,
    /// Fewest characters of a text.
    least: usize,
}

impl Texts {
    fn new(parts: Vec<Part>, cx: &CompileContext<'_>) -> Self {
        let fields = || parts.iter().filter_map(|p| if let Part::Field(id) = p { Some(*id) } else { None });
        let types = fields().filter_map(|id| cx.table.field_by_id(id)).map(|f| f.field_type).collect();
        let inputs: Vec<Input> = fields().map(Input::Field).collect();
        let rows = parts.iter().filter(|p| matches!(p, Part::Row(_))).count();
        let ways = parts.iter().fold(1_u128, |product, p| product.saturating_mul(p.ways()));
        let least = parts.iter().map(Part::least).sum();
        // Other fields have no fixed length, so a text might be made in two ways; one row number is told by the rest.
        let capacity = match (cx.unique, inputs.is_empty(), rows) {
            (true, true, 1) => Some(u128::from(u64::MAX)),
            (true, true, 0) => Some(ways),
            _ => None,
        };
        let capacity = capacity.filter(|_| limit(cx.field).is_none_or(|most| most as usize >= least + 19 * rows));
        let permutation = capacity.filter(|_| rows == 0).map(|ways| Permutation::new(ways, cx.stream.key()));
        Self { parts, types, inputs, capacity, permutation, stream: cx.stream, limit: limit(cx.field), least }
    }

    fn write(&self, row: u64, position: usize, inputs: &[ArrayRef], out: &mut TextColumn) -> Result<(), EngineError> {
        let mut cell = self.stream.cell(row);
        let mut index = self.permutation.as_ref().map(|p| p.at(u128::from(row) % p.size()));
        let mut fields = inputs.iter().zip(&self.types);
        for part in &self.parts {
            match (part, &mut index) {
                (Part::Text(text), _) => out.push(text),
                (Part::Row(width), _) => write!(out, "{:0width$}", row + 1).map_err(|_| unwritten())?,
                (Part::Random(fixed), None) => fixed.draw(&mut cell, out),
                (Part::Random(fixed), Some(index)) => {
                    fixed.nth(*index % fixed.ways(), out);
                    *index /= fixed.ways();
                }
                (Part::Field(_), _) => {
                    let (array, field_type) = fields.next().ok_or_else(unwritten)?;
                    push_value(out, array, position, *field_type)?;
                }
            }
        }
        Ok(())
    }
}

fn unwritten() -> EngineError {
    EngineError::fill("a part of the template could not be written")
}

impl Part {
    fn ways(&self) -> u128 {
        if let Self::Random(fixed) = self { fixed.ways() } else { 1 }
    }

    /// Fewest characters.
    fn least(&self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Random(fixed) => fixed.width(),
            Self::Row(width) => *width,
            Self::Field(_) => 0,
        }
    }
}

/// Appends a value of another field as text; nothing where it is null.
fn push_value(out: &mut TextColumn, array: &ArrayRef, row: usize, field_type: FieldType) -> Result<(), EngineError> {
    if array.is_null(row) {
        return Ok(());
    }
    match array.data_type() {
        DataType::Utf8 => out.push(array.as_string::<i32>().value(row)),
        DataType::Int32 => write!(out, "{}", array.as_primitive::<Int32Type>().value(row)).map_err(|_| unwritten())?,
        DataType::Int64 => write!(out, "{}", array.as_primitive::<Int64Type>().value(row)).map_err(|_| unwritten())?,
        _ => match crate::json::value(array.as_ref(), row, field_type) {
            Value::String(text) => out.push(&text),
            other => out.push(&other.to_string()),
        },
    }
    // A text beyond this is cut anyway; what is too long is never kept.
    if out.len() > 64 * LONGEST as usize {
        out.truncate(64 * LONGEST as usize);
    }
    Ok(())
}

impl Filler for Texts {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.clone()
    }

    fn capacity(&self) -> Option<u128> {
        self.capacity
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.least + 8, self.limit);
        for (position, &row) in cx.rows.iter().enumerate() {
            self.write(row, position, cx.inputs, &mut out)?;
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use arrow_array::{Int32Array, StringArray};

    use super::*;
    use crate::testing::Trial;

    fn trial(template: &str) -> Trial {
        Trial::new("code.template", json!({ "template": template }), FieldType::String)
    }

    #[test]
    fn places_are_filled() {
        assert_eq!(trial("{{A}}-{row:4}").texts(2), ["{A}-0001", "{A}-0002"]);
        for text in trial("X{letters:2}{digits:3}{hex:2}").texts(50) {
            let bytes = text.as_bytes();
            assert!(
                bytes[1..3].iter().all(u8::is_ascii_uppercase) && bytes[3..6].iter().all(u8::is_ascii_digit),
                "{text}"
            );
            assert_eq!(text.len(), 8);
        }
    }

    #[test]
    fn other_fields_are_written_and_null_is_nothing() {
        let trial =
            trial("{name}/{size}").beside("name", FieldType::String, None).beside("size", FieldType::Integer, None);
        let names: ArrayRef = Arc::new(StringArray::from(vec![Some("ñu"), None]));
        let made = trial.fill_with(2, &[names, Arc::new(Int32Array::from(vec![-7, 8]))]);
        assert_eq!(made.as_string::<i32>().iter().flatten().collect::<Vec<_>>(), ["ñu/-7", "/8"]);
    }

    #[test]
    fn unique_texts_use_up_every_combination() {
        let texts = trial("{digits:2}-{letters:1}").unique(2_600);
        assert_eq!(texts.compile().unwrap().capacity(), Some(2_600));
        assert_eq!(texts.texts(2_600).into_iter().collect::<HashSet<_>>().len(), 2_600);
    }

    #[test]
    fn what_can_not_be_filled_is_told() {
        let code = |template| trial(template).compile().err().unwrap()[0].code;
        assert_eq!(code("{nothing}"), "unknown_field");
        assert_eq!(code("{digits"), "bad_template");
        assert_eq!(code("digits}"), "bad_template");
        assert_eq!(code("{digits:900}"), "bad_template");
        assert_eq!(
            trial("{digits:9}").field(|f| f.constraints.max_length = Some(4)).compile().err().unwrap()[0].code,
            "beyond_field"
        );
    }
}
