//! Banks and public holidays. Banks after the Bundesbank's file of bank codes, by the package schwifty. The holidays of
//! all Länder; checked by the package holidays.

use crate::locales::holidays::{Holiday, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbbbbbb##########"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("10070000", "Deutsche Bank", "DEUTDEBB"),
    ("37040044", "Commerzbank", "COBADEFF"),
    ("10010010", "Postbank", "PBNKDEFF"),
    ("50010517", "ING", "INGDDEFF"),
    ("12030000", "Deutsche Kreditbank", "BYLADEM1001"),
    ("70020270", "HypoVereinsbank", "HYVEDEMM"),
    ("10050000", "Berliner Sparkasse", "BELADEBE"),
    ("20050550", "Hamburger Sparkasse", "HASPDEHH"),
    ("70150000", "Stadtsparkasse München", "SSKMDEMM"),
    ("37050198", "Sparkasse KölnBonn", "COLSDE33"),
    ("25050180", "Sparkasse Hannover", "SPKHDE2H"),
    ("44050199", "Sparkasse Dortmund", "DORTDE33"),
    ("10090000", "Berliner Volksbank", "BEVODEBB"),
    ("43060967", "GLS Gemeinschaftsbank", "GENODEM1GLS"),
    ("10011001", "N26 Bank", "NTSBDEB1"),
    ("60050101", "Landesbank Baden-Württemberg", "SOLADEST600"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Neujahr"),
    easter(-2, "Karfreitag"),
    easter(1, "Ostermontag"),
    fixed(5, 1, "Tag der Arbeit"),
    easter(39, "Christi Himmelfahrt"),
    easter(50, "Pfingstmontag"),
    fixed(10, 3, "Tag der Deutschen Einheit"),
    fixed(12, 25, "Erster Weihnachtstag"),
    fixed(12, 26, "Zweiter Weihnachtstag"),
];
