//! Argentina, Chile and Colombia. Check digits: CUIT by ANSES/ARCA (weights 5 4 3 2 7 6 5 4 3 2), RUT by the Chilean civil
//! registry (weights 2 to 7 in turn), NIT by DIAN (Orden Administrativa 4 of 1989, prime weights).

use crate::generators::person::birth::Holder;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// First number, and how many there are, of Argentines alive.
const ARGENTINES: (u64, u64) = (5_000_000, 55_000_000);
/// The same of Argentine companies, behind their prefix.
const ARGENTINE_COMPANIES: (u64, u64) = (50_000_000, 23_000_000);
/// The same of Chileans and of Chilean companies.
const CHILEANS: (u64, u64) = (4_000_000, 24_000_000);
const CHILEAN_COMPANIES: (u64, u64) = (76_000_000, 3_000_000);
/// The same of Colombians with eight digits, and with ten (since 2003).
const COLOMBIANS_8: (u64, u64) = (10_000_000, 90_000_000);
const COLOMBIANS_10: (u64, u64) = (1_000_000_000, 210_000_000);
/// The same of Colombian companies.
const COLOMBIAN_COMPANIES: (u64, u64) = (800_000_000, 102_000_000);

const AR_DNI_MASKS: &[&str] = &["##.###.###", "#.###.###"];
const RUT_MASKS: &[&str] = &["##.###.###-#", "#.###.###-#"];

pub(super) static AR_DNI_SERIES: Series = Series::plain("ar_dni", ARGENTINES.1 as u128, 8, ar_dni).or(AR_DNI_MASKS);
static CUIT_SERIES: Series = Series::personal("ar_dni", ARGENTINES.1 as u128, 11, cuit).marked(&["##-########-#"]);
pub(super) static COMPANY_CUIT_SERIES: Series =
    Series::plain("ar_company", ARGENTINE_COMPANIES.1 as u128, 11, company_cuit).marked(&["##-########-#"]);
pub(super) static RUT_SERIES: Series = Series::plain("cl_rut", CHILEANS.1 as u128, 9, rut).marked(RUT_MASKS);
pub(super) static COMPANY_RUT_SERIES: Series =
    Series::plain("cl_company", CHILEAN_COMPANIES.1 as u128, 9, company_rut).marked(RUT_MASKS);
pub(super) static CEDULA_SERIES: Series =
    Series::plain("co_cedula", (COLOMBIANS_8.1 + COLOMBIANS_10.1) as u128, 10, cedula)
        .or(&["##.###.###", "#.###.###.###"]);
static NIT_SERIES: Series = Series::plain("co_cedula", (COLOMBIANS_8.1 + COLOMBIANS_10.1) as u128, 11, nit)
    .marked(&["##.###.###-#", "#.###.###.###-#"]);
pub(super) static COMPANY_NIT_SERIES: Series =
    Series::plain("co_company", COLOMBIAN_COMPANIES.1 as u128, 10, company_nit).marked(&["###.###.###-#"]);

fn ar_dni(parts: &mut Parts, chars: &mut Chars) {
    let number = ARGENTINES.0 + parts.take(ARGENTINES.1);
    chars.number(number, if number < 10_000_000 { 7 } else { 8 });
}

fn cuit(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    let number = ARGENTINES.0 + parts.take(ARGENTINES.1);
    finish_cuit(if holder.person.female { "27" } else { "20" }, "23", number, chars);
}

fn company_cuit(parts: &mut Parts, chars: &mut Chars) {
    let number = ARGENTINE_COMPANIES.0 + parts.take(ARGENTINE_COMPANIES.1);
    finish_cuit("30", "33", number, chars);
}

/// Where the remainder leaves no digit for the usual prefix, the other one is used.
fn finish_cuit(usual: &str, other: &str, number: u64, chars: &mut Chars) {
    const WEIGHTS: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    chars.text(usual);
    chars.number(number, 8);
    let mut rest = chars.weighted(0, &WEIGHTS) % 11;
    if rest == 1 {
        other.bytes().enumerate().for_each(|(at, byte)| chars.set(at, byte));
        rest = chars.weighted(0, &WEIGHTS) % 11;
    }
    chars.digit(((11 - rest) % 11) as u8);
}

