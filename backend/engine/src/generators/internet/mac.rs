//! `internet.mac`: hardware addresses.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Mac;

const SEPARATORS: &[&str] = &[":", "-", ""];
/// Addresses that are locally administered and of one station: 46 free bits.
const COUNT: u64 = 1 << 46;

impl Generator for Mac {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.mac",
            family: Family::Internet,
            label: words("MAC address", "Dirección MAC"),
            description: words(
                "Hardware addresses that no maker has been given (locally administered).",
                "Direcciones de hardware no asignadas a ningún fabricante (administradas localmente).",
            ),
            produces: TEXT,
            params: vec![defaulted(
                "separator",
                ParamKind::Choice(SEPARATORS),
                words("Separator", "Separador"),
                words("What stands between the pairs.", "Lo que separa los pares."),
                SEPARATORS[0],
            )],
            example: json!({ "separator": ":" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let separator = reader.choice("separator", SEPARATORS);
        let permutation = cx.unique.then(|| Permutation::new(u128::from(COUNT), cx.stream.key()));
        reader.finish(Box::new(Stations { separator, permutation, stream: cx.stream }))
    }
}

struct Stations {
    separator: &'static str,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Stations {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(COUNT))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut out = TextColumn::new(cx.rows.len(), 17, None);
        for &row in cx.rows {
            let bits = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % COUNT)) as u64,
                None => self.stream.cell(row).below(COUNT),
            };
            // The two lowest bits of the first byte say: local, one station.
            let address = (bits >> 40) << 42 | 0b10 << 40 | bits & 0xFF_FFFF_FFFF;
            for (n, byte) in address.to_be_bytes()[2..].iter().enumerate() {
                if n > 0 {
                    out.push(self.separator);
                }
                out.push_bytes(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
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
    fn addresses_are_local_well_formed_and_differ() {
        let made = Trial::new("internet.mac", json!({}), FieldType::String).unique(2_000).texts(2_000);
        for text in &made {
            let bytes: Vec<u8> = text.split(':').map(|p| u8::from_str_radix(p, 16).unwrap()).collect();
            assert!(bytes.len() == 6 && text.len() == 17 && bytes[0] & 3 == 2, "{text}");
        }
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 2_000);
    }
}
