//! What every locale must have, and the facts of its country that its tables are held against.

use std::collections::{HashMap, HashSet};
use std::fmt::Debug;
use std::hash::Hash;
use std::ops::RangeInclusive;

use dmb_spec::FieldType;
use regex::Regex;
use serde_json::json;

use super::types::Weighted;
use super::*;
use crate::testing::Trial;

/// A country's postcodes (after the CLDR's postal code data, as written in addresses) and how many digits its area codes
/// have (after the ITU's national numbering plans), by its ISO 3166-1 code.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str, RangeInclusive<usize>)] = &[
    ("AR", "[A-HJ-NP-Z]?[0-9]{4}([A-Z]{3})?", 2..=4),
    ("BR", "[0-9]{5}-[0-9]{3}", 2..=2),
    ("CL", "[0-9]{7}", 1..=2),
    ("CO", "[0-9]{6}", 1..=3),
    ("DE", "[0-9]{5}", 2..=5),
    ("ES", "(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", 2..=3),
    ("FR", "(0[1-9]|[1-8][0-9]|9[0-5])[0-9]{3}", 1..=1),
    ("GB", "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}", 2..=5),
    ("IT", "[0-9]{5}", 2..=4),
    ("MX", "[0-9]{5}", 2..=3),
    ("NL", "[1-9][0-9]{3} [A-Z]{2}", 2..=3),
    ("US", "[0-9]{5}", 3..=3),
];

fn distinct<T: Eq + Hash + Debug>(items: impl Iterator<Item = T>, least: usize, what: &str) {
    let mut seen = HashSet::new();
    for item in items {
        let shown = format!("{item:?}");
        assert!(seen.insert(item), "{what} repeats {shown}");
    }
    assert!(seen.len() >= least, "{what}: {} of at least {least}", seen.len());
}

fn weighted(table: Weighted, least: usize, what: &str) {
    distinct(table.iter().map(|(text, _)| *text), least, what);
    assert!(table.iter().all(|(_, weight)| *weight > 0), "{what}");
}

/// That texts have nothing at their ends that a sentence or an address would not want there.
fn tidy<'a>(texts: impl IntoIterator<Item = &'a str>, what: &str) {
    for text in texts {
        let clean = !text.is_empty() && text.trim() == text && !text.contains("  ");
        assert!(clean, "{what}: {text:?}");
    }
}

#[test]
fn every_locale_is_found_by_its_id() {
    distinct(all().iter().map(|l| l.id), 1, "locales");
    for locale in all() {
        assert_eq!(find(locale.id).map(|l| l.id), Some(locale.id));
        assert!(locale.id.ends_with(&format!("_{}", locale.country.code)), "{}", locale.id);
    }
}

#[test]
fn names_are_enough_and_distinct() {
    for locale in all() {
        let names = &locale.names;
        for (table, least) in [(names.male, 100), (names.female, 100), (names.family, 150), (names.free_mail, 4)] {
            weighted(table, least, locale.id);
            tidy(table.iter().map(|(name, _)| *name), locale.id);
        }
        assert!(names.male_titles[0] != names.female_titles[0], "{}", locale.id);
    }
}

#[test]
fn places_are_enough_and_distinct() {
    for locale in all() {
        let places = &locale.places;
        distinct(places.cities.iter().map(|c| (c.name, c.region)), 40, locale.id);
        distinct(places.streets.iter(), 40, locale.id);
        weighted(places.kinds, 2, locale.id);
        let mut regions = HashMap::new();
        for city in places.cities {
            let region = *regions.entry(city.region_code).or_insert(city.region);
            assert_eq!(region, city.region, "{}: {}", locale.id, city.name);
            assert!(city.latitude.abs() < 90.0 && city.longitude.abs() < 180.0, "{}", city.name);
            assert!(city.time_zone.split_once('/').is_some() && city.weight > 0, "{}", city.name);
            tidy([city.name, city.region, city.region_code], locale.id);
        }
    }
}

#[test]
fn postcodes_and_area_codes_are_such_as_the_country_has() {
    for locale in all() {
        let Some((_, postcode, area)) = COUNTRIES.iter().find(|(code, ..)| *code == locale.country.code) else {
            panic!("the postcodes of {} are not known", locale.country.code);
        };
        let postcode = Regex::new(&format!("^(?:{postcode})$")).unwrap();
        let made = Trial::new("address.postcode", json!({}), FieldType::String).locale(locale.id).texts(3_000);
        for text in made {
            assert!(postcode.is_match(&text), "{}: {text}", locale.id);
        }
        for city in locale.places.cities {
            let digits = city.area.bytes().all(|b| b.is_ascii_digit());
            assert!(digits && area.contains(&city.area.len()), "{}: {}", city.name, city.area);
        }
    }
}

