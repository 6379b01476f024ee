//! English (United Kingdom).

mod names;
mod national;
mod places;
mod words;
mod work;

use super::english;
use super::types::{Companies, Country, Language, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "en_GB",
    label: Words { en: "English (United Kingdom)", es: "Inglés (Reino Unido)" },
    country: Country { name: "United Kingdom", code: "GB", calling_code: "44", currency: "GBP", dollar: 0.78 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Mr", "Dr", "Prof"],
        female_titles: &["Ms", "Mrs", "Miss", "Dr", "Prof"],
        free_mail: &[
            ("gmail.com", 45),
            ("hotmail.co.uk", 15),
            ("outlook.com", 12),
            ("yahoo.co.uk", 9),
            ("icloud.com", 9),
            ("btinternet.com", 4),
            ("live.co.uk", 3),
            ("sky.com", 2),
            ("talktalk.net", 1),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberFirst,
        house_numbers: (1, 250),
        full: "{street}, {city}, {postcode}",
    },
    phone: PhoneForm {
        trunk: "0",
        abroad: "",
        area: false,
        prefixes: &[
            "730", "731", "732", "733", "734", "735", "736", "737", "738", "739", "740", "741", "743", "744", "746",
            "747", "748", "749", "751", "753", "754", "755", "756", "757", "758", "759", "771", "772", "773", "774",
            "775", "776", "777", "780", "781", "784", "785", "786", "787", "788", "789", "790", "794", "795", "796",
            "797", "798", "799",
        ],
        form: "*# ######",
        by_area: &[],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Sons",
        family_capital: false,
        industries: english::business::INDUSTRIES,
        departments: english::business::DEPARTMENTS,
        top_level_domains: &[("co.uk", 66), ("com", 24), ("uk", 6), ("org.uk", 2), ("net", 2)],
    },
    jobs: work::JOBS,
    shop: english::SHOP,
    language: Language { words: words::WORDS, subjects: words::SUBJECTS, ..english::LANGUAGE },
    national: national::NATIONAL,
};
