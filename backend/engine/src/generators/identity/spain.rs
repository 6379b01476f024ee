//! Spain: DNI and NIE (Real Decreto 1553/2005 and Orden INT/2058/2008: letter by the remainder of 23) and the NIF of legal
//! persons (Orden EHA/451/2008).

use crate::generators::support::check_digits::luhn;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
/// How many numbers have eight digits from 01 million on, below which they are long out of use.
const PEOPLE: u64 = 99_000_000;
/// Kinds of organisation, with how many numbers of each are in use, in units of 100,000: limited companies and public
/// limited companies above all, then associations, cooperatives, communities of owners and the rest.
const KINDS: [(u8, u64); 8] =
    [(b'B', 100), (b'A', 40), (b'G', 20), (b'F', 8), (b'H', 12), (b'J', 8), (b'E', 8), (b'U', 4)];
const UNIT: u64 = 100_000;
/// The sum of the units of [`KINDS`].
const UNITS: u64 = 200;

pub(super) static DNI_SERIES: Series = Series::plain("es_dni", PEOPLE as u128, 9, dni).or(&["########-#"]);
static NIE_SERIES: Series = Series::plain("es_nie", 30_000_000, 9, nie).or(&["#-#######-#"]);
pub(super) static CIF_SERIES: Series = Series::plain("es_cif", (UNITS * UNIT) as u128, 9, cif).or(&["#-########"]);

fn dni(parts: &mut Parts, chars: &mut Chars) {
    let number = 1_000_000 + parts.take(PEOPLE);
    chars.number(number, 8);
    chars.of(LETTERS, number % 23);
}

fn nie(parts: &mut Parts, chars: &mut Chars) {
    let (kind, number) = (parts.take(3), parts.take(10_000_000));
    chars.of(b"XYZ", kind);
    chars.number(number, 7);
    chars.of(LETTERS, (kind * 10_000_000 + number) % 23);
}

pub(super) fn cif(parts: &mut Parts, chars: &mut Chars) {
    let mut place = parts.take(UNITS * UNIT);
    for (letter, units) in KINDS {
        if place < units * UNIT {
            chars.byte(letter);
            break;
        }
        place -= units * UNIT;
    }
    chars.number(place, 7);
    let check = luhn(chars.from(1));
    chars.digit(check);
}

/// Identity cards.
pub(super) static DNI: Numbered = document(
    "identity.es_dni",
    words("Spanish DNI", "DNI (España)"),
    words("Numbers of Spanish identity cards with their letter.", "Números de DNI españoles con su letra."),
    &[&DNI_SERIES],
);

/// Numbers of foreigners.
pub(super) static NIE: Numbered = document(
    "identity.es_nie",
    words("Spanish NIE", "NIE (España)"),
    words(
        "Identity numbers of foreigners in Spain with their letter.",
        "Números de identidad de extranjero en España con su letra.",
    ),
    &[&NIE_SERIES],
);

/// Tax numbers.
pub(super) static NIF: Numbered = document(
    "identity.es_nif",
    words("Spanish NIF", "NIF (España)"),
    words(
        "Spanish tax numbers: of a person the DNI, of a company what was called CIF.",
        "Números de identificación fiscal de España: el DNI de una persona o el antiguo CIF de una empresa.",
    ),
    &[&DNI_SERIES, &CIF_SERIES],
)
.choose(Choice::HOLDER, "company");
