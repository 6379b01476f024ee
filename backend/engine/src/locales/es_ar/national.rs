//! Banks and public holidays. Codes of the CBU after the Banco Central de la República Argentina; BICs after the SWIFT
//! directory. Holidays after law 27.399 and the yearly decrees on bridge days; checked by the package holidays.

use crate::locales::holidays::Moves::To;
use crate::locales::holidays::{Holiday, Moves, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National = National { bank: Bank { iban: None, banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("011", "Banco de la Nación Argentina", "NACNARBA"),
    ("007", "Banco Galicia", "GABAARBA"),
    ("072", "Banco Santander Argentina", "BSCHARBA"),
    ("017", "BBVA Argentina", "BFRPARBA"),
    ("285", "Banco Macro", "BSUDARBA"),
    ("014", "Banco Provincia", "PRBAARBA"),
    ("015", "ICBC Argentina", "ICBKARBA"),
    ("034", "Banco Patagonia", "PATAARBA"),
    ("191", "Banco Credicoop", "BCOOARBA"),
    ("027", "Banco Supervielle", "BSUPARBA"),
    ("029", "Banco Ciudad de Buenos Aires", "BACIARBA"),
    ("299", "Banco Comafi", "QUILARBA"),
];

/// Law 27.399: from Tuesday and Wednesday to the Monday before, from Thursday and Friday to the Monday after.
const TRASLADABLE: Moves = To([0, -1, -2, 4, 3, 0, 0]);

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Año Nuevo"),
    easter(-48, "Lunes de Carnaval"),
    easter(-47, "Martes de Carnaval"),
    fixed(3, 24, "Día Nacional de la Memoria por la Verdad y la Justicia"),
    fixed(3, 31, "Día del Veterano y de los Caídos en la Guerra de Malvinas").once(2020),
    fixed(4, 2, "Día del Veterano y de los Caídos en la Guerra de Malvinas").since(2021),
    easter(-3, "Jueves Santo"),
    easter(-2, "Viernes Santo"),
    fixed(5, 1, "Día del Trabajo"),
    fixed(5, 25, "Día de la Revolución de Mayo"),
    fixed(6, 17, "Paso a la Inmortalidad del General Don Martín Miguel de Güemes").moving(To([0, -1, -2, 4, 0, 0, 0])),
    fixed(6, 20, "Paso a la Inmortalidad del General Don Manuel Belgrano"),
    fixed(7, 9, "Día de la Independencia"),
    fixed(8, 17, "Paso a la Inmortalidad del General Don José de San Martín").moving(TRASLADABLE),
    fixed(10, 12, "Día del Respeto a la Diversidad Cultural").moving(TRASLADABLE),
    fixed(11, 20, "Día de la Soberanía Nacional").moving(TRASLADABLE),
    fixed(12, 8, "Inmaculada Concepción de María"),
    fixed(12, 25, "Navidad"),
    fixed(3, 23, "Feriado con fines turísticos").once(2020),
    fixed(7, 10, "Feriado con fines turísticos").once(2020),
    fixed(12, 7, "Feriado con fines turísticos").once(2020),
    fixed(5, 24, "Feriado con fines turísticos").once(2021),
    fixed(10, 8, "Feriado con fines turísticos").once(2021),
    fixed(11, 22, "Feriado con fines turísticos").once(2021),
    fixed(10, 7, "Feriado con fines turísticos").once(2022),
    fixed(11, 21, "Feriado con fines turísticos").once(2022),
    fixed(12, 9, "Feriado con fines turísticos").once(2022),
    fixed(5, 26, "Feriado con fines turísticos").once(2023),
    fixed(6, 19, "Feriado con fines turísticos").once(2023),
    fixed(10, 13, "Feriado con fines turísticos").once(2023),
    fixed(4, 1, "Feriado con fines turísticos").once(2024),
    fixed(6, 21, "Feriado con fines turísticos").once(2024),
    fixed(10, 11, "Feriado con fines turísticos").once(2024),
    fixed(5, 2, "Feriado con fines turísticos").once(2025),
    fixed(8, 15, "Feriado con fines turísticos").once(2025),
    fixed(11, 21, "Feriado con fines turísticos").once(2025),
    fixed(3, 23, "Feriado con fines turísticos").once(2026),
    fixed(7, 10, "Feriado con fines turísticos").once(2026),
    fixed(12, 7, "Feriado con fines turísticos").once(2026),
    fixed(5, 18, "Censo Nacional 2022").once(2022),
    fixed(12, 20, "Día de la Victoria de la Copa Mundial de la FIFA 2022").once(2022),
    fixed(11, 9, "Visita de Su Santidad el Papa León XIV").once(2026),
];
