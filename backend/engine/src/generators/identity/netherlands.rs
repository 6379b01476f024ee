//! The Netherlands: BSN and the VAT number of legal persons made from the RSIN, both by the test of eleven.

use crate::generators::support::check_digits::nth_allowed;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Numbers of seven digits before the last two, the second last having nine choices.
const PEOPLE: u64 = 9_000_000;
const FIRMS: u64 = 500_000;

pub(super) static BSN_SERIES: Series = Series::plain("nl_bsn", PEOPLE as u128 * 9, 9, bsn).or(&["#### ## ###"]);
pub(super) static BTW_SERIES: Series =
    Series::plain("nl_btw", FIRMS as u128 * 9 * 9, 14, btw).or(&["## #### ##### ###"]);

fn bsn(parts: &mut Parts, chars: &mut Chars) {
    finish(1_000_000 + parts.take(PEOPLE), parts, chars);
}

/// Legal persons have numbers from 800 million on.
pub(super) fn btw(parts: &mut Parts, chars: &mut Chars) {
    chars.text("NL");
    finish(8_000_000 + parts.take(FIRMS), parts, chars);
    chars.text("B0");
    chars.digit(1 + parts.take(9) as u8);
}

/// The last digit is the sum of the others with weights 9 to 2, modulo 11, for which 10 has no sign.
fn finish(start: u64, parts: &mut Parts, chars: &mut Chars) {
    let at = chars.all().len();
    chars.number(start, 7);
    let sum = chars.weighted(at, &[9, 8, 7, 6, 5, 4, 3]);
    let eighth = nth_allowed(parts.take(9), |digit| (sum + 2 * u32::from(digit)) % 11 != 10);
    chars.digit(eighth);
    chars.digit(((sum + 2 * u32::from(eighth)) % 11) as u8);
}

/// Numbers of people.
pub(super) static BSN: Numbered = document(
    "identity.nl_bsn",
    words("Dutch BSN", "BSN (Países Bajos)"),
    words(
        "Dutch citizen service numbers that pass the test of eleven.",
        "Números de ciudadano neerlandeses que superan la prueba del once.",
    ),
    &[&BSN_SERIES],
);

/// VAT numbers.
pub(super) static BTW: Numbered = document(
    "identity.nl_btw",
    words("Dutch VAT number", "Número de IVA (Países Bajos)"),
    words("Dutch VAT numbers of companies.", "Números de IVA de empresas neerlandesas."),
    &[&BTW_SERIES],
);
