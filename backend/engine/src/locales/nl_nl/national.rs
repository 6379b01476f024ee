//! Banks and public holidays. Banks after the Betaalvereniging's list, by the package schwifty. The days of the
//! Algemene termijnenwet, with the customary ones; checked by the package holidays.

use crate::locales::holidays::Moves::To;
use crate::locales::holidays::{Holiday, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbb##########"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("INGB", "ING", "INGBNL2A"),
    ("RABO", "Rabobank", "RABONL2U"),
    ("ABNA", "ABN AMRO", "ABNANL2A"),
    ("SNSB", "SNS", "SNSBNL2A"),
    ("ASNB", "ASN Bank", "ASNBNL21"),
    ("RBRB", "RegioBank", "RBRBNL21"),
    ("TRIO", "Triodos Bank", "TRIONL2U"),
    ("KNAB", "Knab", "KNABNL2H"),
    ("BUNQ", "bunq", "BUNQNL2A"),
    ("FVLB", "Van Lanschot Kempen", "FVLBNL22"),
    ("NNBA", "Nationale-Nederlanden Bank", "NNBANL2G"),
    ("BNGH", "BNG Bank", "BNGHNL2G"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Nieuwjaarsdag"),
    easter(-2, "Goede Vrijdag"),
    easter(0, "Eerste paasdag"),
    easter(1, "Tweede paasdag"),
    fixed(4, 27, "Koningsdag").moving(To([0, 0, 0, 0, 0, 0, -1])),
    fixed(5, 5, "Bevrijdingsdag").since(2020).every(5),
    easter(39, "Hemelvaartsdag"),
    easter(49, "Eerste pinksterdag"),
    easter(50, "Tweede pinksterdag"),
    fixed(12, 25, "Eerste kerstdag"),
    fixed(12, 26, "Tweede kerstdag"),
];
