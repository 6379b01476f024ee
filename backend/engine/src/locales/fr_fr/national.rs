//! Banks and public holidays. Banks after the registry of the package schwifty. The holidays of the Code du travail,
//! article L3133-1; checked by the package holidays.

use crate::locales::holidays::{Holiday, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbbbsssss###########kk"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("30004", "BNP Paribas", "BNPAFRPP"),
    ("30003", "Société Générale", "SOGEFRPP"),
    ("20041", "La Banque Postale", "PSSTFRPPPAR"),
    ("30002", "LCL", "CRLYFRPP"),
    ("30066", "CIC", "CMCIFRPP"),
    ("10278", "Crédit Mutuel", "CMCIFR2A"),
    ("18206", "Crédit Agricole Île-de-France", "AGRIFRPP882"),
    ("13506", "Crédit Agricole du Languedoc", "AGRIFRPP835"),
    ("17515", "Caisse d'Épargne Île-de-France", "CEPAFRPP751"),
    ("10907", "Banque Populaire Aquitaine Centre Atlantique", "CCBPFRPPBDX"),
    ("40618", "BoursoBank", "BOUSFRPP"),
    ("30056", "CCF", "CCFRFRPP"),
    ("42559", "Crédit Coopératif", "CCOPFRPP"),
    ("14518", "Fortuneo", "FTNOFRP1"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Jour de l'an"),
    easter(1, "Lundi de Pâques"),
    fixed(5, 1, "Fête du Travail"),
    fixed(5, 8, "Fête de la Victoire"),
    easter(39, "Ascension"),
    easter(50, "Lundi de Pentecôte"),
    fixed(7, 14, "Fête nationale"),
    fixed(8, 15, "Assomption"),
    fixed(11, 1, "Toussaint"),
    fixed(11, 11, "Armistice"),
    fixed(12, 25, "Noël"),
];
