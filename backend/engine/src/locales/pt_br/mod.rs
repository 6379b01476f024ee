//! Portuguese (Brazil).

mod names;
mod national;
mod places;
mod work;

use super::portuguese;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "pt_BR",
    label: Words { en: "Portuguese (Brazil)", es: "Portugués (Brasil)" },
    country: Country { name: "Brasil", code: "BR", calling_code: "55", currency: "BRL", dollar: 5.0 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: true,
        male_titles: &["Sr.", "Dr."],
        female_titles: &["Sra.", "Dra."],
        free_mail: &[
            ("gmail.com", 55),
            ("hotmail.com", 18),
            ("outlook.com", 13),
            ("yahoo.com.br", 9),
            ("uol.com.br", 5),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(", "),
        house_numbers: (1, 3_000),
        full: "{street}, {city} - {code}, {postcode}",
    },
    phone: PhoneForm { trunk: "", abroad: "", area: true, prefixes: &[], form: "9M###-####", by_area: &[] },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Filhos",
        family_capital: false,
        industries: portuguese::business::INDUSTRIES,
        departments: portuguese::business::DEPARTMENTS,
        top_level_domains: &[("com.br", 80), ("com", 15), ("net.br", 5)],
    },
    jobs: work::JOBS,
    shop: portuguese::SHOP,
    language: portuguese::LANGUAGE,
    national: national::NATIONAL,
};
