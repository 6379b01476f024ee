//! `internet.password`: random passwords that meet the usual rules.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Password;

const KINDS: [&[u8]; 4] = [b"abcdefghijkmnopqrstuvwxyz", b"ABCDEFGHJKLMNPQRSTUVWXYZ", b"23456789", b"!#$%&*+-.:=?@_"];

impl Generator for Password {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.password",
            family: Family::Internet,
            label: words("Password", "Contraseña"),
            description: words(
                "Random passwords with small and capital letters, digits and marks. Test data only.",
                "Contraseñas aleatorias con minúsculas, mayúsculas, dígitos y signos. Solo para pruebas.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "length",
                    ParamKind::Integer { min: Some(4), max: Some(128) },
                    words("Length", "Longitud"),
                    words("Characters in all.", "Caracteres en total."),
                    14,
                ),
                defaulted(
                    "marks",
                    ParamKind::Boolean,
                    words("Marks", "Signos"),
                    words("Whether there are marks such as ! and ?.", "Si hay signos como ! y ?."),
                    true,
                ),
            ],
            example: json!({ "length": 14 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let length = reader.integer("length", (4, 128), 14) as usize;
        if limit(cx.field).is_some_and(|most| length > most as usize) {
            reader.problem("length", "beyond_field", format!("a length of {length} is more than the field allows"));
        }
        let kinds = &KINDS[..if reader.boolean("marks", true) { 4 } else { 3 }];
        reader.finish(Box::new(Passwords { length, kinds, all: kinds.concat(), stream: cx.stream }))
    }
}

struct Passwords {
    length: usize,
    kinds: &'static [&'static [u8]],
    all: Vec<u8>,
    stream: Stream,
}

impl Filler for Passwords {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.length, None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            for n in 0..self.length {
                // The first ones are one of each kind; then everything is shuffled.
                let from = self.kinds.get(n).copied().unwrap_or(&self.all);
                out.push_byte(from[cell.below(from.len() as u64) as usize]);
            }
            let made = out.current();
            for n in (1..made.len()).rev() {
                made.swap(n, cell.below(n as u64 + 1) as usize);
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn every_kind_is_in_every_password() {
        for text in Trial::new("internet.password", json!({ "length": 8 }), FieldType::String).texts(300) {
            assert_eq!(text.len(), 8);
            assert!(KINDS.iter().all(|kind| text.bytes().any(|b| kind.contains(&b))), "{text}");
        }
    }
}
