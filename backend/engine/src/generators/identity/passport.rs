//! Numbers of passports, in the form of each country's booklets (Council of the European Union, PRADO, for the European
//! ones; the ministries' specimens for the others). The check digit of the machine-readable line is no part of them.

use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::document;

const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// What German numbers are made of: neither vowels nor signs that look like others.
const GERMAN: &[u8; 27] = b"0123456789CFGHJKLMNPRTVWXYZ";
const GERMAN_FIRST: &[u8; 6] = b"CFGHJK";
/// Letters of Dutch numbers: all but O.
const DUTCH: &[u8; 25] = b"ABCDEFGHIJKLMNPQRSTUVWXYZ";
const DUTCH_ANY: &[u8; 35] = b"0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
const MILLION: u64 = 1_000_000;

/// Letters of an alphabet, then digits.
fn write(parts: &mut Parts, chars: &mut Chars, alphabets: &[&[u8]], digits: u32) {
    for alphabet in alphabets {
        chars.byte(parts.one(alphabet));
    }
    chars.number(parts.take(10_u64.pow(digits)), digits as usize);
}

static US: Series = Series::plain("us_passport", 100 * MILLION as u128, 9, |p, c| write(p, c, &[b"A"], 8));
static GB: Series =
    Series::plain("gb_passport", 900 * MILLION as u128, 9, |p, c| c.number(100 * MILLION + p.take(900 * MILLION), 9));
static ES: Series =
    Series::plain("es_passport", 2 * 676 * MILLION as u128, 9, |p, c| write(p, c, &[b"PX", LETTERS, LETTERS], 6));
static MX: Series = Series::plain("mx_passport", 200 * MILLION as u128, 9, |p, c| write(p, c, &[b"GN"], 8));
static CO: Series = Series::plain("co_passport", 2 * 26 * MILLION as u128, 8, |p, c| write(p, c, &[b"AB", LETTERS], 6));
static CL: Series = Series::plain("cl_passport", 200 * MILLION as u128, 9, |p, c| write(p, c, &[b"FP"], 8));
static AR: Series = Series::plain("ar_passport", 2 * 26 * MILLION as u128, 9, |p, c| {
    write(p, c, &[b"A", b"AB", LETTERS], 6);
});
static BR: Series =
    Series::plain("br_passport", 6 * 26 * MILLION as u128, 8, |p, c| write(p, c, &[b"CFGPSY", LETTERS], 6));
static FR: Series = Series::plain("fr_passport", 15 * 676 * 100_000, 9, |p, c| {
    // The year of issue, letters of the kind of booklet, a running number.
    c.number(11 + p.take(15), 2);
    write(p, c, &[LETTERS, LETTERS], 5);
});
static DE: Series = Series::plain("de_passport", 6 * 27_u128.pow(8), 9, |p, c| {
    c.byte(p.one(GERMAN_FIRST));
    (0..8).for_each(|_| c.byte(p.one(GERMAN)));
});
static IT: Series = Series::plain("it_passport", 3 * 10 * MILLION as u128, 9, |p, c| write(p, c, &[b"Y", b"ABC"], 7));
static NL: Series = Series::plain("nl_passport", 625 * 35_u128.pow(6) * 10, 9, |p, c| {
    (0..2).for_each(|_| c.byte(p.one(DUTCH)));
    (0..6).for_each(|_| c.byte(p.one(DUTCH_ANY)));
    c.digit(p.take(10) as u8);
});
static PT: Series = Series::plain("pt_passport", 2 * 26 * MILLION as u128, 8, |p, c| write(p, c, &[b"CP", LETTERS], 6));

/// Passport numbers.
pub(super) static PASSPORT: Numbered = document(
    "identity.passport",
    words("Passport number", "Número de pasaporte"),
    words("Numbers of passports in the form of the country.", "Números de pasaporte en la forma del país."),
    &[&US, &GB, &ES, &MX, &CO, &CL, &AR, &BR, &FR, &DE, &IT, &NL, &PT],
)
.choose(
    Choice::country(&[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"]),
    LOCALE,
);