#[test]
fn telephone_prefixes_have_one_length() {
    for locale in all() {
        let phone = &locale.phone;
        assert_eq!(phone.form.contains('*'), !phone.prefixes.is_empty(), "{}", locale.id);
        distinct(phone.prefixes.iter(), 0, locale.id);
        assert!(phone.prefixes.iter().all(|p| p.len() == phone.prefixes[0].len()), "{}", locale.id);
    }
}

#[test]
fn work_and_shop_are_enough_and_agree() {
    for locale in all() {
        distinct(locale.jobs.iter(), 60, locale.id);
        let companies = &locale.companies;
        assert!(
            companies.kin.contains("{a}") && companies.heads.len() * companies.trades.len() >= 400,
            "{}",
            locale.id
        );
        distinct(companies.heads.iter().chain(companies.trades), 40, locale.id);
        distinct(companies.industries.iter().map(|industry| &industry.name), 20, locale.id);
        distinct(companies.departments.iter(), 10, locale.id);
        weighted(companies.forms, 3, locale.id);
        weighted(companies.top_level_domains, 2, locale.id);
        let shop = &locale.shop;
        distinct(shop.items.iter().map(|i| i.name), 50, locale.id);
        distinct(shop.categories.iter().map(|(_, letters)| letters), 8, locale.id);
        for (_, letters) in shop.categories {
            assert!(letters.len() == 3 && letters.bytes().all(|b| b.is_ascii_uppercase()), "{letters}");
        }
        for (n, _) in shop.categories.iter().enumerate() {
            assert!(shop.items.iter().any(|i| i.category == n), "{}: nothing in category {n}", locale.id);
        }
        let fits = |i: &types::Item| i.category < shop.categories.len() && i.price.0 > 0.0 && i.price.0 < i.price.1;
        assert!(shop.items.iter().all(fits), "{}", locale.id);
        assert!(shop.neuter.is_empty() || shop.neuter.len() == shop.adjectives.len(), "{}", locale.id);
    }
}

#[test]
fn languages_are_enough_for_sentences() {
    for locale in all() {
        let language = &locale.language;
        distinct(language.words.iter(), 150, locale.id);
        for (parts, least) in [(language.subjects, 20), (language.predicates, 20), (language.complements, 20)] {
            distinct(parts.iter(), least, locale.id);
            tidy(parts.iter().copied(), locale.id);
            assert!(parts.iter().all(|p| p.ends_with(char::is_alphanumeric)), "{}", locale.id);
        }
        assert!(language.subjects.iter().all(|s| s.starts_with(char::is_uppercase)), "{}", locale.id);
    }
}

/// Characters of an IBAN by country, after ISO 13616's registry; countries without IBAN are not in it.
const IBANS: &[(&str, usize)] = &[("BR", 29), ("DE", 22), ("ES", 24), ("FR", 27), ("GB", 22), ("IT", 27), ("NL", 18)];

#[test]
fn banks_fit_the_countrys_account_numbers() {
    for locale in all() {
        let (bank, country) = (&locale.national.bank, locale.country.code);
        distinct(bank.banks.iter().map(|(code, ..)| code), 8, locale.id);
        distinct(bank.banks.iter().map(|(_, name, _)| name), 8, locale.id);
        let bic = Regex::new(&format!("^[A-Z]{{4}}{country}[A-Z0-9]{{2}}([A-Z0-9]{{3}})?$")).unwrap();
        let length = IBANS.iter().find(|(code, _)| *code == country).map(|(_, length)| *length);
        assert_eq!(bank.iban.map(|form| form.len() + 4), length, "{}", locale.id);
        let places = bank.iban.map(|form| form.matches('b').count());
        for (code, name, its_bic) in bank.banks {
            assert!(code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{name}");
            assert_eq!(code.len(), places.unwrap_or(bank.banks[0].0.len()), "{name}");
            assert!(bic.is_match(its_bic), "{name}: {its_bic}");
            tidy([*name], locale.id);
        }
    }
}

#[test]
fn every_country_has_its_holidays() {
    for locale in all() {
        for year in 2020..=2035 {
            let days = locale.national.holidays_in(year);
            assert!(days.len() >= 7 && days.is_sorted_by_key(|(day, _)| *day), "{} {year}: {days:?}", locale.id);
            // The first of January is a holiday everywhere; in Spain, but for Sundays.
            let first = days[0].0.to_string();
            assert!(first == format!("{year}-01-01") || locale.country.code == "ES", "{} {first}", locale.id);
            tidy(days.iter().map(|(_, name)| *name), locale.id);
        }
    }
}
