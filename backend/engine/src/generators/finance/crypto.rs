//! `finance.bitcoin_address` and `finance.ethereum_address`: of hashes at random, so that nobody has their keys.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem, Words,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::keccak::keccak256;
use super::{base58, bech32};

/// Addresses of Bitcoin.
pub(crate) struct Bitcoin;
/// Addresses of Ethereum.
pub(crate) struct Ethereum;

const KINDS: &[&str] = &["any", "bech32", "taproot", "p2sh", "p2pkh"];
/// Addresses that a unique column can promise to keep apart, by their first eight bytes.
const APART: u128 = 1 << 64;

impl Generator for Bitcoin {
    fn descriptor(&self) -> Descriptor {
        let kind = defaulted(
            "kind",
            ParamKind::Choice(KINDS),
            words("Kind", "Tipo"),
            words(
                "How the address is written: bc1q… (bech32), bc1p… (taproot), 3… (p2sh), 1… (p2pkh).",
                "Cómo se escribe la dirección: bc1q… (bech32), bc1p… (taproot), 3… (p2sh), 1… (p2pkh).",
            ),
            KINDS[0],
        );
        descriptor(
            "finance.bitcoin_address",
            words("Bitcoin address", "Dirección de Bitcoin"),
            words(
                "Bitcoin addresses with right checksums, to which nobody has the key.",
                "Direcciones de Bitcoin con sumas de control correctas, de las que nadie tiene la clave.",
            ),
            vec![kind],
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let kind = KINDS.iter().position(|kind| *kind == reader.choice("kind", KINDS)).unwrap_or(0);
        compile(reader, cx, Form::Bitcoin(kind), if kind < 3 && kind != 1 { 62 } else { 42 })
    }
}

impl Generator for Ethereum {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.ethereum_address",
            words("Ethereum address", "Dirección de Ethereum"),
            words(
                "Ethereum addresses whose capitals are the checksum of EIP-55, to which nobody has the key.",
                "Direcciones de Ethereum cuyas mayúsculas son la suma de control de EIP-55, de las que nadie tiene la clave.",
            ),
            Vec::new(),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(Reader::new(params), cx, Form::Ethereum, 42)
    }
}

fn descriptor(name: &'static str, label: Words, description: Words, params: Vec<ParamDescriptor>) -> Descriptor {
    Descriptor {
        name,
        family: Family::Finance,
        label,
        description,
        produces: TEXT,
        params,
        example: json!({}),
        localized: false,
        unique: true,
    }
}

fn compile(
    mut reader: Reader<'_>,
    cx: &CompileContext<'_>,
    form: Form,
    longest: u32,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    if let Some(most) = limit(cx.field).filter(|most| *most < longest) {
        let message = format!("these addresses need a length of {longest}; the field allows {most}");
        reader.problem("", "too_short", message);
    }
    let permutation = cx.unique.then(|| Permutation::new(APART, cx.stream.key()));
    reader.finish(Box::new(Addresses { form, permutation, stream: cx.stream }))
}

enum Form {
    /// With the place of the kind in [`KINDS`].
    Bitcoin(usize),
    Ethereum,
}

struct Addresses {
    form: Form,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Addresses {
    fn bitcoin(kind: usize, hash: &[u8; 32], out: &mut TextColumn) {
        let mut short = [0; 20];
        short.copy_from_slice(&hash[..20]);
        match kind {
            1 => bech32::address(0, &short, |byte| out.push_byte(byte)),
            2 => bech32::address(1, hash, |byte| out.push_byte(byte)),
            kind => {
                let mut text = [0; 35];
                let len = base58::address(if kind == 3 { 5 } else { 0 }, &short, &mut text);
                out.push_bytes(&text[35 - len..]);
            }
        }
    }

    fn ethereum(hash: &[u8; 32], out: &mut TextColumn) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0_u8; 40];
        for (two, byte) in text.chunks_exact_mut(2).zip(hash) {
            two[0] = DIGITS[usize::from(byte >> 4)];
            two[1] = DIGITS[usize::from(byte & 15)];
        }
        let digest = keccak256(&text);
        for (at, letter) in text.iter_mut().enumerate() {
            let nibble = digest[at / 2] >> if at % 2 == 0 { 4 } else { 0 } & 15;
            if nibble & 8 != 0 {
                letter.make_ascii_uppercase();
            }
        }
        out.push("0x");
        out.push_bytes(&text);
    }
}

impl Filler for Addresses {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 42, None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let kind = cell.below(100);
            let mut hash = [0_u8; 32];
            hash.chunks_exact_mut(8).for_each(|part| part.copy_from_slice(&cell.bits().to_le_bytes()));
            if let Some(permutation) = &self.permutation {
                hash[..8].copy_from_slice(&(permutation.at(u128::from(row)) as u64).to_le_bytes());
            }
            match self.form {
                Form::Ethereum => Self::ethereum(&hash, &mut out),
                // About as often as they are paid to today.
                Form::Bitcoin(0) => {
                    let kind = match kind {
                        0..=49 => 1,
                        50..=69 => 2,
                        70..=84 => 3,
                        _ => 4,
                    };
                    Self::bitcoin(kind, &hash, &mut out);
                }
                Form::Bitcoin(kind) => Self::bitcoin(kind, &hash, &mut out),
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
    fn the_examples_of_the_standard_have_their_capitals() {
        let bytes = |hex: &str| -> [u8; 32] {
            std::array::from_fn(|at| hex.get(2 * at..2 * at + 2).map_or(0, |two| u8::from_str_radix(two, 16).unwrap()))
        };
        for expect in [
            "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        ] {
            let mut out = TextColumn::new(1, 42, None);
            Addresses::ethereum(&bytes(expect), &mut out);
            assert_eq!(&out.current()[2..], expect.as_bytes());
        }
    }

    #[test]
    fn kinds_begin_as_they_should_and_unique_ones_differ() {
        for (kind, start) in [("bech32", "bc1q"), ("taproot", "bc1p"), ("p2sh", "3"), ("p2pkh", "1")] {
            let trial = Trial::new("finance.bitcoin_address", json!({ "kind": kind }), FieldType::String).unique(500);
            let made = trial.texts(500);
            assert!(made.iter().all(|address| address.starts_with(start)), "{kind}");
            assert_eq!(made.into_iter().collect::<HashSet<_>>().len(), 500);
        }
    }
}
