//! Locale data: names, places, phone forms, words. A folder a locale, and one a language for what its locales share;
//! static tables from public statistics, named at the head of each file. Nothing is drawn here.

mod en_us;
mod english;
mod es_es;
mod es_mx;
mod portuguese;
mod pt_br;
mod spanish;
pub(crate) mod types;

pub use types::Locale;

static ALL: [&Locale; 4] = [&en_us::LOCALE, &es_es::LOCALE, &es_mx::LOCALE, &pt_br::LOCALE];

/// Every locale, in the order people are shown them.
pub fn all() -> &'static [&'static Locale] {
    &ALL
}

/// The locale with this id.
pub fn find(id: &str) -> Option<&'static Locale> {
    ALL.into_iter().find(|locale| locale.id == id)
}

/// The locale of those who chose none.
pub(crate) fn fallback() -> &'static Locale {
    ALL[0]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::types::Weighted;
    use super::*;

    fn distinct(table: Weighted, least: usize, what: &str) {
        let names: HashSet<_> = table.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), table.len(), "{what} repeats a name");
        assert!(names.len() >= least && table.iter().all(|(name, weight)| !name.is_empty() && *weight > 0), "{what}");
    }

    #[test]
    fn every_locale_is_complete() {
        for locale in all() {
            distinct(locale.names.male, 100, locale.id);
            distinct(locale.names.female, 100, locale.id);
            distinct(locale.names.family, 150, locale.id);
            assert!(locale.places.cities.len() >= 40 && locale.places.streets.len() >= 40, "{}", locale.id);
            assert!(locale.jobs.len() >= 60 && locale.language.words.len() >= 150, "{}", locale.id);
            assert!(
                locale.shop.items.iter().all(|i| i.category < locale.shop.categories.len() && i.price.0 < i.price.1)
            );
            assert_eq!(find(locale.id).map(|l| l.id), Some(locale.id));
        }
    }

    #[test]
    fn postcodes_and_area_codes_have_their_countrys_length() {
        let lengths = |id| match id {
            "pt_BR" => (9, 2..=2),
            "en_US" => (5, 3..=3),
            _ => (5, 2..=3),
        };
        for locale in all() {
            let (postcode, area) = lengths(locale.id);
            for city in locale.places.cities {
                assert_eq!(city.postcode.len(), postcode, "{}", city.name);
                assert!(area.contains(&city.area.len()), "{}", city.name);
                assert!(city.latitude.abs() < 90.0 && city.longitude.abs() < 180.0, "{}", city.name);
            }
        }
    }
}
