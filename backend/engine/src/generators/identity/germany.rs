//! Germany: the tax identification number (§ 139b AO; of its first ten digits one comes twice) and the VAT number, both
//! with a check digit by ISO/IEC 7064 MOD 11,10, and the numbers of passport and driving licence.

use crate::generators::support::check_digits::mod11_10;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Orders of ten different digits that do not begin with 0, times the pairs of places that hold the same digit.
const PEOPLE: u64 = 9 * 362_880 * PAIRS;
const PAIRS: u64 = 45;

pub(super) static TAX_ID_SERIES: Series =
    Series::plain("de_steuer_id", PEOPLE as u128, 11, tax_id).or(&["## ### ### ###"]);
pub(super) static VAT_SERIES: Series = Series::plain("de_vat", 90_000_000, 11, vat).or(&["## ### ### ###"]);

fn tax_id(parts: &mut Parts, chars: &mut Chars) {
    let mut digits = *b"0123456789";
    for at in 0..9 {
        let others = if at == 0 { 1 + parts.take(9) } else { at + parts.take(10 - at) };
        digits.swap(at as usize, others as usize);
    }
    // The later place of a pair takes the digit of the earlier one; so every number is made in one way.
    let mut pair = parts.take(PAIRS) as usize;
    let mut earlier = 0;
    while pair >= 9 - earlier {
        pair -= 9 - earlier;
        earlier += 1;
    }
    digits[earlier + 1 + pair] = digits[earlier];
    digits.iter().for_each(|digit| chars.byte(*digit));
    let check = mod11_10(chars.all());
    chars.digit(check);
}

pub(super) fn vat(parts: &mut Parts, chars: &mut Chars) {
    chars.text("DE");
    chars.number(10_000_000 + parts.take(90_000_000), 8);
    let check = mod11_10(chars.from(2));
    chars.digit(check);
}

/// Tax numbers of people.
pub(super) static TAX_ID: Numbered = document(
    "identity.de_steuer_id",
    words("German tax ID", "Steuer-ID (Alemania)"),
    words(
        "German tax identification numbers of people with their check digit.",
        "Números de identificación fiscal de personas en Alemania con su dígito de control.",
    ),
    &[&TAX_ID_SERIES],
);

/// VAT numbers.
pub(super) static VAT: Numbered = document(
    "identity.de_vat",
    words("German VAT number", "USt-IdNr. (Alemania)"),
    words("German VAT numbers with their check digit.", "Números de IVA alemanes con su dígito de control."),
    &[&VAT_SERIES],
);
