//! English (United States).

mod names;
mod national;
mod places;
mod work;

use super::english;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "en_US",
    label: Words { en: "English (United States)", es: "Inglés (Estados Unidos)" },
    country: Country { name: "United States", code: "US", calling_code: "1", currency: "USD", dollar: 1.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Mr.", "Dr."],
        female_titles: &["Ms.", "Mrs.", "Dr."],
        free_mail: &[("gmail.com", 50), ("yahoo.com", 18), ("outlook.com", 15), ("hotmail.com", 9), ("icloud.com", 8)],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberFirst,
        house_numbers: (1, 9_999),
        full: "{street}, {city}, {code} {postcode}",
    },
    phone: PhoneForm { trunk: "", abroad: "", area: true, prefixes: &[], form: "N##-####", by_area: &[] },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Sons",
        family_capital: false,
        industries: english::business::INDUSTRIES,
        departments: english::business::DEPARTMENTS,
        top_level_domains: &[("com", 80), ("net", 8), ("org", 7), ("us", 5)],
    },
    jobs: work::JOBS,
    shop: english::SHOP,
    language: english::LANGUAGE,
    national: national::NATIONAL,
};
