//! Brazil: CPF and CNPJ (Receita Federal: two digits modulo 11) and the number of the driving licence (Denatran).

use crate::generators::support::check_digits::nth_allowed;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Numbers of nine digits that are not nine times the same, which no one accepts.
const PEOPLE: u64 = 999_999_990;
/// The same of eight digits.
const LICENCES: u64 = 99_999_990;
const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

pub(super) static CPF_SERIES: Series = Series::plain("br_cpf", PEOPLE as u128, 11, cpf).marked(&["###.###.###-##"]);
pub(super) static CNPJ_SERIES: Series = Series::plain("br_cnpj", 99_000_000, 14, cnpj).marked(&["##.###.###/####-##"]);
pub(super) static LICENCE_SERIES: Series = Series::plain("br_cnh", LICENCES as u128 * 9, 11, licence);

fn cpf(parts: &mut Parts, chars: &mut Chars) {
    let place = parts.take(PEOPLE);
    chars.number(place + place / 111_111_110 + 1, 9);
    for first in [10, 11] {
        let sum: u32 = chars.all().iter().zip((2..=first).rev()).map(|(d, w)| u32::from(d - b'0') * w).sum();
        chars.of(b"00987654321", u64::from(sum % 11));
    }
}

fn cnpj(parts: &mut Parts, chars: &mut Chars) {
    chars.number(1_000_000 + parts.take(99_000_000), 8);
    // The head office; branches count on.
    chars.text("0001");
    for skip in [1, 0] {
        let sum = chars.weighted(0, &WEIGHTS[skip..]);
        chars.of(b"00987654321", u64::from(sum % 11));
    }
}

/// The first check digit is the remainder of the sum with weights 9 to 1, the second that with 1 to 9, a 10 written 0. On
/// numbers whose first remainder is 10 the published rules differ, so none is made.
fn licence(parts: &mut Parts, chars: &mut Chars) {
    let place = parts.take(LICENCES);
    chars.number(place + place / 11_111_110 + 1, 8);
    let sum = chars.weighted(0, &[9, 8, 7, 6, 5, 4, 3, 2]);
    let last = nth_allowed(parts.take(9), |digit| (sum + u32::from(digit)) % 11 != 10);
    chars.digit(last);
    let rising = chars.weighted(0, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    chars.digit(((sum + u32::from(last)) % 11) as u8);
    chars.digit((rising % 10) as u8);
}

/// Numbers of people.
pub(super) static CPF: Numbered = document(
    "identity.br_cpf",
    words("Brazilian CPF", "CPF (Brasil)"),
    words(
        "Brazilian numbers of persons with their check digits.",
        "Números brasileños de personas con sus dígitos de control.",
    ),
    &[&CPF_SERIES],
);

/// Numbers of companies.
pub(super) static CNPJ: Numbered = document(
    "identity.br_cnpj",
    words("Brazilian CNPJ", "CNPJ (Brasil)"),
    words(
        "Brazilian numbers of companies, head offices, with their check digits.",
        "Números brasileños de empresas, sedes centrales, con sus dígitos de control.",
    ),
    &[&CNPJ_SERIES],
);
