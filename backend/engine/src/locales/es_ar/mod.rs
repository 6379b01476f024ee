//! Spanish (Argentina).

mod names;
mod national;
mod phones;
mod places;
mod shop;
mod work;

use super::spanish;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, Shop, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "es_AR",
    label: Words { en: "Spanish (Argentina)", es: "Español (Argentina)" },
    country: Country { name: "Argentina", code: "AR", calling_code: "54", currency: "ARS", dollar: 1_400.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Sr.", "Dr.", "Ing.", "Lic.", "Cdor.", "Arq."],
        female_titles: &["Sra.", "Dra.", "Ing.", "Lic.", "Cdora.", "Arq."],
        free_mail: &[
            ("gmail.com", 57),
            ("hotmail.com", 20),
            ("yahoo.com.ar", 12),
            ("outlook.com", 7),
            ("live.com.ar", 4),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(" "),
        house_numbers: (10, 6_000),
        full: "{street}, {postcode} {city}, {region}",
    },
    phone: PhoneForm {
        trunk: "",
        abroad: "9",
        area: true,
        prefixes: &[],
        form: "[2-6]##-####",
        by_area: phones::BY_AREA,
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " y ",
        kin: "{a} Hermanos",
        family_capital: false,
        industries: work::INDUSTRIES,
        departments: work::DEPARTMENTS,
        top_level_domains: &[("com.ar", 80), ("ar", 5), ("com", 15)],
    },
    jobs: work::JOBS,
    shop: Shop { items: shop::ITEMS, ..spanish::SHOP },
    language: spanish::LANGUAGE,
    national: national::NATIONAL,
};
