//! Banks and public holidays. Codes of the CLABE after the Banco de México (by the package clabe); BICs after the SWIFT
//! directory. The days of rest of the Ley Federal del Trabajo; checked by the package holidays.

use chrono::Weekday::Mon;

use crate::locales::holidays::{Holiday, fixed, nth};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National = National { bank: Bank { iban: None, banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("012", "BBVA México", "BCMRMXMM"),
    ("002", "Banamex", "BNMXMXMM"),
    ("014", "Santander", "BMSXMXMM"),
    ("072", "Banorte", "MENOMXMT"),
    ("021", "HSBC", "BIMEMXMM"),
    ("044", "Scotiabank", "MBCOMXMM"),
    ("036", "Inbursa", "INBUMXMM"),
    ("030", "Banco del Bajío", "BJIOMXML"),
    ("062", "Afirme", "AFIRMXMT"),
    ("058", "Banregio", "RGIOMXMT"),
    ("127", "Banco Azteca", "AZTKMXMM"),
    ("042", "Banca Mifel", "MIFEMXMM"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Año Nuevo"),
    nth(2, Mon, 1, "Día de la Constitución"),
    nth(3, Mon, 3, "Natalicio de Benito Juárez"),
    fixed(5, 1, "Día del Trabajo"),
    fixed(9, 16, "Día de la Independencia"),
    fixed(10, 1, "Transmisión del Poder Ejecutivo Federal").since(2024).every(6),
    nth(11, Mon, 3, "Día de la Revolución"),
    fixed(12, 25, "Navidad"),
];
