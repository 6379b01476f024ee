//! `finance.card_number`: payment card numbers with their check digit (ISO/IEC 7812, Luhn).

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::check_digits::luhn;
use crate::generators::support::describe::{TEXT, bundle, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::card;

/// The catalogue's entry.
pub(crate) struct CardNumber;

const NETWORKS: &[&str] = &["any", "visa", "mastercard", "amex", "diners", "discover"];

/// A network: its name, prefixes, and digits of a number; in the order of [`card::drawn`].
type Network = (&'static str, &'static [&'static str], usize);

const TABLE: [Network; 5] = [
    ("visa", &["4"], 16),
    ("mastercard", &["51", "52", "53", "54", "55", "23", "24", "25", "26"], 16),
    ("amex", &["34", "37"], 15),
    ("diners", &["36", "38"], 14),
    ("discover", &["6011", "644", "645", "646", "647", "648", "649", "65"], 16),
];
/// Digits that every number has for itself, between prefix and check digit, at least.
const OWN_DIGITS: usize = 11;

impl Generator for CardNumber {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.card_number",
            family: Family::Finance,
            label: words("Card number", "Número de tarjeta"),
            description: words(
                "Payment card numbers with the network's prefix and length and a right check digit.",
                "Números de tarjeta con el prefijo y la longitud de la red y un dígito de control correcto.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "network",
                    ParamKind::Choice(NETWORKS),
                    words("Network", "Red"),
                    words(
                        "Whose cards; any mixes visa and mastercard mostly.",
                        "De qué red; any mezcla sobre todo visa y mastercard.",
                    ),
                    NETWORKS[0],
                ),
                defaulted(
                    "spaces",
                    ParamKind::Boolean,
                    words("Spaces", "Espacios"),
                    words("Whether digits are grouped by four.", "Si los dígitos se agrupan de cuatro en cuatro."),
                    false,
                ),
                bundle(&["card"]),
            ],
            example: json!({ "network": "visa" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let network = reader.choice("network", NETWORKS);
        let spaces = reader.boolean("spaces", false);
        let length = if spaces { 19 } else { 16 };
        if let Some(most) = limit(cx.field).filter(|most| *most < length) {
            reader.problem("", "too_short", format!("card numbers need a length of {length}; the field allows {most}"));
        }
        let only = TABLE.iter().find(|(name, ..)| *name == network);
        let permutation = cx.unique.then(|| Permutation::new(10_u128.pow(OWN_DIGITS as u32), cx.stream.key()));
        let card = card::stream(&mut reader, cx);
        reader.finish(Box::new(Cards { only, spaces, permutation, card, stream: cx.stream }))
    }
}

struct Cards {
    only: Option<&'static Network>,
    spaces: bool,
    permutation: Option<Permutation>,
    /// Says the network, as in the other columns of the bundle.
    card: Stream,
    stream: Stream,
}

impl Cards {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let mut cell = self.stream.cell(row);
        let (_, prefixes, length) = self.only.unwrap_or_else(|| &TABLE[card::drawn(self.card, row)]);
        let prefix = prefixes[cell.below(prefixes.len() as u64) as usize];
        let mut digits = [b'0'; 16];
        digits[..prefix.len()].copy_from_slice(prefix.as_bytes());
        // The last ones before the check digit differ by row where the column is unique.
        let own = self.permutation.as_ref().map(|p| p.at(u128::from(row) % p.size()) as u64);
        let mut own = own.unwrap_or_else(|| cell.below(10_u64.pow(OWN_DIGITS as u32)));
        for place in (prefix.len()..length - 1).rev() {
            if length - 1 - place <= OWN_DIGITS {
                digits[place] = b'0' + (own % 10) as u8;
                own /= 10;
            } else {
                digits[place] = b'0' + cell.below(10) as u8;
            }
        }
        digits[length - 1] = b'0' + luhn(&digits[..length - 1]);
        for (n, digit) in digits[..*length].iter().enumerate() {
            if self.spaces && n > 0 && n % 4 == 0 {
                out.push_byte(b' ');
            }
            out.push_byte(*digit);
        }
    }
}

impl Filler for Cards {
    fn capacity(&self) -> Option<u128> {
        // A network whose prefix leaves fewer digits would have fewer; the longest, 6011, leaves eleven of sixteen.
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 19, None);
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

    /// Luhn's test, written as the standard says it.
    fn passes(number: &str) -> bool {
        let digits: Vec<u32> = number.chars().rev().filter_map(|c| c.to_digit(10)).collect();
        let doubled = |d: u32| (2 * d) / 10 + (2 * d) % 10;
        digits.iter().enumerate().map(|(n, d)| if n % 2 == 1 { doubled(*d) } else { *d }).sum::<u32>() % 10 == 0
    }

    #[test]
    fn numbers_pass_the_test_and_have_their_networks_form() {
        for (network, prefixes, length) in TABLE {
            let params = json!({ "network": network });
            for number in Trial::new("finance.card_number", params, FieldType::String).texts(200) {
                assert!(passes(&number) && number.len() == length, "{number}");
                assert!(prefixes.iter().any(|p| number.starts_with(p)), "{number}");
                assert!(length - 1 - prefixes.iter().map(|p| p.len()).max().unwrap() >= OWN_DIGITS, "{network}");
            }
        }
    }

    #[test]
    fn unique_numbers_differ_and_spaces_group_them() {
        let trial = Trial::new("finance.card_number", json!({ "network": "visa", "spaces": true }), FieldType::String)
            .unique(5_000);
        let made = trial.texts(5_000);
        assert!(made.iter().all(|n| n.len() == 19 && n.as_bytes()[4] == b' ' && passes(n)));
        assert_eq!(made.into_iter().collect::<HashSet<_>>().len(), 5_000);
    }
}
