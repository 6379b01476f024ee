//! Numbers of accounts as each country writes them without the IBAN, with the check digits each has: Spain (CCC), France
//! (RIB), Italy (CIN), Portugal (NIB), Argentina (CBU), Mexico (CLABE), the Netherlands (test of eleven); and the codes of
//! banks in the United States (ABA) and the United Kingdom (sort codes).

use crate::generator::Family;
use crate::generators::support::check_digits::{mod97, nth_allowed, value, weighted};
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};

use super::iban::spanish_check;

/// Bank codes: Banco de España; Banque de France; ABI of Banca d'Italia; Banco de Portugal; BCRA; Banxico.
const SPANISH: [&str; 6] = ["0049", "0075", "0081", "0128", "0182", "2100"];
const FRENCH: [&str; 6] = ["30002", "30003", "30004", "20041", "10107", "14508"];
const ITALIAN: [&str; 6] = ["03069", "02008", "05034", "01005", "01030", "05387"];
const PORTUGUESE: [&str; 6] = ["0033", "0035", "0018", "0010", "0007", "0036"];
const ARGENTINE: [&str; 6] = ["007", "011", "014", "017", "072", "285"];
const MEXICAN: [&str; 8] = ["002", "012", "014", "021", "036", "044", "058", "072"];
/// Places of Mexican branches: Mexico City, Guadalajara, Monterrey, Puebla, Tijuana and others.
const PLAZAS: [&str; 12] = ["180", "320", "580", "650", "028", "910", "225", "240", "680", "691", "760", "790"];
/// Prefixes of the twelve Federal Reserve banks; those of thrift institutions are 20 more.
const RESERVE: [u64; 24] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32];
const TEN: u64 = 10_000_000_000;

/// Ten to twelve digits, as the big banks have them.
static US: Series = Series::plain("us_account", 9 * 111_000_000_000, 12, |parts, chars| {
    let place = parts.take(9 * 111_000_000_000);
    let (digits, first) = match place {
        0..9_000_000_000 => (10, 0),
        9_000_000_000..99_000_000_000 => (11, 9_000_000_000),
        _ => (12, 99_000_000_000),
    };
    chars.number(10_u64.pow(digits - 1) + place - first, digits as usize);
});
static GB: Series = Series::plain("gb_account", 90_000_000, 8, |p, c| c.number(10_000_000 + p.take(90_000_000), 8));
static ES: Series = Series::plain("es_account", 6 * 9_999 * TEN as u128, 20, |parts, chars| {
    let (bank, branch, account) = (parts.one(&SPANISH), 1 + parts.take(9_999), parts.take(TEN));
    chars.text(bank);
    chars.number(branch, 4);
    let of_branch = spanish_check(chars.all());
    chars.text("00");
    chars.number(account, 10);
    let of_account = spanish_check(chars.from(10));
    chars.set(8, b'0' + of_branch as u8);
    chars.set(9, b'0' + of_account as u8);
})
.or(&["#### #### ## ##########"]);
static MX: Series = Series::plain("mx_clabe", 8 * 12 * 90_000_000_000, 18, clabe);
static CO: Series = Series::plain("co_account", 90_000_000_000, 11, |p, c| c.number(TEN + p.take(90_000_000_000), 11))
    .or(&["###-######-##"]);
static CL: Series = Series::plain("cl_account", 9 * TEN as u128, 12, |p, c| c.number(TEN + p.take(9 * TEN), 12))
    .or(&["##-###-#####-##"]);
static AR: Series = Series::plain("ar_cbu", 6 * 9_000 * 1_000_000_000_000, 22, |parts, chars| {
    chars.text(parts.one(&ARGENTINE));
    chars.number(1_000 + parts.take(9_000), 4);
    let check = argentine_check(chars.all());
    chars.digit(check);
    chars.number(parts.take(1_000_000_000_000), 13);
    let check = argentine_check(chars.from(8));
    chars.digit(check);
})
.or(&["######## ##############"]);
/// Branch with its digit, account with its digit (both modulo 11, X for ten).
static BR: Series = Series::plain("br_account", 9_999 * 90_000_000, 17, |parts, chars| {
    chars.number(1 + parts.take(9_999), 4);
    let branch = brazilian_check(chars.all());
    chars.byte(b'-');
    chars.byte(branch);
    chars.byte(b' ');
    let start = chars.all().len();
    chars.number(10_000_000 + parts.take(90_000_000), 8);
    let account = brazilian_check(chars.from(start));
    chars.byte(b'-');
    chars.byte(account);
});
/// Bank, branch, account, key.
static FR: Series = Series::plain("fr_rib", 6 * 99_999 * 90_000_000_000, 23, |parts, chars| {
    chars.text(parts.one(&FRENCH));
    chars.number(1 + parts.take(99_999), 5);
    chars.number(TEN + parts.take(90_000_000_000), 11);
    let rest = chars.all().iter().chain(b"00").fold(0, |n, digit| (n * 10 + u64::from(value(*digit))) % 97);
    chars.number(97 - rest, 2);
})
.or(&["##### ##### ########### ##"]);
static DE: Series =
    Series::plain("de_account", 9_000_000_000, 10, |p, c| c.number(1_000_000_000 + p.take(9_000_000_000), 10));
