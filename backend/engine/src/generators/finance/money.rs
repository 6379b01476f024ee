//! What is known of currencies (ISO 4217): names in English, Spanish and Portuguese, the sign, digits behind the point, and a
//! rough price of a US dollar (yearly means of 2025, after the European Central Bank and the Bank for International
//! Settlements).

/// A currency.
pub(super) struct Currency {
    pub(super) code: &'static str,
    pub(super) sign: &'static str,
    pub(super) names: [&'static str; 3],
    /// Digits behind the point.
    pub(super) digits: u8,
    /// How many of it a US dollar costs.
    pub(super) dollar: f64,
}

const fn of(code: &'static str, sign: &'static str, names: [&'static str; 3], digits: u8, dollar: f64) -> Currency {
    Currency { code, sign, names, digits, dollar }
}

/// Much used currencies.
#[rustfmt::skip]
pub(super) const CURRENCIES: [Currency; 40] = [
    of("USD", "$", ["US dollar", "dólar estadounidense", "dólar americano"], 2, 1.0),
    of("EUR", "€", ["euro", "euro", "euro"], 2, 0.89),
    of("JPY", "¥", ["Japanese yen", "yen japonés", "iene japonês"], 0, 149.0),
    of("GBP", "£", ["pound sterling", "libra esterlina", "libra esterlina"], 2, 0.76),
    of("CNY", "¥", ["Chinese yuan", "yuan chino", "yuan chinês"], 2, 7.2),
    of("AUD", "A$", ["Australian dollar", "dólar australiano", "dólar australiano"], 2, 1.55),
    of("CAD", "CA$", ["Canadian dollar", "dólar canadiense", "dólar canadense"], 2, 1.4),
    of("CHF", "CHF", ["Swiss franc", "franco suizo", "franco suíço"], 2, 0.83),
    of("MXN", "$", ["Mexican peso", "peso mexicano", "peso mexicano"], 2, 19.2),
    of("BRL", "R$", ["Brazilian real", "real brasileño", "real brasileiro"], 2, 5.6),
    of("SEK", "kr", ["Swedish krona", "corona sueca", "coroa sueca"], 2, 9.8),
    of("INR", "₹", ["Indian rupee", "rupia india", "rupia indiana"], 2, 87.0),
    of("COP", "$", ["Colombian peso", "peso colombiano", "peso colombiano"], 2, 4_050.0),
    of("CLP", "$", ["Chilean peso", "peso chileno", "peso chileno"], 0, 950.0),
    of("ARS", "$", ["Argentine peso", "peso argentino", "peso argentino"], 2, 1_240.0),
    of("PEN", "S/", ["Peruvian sol", "sol peruano", "sol peruano"], 2, 3.6),
    of("NOK", "kr", ["Norwegian krone", "corona noruega", "coroa norueguesa"], 2, 10.4),
    of("DKK", "kr", ["Danish krone", "corona danesa", "coroa dinamarquesa"], 2, 6.6),
    of("PLN", "zł", ["Polish zloty", "esloti polaco", "zloty polonês"], 2, 3.8),
    of("CZK", "Kč", ["Czech koruna", "corona checa", "coroa tcheca"], 2, 22.0),
    of("HUF", "Ft", ["Hungarian forint", "forinto húngaro", "forint húngaro"], 2, 354.0),
    of("RON", "lei", ["Romanian leu", "leu rumano", "leu romeno"], 2, 4.5),
    of("TRY", "₺", ["Turkish lira", "lira turca", "lira turca"], 2, 39.0),
    of("ILS", "₪", ["Israeli new shekel", "nuevo séquel israelí", "novo shekel israelense"], 2, 3.5),
    of("ZAR", "R", ["South African rand", "rand sudafricano", "rand sul-africano"], 2, 17.9),
    of("KRW", "₩", ["South Korean won", "won surcoreano", "won sul-coreano"], 0, 1_420.0),
    of("SGD", "S$", ["Singapore dollar", "dólar de Singapur", "dólar de Singapura"], 2, 1.31),
    of("HKD", "HK$", ["Hong Kong dollar", "dólar de Hong Kong", "dólar de Hong Kong"], 2, 7.8),
    of("NZD", "NZ$", ["New Zealand dollar", "dólar neozelandés", "dólar neozelandês"], 2, 1.71),
    of("TWD", "NT$", ["New Taiwan dollar", "nuevo dólar taiwanés", "novo dólar taiwanês"], 2, 31.2),
    of("THB", "฿", ["Thai baht", "bat tailandés", "baht tailandês"], 2, 32.9),
    of("IDR", "Rp", ["Indonesian rupiah", "rupia indonesia", "rupia indonésia"], 2, 16_400.0),
    of("MYR", "RM", ["Malaysian ringgit", "ringgit malasio", "ringgit malaio"], 2, 4.3),
    of("PHP", "₱", ["Philippine peso", "peso filipino", "peso filipino"], 2, 57.5),
    of("AED", "AED", ["UAE dirham", "dírham de los EAU", "dirham dos EAU"], 2, 3.67),
    of("SAR", "SAR", ["Saudi riyal", "rial saudí", "rial saudita"], 2, 3.75),
    of("EGP", "E£", ["Egyptian pound", "libra egipcia", "libra egípcia"], 2, 50.0),
    of("UYU", "$U", ["Uruguayan peso", "peso uruguayo", "peso uruguaio"], 2, 41.0),
    of("BOB", "Bs", ["Bolivian boliviano", "boliviano", "boliviano"], 2, 6.91),
    of("CRC", "₡", ["Costa Rican colón", "colón costarricense", "colón costa-riquenho"], 2, 506.0),
];

/// The currency with a code.
pub(super) fn find(code: &str) -> Option<&'static Currency> {
    CURRENCIES.iter().find(|currency| currency.code == code)
}

/// How many of the currencies, the first ones, are drawn as "of the world"; the first of them often.
pub(super) const TRADED: u64 = 24;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::locales;

    #[test]
    fn currencies_differ_and_those_of_the_locales_are_known() {
        let codes: HashSet<&str> = CURRENCIES.iter().map(|c| c.code).collect();
        assert_eq!(codes.len(), CURRENCIES.len());
        assert!(locales::all().iter().all(|locale| find(locale.country.currency).is_some()));
        assert!(CURRENCIES.iter().all(|c| c.dollar > 0.0 && c.names.iter().all(|name| !name.is_empty())));
    }
}
