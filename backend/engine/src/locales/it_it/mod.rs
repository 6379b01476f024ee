//! Italian (Italy).

mod names;
mod national;
mod places;
mod work;

use super::italian;
use super::types::{Companies, Country, Locale, Names, PhoneForm, Places, StreetStyle};
use crate::generator::Words;

/// The locale.
pub(super) static LOCALE: Locale = Locale {
    id: "it_IT",
    label: Words { en: "Italian (Italy)", es: "Italiano (Italia)" },
    country: Country { name: "Italia", code: "IT", calling_code: "39", currency: "EUR", dollar: 0.95 },
    names: Names {
        male: names::MALE,
        female: names::FEMALE,
        family: names::FAMILY,
        two_family_names: false,
        male_titles: &["Sig.", "Dott.", "Prof."],
        female_titles: &["Sig.ra", "Dott.ssa", "Prof.ssa"],
        free_mail: &[
            ("gmail.com", 48),
            ("libero.it", 16),
            ("hotmail.it", 11),
            ("yahoo.it", 7),
            ("outlook.it", 6),
            ("virgilio.it", 4),
            ("alice.it", 4),
            ("tiscali.it", 2),
            ("icloud.com", 2),
        ],
    },
    places: Places {
        cities: places::CITIES,
        streets: places::STREETS,
        kinds: places::KINDS,
        style: StreetStyle::NumberLast(", "),
        house_numbers: (1, 250),
        full: "{street} - {postcode} {city} ({code})",
    },
    phone: PhoneForm {
        trunk: "",
        abroad: "",
        area: false,
        prefixes: &[
            "320", "324", "327", "328", "329", "330", "331", "333", "334", "335", "336", "337", "338", "339", "340",
            "342", "344", "345", "346", "347", "348", "349", "350", "351", "353", "360", "366", "368", "370", "371",
            "373", "375", "377", "379", "380", "388", "389", "391", "392", "393",
        ],
        form: "* ### ####",
        by_area: &[],
    },
    companies: Companies {
        heads: work::HEADS,
        trades: work::TRADES,
        forms: work::FORMS,
        partners: " & ",
        kin: "{a} & Figli",
        family_capital: false,
        industries: italian::business::INDUSTRIES,
        departments: italian::business::DEPARTMENTS,
        top_level_domains: &[("it", 76), ("com", 18), ("eu", 4), ("net", 2)],
    },
    jobs: work::JOBS,
    shop: italian::SHOP,
    language: italian::LANGUAGE,
    national: national::NATIONAL,
};