/// Check character, bank (ABI), branch (CAB), account.
static IT: Series = Series::plain("it_bban", 6 * 99_999 * 1_000_000_000_000, 23, |parts, chars| {
    chars.byte(b'A');
    chars.text(parts.one(&ITALIAN));
    chars.number(1 + parts.take(99_999), 5);
    chars.number(parts.take(1_000_000_000_000), 12);
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let character = |(at, byte): (usize, &u8)| if at % 2 == 0 { ODD[value(*byte) as usize] } else { value(*byte) };
    let sum: u32 = chars.from(1).iter().enumerate().map(character).sum();
    chars.set(0, b'A' + (sum % 26) as u8);
})
.or(&["# ##### ##### ############"]);
static NL: Series = Series::plain("nl_account", 90_000_000 * 9, 10, |parts, chars| {
    chars.number(10_000_000 + parts.take(90_000_000), 8);
    let sum = chars.weighted(0, &[10, 9, 8, 7, 6, 5, 4, 3]);
    let ninth = nth_allowed(parts.take(9), |digit| (sum + 2 * u32::from(digit)) % 11 != 1);
    chars.digit(ninth);
    chars.digit(((11 - (sum + 2 * u32::from(ninth)) % 11) % 11) as u8);
});
static PT: Series = Series::plain("pt_nib", 6 * 9_999 * 90_000_000_000, 21, |parts, chars| {
    chars.text(parts.one(&PORTUGUESE));
    chars.number(1 + parts.take(9_999), 4);
    chars.number(TEN + parts.take(90_000_000_000), 11);
    let rest = mod97(chars.all().iter().chain(b"00"));
    chars.number(98 - rest, 2);
})
.or(&["#### #### ########### ##"]);

/// Bank, place of the branch, account, and a digit with weights 3 7 1 modulo ten each.
fn clabe(parts: &mut Parts, chars: &mut Chars) {
    chars.text(parts.one(&MEXICAN));
    chars.text(parts.one(&PLAZAS));
    chars.number(TEN + parts.take(90_000_000_000), 11);
    let sum = weighted(chars.all(), &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7]);
    chars.digit(((10 - sum % 10) % 10) as u8);
}

fn argentine_check(digits: &[u8]) -> u8 {
    let sum: u32 =
        digits.iter().rev().zip([3, 1, 7, 9].iter().cycle()).map(|(digit, weight)| value(*digit) * weight).sum();
    ((10 - sum % 10) % 10) as u8
}

fn brazilian_check(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().zip(2..=9).map(|(digit, weight)| value(*digit) * weight).sum();
    b"0X987654321"[(sum % 11) as usize]
}

static ROUTING_SERIES: Series = Series::plain("us_routing", 24 * 1_000_000, 9, |parts, chars| {
    chars.number(parts.one(&RESERVE), 2);
    chars.number(parts.take(1_000_000), 6);
    let sum = chars.weighted(0, &[3, 7, 1, 3, 7, 1, 3, 7]);
    chars.digit(((10 - sum % 10) % 10) as u8);
});
static SORT_SERIES: Series = Series::plain("gb_sort_code", 48 * 10_000, 6, |parts, chars| {
    const BANKS: [u64; 48] = [
        1, 4, 5, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 23, 25, 26, 30, 31, 33, 40, 41, 42, 43, 44, 45, 50,
        51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 70, 72, 77, 80, 82, 83, 87,
    ];
    chars.number(parts.one(&BANKS), 2);
    chars.number(parts.take(10_000), 4);
})
.marked(&["##-##-##"]);

/// Account numbers.
pub(super) static ACCOUNT: Numbered = Numbered::new(
    "finance.account_number",
    Family::Finance,
    words("Account number", "Número de cuenta"),
    words(
        "Numbers of bank accounts as the country writes them, with its check digits (CCC, RIB, CLABE, CBU …).",
        "Números de cuenta bancaria como los escribe el país, con sus dígitos de control (CCC, RIB, CLABE, CBU…).",
    ),
    &[&US, &GB, &ES, &MX, &CO, &CL, &AR, &BR, &FR, &DE, &IT, &NL, &PT],
)
.choose(
    Choice::country(&[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"]),
    LOCALE,
);

/// Mexican accounts.
pub(super) static CLABE: Numbered = Numbered::new(
    "finance.clabe",
    Family::Finance,
    words("CLABE", "CLABE"),
    words(
        "Standardised Mexican account numbers of 18 digits with codes of real banks.",
        "Claves bancarias estandarizadas de México, de 18 dígitos y con códigos de bancos reales.",
    ),
    &[&MX],
);

/// US banks.
pub(super) static ROUTING: Numbered = Numbered::new(
    "finance.routing_number",
    Family::Finance,
    words("US routing number", "Número de ruta (EE. UU.)"),
    words(
        "ABA routing numbers of US banks with their check digit.",
        "Números de ruta ABA de bancos de Estados Unidos con su dígito de control.",
    ),
    &[&ROUTING_SERIES],
);

/// British banks.
pub(super) static SORT_CODE: Numbered = Numbered::new(
    "finance.sort_code",
    Family::Finance,
    words("UK sort code", "Código de clasificación (Reino Unido)"),
    words(
        "Sort codes of British banks, with beginnings that are in use.",
        "Códigos de clasificación de bancos británicos, con comienzos en uso.",
    ),
    &[&SORT_SERIES],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_have_their_digits() {
        // 032180000118359719, from the rules of the CLABE; 121000248, Wells Fargo.
        assert_eq!(weighted(b"03218000011835971", &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7]) % 10, 1);
        assert_eq!(weighted(b"12100024", &[3, 7, 1, 3, 7, 1, 3, 7]) % 10, 2);
        assert_eq!((argentine_check(b"2850590"), argentine_check(b"4009041813520")), (9, 1));
    }
}
