//! `code.hex`: hexadecimal digits, such as digests and tokens.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Hex;

impl Generator for Hex {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.hex",
            family: Family::Code,
            label: words("Hexadecimal code", "Código hexadecimal"),
            description: words(
                "Random hexadecimal digits: tokens, digests.",
                "Dígitos hexadecimales aleatorios: fichas, resúmenes.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "length",
                    ParamKind::Integer { min: Some(1), max: Some(256) },
                    words("Length", "Longitud"),
                    words("Digits in all.", "Dígitos en total."),
                    32,
                ),
                defaulted(
                    "uppercase",
                    ParamKind::Boolean,
                    words("Capital letters", "Mayúsculas"),
                    words("A to F rather than a to f.", "De A a F en lugar de a a f."),
                    false,
                ),
            ],
            example: json!({ "length": 32 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let most = limit(cx.field).unwrap_or(256).min(256);
        let length = reader.integer("length", (1, 256), i64::from(most.min(32))) as usize;
        if length > most as usize {
            reader.problem(
                "length",
                "beyond_field",
                format!("a length of {length} is more than the {most} the field allows"),
            );
        }
        let digits = if reader.boolean("uppercase", false) { b"0123456789ABCDEF" } else { b"0123456789abcdef" };
        // What differs are the last 30 digits at most; those before them are random.
        let varied = length.min(30);
        let permutation = cx.unique.then(|| Permutation::new(1 << (4 * varied), cx.stream.key()));
        reader.finish(Box::new(Digits { length, varied, digits, permutation, stream: cx.stream }))
    }
}

struct Digits {
    length: usize,
    varied: usize,
    digits: &'static [u8; 16],
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Digits {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.length, None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let own = self.permutation.as_ref().map(|p| p.at(u128::from(row) % p.size()));
            let free = if own.is_some() { self.length - self.varied } else { self.length };
            let mut bits = 0;
            for n in 0..free {
                bits = if n % 16 == 0 { cell.bits() } else { bits >> 4 };
                out.push_byte(self.digits[(bits & 15) as usize]);
            }
            if let Some(mut own) = own {
                for _ in 0..self.varied {
                    out.push_byte(self.digits[(own & 15) as usize]);
                    own >>= 4;
                }
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn digits_are_hexadecimal_and_all_codes_of_a_length_come() {
        let made = Trial::new("code.hex", json!({ "length": 40 }), FieldType::String).texts(100);
        assert!(
            made.iter().all(|t| t.len() == 40 && t.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase()))
        );
        let short = Trial::new("code.hex", json!({ "length": 2 }), FieldType::String).unique(256);
        assert_eq!(short.compile().unwrap().capacity(), Some(256));
        assert_eq!(short.texts(256).into_iter().collect::<HashSet<_>>().len(), 256);
    }
}
