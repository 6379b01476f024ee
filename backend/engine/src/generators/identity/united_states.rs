//! The United States: SSN (ranges of the Social Security Administration since 2011), ITIN and EIN (IRS). None has a check
//! digit; what makes them valid is the range.

use crate::generators::support::describe::words;
use crate::generators::support::numbered::Numbered;
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

/// Areas never issued below 900, and those of three numbers so often printed that they are void.
const VOID_AREAS: [u64; 4] = [78, 219, 457, 666];
const AREAS: u64 = 899 - VOID_AREAS.len() as u64;
/// Groups of ITINs: 70 to 88, 90 to 92, 94 to 99.
const GROUPS: [u8; 28] =
    [70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 94, 95, 96, 97, 98, 99];
/// Prefixes by which the IRS assigns EINs.
#[rustfmt::skip]
const PREFIXES: [u8; 83] = [
    1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26, 27, 30, 31, 32, 33, 34, 35, 36, 37, 38,
    39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68,
    71, 72, 73, 74, 75, 76, 77, 80, 81, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 95, 98, 99,
];

pub(super) static SSN_SERIES: Series =
    Series::plain("us_ssn", AREAS as u128 * 99 * 9_999, 9, ssn).marked(&["###-##-####"]);
static ITIN_SERIES: Series = Series::plain("us_itin", 100 * 28 * 10_000, 9, itin).marked(&["###-##-####"]);
pub(super) static EIN_SERIES: Series = Series::plain("us_ein", 83 * 9_999_999, 9, ein).marked(&["##-#######"]);

fn ssn(parts: &mut Parts, chars: &mut Chars) {
    let area = VOID_AREAS.iter().fold(1 + parts.take(AREAS), |area, void| area + u64::from(area >= *void));
    chars.number(area, 3);
    chars.number(1 + parts.take(99), 2);
    chars.number(1 + parts.take(9_999), 4);
}

fn itin(parts: &mut Parts, chars: &mut Chars) {
    chars.number(900 + parts.take(100), 3);
    chars.number(u64::from(parts.one(&GROUPS)), 2);
    chars.number(parts.take(10_000), 4);
}

fn ein(parts: &mut Parts, chars: &mut Chars) {
    chars.number(u64::from(parts.one(&PREFIXES)), 2);
    chars.number(1 + parts.take(9_999_999), 7);
}

/// Social security numbers.
pub(super) static SSN: Numbered = document(
    "identity.us_ssn",
    words("US social security number", "Número de seguridad social (EE. UU.)"),
    words(
        "Social security numbers in the ranges that are issued.",
        "Números de seguridad social de Estados Unidos en los rangos que se emiten.",
    ),
    &[&SSN_SERIES],
);

/// Tax numbers of people without social security number.
pub(super) static ITIN: Numbered = document(
    "identity.us_itin",
    words("US ITIN", "ITIN (EE. UU.)"),
    words(
        "US tax numbers of people who have no social security number.",
        "Números fiscales de Estados Unidos de quien no tiene número de seguridad social.",
    ),
    &[&ITIN_SERIES],
);

/// Tax numbers of companies.
pub(super) static EIN: Numbered = document(
    "identity.us_ein",
    words("US EIN", "EIN (EE. UU.)"),
    words(
        "US employer identification numbers with the prefixes that are assigned.",
        "Números de identificación de empleadores de Estados Unidos con los prefijos que se asignan.",
    ),
    &[&EIN_SERIES],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_all_those_allowed() {
        let area = |place: u64| {
            let mut chars = Chars::new();
            ssn(&mut Parts::Counted(u128::from(place)), &mut chars);
            std::str::from_utf8(&chars.all()[..3]).unwrap().parse::<u64>().unwrap()
        };
        let made: Vec<u64> = (0..AREAS).map(area).collect();
        assert_eq!(made, (1..900).filter(|a| !VOID_AREAS.contains(a)).collect::<Vec<_>>());
    }
}
