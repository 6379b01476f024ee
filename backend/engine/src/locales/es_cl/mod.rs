//! Spanish (Chile).

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
    id: "es_CL",
    label: Words { en: "Spanish (Chile)", es: "Español (Chile)" },
    country: Country { name: "Chile", code: "CL", calling_code: "56", currency: "CLP", dollar: 950.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: true,
        male_titles: &["Sr.", "Don", "Dr.", "Ing."],
        female_titles: &["Sra.", "Doña", "Dra.", "Ing."],
        free_mail: &[("gmail.com", 68), ("hotmail.com", 17), ("outlook.com", 7), ("live.cl", 4), ("yahoo.es", 4)],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(" "),
        house_numbers: (10, 4_500),
        full: "{street}, {postcode} {city}, {region}",
    },
    phone: PhoneForm { trunk: "", abroad: "", area: false, prefixes: &[], form: "9 M[3-8]## ####", by_area: &[] },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " y ",
        kin: "Comercial {a}",
        family_capital: false,
        industries: work::INDUSTRIES,
        departments: work::DEPARTMENTS,
        top_level_domains: &[("cl", 88), ("com", 12)],
    },
    jobs: work::JOBS,
    shop: Shop { items: shop::ITEMS, ..spanish::SHOP },
    language: spanish::LANGUAGE,
    national: national::NATIONAL,
};
