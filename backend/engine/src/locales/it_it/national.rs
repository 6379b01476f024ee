//! Banks and public holidays. Banks after the registry of the package schwifty. Holidays after law 260 of 1949 and its
//! changes; checked by the package holidays.

use chrono::Weekday::Sun;

use crate::locales::holidays::{Holiday, easter, fixed, nth};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("kbbbbbsssss############"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("03069", "Intesa Sanpaolo", "BCITITMM"),
    ("02008", "UniCredit", "UNCRITMM"),
    ("05034", "Banco BPM", "BAPPIT21"),
    ("05387", "BPER Banca", "BPMOIT22"),
    ("01030", "Banca Monte dei Paschi di Siena", "PASCITMM"),
    ("01005", "Banca Nazionale del Lavoro", "BNLIITRR"),
    ("06230", "Crédit Agricole Italia", "CRPPIT2P"),
    ("03032", "Credito Emiliano", "BACRIT21"),
    ("05696", "Banca Popolare di Sondrio", "POSOIT21"),
    ("07601", "Poste Italiane", "BPPIITRR"),
    ("03015", "FinecoBank", "FEBIITM1"),
    ("03268", "Banca Sella", "SELBIT2B"),
    ("03062", "Banca Mediolanum", "MEDBITMM"),
    ("03440", "Banco di Desio e della Brianza", "BDBDIT22"),
    ("03475", "ING Bank", "INGBITD1"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Capodanno"),
    fixed(1, 6, "Epifania"),
    easter(0, "Pasqua"),
    easter(1, "Lunedì dell'Angelo"),
    fixed(4, 25, "Anniversario della Liberazione"),
    fixed(5, 1, "Festa del Lavoro"),
    fixed(6, 2, "Festa della Repubblica"),
    fixed(8, 15, "Assunzione della Beata Vergine Maria"),
    fixed(10, 4, "San Francesco d'Assisi, patrono d'Italia").since(2026),
    fixed(11, 1, "Ognissanti"),
    nth(11, Sun, 1, "Giorno dell'unità nazionale"),
    fixed(12, 8, "Immacolata Concezione"),
    fixed(12, 25, "Natale"),
    fixed(12, 26, "Santo Stefano"),
];
