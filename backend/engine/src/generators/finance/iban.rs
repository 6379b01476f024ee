//! `finance.iban`: international bank account numbers with their check digits (ISO 13616).

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::check_digits::mod97;
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Iban;

const COUNTRIES: &[&str] = &["ES", "DE"];
/// Digits of an account that differ by row.
const ACCOUNTS: u64 = 10_000_000_000;
/// Codes of Spanish banks.
const BANKS: [&str; 6] = ["0049", "0075", "0081", "0128", "0182", "2100"];

impl Generator for Iban {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.iban",
            family: Family::Finance,
            label: words("IBAN", "IBAN"),
            description: words(
                "International bank account numbers with right check digits, the national ones included.",
                "Números internacionales de cuenta bancaria con dígitos de control correctos, también los nacionales.",
            ),
            produces: TEXT,
            params: vec![defaulted(
                "country",
                ParamKind::Choice(COUNTRIES),
                words("Country", "País"),
                words("Where the account is held.", "Dónde se tiene la cuenta."),
                COUNTRIES[0],
            )],
            example: json!({ "country": "ES" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let spain = reader.choice("country", COUNTRIES) == "ES";
        let length = if spain { 24 } else { 22 };
        if let Some(most) = limit(cx.field).filter(|most| *most < length) {
            reader.problem(
                "",
                "too_short",
                format!("these numbers need a length of {length}; the field allows {most}"),
            );
        }
        let permutation = cx.unique.then(|| Permutation::new(u128::from(ACCOUNTS), cx.stream.key()));
        reader.finish(Box::new(Accounts { spain, permutation, stream: cx.stream }))
    }
}

struct Accounts {
    spain: bool,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Accounts {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let mut cell = self.stream.cell(row);
        let account = match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row % ACCOUNTS)) as u64,
            None => cell.below(ACCOUNTS),
        };
        out.push(if self.spain { "ES00" } else { "DE00" });
        if self.spain {
            out.push(BANKS[cell.below(BANKS.len() as u64) as usize]);
            out.push_padded(1 + cell.below(9_999), 4);
            let branch = spanish_check(&out.current()[4..12]);
            out.push_number(branch);
            let mut digits = [b'0'; 10];
            digits.iter_mut().rev().fold(account, |rest, d| {
                *d = b'0' + (rest % 10) as u8;
                rest / 10
            });
            out.push_number(spanish_check(&digits));
        } else {
            // Codes of German banks begin with 1 to 8.
            out.push_number(10_000_000 + cell.below(80_000_000));
        }
        out.push_padded(account, 10);
        let text = out.current();
        let check = 98 - mod97(text[4..].iter().chain(&text[..4]));
        text[2] = b'0' + (check / 10) as u8;
        text[3] = b'0' + (check % 10) as u8;
    }
}

/// A check digit of a Spanish account: weights are the powers of two modulo 11, the last for the last digit.
pub(super) fn spanish_check(digits: &[u8]) -> u64 {
    const WEIGHTS: [u64; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let weights = &WEIGHTS[WEIGHTS.len().saturating_sub(digits.len())..];
    let sum: u64 = digits.iter().zip(weights).map(|(d, w)| u64::from(d - b'0') * w).sum();
    match 11 - sum % 11 {
        11 => 0,
        10 => 1,
        digit => digit,
    }
}

impl Filler for Accounts {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(ACCOUNTS))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 24, None);
        for &row in cx.rows {
            self.write(row, &mut out);
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
    fn numbers_leave_one_modulo_97() {
        for (country, length) in [("ES", 24), ("DE", 22)] {
            let params = json!({ "country": country });
            for text in Trial::new("finance.iban", params, FieldType::String).texts(300) {
                assert_eq!(mod97(text.as_bytes()[4..].iter().chain(&text.as_bytes()[..4])), 1, "{text}");
                assert!(text.len() == length && text.starts_with(country), "{text}");
            }
        }
    }

    #[test]
    fn the_published_example_has_its_digits() {
        // ES91 2100 0418 45 0200051332, from the registry of IBAN formats.
        assert_eq!((spanish_check(b"21000418"), spanish_check(b"0200051332")), (4, 5));
        assert_eq!(98 - mod97(b"21000418450200051332ES00"), 91);
    }

    #[test]
    fn unique_numbers_differ() {
        let made = Trial::new("finance.iban", json!({}), FieldType::String).unique(5_000).texts(5_000);
        assert_eq!(made.into_iter().collect::<HashSet<_>>().len(), 5_000);
    }
}
