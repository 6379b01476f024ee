//! VAT numbers of the European Union as VIES takes them (European Commission, "VIES VAT number format"), with the check
//! digits each country publishes.

use crate::generators::support::check_digits::{luhn, mod11_10, nth_allowed};
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{ANY, Choice, Numbered};
use crate::generators::support::serial::{Chars, Series};

use super::{document, france, germany, italy, netherlands, portugal, spain};

/// One million numbers and more, and no leading zeros: six and seven digits free.
const SIX: u64 = 900_000;
const SEVEN: u64 = 9_000_000;

static AT: Series = Series::plain("at_vat", SEVEN as u128, 11, |parts, chars| {
    chars.text("ATU");
    chars.number(1_000_000 + parts.take(SEVEN), 7);
    // Doubled are the second, fourth and sixth digit: Luhn's rule for the first six, the seventh as it is, and four more.
    let seven = chars.from(3);
    let check = (luhn(&seven[..6]) + 16 - (seven[6] - b'0')) % 10;
    chars.digit(check);
});
static BE: Series = Series::plain("be_vat", SEVEN as u128, 12, |parts, chars| {
    chars.text("BE0");
    let number = 1_000_000 + parts.take(SEVEN);
    chars.number(number, 7);
    chars.number(97 - number % 97, 2);
});
static DK: Series = Series::plain("dk_vat", (SIX * 9) as u128, 10, |parts, chars| {
    chars.text("DK");
    chars.number(100_000 + parts.take(SIX), 6);
    // 10 has no sign.
    let sum = chars.weighted(2, &[2, 7, 6, 5, 4, 3]);
    let seventh = nth_allowed(parts.take(9), |digit| (sum + 2 * u32::from(digit)) % 11 != 1);
    chars.digit(seventh);
    chars.digit(((11 - (sum + 2 * u32::from(seventh)) % 11) % 11) as u8);
});
static EE: Series = Series::plain("ee_vat", SEVEN as u128, 11, |parts, chars| {
    chars.text("EE1");
    chars.number(1_000_000 + parts.take(SEVEN), 7);
    let sum = chars.weighted(2, &[3, 7, 1, 3, 7, 1, 3, 7]);
    chars.digit(((10 - sum % 10) % 10) as u8);
});
static EL: Series = Series::plain("gr_vat", SEVEN as u128, 11, |parts, chars| {
    chars.text("EL0");
    chars.number(1_000_000 + parts.take(SEVEN), 7);
    let sum = chars.weighted(2, &[256, 128, 64, 32, 16, 8, 4, 2]);
    chars.digit((sum % 11 % 10) as u8);
});
static ES: Series = Series::plain("es_cif", 20_000_000, 11, |parts, chars| {
    let mut own = Chars::new();
    spain::cif(parts, &mut own);
    chars.text("ES");
    own.all().iter().for_each(|byte| chars.byte(*byte));
});
static FI: Series = Series::plain("fi_vat", (SIX * 9) as u128, 10, |parts, chars| {
    chars.text("FI");
    chars.number(100_000 + parts.take(SIX), 6);
    let sum = chars.weighted(2, &[7, 9, 10, 5, 8, 4]);
    let seventh = nth_allowed(parts.take(9), |digit| (sum + 2 * u32::from(digit)) % 11 != 1);
    chars.digit(seventh);
    chars.digit(((11 - (sum + 2 * u32::from(seventh)) % 11) % 11) as u8);
});
static HR: Series = Series::plain("hr_vat", 9_000_000_000, 13, |parts, chars| {
    chars.text("HR");
    chars.number(1_000_000_000 + parts.take(9_000_000_000), 10);
    let check = mod11_10(chars.from(2));
    chars.digit(check);
});
static HU: Series = Series::plain("hu_vat", SEVEN as u128, 10, |parts, chars| {
    chars.text("HU");
    chars.number(1_000_000 + parts.take(SEVEN), 7);
    let sum = chars.weighted(2, &[9, 7, 3, 1, 9, 7, 3]);
    chars.digit(((10 - sum % 10) % 10) as u8);
});
static LU: Series = Series::plain("lu_vat", SIX as u128, 10, |parts, chars| {
    let number = 100_000 + parts.take(SIX);
    chars.text("LU");
    chars.number(number, 6);
    chars.number(number % 89, 2);
});
static PL: Series = Series::plain("pl_vat", (SEVEN * 10 * 9) as u128, 12, |parts, chars| {
    chars.text("PL");
    chars.number(10_000_000 + parts.take(SEVEN * 10), 8);
    let sum = chars.weighted(2, &[6, 5, 7, 2, 3, 4, 5, 6]);
    let ninth = nth_allowed(parts.take(9), |digit| (sum + 7 * u32::from(digit)) % 11 != 10);
    chars.digit(ninth);
    chars.digit(((sum + 7 * u32::from(ninth)) % 11) as u8);
});
static SE: Series = Series::plain("se_vat", 8_000_000, 14, |parts, chars| {
    chars.text("SE55");
    // The third digit is 2 or more, so that the number is no person's.
    chars.number(2_000_000 + parts.take(8_000_000), 7);
    let check = luhn(chars.from(2));
    chars.digit(check);
    chars.text("01");
});

const COUNTRIES: &[&str] =
    &[ANY, "AT", "BE", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IT", "LU", "NL", "PL", "PT", "SE"];

/// VAT numbers of a country of the union.
pub(super) static VAT: Numbered = document(
    "identity.eu_vat",
    words("EU VAT number", "Número de IVA (UE)"),
    words(
        "VAT numbers of the European Union with country prefix and check digits.",
        "Números de IVA de la Unión Europea con prefijo de país y dígitos de control.",
    ),
    &[
        &AT,
        &BE,
        &germany::VAT_SERIES,
        &DK,
        &EE,
        &EL,
        &ES,
        &FI,
        &france::VAT_SERIES,
        &HR,
        &HU,
        &italy::EU_VAT_SERIES,
        &LU,
        &netherlands::BTW_SERIES,
        &PL,
        &portugal::VAT_SERIES,
        &SE,
    ],
)
.choose(
    Choice {
        param: "country",
        label: words("Country", "País"),
        help: words(
            "Prefix of the country (EL is Greece), or any of the union.",
            "Prefijo del país (EL es Grecia) o cualquiera de la unión (any).",
        ),
        names: COUNTRIES,
    },
    "ES",
);
