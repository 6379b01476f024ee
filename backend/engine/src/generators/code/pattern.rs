//! `code.pattern`: texts that a regular expression describes.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::{Cell, Stream};

use super::fixed::Fixed;
use super::shape::Shape;

/// The catalogue's entry.
pub(crate) struct Pattern;

impl Generator for Pattern {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.pattern",
            family: Family::Code,
            label: words("Pattern", "Patrón"),
            description: words(
                "Texts that a regular expression describes: fixed letters, classes, repetitions, alternatives.",
                "Textos descritos por una expresión regular: letras fijas, clases, repeticiones, alternativas.",
            ),
            produces: &[FieldType::String, FieldType::Text, FieldType::Phone, FieldType::Url, FieldType::Email],
            params: vec![optional(
                "pattern",
                ParamKind::Text,
                words("Pattern", "Patrón"),
                words(
                    "A regular expression; the field's own pattern where absent.",
                    "Una expresión regular; si falta, el patrón del campo.",
                ),
            )],
            example: json!({ "pattern": "PAY-[A-Z0-9]{8}-[A-Z0-9]{4}" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let given = reader.text("pattern", "");
        let pattern = match (&cx.field.constraints.pattern, given) {
            (Some(own), "") => own.as_str(),
            (None, "") => {
                reader.problem("pattern", "missing", "a pattern is needed, here or as the field's own");
                return Err(reader.into_problems());
            }
            (_, given) => given,
        };
        match Shape::parse(pattern) {
            Ok(shape) => filler(shape, reader, cx),
            Err(message) => {
                reader.problem("pattern", "bad_pattern", message);
                Err(reader.into_problems())
            }
        }
    }
}

/// The filler of a shape, unless the field has no room for its texts or uniqueness can't be promised.
fn filler(shape: Shape, mut reader: Reader<'_>, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    if let Some(most) = limit(cx.field).filter(|most| shape.longest() > u64::from(*most)) {
        let message =
            format!("the pattern makes texts of up to {} characters; the field allows {most}", shape.longest());
        reader.problem("pattern", "beyond_field", message);
    }
    if let Some(least) = cx.field.constraints.min_length.filter(|least| shape.shortest() < u64::from(*least)) {
        let message =
            format!("the pattern makes texts of only {} characters; the field wants {least}", shape.shortest());
        reader.problem("pattern", "beyond_field", message);
    }
    if cx.unique && !shape.is_unambiguous() {
        let message = "the pattern can make the same text in several ways, so its texts can't be kept different; \
                       use parts of fixed length";
        reader.problem("pattern", "not_unique", message);
    }
    let fixed = Fixed::of(&shape);
    let ways = fixed.as_ref().map_or_else(|| shape.ways(), Fixed::ways);
    let permutation = cx.unique.then(|| Permutation::new(ways, cx.stream.key()));
    let stream = cx.stream;
    match fixed {
        Some(fixed) => reader.finish(Box::new(Codes { form: fixed, ways, permutation, stream })),
        None => reader.finish(Box::new(Codes { form: shape, ways, permutation, stream })),
    }
}

/// Something that makes texts at random or by number.
trait Form: Send + Sync {
    fn draw(&self, cell: &mut Cell, out: &mut TextColumn);
    fn nth(&self, index: u128, out: &mut TextColumn);
    fn width(&self) -> usize;
}

impl Form for Fixed {
    #[inline]
    fn draw(&self, cell: &mut Cell, out: &mut TextColumn) {
        Self::draw(self, cell, out);
    }

    #[inline]
    fn nth(&self, index: u128, out: &mut TextColumn) {
        Self::nth(self, index, out);
    }

    fn width(&self) -> usize {
        Self::width(self)
    }
}

impl Form for Shape {
    fn draw(&self, cell: &mut Cell, out: &mut TextColumn) {
        Self::draw(self, cell, out);
    }

    fn nth(&self, index: u128, out: &mut TextColumn) {
        Self::nth(self, index, out);
    }

    fn width(&self) -> usize {
        (self.shortest() + self.longest()) as usize / 2
    }
}

struct Codes<F> {
    form: F,
    ways: u128,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl<F: Form> Filler for Codes<F> {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| self.ways)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.form.width(), None);
        match &self.permutation {
            Some(permutation) => permutation.each(cx.rows, |index| {
                self.form.nth(index, &mut out);
                out.end();
            }),
            None => cx.rows.iter().for_each(|&row| {
                self.form.draw(&mut self.stream.cell(row), &mut out);
                out.end();
            }),
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::testing::Trial;

    fn trial(pattern: &str) -> Trial {
        Trial::new("code.pattern", json!({ "pattern": pattern }), FieldType::String)
    }

    #[test]
    fn payments_get_their_codes() {
        for text in trial("PAY-[A-Z0-9]{8}-[A-Z0-9]{4}").texts(500) {
            let parts: Vec<&str> = text.split('-').collect();
            assert_eq!((parts[0], parts[1].len(), parts[2].len(), parts.len()), ("PAY", 8, 4, 3), "{text}");
            assert!(text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-'));
        }
    }

    #[test]
    fn all_pins_come_out_whole() {
        let pins = trial("[0-9]{4}").unique(10_000);
        assert_eq!(pins.compile().unwrap().capacity(), Some(10_000));
        assert_eq!(pins.texts(10_000).into_iter().collect::<HashSet<_>>().len(), 10_000);
        let words = trial("(red|green)-[a-z]{1,2}").unique(1_404);
        assert_eq!(words.texts(1_404).into_iter().collect::<HashSet<_>>().len(), 1_404);
    }

    #[test]
    fn the_fields_own_pattern_is_used_and_its_length_kept() {
        let own = Trial::new("code.pattern", json!({}), FieldType::String)
            .field(|f| f.constraints.pattern = Some("X[12]".into()));
        assert!(own.texts(20).iter().all(|t| t == "X1" || t == "X2"));
        let problem = |trial: Trial| trial.compile().err().unwrap()[0].code;
        assert_eq!(problem(trial("[a-z]{9}").field(|f| f.constraints.max_length = Some(8))), "beyond_field");
        assert_eq!(problem(Trial::new("code.pattern", json!({}), FieldType::String)), "missing");
        assert_eq!(problem(trial("(a{1,1000}){1,1000}")), "bad_pattern");
        assert_eq!(problem(trial("a*a*").unique(3)), "not_unique");
    }
}
