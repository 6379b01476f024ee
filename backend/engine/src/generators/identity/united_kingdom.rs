//! The United Kingdom: national insurance number (HMRC manual NIM39110), NHS number (NHS Data Dictionary: modulo 11), unique
//! taxpayer reference (modulo 11) and VAT number (modulo 97).

use crate::generators::support::check_digits::nth_allowed;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Letters a prefix may have in its first and second place.
const FIRST: &[u8; 20] = b"ABCEGHJKLMNOPRSTWXYZ";
const SECOND: &[u8; 19] = b"ABCEGHJKLMNPRSTWXYZ";
/// Pairs of them that are not used.
const VOID: [&[u8; 2]; 7] = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
const PREFIXES: u64 = 20 * 19 - VOID.len() as u64;
/// First digits of NHS numbers of England, Wales and the Isle of Man.
const NHS_STARTS: &[u8; 3] = b"467";

pub(super) static NINO_SERIES: Series =
    Series::plain("gb_nino", PREFIXES as u128 * 4_000_000, 9, nino).or(&["## ## ## ## #"]);
static NHS_SERIES: Series = Series::plain("gb_nhs", 3 * 10_000_000 * 9, 10, nhs).marked(&["### ### ####"]);
static UTR_SERIES: Series = Series::plain("gb_utr", 900_000_000, 10, utr).or(&["##### #####"]);
pub(super) static VAT_SERIES: Series = Series::plain("gb_vat", 9_000_000, 11, vat).or(&["## ### #### ##"]);

fn nino(parts: &mut Parts, chars: &mut Chars) {
    let is_void = |place: &u64| VOID.contains(&&[FIRST[(place / 19) as usize], SECOND[(place % 19) as usize]]);
    // Every pair that is not used moves those behind it by one.
    let place = (0..380).filter(is_void).fold(parts.take(PREFIXES), |place, void| place + u64::from(place >= void));
    chars.of(FIRST, place / 19);
    chars.of(SECOND, place % 19);
    chars.number(parts.take(1_000_000), 6);
    chars.of(b"ABCD", parts.take(4));
}

fn nhs(parts: &mut Parts, chars: &mut Chars) {
    chars.of(NHS_STARTS, parts.take(3));
    chars.number(parts.take(10_000_000), 7);
    let sum = chars.weighted(0, &[10, 9, 8, 7, 6, 5, 4, 3]);
    // A remainder of 1 would want a check digit of 10.
    let last = nth_allowed(parts.take(9), |digit| (sum + 2 * u32::from(digit)) % 11 != 1);
    chars.digit(last);
    chars.digit(((11 - (sum + 2 * u32::from(last)) % 11) % 11) as u8);
}

fn utr(parts: &mut Parts, chars: &mut Chars) {
    chars.byte(b'0');
    chars.number(100_000_000 + parts.take(900_000_000), 9);
    let sum = chars.weighted(1, &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
    chars.set(0, b"21987654321"[(sum % 11) as usize]);
}

pub(super) fn vat(parts: &mut Parts, chars: &mut Chars) {
    chars.text("GB");
    chars.number(1_000_000 + parts.take(9_000_000), 7);
    let sum = chars.weighted(2, &[8, 7, 6, 5, 4, 3, 2]);
    chars.number(u64::from(97 - sum % 97), 2);
}

/// National insurance numbers.
pub(super) static NINO: Numbered = document(
    "identity.gb_nino",
    words("UK national insurance number", "Número de seguro nacional (Reino Unido)"),
    words(
        "British national insurance numbers with prefixes that are in use.",
        "Números de seguro nacional británicos con prefijos en uso.",
    ),
    &[&NINO_SERIES],
);

/// Patients' numbers.
pub(super) static NHS: Numbered = document(
    "identity.gb_nhs",
    words("UK NHS number", "Número NHS (Reino Unido)"),
    words(
        "Patient numbers of the National Health Service with their check digit.",
        "Números de paciente del Servicio Nacional de Salud británico con su dígito de control.",
    ),
    &[&NHS_SERIES],
);

/// Taxpayers' numbers.
pub(super) static UTR: Numbered = document(
    "identity.gb_utr",
    words("UK taxpayer reference", "UTR (Reino Unido)"),
    words(
        "British unique taxpayer references with their check digit.",
        "Referencias únicas de contribuyente británicas con su dígito de control.",
    ),
    &[&UTR_SERIES],
);

/// VAT numbers.
pub(super) static VAT: Numbered = document(
    "identity.gb_vat",
    words("UK VAT number", "Número de IVA (Reino Unido)"),
    words("British VAT numbers with their check digits.", "Números de IVA británicos con sus dígitos de control."),
    &[&VAT_SERIES],
);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn prefixes_are_all_those_in_use() {
        let prefix = |place: u64| {
            let mut chars = Chars::new();
            nino(&mut Parts::Counted(u128::from(place)), &mut chars);
            [chars.all()[0], chars.all()[1]]
        };
        let made: HashSet<[u8; 2]> = (0..PREFIXES).map(prefix).collect();
        assert_eq!(made.len() as u64, PREFIXES);
        assert!(VOID.iter().all(|void| !made.contains(*void)));
    }
}