fn rut(parts: &mut Parts, chars: &mut Chars) {
    finish_rut(CHILEANS.0 + parts.take(CHILEANS.1), chars);
}

fn company_rut(parts: &mut Parts, chars: &mut Chars) {
    finish_rut(CHILEAN_COMPANIES.0 + parts.take(CHILEAN_COMPANIES.1), chars);
}

fn finish_rut(number: u64, chars: &mut Chars) {
    chars.number(number, if number < 10_000_000 { 7 } else { 8 });
    let sum: u32 = chars.all().iter().rev().zip([2, 3, 4, 5, 6, 7, 2, 3]).map(|(d, w)| u32::from(d - b'0') * w).sum();
    chars.of(b"0K987654321", u64::from(sum % 11));
}

fn take_cedula(parts: &mut Parts) -> (u64, usize) {
    match parts.take(COLOMBIANS_8.1 + COLOMBIANS_10.1) {
        place if place < COLOMBIANS_8.1 => (COLOMBIANS_8.0 + place, 8),
        place => (COLOMBIANS_10.0 + place - COLOMBIANS_8.1, 10),
    }
}

fn cedula(parts: &mut Parts, chars: &mut Chars) {
    let (number, digits) = take_cedula(parts);
    chars.number(number, digits);
}

fn nit(parts: &mut Parts, chars: &mut Chars) {
    let (number, digits) = take_cedula(parts);
    chars.number(number, digits);
    nit_check(chars);
}

fn company_nit(parts: &mut Parts, chars: &mut Chars) {
    chars.number(COLOMBIAN_COMPANIES.0 + parts.take(COLOMBIAN_COMPANIES.1), 9);
    nit_check(chars);
}

fn nit_check(chars: &mut Chars) {
    const WEIGHTS: [u32; 10] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
    let sum: u32 = chars.all().iter().rev().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    chars.of(b"01987654321", u64::from(sum % 11));
}

/// Identity cards of Argentina.
pub(super) static AR_DNI: Numbered = document(
    "identity.ar_dni",
    words("Argentine DNI", "DNI (Argentina)"),
    words("Numbers of Argentine identity cards.", "Números de DNI argentinos."),
    &[&AR_DNI_SERIES],
);

/// Tax numbers of Argentina.
pub(super) static AR_CUIT: Numbered = document(
    "identity.ar_cuit",
    words("Argentine CUIT", "CUIT (Argentina)"),
    words(
        "Argentine tax numbers: of the row's person, with the DNI and a prefix by sex, or of a company.",
        "Claves de identificación tributaria de Argentina: de la persona de la fila, con su DNI y prefijo según el sexo, o de una empresa.",
    ),
    &[&CUIT_SERIES, &COMPANY_CUIT_SERIES],
)
.choose(Choice::HOLDER, "person");

/// Numbers of Chile.
pub(super) static CL_RUT: Numbered = document(
    "identity.cl_rut",
    words("Chilean RUT", "RUT (Chile)"),
    words(
        "Chilean numbers of people (also called RUN) and companies with their check digit, K included.",
        "Números chilenos de personas (también llamados RUN) y empresas con su dígito verificador, K incluida.",
    ),
    &[&RUT_SERIES, &COMPANY_RUT_SERIES],
)
.choose(Choice::HOLDER, "person");

/// Identity cards of Colombia.
pub(super) static CO_CEDULA: Numbered = document(
    "identity.co_cedula",
    words("Colombian cédula", "Cédula (Colombia)"),
    words("Numbers of Colombian identity cards.", "Números de cédula de ciudadanía de Colombia."),
    &[&CEDULA_SERIES],
);

/// Tax numbers of Colombia.
pub(super) static CO_NIT: Numbered = document(
    "identity.co_nit",
    words("Colombian NIT", "NIT (Colombia)"),
    words(
        "Colombian tax numbers with their check digit: of a company, or of a person from the cédula.",
        "Números de identificación tributaria de Colombia con dígito de verificación: de empresa, o de persona según su cédula.",
    ),
    &[&COMPANY_NIT_SERIES, &NIT_SERIES],
)
.choose(Choice { names: &["company", "person"], ..Choice::HOLDER }, "company");
