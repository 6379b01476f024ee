//! Mexico: CURP (Instructivo normativo, DOF 18 October 2021), RFC of persons and companies (SAT, annex on how the key and
//! its homoclave are made) and the social security number of IMSS. CURP and RFC follow from the row's person.

use chrono::Datelike;

use crate::generators::person::birth::Holder;
use crate::generators::support::check_digits::luhn;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;
use super::letters::{Name, is_vowel};

/// Words that do not count as the beginning of a name.
const PARTICLES: [&[u8]; 16] = [
    b"DA", b"DAS", b"DE", b"DEL", b"DER", b"DI", b"LA", b"LAS", b"LE", b"LOS", b"MAC", b"MC", b"VAN", b"VON", b"Y",
    b"MI",
];
/// Given names that yield to a second one.
const COMMON: [&[u8]; 5] = [b"MARIA", b"JOSE", b"MA", b"J", b"JOS"];
/// Beginnings that are not left as they come (annex 2 of the Instructivo, which holds those of the RFC).
#[rustfmt::skip]
const RUDE: [&[u8; 4]; 81] = [
    b"BACA", b"BAKA", b"BUEI", b"BUEY", b"CACA", b"CACO", b"CAGA", b"CAGO", b"CAKA", b"CAKO", b"COGE", b"COGI",
    b"COJA", b"COJE", b"COJI", b"COJO", b"COLA", b"CULO", b"FALO", b"FETO", b"GETA", b"GUEI", b"GUEY", b"JETA",
    b"JOTO", b"KACA", b"KACO", b"KAGA", b"KAGO", b"KAKA", b"KAKO", b"KOGE", b"KOGI", b"KOJA", b"KOJE", b"KOJI",
    b"KOJO", b"KOLA", b"KULO", b"LILO", b"LOCA", b"LOCO", b"LOKA", b"LOKO", b"MAME", b"MAMO", b"MEAR", b"MEAS",
    b"MEON", b"MIAR", b"MION", b"MOCO", b"MOKO", b"MULA", b"MULO", b"NACA", b"NACO", b"PEDA", b"PEDO", b"PENE",
    b"PIPI", b"PITO", b"POPO", b"PUTA", b"PUTO", b"QULO", b"RATA", b"ROBA", b"ROBE", b"ROBO", b"RUIN", b"SENO",
    b"TETA", b"VACA", b"VAGA", b"VAGO", b"VAKA", b"VUEI", b"VUEY", b"WUEI", b"WUEY",
];
/// States of birth, the more populous ones (census of 2020) several times; `NE` is abroad.
#[rustfmt::skip]
const STATES: [&str; 63] = [
    "AS", "BC", "BC", "BS", "CC", "CL", "CL", "CM", "CS", "CS", "CS", "CH", "CH", "DF", "DF", "DF", "DF", "DF", "DG",
    "GT", "GT", "GT", "GR", "GR", "HG", "HG", "JC", "JC", "JC", "JC", "MC", "MC", "MC", "MC", "MC", "MC", "MN", "MN",
    "MS", "NT", "NL", "NL", "NL", "OC", "OC", "PL", "PL", "PL", "QT", "QR", "SP", "SP", "SL", "SL", "SR", "TC", "TS",
    "TL", "VZ", "VZ", "YN", "ZS", "NE",
];
/// Values of characters in the check digit of the RFC; those of the CURP put Ñ behind N, which never comes.
const VALUES: &[u8] = b"0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ~";
const HOMOCLAVE: &[u8; 34] = b"123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
/// Days from 1 January 1970 on in which companies were founded: 46 years from 1980.
const FOUNDED: (i32, u64) = (3_652, 16_800);

pub(super) static CURP_SERIES: Series = Series::personal("mx_curp", 0, 18, curp);
static RFC_SERIES: Series = Series::personal("mx_rfc", 0, 13, rfc).or(&["####-######-###"]);
pub(super) static COMPANY_RFC_SERIES: Series =
    Series::plain("mx_rfc_company", COMPANIES, 12, company_rfc).or(&["###-######-###"]);
static NSS_SERIES: Series = Series::personal("mx_nss", 970_000, 11, nss).or(&["##-##-##-####-#"]);
const COMPANIES: u128 = 21 * 21 * 21 * FOUNDED.1 as u128 * 30 * 34;

