//! Numbers of securities and of those who trade them: ISIN (ISO 6166), CUSIP (ANSI X9.6), SEDOL (London Stock Exchange), LEI
//! (ISO 17442); real tickers and market codes (ISO 10383).

use crate::generator::Family;
use crate::generators::support::check_digits::{luhn, mod97};
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};
use crate::generators::support::serial::{Chars, Parts, Series};
use crate::generators::support::terms::{List, Terms};

const LETTERS_AND_DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Without I and O, which are not used.
const CUSIP_SIGNS: &[u8; 34] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Digits and consonants.
const SEDOL_SIGNS: &[u8; 31] = b"0123456789BCDFGHJKLMNPQRSTVWXYZ";
/// Prefixes of local operating units that issue LEIs.
const ISSUERS: [&str; 10] = ["2138", "3157", "5299", "5493", "6354", "7245", "8156", "9598", "9695", "9845"];

static CUSIP_SERIES: Series = Series::plain("cusip", 900 * 34_u128.pow(3) * 10, 9, cusip);
static SEDOL_SERIES: Series = Series::plain("sedol", 21 * 31_u128.pow(5), 7, sedol);
static LEI_SERIES: Series = Series::plain("lei", 10 * 36_u128.pow(12), 20, |parts, chars| {
    chars.text(parts.one(&ISSUERS));
    chars.text("00");
    (0..12).for_each(|_| chars.byte(parts.one(LETTERS_AND_DIGITS)));
    let rest = mod97(chars.all().iter().chain(b"00"));
    chars.number(98 - rest, 2);
});

/// Three digits and three signs of the issuer, two of the issue (10 and up by tens for shares).
fn cusip(parts: &mut Parts, chars: &mut Chars) {
    let start = chars.all().len();
    chars.number(100 + parts.take(900), 3);
    (0..3).for_each(|_| chars.byte(parts.one(CUSIP_SIGNS)));
    chars.number(10 * (parts.take(10)), 2);
    let sum: u32 = chars
        .from(start)
        .iter()
        .enumerate()
        .map(|(at, byte)| rank(*byte) * if at % 2 == 0 { 1 } else { 2 })
        .map(|value| value / 10 + value % 10)
        .sum();
    chars.digit(((10 - sum % 10) % 10) as u8);
}

fn sedol(parts: &mut Parts, chars: &mut Chars) {
    const WEIGHTS: [u32; 6] = [1, 3, 1, 7, 3, 9];
    let start = chars.all().len();
    chars.byte(parts.one(&SEDOL_SIGNS[10..]));
    (0..5).for_each(|_| chars.byte(parts.one(SEDOL_SIGNS)));
    let sum: u32 = chars.from(start).iter().zip(WEIGHTS).map(|(byte, weight)| rank(*byte) * weight).sum();
    chars.digit(((10 - sum % 10) % 10) as u8);
}

/// The value of a digit, or of a letter from 10 for A.
fn rank(byte: u8) -> u32 {
    if byte.is_ascii_digit() { u32::from(byte - b'0') } else { u32::from(byte.wrapping_sub(b'A')) + 10 }
}

/// Appends the check digit of an ISIN: Luhn's, of its characters as numbers one behind the other.
fn isin_check(chars: &mut Chars) {
    let mut digits = Chars::new();
    for byte in chars.all() {
        let value = rank(*byte);
        digits.number(u64::from(value), if value > 9 { 2 } else { 1 });
    }
    chars.digit(luhn(digits.all()));
}

/// Declares the ISINs of a country whose own numbers have digits only, by what they begin with.
macro_rules! isin {
    ($name:ident, $start:literal, $digits:literal) => {
        static $name: Series = Series::plain($start, 10_u128.pow($digits), 12, |parts, chars| {
            chars.text($start);
            chars.number(parts.take(10_u64.pow($digits)), $digits);
            isin_check(chars);
        });
    };
}

static US: Series = Series::plain("us_isin", 900 * 34_u128.pow(3) * 10, 12, |parts, chars| {
    chars.text("US");
    cusip(parts, chars);
    isin_check(chars);
});
static GB: Series = Series::plain("gb_isin", 21 * 31_u128.pow(5), 12, |parts, chars| {
    chars.text("GB00");
    sedol(parts, chars);
    isin_check(chars);
});
isin!(ES, "ES01", 7);
isin!(FR, "FR00", 7);
isin!(DE, "DE000", 6);
isin!(IT, "IT000", 6);
isin!(NL, "NL00", 7);
isin!(PT, "PTEDP0", 5);
isin!(CL, "CLP", 8);
isin!(AR, "ARP", 8);
isin!(CO, "COB", 8);
isin!(MX, "MXP", 8);
isin!(BR, "BRACN", 6);

