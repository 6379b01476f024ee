//! Banks and public holidays. Compensation codes after the Banco de la República; BICs after the SWIFT directory.
//! Holidays after law 51 of 1983; checked by the package holidays.

use crate::locales::holidays::Moves::To;
use crate::locales::holidays::{Holiday, Moves, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National = National { bank: Bank { iban: None, banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("007", "Bancolombia", "COLOCOBM"),
    ("001", "Banco de Bogotá", "BBOGCOBB"),
    ("051", "Davivienda", "CAFECOBB"),
    ("013", "BBVA Colombia", "GEROCOBB"),
    ("023", "Banco de Occidente", "OCCICOBC"),
    ("002", "Banco Popular", "BPOPCOBB"),
    ("019", "Scotiabank Colpatria", "COLPCOBB"),
    ("032", "Banco Caja Social", "CASOCOBB"),
    ("052", "Banco AV Villas", "BAVICOBB"),
    ("006", "Itaú Colombia", "BCTOCOBB"),
    ("009", "Citibank Colombia", "CITICOBB"),
];

/// The Emiliani law (51 of 1983): on the next Monday.
const NEXT_MONDAY: Moves = To([0, 6, 5, 4, 3, 2, 1]);

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Año Nuevo"),
    fixed(1, 6, "Día de los Reyes Magos").moving(NEXT_MONDAY),
    fixed(3, 19, "Día de San José").moving(NEXT_MONDAY),
    easter(-3, "Jueves Santo"),
    easter(-2, "Viernes Santo"),
    fixed(5, 1, "Día del Trabajo"),
    easter(39, "Ascensión del Señor").moving(NEXT_MONDAY),
    easter(60, "Corpus Christi").moving(NEXT_MONDAY),
    easter(68, "Sagrado Corazón").moving(NEXT_MONDAY),
    fixed(6, 29, "San Pedro y San Pablo").moving(NEXT_MONDAY),
    fixed(7, 9, "Día de Nuestra Señora del Rosario de Chiquinquirá").since(2026).moving(NEXT_MONDAY),
    fixed(7, 20, "Día de la Independencia"),
    fixed(8, 7, "Batalla de Boyacá"),
    fixed(8, 15, "La Asunción").moving(NEXT_MONDAY),
    fixed(10, 12, "Día de la Raza").moving(NEXT_MONDAY),
    fixed(11, 1, "Día de Todos los Santos").moving(NEXT_MONDAY),
    fixed(11, 11, "Independencia de Cartagena").moving(NEXT_MONDAY),
    fixed(12, 8, "La Inmaculada Concepción"),
    fixed(12, 25, "Navidad"),
];
