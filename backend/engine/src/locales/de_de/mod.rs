//! German (Germany).

mod names;
mod national;
mod places;
mod work;

use super::german;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "de_DE",
    label: Words { en: "German (Germany)", es: "Alemán (Alemania)" },
    country: Country { name: "Deutschland", code: "DE", calling_code: "49", currency: "EUR", dollar: 0.95 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Herr", "Herr Dr.", "Herr Prof. Dr."],
        female_titles: &["Frau", "Frau Dr.", "Frau Prof. Dr."],
        free_mail: &[
            ("gmail.com", 30),
            ("web.de", 20),
            ("gmx.de", 18),
            ("t-online.de", 11),
            ("gmx.net", 5),
            ("outlook.de", 5),
            ("icloud.com", 4),
            ("freenet.de", 3),
            ("yahoo.de", 2),
            ("posteo.de", 2),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::Compound { whole: places::WHOLE_STREETS },
        house_numbers: (1, 180),
        full: "{street}, {postcode} {city}",
    },
    phone: PhoneForm {
        trunk: "0",
        abroad: "",
        area: false,
        prefixes: &["151", "152", "157", "159", "176"],
        form: "* [1-9]#######",
        by_area: &[],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Söhne",
        family_capital: false,
        industries: german::business::INDUSTRIES,
        departments: german::business::DEPARTMENTS,
        top_level_domains: &[("de", 86), ("com", 11), ("eu", 2), ("net", 1)],
    },
    jobs: work::JOBS,
    shop: german::SHOP,
    language: german::LANGUAGE,
    national: national::NATIONAL,
};
