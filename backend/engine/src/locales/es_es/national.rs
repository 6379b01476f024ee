//! Banks and public holidays. Banks after the registry of the package schwifty. The national holidays of the Estatuto
//! de los Trabajadores; checked by the package holidays.

use chrono::Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

use crate::locales::holidays::Moves::Only;
use crate::locales::holidays::{Holiday, Moves, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbbsssskk##########"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("0049", "Banco Santander", "BSCHESMM"),
    ("0182", "BBVA", "BBVAESMM"),
    ("2100", "CaixaBank", "CAIXESBB"),
    ("0081", "Banco Sabadell", "BSABESBB"),
    ("0128", "Bankinter", "BKBKESMM"),
    ("2103", "Unicaja Banco", "UCJAES2M"),
    ("2080", "Abanca", "CAGLESMM"),
    ("2085", "Ibercaja Banco", "CAZRES2Z"),
    ("2095", "Kutxabank", "BASKES2B"),
    ("3058", "Cajamar", "CCRIES2A"),
    ("1465", "ING", "INGDESMM"),
    ("0073", "Openbank", "OPENESMM"),
    ("0019", "Deutsche Bank", "DEUTESBB"),
    ("0061", "Banca March", "BMARES2M"),
    ("0186", "Banco Mediolanum", "BFIVESBB"),
    ("3025", "Caja de Ingenieros", "CDENESBB"),
];

/// A holiday on a Sunday is left to the regions, which may have another day instead.
const NOT_ON_SUNDAY: Moves = Only(&[Mon, Tue, Wed, Thu, Fri, Sat]);

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Año Nuevo").moving(NOT_ON_SUNDAY),
    fixed(1, 6, "Epifanía del Señor").moving(NOT_ON_SUNDAY),
    easter(-2, "Viernes Santo"),
    fixed(5, 1, "Fiesta del Trabajo").moving(NOT_ON_SUNDAY),
    fixed(8, 15, "Asunción de la Virgen").moving(NOT_ON_SUNDAY),
    fixed(10, 12, "Fiesta Nacional de España").moving(NOT_ON_SUNDAY),
    fixed(11, 1, "Todos los Santos").moving(NOT_ON_SUNDAY),
    fixed(12, 6, "Día de la Constitución Española").moving(NOT_ON_SUNDAY),
    fixed(12, 8, "Inmaculada Concepción").moving(NOT_ON_SUNDAY),
    fixed(12, 25, "Natividad del Señor").moving(NOT_ON_SUNDAY),
];