/// What codes are made from: family names and given name without what does not count.
struct Roots {
    family: Name,
    second: Option<Name>,
    given: Name,
}

impl Roots {
    fn of(holder: &Holder<'_>) -> Self {
        let person = &holder.person;
        Self {
            family: Name::of([person.first_family()]),
            second: person.second_family().map(|name| Name::of([name])),
            given: Name::of([person.given()]),
        }
    }

    fn family(&self) -> &[u8] {
        root(&self.family, &[])
    }

    fn second(&self) -> Option<&[u8]> {
        self.second.as_ref().map(|name| root(name, &[]))
    }

    fn given(&self) -> &[u8] {
        root(&self.given, &COMMON)
    }
}

/// The first word that is neither a particle nor one of those given; else the first word.
fn root<'a>(name: &'a Name, common: &[&[u8]]) -> &'a [u8] {
    let counts = |word: &&[u8]| !PARTICLES.contains(word) && !common.contains(word);
    name.words().find(counts).or_else(|| name.words().next()).unwrap_or(b"X")
}

/// A letter as codes have it: X for Ñ, and for none.
fn letter(byte: Option<u8>) -> u8 {
    byte.filter(|b| *b != b'~').unwrap_or(b'X')
}

fn first(word: &[u8]) -> u8 {
    letter(word.first().copied())
}

fn inner(word: &[u8], vowel: bool) -> u8 {
    letter(word.iter().skip(1).find(|b| is_vowel(**b) == vowel).copied())
}

fn is_rude(start: [u8; 4]) -> bool {
    RUDE.iter().any(|rude| **rude == start)
}

fn date(born: chrono::NaiveDate, chars: &mut Chars) {
    chars.number(born.year() as u64 % 100, 2);
    chars.number(u64::from(born.month()), 2);
    chars.number(u64::from(born.day()), 2);
}

fn curp(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    let roots = Roots::of(holder);
    let (family, second, given) = (roots.family(), roots.second().unwrap_or(b""), roots.given());
    let mut start = [first(family), inner(family, true), first(second), first(given)];
    if is_rude(start) {
        start[1] = b'X';
    }
    start.into_iter().for_each(|byte| chars.byte(byte));
    date(holder.born, chars);
    chars.byte(if holder.person.female { b'M' } else { b'H' });
    chars.text(parts.one(&STATES));
    for word in [family, second, given] {
        chars.byte(inner(word, false));
    }
    // Tells apart who has all else in common: digits for those born before 2000, letters after.
    let same = if parts.take(25) == 0 { 1 } else { 0 };
    chars.byte(same + if holder.born.year() < 2000 { b'0' } else { b'A' });
    let sum: usize = chars.all().iter().zip((2..=18).rev()).map(|(byte, weight)| weight * rank(*byte)).sum();
    chars.digit(((10 - sum % 10) % 10) as u8);
}

/// The value of a character in the check digits.
fn rank(byte: u8) -> usize {
    VALUES.iter().position(|known| *known == byte).unwrap_or(0)
}

fn rfc(holder: &Holder<'_>, _: &mut Parts, chars: &mut Chars) {
    let roots = Roots::of(holder);
    let (family, given) = (roots.family(), roots.given());
    let second_of = |word: &[u8]| letter(word.get(1).copied());
    let mut start = match roots.second() {
        Some(second) if family.len() > 2 => [first(family), inner(family, true), first(second), first(given)],
        Some(second) => [first(family), first(second), first(given), second_of(given)],
        None => [first(family), second_of(family), first(given), second_of(given)],
    };
    if is_rude(start) {
        start[3] = b'X';
    }
    start.into_iter().for_each(|byte| chars.byte(byte));
    date(holder.born, chars);
    let person = &holder.person;
    let name = Name::of([person.first_family(), person.second_family().unwrap_or(""), person.given()]);
    let (quotient, remainder) = homoclave(name.all());
    chars.of(HOMOCLAVE, quotient);
    chars.of(HOMOCLAVE, remainder);
    rfc_check(chars);
}

