//! French (France).

mod names;
mod national;
mod places;
mod work;

use super::french;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "fr_FR",
    label: Words { en: "French (France)", es: "Francés (Francia)" },
    country: Country { name: "France", code: "FR", calling_code: "33", currency: "EUR", dollar: 0.95 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["M.", "Dr", "Pr"],
        female_titles: &["Mme", "Dre", "Pre"],
        free_mail: &[
            ("gmail.com", 48),
            ("orange.fr", 15),
            ("hotmail.fr", 10),
            ("free.fr", 7),
            ("yahoo.fr", 6),
            ("sfr.fr", 4),
            ("laposte.net", 4),
            ("wanadoo.fr", 3),
            ("outlook.fr", 3),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberThenKind,
        house_numbers: (1, 220),
        full: "{street}, {postcode} {city}",
    },
    phone: PhoneForm {
        trunk: "0",
        abroad: "",
        area: false,
        prefixes: &["6 0", "6 1", "6 2", "6 4", "6 5", "6 6", "6 7", "6 8", "7 4", "7 5", "7 6", "7 7", "7 8"],
        form: "*# ## ## ##",
        by_area: &[],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "Établissements {a}",
        family_capital: false,
        industries: french::business::INDUSTRIES,
        departments: french::business::DEPARTMENTS,
        top_level_domains: &[("fr", 74), ("com", 20), ("eu", 3), ("net", 3)],
    },
    jobs: work::JOBS,
    shop: french::SHOP,
    language: french::LANGUAGE,
    national: national::NATIONAL,
};
