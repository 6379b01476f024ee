//! Banks and public holidays. Codes after the Comisión para el Mercado Financiero; BICs after the SWIFT directory.
//! Holidays after laws 2.977, 19.668, 19.973, 20.299, 20.983 and 21.357; checked by the package holidays.

use chrono::Weekday::{Fri, Mon};

use crate::locales::holidays::Moves::{Only, To};
use crate::locales::holidays::{Holiday, Moves, easter, fixed, june_solstice};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National = National { bank: Bank { iban: None, banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("001", "Banco de Chile", "BCHICLRM"),
    ("012", "BancoEstado", "BECHCLRM"),
    ("037", "Banco Santander Chile", "BSCHCLRM"),
    ("016", "Banco de Crédito e Inversiones", "CREDCLRM"),
    ("014", "Scotiabank Chile", "BKSACLRM"),
    ("039", "Itaú Chile", "ITAUCLRM"),
    ("028", "Banco BICE", "BICECLRM"),
    ("049", "Banco Security", "BSCLCLRM"),
    ("051", "Banco Falabella", "FALACLRM"),
    ("053", "Banco Ripley", "RPLYCLRM"),
    ("055", "Banco Consorcio", "MNEXCLRM"),
    ("009", "Banco Internacional", "BICHCLRM"),
];

/// Law 19.668: from Tuesday to Thursday to the Monday before, from Friday to the Monday after.
const NEARER_MONDAY: Moves = To([0, -1, -2, -3, 3, 0, 0]);

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Año Nuevo"),
    fixed(1, 2, "Feriado nacional").moving(Only(&[Mon])),
    easter(-2, "Viernes Santo"),
    easter(-1, "Sábado Santo"),
    fixed(5, 1, "Día Nacional del Trabajo"),
    fixed(5, 21, "Día de las Glorias Navales"),
    fixed(6, 21, "Día Nacional de los Pueblos Indígenas").once(2021),
    june_solstice(-4, "Día Nacional de los Pueblos Indígenas").since(2022),
    fixed(6, 29, "San Pedro y San Pablo").moving(NEARER_MONDAY),
    fixed(7, 16, "Virgen del Carmen"),
    fixed(8, 15, "Asunción de la Virgen"),
    fixed(9, 17, "Fiestas Patrias").moving(Only(&[Mon, Fri])),
    fixed(9, 16, "Feriado nacional").once(2022),
    fixed(9, 18, "Día de la Independencia"),
    fixed(9, 19, "Día de las Glorias del Ejército"),
    fixed(9, 20, "Fiestas Patrias").moving(Only(&[Fri])),
    fixed(10, 12, "Día del Encuentro de Dos Mundos").moving(NEARER_MONDAY),
    fixed(10, 31, "Día Nacional de las Iglesias Evangélicas y Protestantes").moving(To([0, -4, 2, 0, 0, 0, 0])),
    fixed(11, 1, "Día de Todos los Santos"),
    fixed(12, 8, "La Inmaculada Concepción"),
    fixed(12, 25, "Navidad"),
];
