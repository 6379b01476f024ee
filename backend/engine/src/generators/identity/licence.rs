//! Numbers of driving licences: by country, and by state of the United States (forms as published by AAMVA; the codes of
//! name and birth of Florida and Illinois as their departments describe them; the British driver number as of DVLA).

use chrono::Datelike;

use crate::generators::person::birth::Holder;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{ANY, Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::letters::{Name, soundex};
use super::{brazil, document, south_america, spain};

const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LETTERS_AND_DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static CALIFORNIA: Series = Series::plain("us_ca_licence", 26 * 10_000_000, 8, |p, c| lettered(p, c, 1, 7));
static NEW_YORK: Series =
    Series::plain("us_ny_licence", 900_000_000, 9, |p, c| c.number(100_000_000 + p.take(900_000_000), 9))
        .or(&["### ### ###"]);
static TEXAS: Series =
    Series::plain("us_tx_licence", 90_000_000, 8, |p, c| c.number(10_000_000 + p.take(90_000_000), 8));
static FLORIDA: Series = Series::personal("us_fl_licence", 0, 13, florida).marked(&["####-###-##-###-#"]);
static ILLINOIS: Series = Series::personal("us_il_licence", 0, 12, illinois).marked(&["####-####-####"]);
static PENNSYLVANIA: Series =
    Series::plain("us_pa_licence", 90_000_000, 8, |p, c| c.number(10_000_000 + p.take(90_000_000), 8))
        .or(&["## ### ###"]);
static OHIO: Series = Series::plain("us_oh_licence", 676_000_000, 8, |p, c| lettered(p, c, 2, 6));
static GEORGIA: Series = Series::plain("us_ga_licence", 100_000_000, 9, |p, c| lettered(p, c, 0, 9));
static VIRGINIA: Series =
    Series::plain("us_va_licence", 26 * 100_000_000, 9, |p, c| lettered(p, c, 1, 8)).or(&["#-##-##-####"]);
static WASHINGTON: Series = Series::plain("us_wa_licence", 36_u128.pow(9), 12, |p, c| {
    c.text("WDL");
    (0..9).for_each(|_| c.byte(p.one(LETTERS_AND_DIGITS)));
});
static ARIZONA: Series = Series::plain("us_az_licence", 26 * 100_000_000, 9, |p, c| lettered(p, c, 1, 8));
static BRITISH: Series = Series::personal("gb_licence", 0, 16, british);
/// The department of issue, the year, the month and a running number (form before 2013, as most hold it).
static FRENCH: Series = Series::plain("fr_licence", 14 * 12 * 95 * 999_999, 12, |p, c| {
    c.number((99 + p.take(14)) % 100, 2);
    c.number(1 + p.take(12), 2);
    c.number(1 + p.take(95), 2);
    c.number(1 + p.take(999_999), 6);
});
static GERMAN: Series = Series::plain("de_licence", 26 * 100 * 36_u128.pow(5) * 36 * 10 * 36, 11, |p, c| {
    c.byte(p.one(LETTERS));
    c.number(p.take(100), 2);
    (0..5).for_each(|_| c.byte(p.one(LETTERS_AND_DIGITS)));
    c.byte(p.one(LETTERS_AND_DIGITS));
    c.number(p.take(10), 1);
    c.byte(p.one(LETTERS_AND_DIGITS));
});
static ITALIAN: Series = Series::plain("it_licence", 10_000_000 * 26, 10, |p, c| {
    c.text("U1");
    c.number(p.take(10_000_000), 7);
    c.byte(p.one(LETTERS));
});
static DUTCH: Series =
    Series::plain("nl_licence", 2_000_000_000, 10, |p, c| c.number(3_000_000_000 + p.take(2_000_000_000), 10));
static MEXICAN: Series = Series::plain("mx_licence", 26 * 100_000_000, 9, |p, c| lettered(p, c, 1, 8));
static PORTUGUESE: Series = Series::plain("pt_licence", 18 * 9_000_000, 10, |p, c| {
    c.text(p.one(&DISTRICTS));
    c.byte(b'-');
    c.number(1_000_000 + p.take(9_000_000), 7);
});
/// Letters of Portuguese districts.
const DISTRICTS: [&str; 18] =
    ["AV", "BE", "BR", "BN", "CB", "CO", "EV", "FA", "GU", "LE", "LX", "PO", "PT", "SA", "SE", "VC", "VR", "VI"];

/// Letters, then digits, of which there are at most nine.
fn lettered(parts: &mut Parts, chars: &mut Chars, letters: usize, digits: usize) {
    (0..letters).for_each(|_| chars.byte(parts.one(LETTERS)));
    let all = 10_u64.pow(digits as u32);
    // Without letters the number begins after 0.
    chars.number(if letters == 0 { parts.take(all / 10) } else { parts.take(all) }, digits);
}

fn name_code(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    soundex(&Name::of([holder.person.first_family()])).into_iter().for_each(|byte| chars.byte(byte));
    // Of given names and initials; the table of the states is longer than is worth having.
    chars.number(20 * (1 + parts.take(48)) + parts.take(20), 3);
}

/// Soundex of the family name, code of the given names, year, and 40 a month with 500 more for women.
fn florida(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    name_code(holder, parts, chars);
    let born = holder.born;
    chars.number(born.year() as u64 % 100, 2);
    let women = if holder.person.female { 500 } else { 0 };
    chars.number(u64::from(born.month0() * 40 + born.day()) + women, 3);
    chars.digit(parts.take(10) as u8);
}

/// The same with 31 a month and 600 more for women.
fn illinois(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    name_code(holder, parts, chars);
    let born = holder.born;
    chars.number(born.year() as u64 % 100, 2);
    let women = if holder.person.female { 600 } else { 0 };
    chars.number(u64::from(born.month0() * 31 + born.day()) + women, 3);
}

/// Five letters of the family name, the decade, the month (50 more for women), the day, the year, initials, a 9 and two
/// characters that the agency computes by a rule it keeps.
fn british(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    let person = &holder.person;
    let family = Name::of([person.first_family(), person.second_family().unwrap_or("")]);
    family.letters().chain([b'9'; 5]).take(5).for_each(|byte| chars.byte(byte));
    let year = holder.born.year() as u64;
    chars.number(year / 10 % 10, 1);
    chars.number(u64::from(holder.born.month()) + if person.female { 50 } else { 0 }, 2);
    chars.number(u64::from(holder.born.day()), 2);
    chars.number(year % 10, 1);
    let given = Name::of([person.given()]);
    given.words().map(|word| word[0]).chain([b'9'; 2]).take(2).for_each(|byte| {
        chars.byte(if byte == b'~' { b'N' } else { byte });
    });
    chars.byte(b'9');
    (0..2).for_each(|_| chars.byte(parts.one(LETTERS)));
}

/// Licences by country.
pub(super) static LICENCE: Numbered = document(
    "identity.driving_licence",
    words("Driving licence number", "Número de licencia de conducir"),
    words(
        "Numbers of driving licences in the form of the country: that of California for the United States, the British one \
         from the row's person, the identity number where that is the licence's.",
        "Números de permiso o licencia de conducir en la forma del país: la de California para Estados Unidos, la británica \
         según la persona de la fila, el número de identidad donde coincide con el de la licencia.",
    ),
    &[
        &CALIFORNIA,
        &BRITISH,
        &spain::DNI_SERIES,
        &MEXICAN,
        &south_america::CEDULA_SERIES,
        &south_america::RUT_SERIES,
        &south_america::AR_DNI_SERIES,
        &brazil::LICENCE_SERIES,
        &FRENCH,
        &GERMAN,
        &ITALIAN,
        &DUTCH,
        &PORTUGUESE,
    ],
)
.choose(
    Choice::country(&[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"]),
    LOCALE,
);

/// Licences of the United States.
pub(super) static STATE_LICENCE: Numbered = document(
    "identity.us_driving_licence",
    words("US driving licence number", "Licencia de conducir (EE. UU.)"),
    words(
        "Numbers of US driving licences in the form of a state; Florida and Illinois code name, sex and birth in them.",
        "Números de licencia de conducir de Estados Unidos en la forma de un estado; Florida e Illinois codifican nombre, \
         sexo y nacimiento.",
    ),
    &[
        &ARIZONA,
        &CALIFORNIA,
        &FLORIDA,
        &GEORGIA,
        &ILLINOIS,
        &NEW_YORK,
        &OHIO,
        &PENNSYLVANIA,
        &TEXAS,
        &VIRGINIA,
        &WASHINGTON,
    ],
)
.choose(
    Choice {
        param: "state",
        label: words("State", "Estado"),
        help: words("The state, or any of them.", "El estado, o cualquiera de ellos (any)."),
        names: &[ANY, "AZ", "CA", "FL", "GA", "IL", "NY", "OH", "PA", "TX", "VA", "WA"],
    },
    "TX",
);
