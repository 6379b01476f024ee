//! Numbers of articles: GTIN in its lengths (GS1 General Specifications), ISSN (ISO 3297) and SSCC.

use crate::generator::{Family, Words};
use crate::generators::support::check_digits::gs1;
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

/// Prefixes of GS1 organisations, more than one where they have many members: United States, France, Germany, Japan, China,
/// United Kingdom, Mexico, Colombia, Chile, Argentina, Brazil, Italy, Spain, the Netherlands, Portugal.
const PREFIXES: [u64; 20] =
    [1, 7, 30, 300, 330, 400, 405, 450, 490, 690, 693, 500, 750, 770, 780, 779, 789, 800, 841, 871];
/// Numbers behind a prefix of three digits.
const ARTICLES: u64 = 1_000_000_000;

/// Appends the prefix, the number within it, and the check digit of all from `start` on.
fn finish(prefix: u64, start: usize, parts: &mut Parts, chars: &mut Chars) {
    chars.number(prefix, 3);
    chars.number(parts.take(ARTICLES), 9);
    let check = gs1(chars.from(start));
    chars.digit(check);
}

/// Declares the EAN-13 of a country, by its prefix and how many follow it.
macro_rules! country {
    ($name:ident, $purpose:literal, $first:literal, $count:literal) => {
        static $name: Series = Series::plain($purpose, $count * ARTICLES as u128, 13, |parts, chars| {
            let prefix = $first + parts.take($count);
            finish(prefix, 0, parts, chars);
        });
    };
}

country!(GB, "ean_gb", 500, 10);
country!(ES, "ean_es", 840, 10);
country!(MX, "ean_mx", 750, 1);
country!(CO, "ean_co", 770, 2);
country!(CL, "ean_cl", 780, 1);
country!(AR, "ean_ar", 778, 2);
country!(BR, "ean_br", 789, 2);
country!(FR, "ean_fr", 300, 80);
country!(DE, "ean_de", 400, 41);
country!(IT, "ean_it", 800, 40);
country!(NL, "ean_nl", 870, 10);
country!(PT, "ean_pt", 560, 1);

static EAN13_SERIES: Series = Series::plain("ean13", PREFIXES.len() as u128 * ARTICLES as u128, 13, |parts, chars| {
    let prefix = parts.one(&PREFIXES);
    finish(prefix, 0, parts, chars);
});
/// The first prefixes are those of UPC, which is shortened in another way.
static EAN8_SERIES: Series = Series::plain("ean8", (PREFIXES.len() - 3) as u128 * 10_000, 8, |parts, chars| {
    chars.number(parts.one(&PREFIXES[3..]), 3);
    chars.number(parts.take(10_000), 4);
    let check = gs1(chars.all());
    chars.digit(check);
});
/// Number systems 0, 1 and 6 to 8 are for goods; the others for weight, coupons and stores' own use.
static UPC_SERIES: Series = Series::plain("upc_a", 5 * 10_000_000_000, 12, |parts, chars| {
    chars.of(b"01678", parts.take(5));
    chars.number(parts.take(10_000_000_000), 10);
    let check = gs1(chars.all());
    chars.digit(check);
});
/// The first digit tells how the articles are packed.
static GTIN14_SERIES: Series =
    Series::plain("gtin14", 8 * PREFIXES.len() as u128 * ARTICLES as u128, 14, |parts, chars| {
        chars.digit(1 + parts.take(8) as u8);
        let prefix = parts.one(&PREFIXES);
        finish(prefix, 0, parts, chars);
    });
static SSCC_SERIES: Series =
    Series::plain("sscc", 10 * PREFIXES.len() as u128 * 10_000_000_000_000, 18, |parts, chars| {
        chars.number(parts.take(10), 1);
        chars.number(parts.one(&PREFIXES), 3);
        chars.number(parts.take(10_000_000_000_000), 13);
        let check = gs1(chars.all());
        chars.digit(check);
    })
    .or(&["(00) # ####### ##########"]);
static ISSN_SERIES: Series = Series::plain("issn", 2_900_000, 8, |parts, chars| {
    chars.number(30_000 + parts.take(2_900_000), 7);
    let sum = chars.weighted(0, &[8, 7, 6, 5, 4, 3, 2]);
    chars.of(b"0X987654321", u64::from(sum % 11));
})
.marked(&["####-####"]);

const fn article(name: &'static str, label: Words, description: Words, series: &'static [&'static Series]) -> Numbered {
    Numbered::new(name, Family::Commerce, label, description, series)
}

/// Bar codes of the country.
pub(super) static BARCODE: Numbered = article(
    "commerce.barcode",
    words("Bar code", "Código de barras"),
    words(
        "Numbers of bar codes as articles of the country bear them: UPC-A in the United States, else EAN-13.",
        "Números de código de barras como los llevan los artículos del país: UPC-A en Estados Unidos, EAN-13 en los demás.",
    ),
    &[&UPC_SERIES, &GB, &ES, &MX, &CO, &CL, &AR, &BR, &FR, &DE, &IT, &NL, &PT],
)
.choose(
    Choice::country(&[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"]),
    LOCALE,
);

/// Thirteen digits.
pub(super) static EAN13: Numbered = article(
    "commerce.ean13",
    words("EAN-13", "EAN-13"),
    words(
        "Article numbers of 13 digits (GTIN-13) with prefixes of many countries and a right check digit.",
        "Números de artículo de 13 dígitos (GTIN-13) con prefijos de muchos países y dígito de control correcto.",
    ),
    &[&EAN13_SERIES],
);

/// Eight digits.
pub(super) static EAN8: Numbered = article(
    "commerce.ean8",
    words("EAN-8", "EAN-8"),
    words(
        "Article numbers of 8 digits (GTIN-8), for small packages.",
        "Números de artículo de 8 dígitos (GTIN-8), para envases pequeños.",
    ),
    &[&EAN8_SERIES],
);

/// Twelve digits.
pub(super) static UPC_A: Numbered = article(
    "commerce.upc_a",
    words("UPC-A", "UPC-A"),
    words(
        "Article numbers of 12 digits (GTIN-12), as in North America.",
        "Números de artículo de 12 dígitos (GTIN-12), como en Norteamérica.",
    ),
    &[&UPC_SERIES],
);

/// Fourteen digits.
pub(super) static GTIN14: Numbered = article(
    "commerce.gtin14",
    words("GTIN-14", "GTIN-14"),
    words(
        "Numbers of cases and packs of articles, 14 digits.",
        "Números de cajas y paquetes de artículos, de 14 dígitos.",
    ),
    &[&GTIN14_SERIES],
);

/// Shipping units.
pub(super) static SSCC: Numbered = article(
    "commerce.sscc",
    words("SSCC", "SSCC"),
    words(
        "Serial numbers of pallets and other shipping units, 18 digits.",
        "Números de serie de palés y otras unidades de envío, de 18 dígitos.",
    ),
    &[&SSCC_SERIES],
);

/// Periodicals.
pub(super) static ISSN: Numbered = article(
    "commerce.issn",
    words("ISSN", "ISSN"),
    words(
        "Numbers of periodicals with their check digit, X included.",
        "Números de publicaciones periódicas con su dígito de control, X incluida.",
    ),
    &[&ISSN_SERIES],
);
