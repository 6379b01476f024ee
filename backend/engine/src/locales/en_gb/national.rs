//! Banks and public holidays. Banks after the registry of the package schwifty; the first two digits of their sort
//! codes after the industry's sort code tables. The bank holidays of England and Wales; checked by the package
//! holidays.

use chrono::Weekday::Mon;

use crate::locales::holidays::Moves::Also;
use crate::locales::holidays::{Holiday, easter, fixed, nth};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbbbbssss########"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("BARC20", "Barclays Bank", "BARCGB22"),
    ("BUKB20", "Barclays Bank UK", "BUKBGB22"),
    ("HBUK40", "HSBC UK Bank", "HBUKGB4B"),
    ("LOYD30", "Lloyds Bank", "LOYDGB2L"),
    ("NWBK60", "National Westminster Bank", "NWBKGB2L"),
    ("RBOS83", "The Royal Bank of Scotland", "RBOSGB2L"),
    ("ABBY09", "Santander UK", "ABBYGB2L"),
    ("NAIA07", "Nationwide Building Society", "NAIAGB21"),
    ("HLFX11", "Halifax", "HLFXGB22"),
    ("BOFS80", "Bank of Scotland", "BOFSGB21"),
    ("TSBS77", "TSB Bank", "TSBSGB2A"),
    ("CPBK08", "The Co-operative Bank", "CPBKGB22"),
    ("YORK05", "Virgin Money", "YORKGB22"),
    ("MYMB23", "Metro Bank", "MYMBGB2L"),
    ("MONZ04", "Monzo Bank", "MONZGB2L"),
    ("SRLG60", "Starling Bank", "SRLGGB3L"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "New Year's Day").moving(Also([0, 0, 0, 0, 0, 2, 1])),
    easter(-2, "Good Friday"),
    easter(1, "Easter Monday"),
    nth(5, Mon, 1, "Early May bank holiday").until(2019),
    fixed(5, 8, "Early May bank holiday").once(2020),
    nth(5, Mon, 1, "Early May bank holiday").since(2021),
    nth(5, Mon, -1, "Spring bank holiday").until(2021),
    fixed(6, 2, "Spring bank holiday").once(2022),
    nth(5, Mon, -1, "Spring bank holiday").since(2023),
    nth(8, Mon, -1, "Summer bank holiday"),
    fixed(12, 25, "Christmas Day").moving(Also([0, 0, 0, 0, 0, 2, 2])),
    fixed(12, 26, "Boxing Day").moving(Also([0, 0, 0, 0, 0, 2, 2])),
    fixed(6, 3, "Platinum Jubilee bank holiday").once(2022),
    fixed(9, 19, "Bank holiday for the State Funeral of Queen Elizabeth II").once(2022),
    fixed(5, 8, "Bank holiday for the coronation of King Charles III").once(2023),
];
