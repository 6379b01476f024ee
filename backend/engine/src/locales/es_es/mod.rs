//! Spanish (Spain).

mod names;
mod national;
mod places;
mod work;

use super::spanish;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "es_ES",
    label: Words { en: "Spanish (Spain)", es: "Español (España)" },
    country: Country { name: "España", code: "ES", calling_code: "34", currency: "EUR", dollar: 0.95 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: true,
        male_titles: &["Sr.", "D.", "Dr."],
        female_titles: &["Sra.", "D.ª", "Dra."],
        free_mail: &[("gmail.com", 52), ("hotmail.com", 20), ("outlook.es", 10), ("yahoo.es", 10), ("icloud.com", 8)],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(", "),
        house_numbers: (1, 180),
        full: "{street}, {postcode} {city}",
    },
    phone: PhoneForm { trunk: "", abroad: "", area: false, prefixes: &[], form: "6## ### ###", by_area: &[] },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " y ",
        kin: "Hijos de {a}",
        family_capital: false,
        industries: spanish::business::INDUSTRIES,
        departments: spanish::business::DEPARTMENTS,
        top_level_domains: &[("es", 60), ("com", 40)],
    },
    jobs: work::JOBS,
    shop: spanish::SHOP,
    language: spanish::LANGUAGE,
    national: national::NATIONAL,
};
