//! Banks and public holidays. Routing numbers after the American Bankers Association; BICs after the SWIFT directory.
//! The federal holidays of 5 U.S.C. 6103; checked by the package holidays.

use chrono::Weekday::{Mon, Thu};

use crate::locales::holidays::Moves::Also;
use crate::locales::holidays::{Holiday, Moves, fixed, nth};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National = National { bank: Bank { iban: None, banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("021000021", "JPMorgan Chase", "CHASUS33"),
    ("026009593", "Bank of America", "BOFAUS3N"),
    ("121000248", "Wells Fargo", "WFBIUS6S"),
    ("021000089", "Citibank", "CITIUS33"),
    ("091000022", "U.S. Bank", "USBKUS44"),
    ("043000096", "PNC Bank", "PNCCUS33"),
    ("061000104", "Truist Bank", "BRBTUS33"),
    ("031201360", "TD Bank", "NRTHUS33"),
    ("065000090", "Capital One", "HIBKUS44"),
    ("042000314", "Fifth Third Bank", "FTBCUS3C"),
    ("011500120", "Citizens Bank", "CTZIUS33"),
    ("041001039", "KeyBank", "KEYBUS33"),
    ("062005690", "Regions Bank", "UPNBUS44"),
    ("022000046", "M&T Bank", "MANTUS33"),
    ("044000024", "Huntington National Bank", "HUNTUS33"),
    ("071000288", "BMO Bank", "HATRUS44"),
];

/// A holiday at the weekend is observed on the nearest working day too.
const OBSERVED: Moves = Also([0, 0, 0, 0, 0, -1, 1]);

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "New Year's Day").moving(OBSERVED),
    nth(1, Mon, 3, "Martin Luther King Jr. Day"),
    nth(2, Mon, 3, "Washington's Birthday"),
    nth(5, Mon, -1, "Memorial Day"),
    fixed(6, 19, "Juneteenth National Independence Day").since(2021).moving(OBSERVED),
    fixed(7, 4, "Independence Day").moving(OBSERVED),
    nth(9, Mon, 1, "Labor Day"),
    nth(10, Mon, 2, "Columbus Day"),
    fixed(11, 11, "Veterans Day").moving(OBSERVED),
    nth(11, Thu, 4, "Thanksgiving Day"),
    fixed(12, 25, "Christmas Day").moving(OBSERVED),
];
