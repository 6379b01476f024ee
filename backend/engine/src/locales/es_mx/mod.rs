//! Spanish (Mexico).

mod names;
mod national;
mod places;
mod shop;
mod work;

use super::spanish;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, Shop, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "es_MX",
    label: Words { en: "Spanish (Mexico)", es: "Español (México)" },
    country: Country { name: "México", code: "MX", calling_code: "52", currency: "MXN", dollar: 18.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: true,
        male_titles: &["Sr.", "Lic.", "Ing.", "Dr."],
        female_titles: &["Sra.", "Lic.", "Ing.", "Dra."],
        free_mail: &[("gmail.com", 50), ("hotmail.com", 25), ("outlook.com", 13), ("yahoo.com.mx", 12)],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(" "),
        house_numbers: (1, 2_500),
        full: "{street}, {postcode} {city}, {code}",
    },
    phone: PhoneForm {
        trunk: "",
        abroad: "",
        area: true,
        prefixes: &[],
        form: "### ####",
        by_area: &[("33", "#### ####"), ("55", "#### ####"), ("81", "#### ####")],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " y ",
        kin: "Hijos de {a}",
        family_capital: false,
        industries: spanish::business::INDUSTRIES,
        departments: spanish::business::DEPARTMENTS,
        top_level_domains: &[("com.mx", 55), ("mx", 20), ("com", 25)],
    },
    jobs: work::JOBS,
    shop: Shop { items: shop::ITEMS, ..spanish::SHOP },
    language: spanish::LANGUAGE,
    national: national::NATIONAL,
};