/// Securities of a country.
pub(super) static ISIN: Numbered = Numbered::new(
    "finance.isin",
    Family::Finance,
    words("ISIN", "ISIN"),
    words(
        "International securities numbers with their check digit; in the United States and Britain a CUSIP or SEDOL is inside.",
        "Números internacionales de valores con su dígito de control; en Estados Unidos y Gran Bretaña llevan dentro un CUSIP o SEDOL.",
    ),
    &[&US, &GB, &ES, &MX, &CO, &CL, &AR, &BR, &FR, &DE, &IT, &NL, &PT],
)
.choose(
    Choice::country(&[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"]),
    LOCALE,
);

/// North American securities.
pub(super) static CUSIP: Numbered = Numbered::new(
    "finance.cusip",
    Family::Finance,
    words("CUSIP", "CUSIP"),
    words(
        "North American securities numbers with their check digit.",
        "Números de valores norteamericanos con su dígito de control.",
    ),
    &[&CUSIP_SERIES],
);

/// British securities.
pub(super) static SEDOL: Numbered = Numbered::new(
    "finance.sedol",
    Family::Finance,
    words("SEDOL", "SEDOL"),
    words(
        "British securities numbers with their check digit.",
        "Números de valores británicos con su dígito de control.",
    ),
    &[&SEDOL_SERIES],
);

/// Legal entities.
pub(super) static LEI: Numbered = Numbered::new(
    "finance.lei",
    Family::Finance,
    words("LEI", "LEI"),
    words(
        "Identifiers of companies that trade securities, with their check digits.",
        "Identificadores de entidades jurídicas que negocian valores, con sus dígitos de control.",
    ),
    &[&LEI_SERIES],
);

/// Codes of markets, the bigger ones often (market capitalisation after the World Federation of Exchanges).
#[rustfmt::skip]
pub(super) static EXCHANGE: Terms = Terms {
    name: "finance.exchange_code",
    family: Family::Finance,
    label: words("Exchange code (MIC)", "Código de mercado (MIC)"),
    description: words(
        "Market identifier codes of stock exchanges, four letters.",
        "Códigos de identificación de mercados de valores, de cuatro letras.",
    ),
    list: List::Same(&[
        (25, "XNYS"), (24, "XNAS"), (8, "XSHG"), (7, "XTKS"), (5, "XSHE"), (5, "XHKG"), (4, "XLON"), (4, "XPAR"),
        (3, "XAMS"), (3, "XTSE"), (3, "XETR"), (3, "XNSE"), (3, "XBOM"), (2, "XSWX"), (2, "XASX"), (2, "XKRX"),
        (2, "XTAI"), (2, "XSTO"), (2, "BVMF"), (2, "XMAD"), (2, "XMIL"), (1, "XMEX"), (1, "XJSE"), (1, "XSES"),
        (1, "XBRU"), (1, "XLIS"), (1, "XSGO"), (1, "XBOG"), (1, "XBUE"), (1, "XCSE"), (1, "XHEL"), (1, "XOSL"),
    ]),
};

/// Symbols of well-known shares.
#[rustfmt::skip]
pub(super) static TICKER: Terms = Terms {
    name: "finance.stock_ticker",
    family: Family::Finance,
    label: words("Stock ticker", "Símbolo bursátil"),
    description: words(
        "Symbols of shares of big listed companies.",
        "Símbolos de acciones de grandes empresas cotizadas.",
    ),
    list: List::Same(&[
        (9, "AAPL"), (9, "MSFT"), (9, "NVDA"), (8, "GOOGL"), (8, "AMZN"), (7, "META"), (6, "TSLA"), (5, "AVGO"),
        (4, "JPM"), (4, "V"), (4, "MA"), (4, "WMT"), (4, "XOM"), (3, "JNJ"), (3, "PG"), (3, "HD"), (3, "KO"),
        (3, "PEP"), (3, "COST"), (3, "ORCL"), (3, "BAC"), (3, "ABBV"), (3, "CVX"), (3, "MRK"), (3, "NFLX"), (3, "AMD"),
        (2, "CRM"), (2, "ADBE"), (2, "CSCO"), (2, "ACN"), (2, "LIN"), (2, "MCD"), (2, "TMO"), (2, "ABT"), (2, "WFC"),
        (2, "DIS"), (2, "INTC"), (2, "QCOM"), (2, "TXN"), (2, "IBM"), (2, "GE"), (2, "CAT"), (2, "BA"), (2, "NKE"),
        (2, "PFE"), (2, "T"), (2, "VZ"), (2, "UPS"), (2, "GS"), (2, "MS"), (1, "SAN"), (1, "BBVA"), (1, "SAP"),
        (1, "ASML"), (1, "TM"), (1, "SONY"), (1, "NVO"), (1, "SHEL"), (1, "BP"), (1, "HSBC"), (1, "UL"), (1, "VALE"),
        (1, "PBR"), (1, "ITUB"), (1, "MELI"), (1, "AMX"), (1, "CX"), (1, "EC"), (1, "SQM"), (1, "YPF"),
    ]),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_have_their_digits() {
        // Apple: US0378331005. BAE Systems: GB0002634946.
        let check = |start: &str, digit: u8| {
            let mut chars = Chars::new();
            chars.text(start);
            isin_check(&mut chars);
            assert_eq!(chars.all().last(), Some(&(b'0' + digit)), "{start}");
        };
        check("US037833100", 5);
        check("GB000263494", 6);
    }
}
