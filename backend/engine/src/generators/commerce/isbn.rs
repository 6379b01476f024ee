//! `commerce.isbn13` and `commerce.isbn10` (ISO 2108): registration group by country, registrants of the ranges the
//! International ISBN Agency publishes with three digits, so that the hyphens stand where they belong.

use crate::generator::{Family, Words};
use crate::generators::support::check_digits::gs1;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

/// Appends group, registrant and title, nine digits in all.
fn body(group: &str, registrants: (u64, u64), parts: &mut Parts, chars: &mut Chars) {
    chars.text(group);
    chars.number(registrants.0 + parts.take(registrants.1), 3);
    let digits = 6 - group.len();
    chars.number(parts.take(10_u64.pow(digits as u32)), digits);
}

fn thirteen(group: &str, registrants: (u64, u64), parts: &mut Parts, chars: &mut Chars) {
    chars.text("978");
    body(group, registrants, parts, chars);
    let check = gs1(chars.all());
    chars.digit(check);
}

fn ten(group: &str, registrants: (u64, u64), parts: &mut Parts, chars: &mut Chars) {
    body(group, registrants, parts, chars);
    let sum = chars.weighted(0, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    chars.of(b"0X987654321", u64::from(sum % 11));
}

/// Declares both series of a registration group, with its registrants (first, count) and titles of each.
macro_rules! group {
    ($thirteen:ident, $ten:ident, $group:literal, $registrants:expr, $titles:literal, $mask:literal) => {
        static $thirteen: Series = Series::plain($group, $registrants.1 as u128 * $titles, 13, |parts, chars| {
            thirteen($group, $registrants, parts, chars);
        })
        .marked(&[concat!("###-", $mask)]);
        static $ten: Series = Series::plain($group, $registrants.1 as u128 * $titles, 10, |parts, chars| {
            ten($group, $registrants, parts, chars);
        })
        .marked(&[$mask]);
    };
}

group!(US_13, US_10, "1", (100_u64, 298_u64), 100_000, "#-###-#####-#");
group!(GB_13, GB_10, "0", (229_u64, 140_u64), 100_000, "#-###-#####-#");
group!(ES_13, ES_10, "84", (200_u64, 500_u64), 10_000, "##-###-####-#");
group!(MX_13, MX_10, "607", (400_u64, 189_u64), 1_000, "###-###-###-#");
group!(CO_13, CO_10, "958", (600_u64, 200_u64), 1_000, "###-###-###-#");
group!(CL_13, CL_10, "956", (200_u64, 400_u64), 1_000, "###-###-###-#");
group!(AR_13, AR_10, "987", (500_u64, 325_u64), 1_000, "###-###-###-#");
group!(BR_13, BR_10, "85", (200_u64, 255_u64), 10_000, "##-###-####-#");
group!(FR_13, FR_10, "2", (200_u64, 150_u64), 100_000, "#-###-#####-#");
group!(DE_13, DE_10, "3", (200_u64, 190_u64), 100_000, "#-###-#####-#");
group!(IT_13, IT_10, "88", (363_u64, 186_u64), 10_000, "##-###-####-#");
group!(NL_13, NL_10, "90", (200_u64, 300_u64), 10_000, "##-###-####-#");
group!(PT_13, PT_10, "972", (550_u64, 250_u64), 1_000, "###-###-###-#");

const COUNTRIES: &[&str] = &[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"];

const fn book(name: &'static str, label: Words, description: Words, series: &'static [&'static Series]) -> Numbered {
    Numbered::new(name, Family::Commerce, label, description, series).choose(Choice::country(COUNTRIES), LOCALE)
}

/// Thirteen digits.
pub(super) static ISBN_13: Numbered = book(
    "commerce.isbn13",
    words("ISBN-13", "ISBN-13"),
    words(
        "Numbers of books of the country's publishers, 13 digits with hyphens where they belong.",
        "Números de libros de editoriales del país, de 13 dígitos y con los guiones en su sitio.",
    ),
    &[&US_13, &GB_13, &ES_13, &MX_13, &CO_13, &CL_13, &AR_13, &BR_13, &FR_13, &DE_13, &IT_13, &NL_13, &PT_13],
);

/// Ten digits.
pub(super) static ISBN_10: Numbered = book(
    "commerce.isbn10",
    words("ISBN-10", "ISBN-10"),
    words(
        "Numbers of books as before 2007, 10 digits, the last of which may be X.",
        "Números de libros como antes de 2007, de 10 dígitos, el último de los cuales puede ser X.",
    ),
    &[&US_10, &GB_10, &ES_10, &MX_10, &CO_10, &CL_10, &AR_10, &BR_10, &FR_10, &DE_10, &IT_10, &NL_10, &PT_10],
);
