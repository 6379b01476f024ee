//! `travel.licence_plate`: plates in the form of the country. Forms: the registration rules in force in 2024.

use arrow_array::ArrayRef;

use crate::generator::{EngineError, Family, FillContext, Filler};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{below, fits};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::text::TextColumn;
use crate::locales::Locale;
use crate::permutation::Permutation;
use crate::stream::Stream;

const ALL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Letters of Spain and the Netherlands: no vowels, nor those that look like others.
const CONSONANTS: &[u8] = b"BCDFGHJKLMNPRSTVWXYZ";
/// Without S, so that SS and SD, which are not given, can't come.
const DUTCH: &[u8] = b"BDFGHJKLNPRTVXZ";
const CHILEAN: &[u8] = b"BCDFGHJKLPRSTVWXYZ";
/// Letters of Great Britain but for I, Q and Z.
const BRITISH: &[u8] = b"ABCDEFGHJKLMNOPRSTUVWXY";
/// Letters of France and Italy, without I, O, U and, in Italy, Q; first ones of France so that SS and WW can't come.
const FRENCH: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
const FRENCH_FIRST: &[u8] = b"ABCDEFGHJKLMNPQRTVXYZ";
const ITALIAN: &[u8] = b"ABCDEFGHJKLMNPRSTVWXYZ";
/// First letters of German plates' second part so that none of the pairs kept back (HJ, KZ, NS, SA, SS) can come.
const GERMAN_FIRST: &[u8] = b"ABCDEFGILMOPQRTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const NONZERO: &[u8] = b"123456789";
/// Two digits of British plates by half year: March of 2015 to September of 2025.
const AGES: [&str; 22] = [
    "15", "65", "16", "66", "17", "67", "18", "68", "19", "69", "20", "70", "21", "71", "22", "72", "23", "73", "24",
    "74", "25", "75",
];
/// First letters of German plates: the largest towns and districts.
const DISTRICTS: [&str; 36] = [
    "B", "HH", "M", "K", "F", "S", "D", "L", "DO", "E", "HB", "DD", "H", "N", "DU", "BO", "W", "BI", "BN", "MS", "MA",
    "KA", "A", "WI", "AC", "BS", "KI", "C", "HAL", "MD", "FR", "KR", "MZ", "HL", "EF", "HRO",
];

/// A place of a plate.
enum Place {
    One(&'static [u8]),
    Words(&'static [&'static str]),
    Mark(&'static str),
}

use Place::{Mark, One, Words};

/// The form of a country; of others three letters and four digits, as in many states of the United States.
fn form(locale: &Locale) -> Vec<Place> {
    let letters = |alphabet, count| (0..count).map(move |_| One(alphabet));
    let mut places = Vec::new();
    match locale.country.code {
        "ES" => {
            places.extend(letters(DIGITS, 4));
            places.push(Mark(" "));
            places.extend(letters(CONSONANTS, 3));
        }
        "GB" => {
            places.extend(letters(BRITISH, 2));
            places.push(Words(&AGES));
            places.push(Mark(" "));
            places.extend(letters(BRITISH, 3));
        }
        "MX" => {
            places.extend(letters(CONSONANTS, 3));
            places.push(Mark("-"));
            places.extend(letters(DIGITS, 3));
            places.push(Mark("-"));
            places.push(One(CONSONANTS));
        }
        "CO" => {
            places.extend(letters(ALL, 3));
            places.push(Mark(" "));
            places.extend(letters(DIGITS, 3));
        }
        "CL" => {
            places.extend(letters(CHILEAN, 4));
            places.push(Mark("-"));
            places.extend(letters(DIGITS, 2));
        }
        "AR" => {
            // Given so far: AA to AH.
            places.extend([Mark("A"), One(b"ABCDEFGH")]);
            places.push(Mark(" "));
            places.extend(letters(DIGITS, 3));
            places.push(Mark(" "));
            places.extend(letters(ALL, 2));
        }
        "BR" => {
            places.extend(letters(ALL, 3));
            places.push(One(DIGITS));
            places.push(One(b"ABCDEFGHIJ"));
            places.extend(letters(DIGITS, 2));
        }
        "FR" => {
            places.extend([One(FRENCH_FIRST), One(FRENCH)]);
            places.push(Mark("-"));
            places.extend(letters(DIGITS, 2));
            // 000 is no number.
            places.push(One(NONZERO));
            places.push(Mark("-"));
            places.extend([One(FRENCH_FIRST), One(FRENCH)]);
        }
        "DE" => {
            places.push(Words(&DISTRICTS));
            places.push(Mark("-"));
            places.extend([One(GERMAN_FIRST), One(ALL)]);
            places.push(Mark(" "));
            places.push(One(NONZERO));
            places.extend(letters(DIGITS, 2));
        }
        "IT" => {
            places.push(One(b"EFG"));
            places.push(One(ITALIAN));
            places.extend(letters(DIGITS, 3));
            places.extend(letters(ITALIAN, 2));
        }
        "NL" => {
            places.push(One(b"GHJKLNPRSTXZ"));
            places.push(Mark("-"));
            places.extend(letters(DIGITS, 2));
            // 000 is no number.
            places.push(One(NONZERO));
            places.push(Mark("-"));
            places.extend(letters(DUTCH, 2));
        }
        _ => {
            places.extend(letters(ALL, 3));
            places.push(Mark("-"));
            places.extend(letters(DIGITS, 4));
        }
    }
    places
}

impl Place {
    fn ways(&self) -> u128 {
        match self {
            One(letters) => letters.len() as u128,
            Words(words) => words.len() as u128,
            Mark(_) => 1,
        }
    }

