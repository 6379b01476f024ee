//! Italy: codice fiscale (D.M. 23 December 1976) of the row's person and partita IVA (Luhn).

use chrono::Datelike;

use crate::generators::person::birth::Holder;
use crate::generators::support::check_digits::luhn;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;
use super::letters::{Name, is_vowel};

/// Cadastral codes of the bigger comuni (Agenzia delle Entrate), Rome, Milan, Naples and Turin several times.
#[rustfmt::skip]
const COMUNI: [&str; 72] = [
    "H501", "H501", "H501", "H501", "H501", "F205", "F205", "F205", "F839", "F839", "F839", "L219", "L219", "G273",
    "D969", "A944", "D612", "A662", "C351", "L736", "L781", "F158", "G224", "L424", "B157", "L049", "G337", "G999",
    "F257", "H224", "H223", "G478", "H199", "E625", "B354", "D643", "H294", "H703", "D548", "I452", "E463", "L840",
    "L117", "D704", "L378", "A952", "A345", "F952", "G388", "A794", "B300", "C933", "D150", "E897", "L682", "G535",
    "A271", "G482", "I726", "A390", "E506", "B180", "C352", "D086", "I754", "L331", "A089", "B963", "L483", "L407",
    "F704", "G702",
];
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";
/// Values of digits, and of letters from A, in odd places.
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/// Numbers of firms, and provincial offices, 001 to 100.
const FIRMS: u64 = 8_000_000;

pub(super) static CODE_SERIES: Series = Series::personal("it_codice_fiscale", 0, 16, code);
pub(super) static VAT_SERIES: Series = Series::plain("it_partita_iva", FIRMS as u128 * 100, 11, vat);
pub(super) static EU_VAT_SERIES: Series = Series::plain("it_partita_iva", FIRMS as u128 * 100, 13, eu_vat);

fn code(holder: &Holder<'_>, parts: &mut Parts, chars: &mut Chars) {
    let person = &holder.person;
    let family = Name::of([person.first_family(), person.second_family().unwrap_or("")]);
    three(&family, false, chars);
    three(&Name::of([person.given()]), true, chars);
    chars.number(holder.born.year() as u64 % 100, 2);
    chars.of(MONTHS, u64::from(holder.born.month0()));
    chars.number(u64::from(holder.born.day()) + if person.female { 40 } else { 0 }, 2);
    chars.text(parts.one(&COMUNI));
    let sum: u32 = chars.all().iter().enumerate().map(|(at, byte)| character(*byte, at % 2 == 0)).sum();
    chars.byte(b'A' + (sum % 26) as u8);
}

fn character(byte: u8, odd: bool) -> u32 {
    let place = if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' };
    if odd { ODD[usize::from(place)] } else { u32::from(place) }
}

/// Appends three letters of a name: consonants, then vowels, then X. Of four or more consonants of a given name the
/// second is left out.
fn three(name: &Name, given: bool, chars: &mut Chars) {
    let consonants = || name.letters().filter(|b| !is_vowel(*b));
    let skipped = if given && consonants().count() > 3 { 1 } else { usize::MAX };
    let consonants = consonants().enumerate().filter(|(at, _)| *at != skipped).map(|(_, byte)| byte);
    let all = consonants.chain(name.letters().filter(|b| is_vowel(*b))).chain([b'X'; 3]);
    all.take(3).for_each(|byte| chars.byte(byte));
}

fn vat(parts: &mut Parts, chars: &mut Chars) {
    let start = chars.all().len();
    chars.number(1_000_000 + parts.take(FIRMS), 7);
    chars.number(1 + parts.take(100), 3);
    let check = luhn(chars.from(start));
    chars.digit(check);
}

fn eu_vat(parts: &mut Parts, chars: &mut Chars) {
    chars.text("IT");
    vat(parts, chars);
}

/// Codes of people.
pub(super) static CODE: Numbered = document(
    "identity.it_codice_fiscale",
    words("Italian codice fiscale", "Codice fiscale (Italia)"),
    words(
        "Italian tax codes, made from the name, sex and date of birth of the row's person and a real comune.",
        "Códigos fiscales italianos, según el nombre, el sexo y la fecha de nacimiento de la persona de la fila y un municipio real.",
    ),
    &[&CODE_SERIES],
);

/// VAT numbers.
pub(super) static VAT: Numbered = document(
    "identity.it_partita_iva",
    words("Italian partita IVA", "Partita IVA (Italia)"),
    words("Italian VAT numbers with their check digit.", "Números de IVA italianos con su dígito de control."),
    &[&VAT_SERIES],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_are_those_of_published_examples() {
        let check = |name: &str, given: bool, expect: &[u8]| {
            let mut chars = Chars::new();
            three(&Name::of([name]), given, &mut chars);
            assert_eq!(chars.all(), expect, "{name}");
        };
        check("Rossi", false, b"RSS");
        check("Fo", false, b"FOX");
        check("Bianchi", false, b"BNC");
        check("Gianfranco", true, b"GFR");
        check("Mario", true, b"MRA");
        check("Maria", true, b"MRA");
    }
}
