//! Dutch (Netherlands).

mod names;
mod national;
mod places;
mod work;

use super::dutch;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "nl_NL",
    label: Words { en: "Dutch (Netherlands)", es: "Neerlandés (Países Bajos)" },
    country: Country { name: "Nederland", code: "NL", calling_code: "31", currency: "EUR", dollar: 0.95 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Dhr.", "Dr.", "Drs.", "Ir.", "Mr."],
        female_titles: &["Mevr.", "Dr.", "Drs.", "Ir.", "Mr."],
        free_mail: &[
            ("gmail.com", 42),
            ("hotmail.com", 20),
            ("outlook.com", 10),
            ("ziggo.nl", 8),
            ("live.nl", 6),
            ("kpnmail.nl", 4),
            ("icloud.com", 4),
            ("home.nl", 3),
            ("planet.nl", 2),
            ("xs4all.nl", 1),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::Compound { whole: places::WHOLE_STREETS },
        house_numbers: (1, 250),
        full: "{street}, {postcode} {city}",
    },
    phone: PhoneForm {
        trunk: "0",
        abroad: "",
        area: false,
        prefixes: &["6 1", "6 2", "6 3", "6 4", "6 5", "6 8"],
        form: "*#######",
        by_area: &[],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Zonen",
        family_capital: true,
        industries: dutch::business::INDUSTRIES,
        departments: dutch::business::DEPARTMENTS,
        top_level_domains: &[("nl", 88), ("com", 9), ("eu", 2), ("net", 1)],
    },
    jobs: work::JOBS,
    shop: dutch::SHOP,
    language: dutch::LANGUAGE,
    national: national::NATIONAL,
};