    fn write(&self, at: u128, out: &mut TextColumn) {
        match self {
            One(letters) => out.push_byte(letters[at as usize]),
            Words(words) => out.push(words[at as usize]),
            Mark(mark) => out.push(mark),
        }
    }
}

/// A country's plates.
struct Country {
    places: Vec<Place>,
    ways: u128,
    permutation: Permutation,
}

/// Plates.
pub(super) static PLATE: Entry = Entry::text(
    "travel.licence_plate",
    Family::Travel,
    words("Licence plate", "Matrícula"),
    words("Plates of cars in the form of the country.", "Matrículas de coches en la forma del país."),
    |reader, cx| {
        let key = cx.stream.key();
        let countries = PerLocale::compile(reader, cx, |locale| {
            let places = form(locale);
            let ways = places.iter().map(Place::ways).product();
            Country { places, ways, permutation: Permutation::new(ways, key) }
        });
        fits(reader, cx, 10);
        Box::new(Plates { countries, unique: cx.unique, stream: cx.stream })
    },
)
.localized()
.unique();

struct Plates {
    countries: PerLocale<Country>,
    unique: bool,
    stream: Stream,
}

impl Filler for Plates {
    fn capacity(&self) -> Option<u128> {
        // No two countries' plates have the same form.
        self.unique.then(|| self.countries.all().iter().map(|c| c.ways).min()).flatten()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 9, None);
        for &row in cx.rows {
            let country = self.countries.at(row);
            let mut number = if self.unique {
                country.permutation.at(u128::from(row))
            } else {
                below(&mut self.stream.cell(row), country.ways)
            };
            for place in &country.places {
                place.write(number % place.ways(), &mut out);
                number /= place.ways();
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use regex::Regex;
    use serde_json::json;

    use crate::locales;
    use crate::testing::Trial;

    /// What plates of a country look like.
    fn pattern(country: &str) -> &'static str {
        match country {
            "ES" => r"^\d{4} [BCDFGHJKLMNPRSTVWXYZ]{3}$",
            "GB" => r"^[A-Z]{2}\d{2} [A-Z]{3}$",
            "MX" => r"^[A-Z]{3}-\d{3}-[A-Z]$",
            "CO" => r"^[A-Z]{3} \d{3}$",
            "CL" => r"^[A-Z]{4}-\d{2}$",
            "AR" => r"^[A-Z]{2} \d{3} [A-Z]{2}$",
            "BR" => r"^[A-Z]{3}\d[A-J]\d{2}$",
            "FR" => r"^[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}$",
            "DE" => r"^[A-Z]{1,3}-[A-Z]{2} [1-9]\d{2}$",
            "IT" => r"^[A-HJ-NPR-TV-Z]{2}\d{3}[A-HJ-NPR-TV-Z]{2}$",
            "NL" => r"^[A-Z]-\d{3}-[A-Z]{2}$",
            _ => r"^[A-Z]{3}-\d{4}$",
        }
    }

    #[test]
    fn plates_have_the_form_of_the_country_and_differ() {
        for locale in locales::all() {
            let form = Regex::new(pattern(locale.country.code)).unwrap();
            let made = Trial::new("travel.licence_plate", json!({}), FieldType::String)
                .locale(locale.id)
                .unique(5_000)
                .texts(5_000);
            assert!(made.iter().all(|p| form.is_match(p) && p.len() <= 10), "{} {}", locale.id, made[0]);
            assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000);
        }
    }
}