/// The two characters by which the tax office tells homonyms apart, as places of [`HOMOCLAVE`].
fn homoclave(name: &[u8]) -> (u64, u64) {
    let value = |byte: u8| match byte {
        b'A'..=b'I' => u64::from(byte - b'A') + 11,
        b'J'..=b'R' => u64::from(byte - b'J') + 21,
        b'S'..=b'Z' => u64::from(byte - b'S') + 32,
        b'~' => 40,
        _ => 0,
    };
    // Two digits for each character, behind a 0; each pair of neighbours times its second digit.
    let (mut sum, mut last) = (0, 0);
    for byte in name {
        let (tens, ones) = (value(*byte) / 10, value(*byte) % 10);
        sum += (last * 10 + tens) * tens + (tens * 10 + ones) * ones;
        last = ones;
    }
    let rest = sum % 1_000;
    (rest / 34, rest % 34)
}

/// Appends the check digit of an RFC; that of a company counts as if a space stood before it.
fn rfc_check(chars: &mut Chars) {
    let lead = if chars.all().len() == 11 { 13 * rank(b' ') } else { 0 };
    let weights = (2..=13).rev().skip(12 - chars.all().len());
    let sum: usize = lead + chars.all().iter().zip(weights).map(|(byte, weight)| weight * rank(*byte)).sum::<usize>();
    chars.of(VALUES, ((11 - sum % 11) % 11) as u64);
}

fn company_rfc(parts: &mut Parts, chars: &mut Chars) {
    for _ in 0..3 {
        chars.byte(parts.one(b"ABCDEFGHIJLMNOPRSTUVY"));
    }
    let day = FOUNDED.0 + parts.take(FOUNDED.1) as i32;
    let founded = chrono::DateTime::from_timestamp(i64::from(day) * 86_400, 0).unwrap_or_default().date_naive();
    date(founded, chars);
    chars.of(HOMOCLAVE, parts.take(30));
    chars.of(HOMOCLAVE, parts.take(34));
    rfc_check(chars);
}

fn nss(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    let (office, serial) = (1 + parts.take(97), parts.take(10_000));
    let born = holder.born.year() as u64;
    // People are signed on with their first job, some years after their sixteenth birthday.
    chars.number(office, 2);
    chars.number((born + 17 + serial % 6) % 100, 2);
    chars.number(born % 100, 2);
    chars.number(serial, 4);
    let check = luhn(chars.all());
    chars.digit(check);
}

/// Population register keys.
pub(super) static CURP: Numbered = document(
    "identity.mx_curp",
    words("Mexican CURP", "CURP (México)"),
    words(
        "Mexican population register keys, made from the name, sex and date of birth of the row's person.",
        "Claves únicas de registro de población, según el nombre, el sexo y la fecha de nacimiento de la persona de la fila.",
    ),
    &[&CURP_SERIES],
);

/// Tax keys.
pub(super) static RFC: Numbered = document(
    "identity.mx_rfc",
    words("Mexican RFC", "RFC (México)"),
    words(
        "Mexican tax keys with their homoclave: made from the row's person, or of a company.",
        "Claves del registro federal de contribuyentes con homoclave: de la persona de la fila o de una empresa.",
    ),
    &[&RFC_SERIES, &COMPANY_RFC_SERIES],
)
.choose(Choice::HOLDER, "person");

/// Social security numbers.
pub(super) static NSS: Numbered = document(
    "identity.mx_nss",
    words("Mexican NSS", "NSS (México)"),
    words(
        "Mexican social security numbers, with the year of birth of the row's person.",
        "Números de seguridad social del IMSS, con el año de nacimiento de la persona de la fila.",
    ),
    &[&NSS_SERIES],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_published_examples() {
        let mut chars = Chars::new();
        chars.text("GODE561231GR");
        rfc_check(&mut chars);
        assert_eq!(chars.all(), b"GODE561231GR8");
        let mut company = Chars::new();
        company.text("MAB9307148T");
        rfc_check(&mut company);
        assert_eq!(company.all(), b"MAB9307148T4");
    }

    #[test]
    fn the_homoclave_is_that_of_the_tax_office_s_own_example() {
        // GOMEZ DIAZ EMMA: sum 2535, of which 535 counts: 15 and 25, that is G and R.
        let (quotient, remainder) = homoclave(b"GOMEZ DIAZ EMMA");
        assert_eq!((HOMOCLAVE[quotient as usize], HOMOCLAVE[remainder as usize]), (b'G', b'R'));
    }
}
