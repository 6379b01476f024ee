//! Portugal: NIF (Decreto-Lei 14/2013; modulo 11), whose first digit tells persons from companies.

use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

pub(super) static NIF_SERIES: Series = Series::plain("pt_nif", 30_000_000, 9, person).or(&["### ### ###"]);
pub(super) static COMPANY_SERIES: Series = Series::plain("pt_company", 10_000_000, 9, company).or(&["### ### ###"]);
pub(super) static VAT_SERIES: Series = Series::plain("pt_company", 10_000_000, 11, vat).or(&["## ### ### ###"]);

fn person(parts: &mut Parts, chars: &mut Chars) {
    finish(10_000_000 + parts.take(30_000_000), chars);
}

fn company(parts: &mut Parts, chars: &mut Chars) {
    finish(50_000_000 + parts.take(10_000_000), chars);
}

pub(super) fn vat(parts: &mut Parts, chars: &mut Chars) {
    chars.text("PT");
    company(parts, chars);
}

fn finish(number: u64, chars: &mut Chars) {
    let at = chars.all().len();
    chars.number(number, 8);
    let rest = chars.weighted(at, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    chars.of(b"00987654321", u64::from(rest));
}

/// Tax numbers.
pub(super) static NIF: Numbered = document(
    "identity.pt_nif",
    words("Portuguese NIF", "NIF (Portugal)"),
    words(
        "Portuguese tax numbers of persons or companies with their check digit.",
        "Números fiscales portugueses de personas o empresas con su dígito de control.",
    ),
    &[&NIF_SERIES, &COMPANY_SERIES],
)
.choose(Choice::HOLDER, "person");
