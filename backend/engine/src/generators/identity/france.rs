//! France: NIR (INSEE, key modulo 97), SIREN and SIRET (INSEE, Luhn) and the VAT number made from the SIREN.

use chrono::Datelike;

use crate::generators::person::birth::Holder;
use crate::generators::support::check_digits::{luhn, mod97};
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Departments of mainland France; 20 has become 2A and 2B.
const DEPARTMENTS: u64 = 96;
/// Places of 2A and 2B among them.
const CORSICA_SOUTH: u64 = 19;
const CORSICA_NORTH: u64 = 20;
/// Communes of a department, of which most have more, and births of a month in one of them.
const COMMUNES: u64 = 250;
const BIRTHS: u64 = 999;
/// Companies: eight digits from here on, before the check digit.
const COMPANIES: (u64, u64) = (40_000_000, 60_000_000);

pub(super) static NIR_SERIES: Series =
    Series::personal("fr_nir", (DEPARTMENTS * COMMUNES * BIRTHS) as u128, 15, nir).or(&["# ## ## ## ### ### ##"]);
pub(super) static SIREN_SERIES: Series = Series::plain("fr_siren", COMPANIES.1 as u128, 9, siren).or(&["### ### ###"]);
static SIRET_SERIES: Series = Series::plain("fr_siren", COMPANIES.1 as u128 * 99, 14, siret).or(&["### ### ### #####"]);
pub(super) static VAT_SERIES: Series =
    Series::plain("fr_siren", COMPANIES.1 as u128, 13, vat).or(&["## ## ### ### ###"]);

fn nir(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    chars.byte(if holder.person.female { b'2' } else { b'1' });
    chars.number(holder.born.year() as u64 % 100, 2);
    chars.number(u64::from(holder.born.month()), 2);
    let place = parts.take(DEPARTMENTS);
    let (commune, birth) = (1 + parts.take(COMMUNES), 1 + parts.take(BIRTHS));
    // Corsica counts as 19 (2A) and 18 (2B) in the key.
    let key = 97
        - match place {
            CORSICA_SOUTH => modulo_97(chars, 19, commune, birth, "2A"),
            CORSICA_NORTH => modulo_97(chars, 18, commune, birth, "2B"),
            place if place < CORSICA_SOUTH => modulo_97(chars, place + 1, commune, birth, ""),
            place => modulo_97(chars, place, commune, birth, ""),
        };
    chars.number(key, 2);
}

/// Appends department, commune and birth; gives the number modulo 97. `sign` is what is written of the department, where
/// that is not its number.
fn modulo_97(chars: &mut Chars, department: u64, commune: u64, birth: u64, sign: &str) -> u64 {
    let at = chars.all().len();
    chars.number(department, 2);
    chars.number(commune, 3);
    chars.number(birth, 3);
    let rest = mod97(chars.all());
    sign.bytes().enumerate().for_each(|(n, byte)| chars.set(at + n, byte));
    rest
}

fn siren(parts: &mut Parts, chars: &mut Chars) {
    let start = chars.all().len();
    chars.number(COMPANIES.0 + parts.take(COMPANIES.1), 8);
    let check = luhn(chars.from(start));
    chars.digit(check);
}

fn siret(parts: &mut Parts, chars: &mut Chars) {
    siren(parts, chars);
    // The number of the establishment within the company.
    chars.number(1 + parts.take(99), 4);
    let check = luhn(chars.all());
    chars.digit(check);
}

pub(super) fn vat(parts: &mut Parts, chars: &mut Chars) {
    chars.text("FR00");
    siren(parts, chars);
    let number = chars.from(4).iter().fold(0, |n, digit| n * 10 + u64::from(digit - b'0'));
    let key = (12 + 3 * (number % 97)) % 97;
    chars.set(2, b'0' + (key / 10) as u8);
    chars.set(3, b'0' + (key % 10) as u8);
}

/// Social security numbers.
pub(super) static NIR: Numbered = document(
    "identity.fr_nir",
    words("French NIR (INSEE number)", "NIR o número INSEE (Francia)"),
    words(
        "French social security numbers with their key, made from the sex and month of birth of the row's person.",
        "Números de seguridad social franceses con su clave, según el sexo y el mes de nacimiento de la persona de la fila.",
    ),
    &[&NIR_SERIES],
);

/// Numbers of companies.
pub(super) static SIREN: Numbered = document(
    "identity.fr_siren",
    words("French SIREN", "SIREN (Francia)"),
    words("French company numbers with their check digit.", "Números de empresa franceses con su dígito de control."),
    &[&SIREN_SERIES],
);

/// Numbers of establishments.
pub(super) static SIRET: Numbered = document(
    "identity.fr_siret",
    words("French SIRET", "SIRET (Francia)"),
    words(
        "Numbers of establishments of French companies, which begin with the company's SIREN.",
        "Números de establecimiento de empresas francesas, que empiezan por el SIREN de la empresa.",
    ),
    &[&SIRET_SERIES],
);

/// VAT numbers.
pub(super) static VAT: Numbered = document(
    "identity.fr_vat",
    words("French VAT number", "Número de IVA (Francia)"),
    words(
        "French VAT numbers: a key and the company's SIREN.",
        "Números de IVA franceses: una clave y el SIREN de la empresa.",
    ),
    &[&VAT_SERIES],
);
