//! Spanish (Colombia).

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
    id: "es_CO",
    label: Words { en: "Spanish (Colombia)", es: "Español (Colombia)" },
    country: Country { name: "Colombia", code: "CO", calling_code: "57", currency: "COP", dollar: 4_000.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: true,
        male_titles: &["Sr.", "Dr.", "Ing.", "Lic."],
        female_titles: &["Sra.", "Dra.", "Ing.", "Lic."],
        free_mail: &[("gmail.com", 56), ("hotmail.com", 25), ("outlook.com", 11), ("yahoo.com", 5), ("yahoo.es", 3)],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::Crossing(places::CROSSINGS),
        house_numbers: (2, 99),
        full: "{street}, {city}, {postcode}",
    },
    phone: PhoneForm { trunk: "", abroad: "", area: false, prefixes: &[], form: "3[0-2][0-3] ### ####", by_area: &[] },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "Inversiones {a}",
        family_capital: false,
        industries: work::INDUSTRIES,
        departments: work::DEPARTMENTS,
        top_level_domains: &[("com.co", 50), ("co", 24), ("com", 26)],
    },
    jobs: work::JOBS,
    shop: Shop { items: shop::ITEMS, ..spanish::SHOP },
    language: spanish::LANGUAGE,
    national: national::NATIONAL,
};
