//! The shape of a locale's data: static tables, nothing computed.

use super::holidays::Holiday;
use crate::generator::Words;

/// A language with its country: what names, places and texts of its people look like.
pub struct Locale {
    /// Language and country, such as `es_MX`.
    pub id: &'static str,
    /// What people are shown.
    pub label: Words,
    pub(crate) country: Country,
    pub(crate) names: Names,
    pub(crate) places: Places,
    pub(crate) phone: PhoneForm,
    pub(crate) companies: Companies,
    /// Occupations, as said of a man and of a woman.
    pub(crate) jobs: &'static [(&'static str, &'static str)],
    pub(crate) shop: Shop,
    pub(crate) language: Language,
    /// What is the country's own: its banks and public holidays.
    pub national: National,
}

impl Locale {
    /// The country in its own language.
    pub fn country(&self) -> &'static str {
        self.country.name
    }

    /// The country by ISO 3166-1, two letters.
    pub fn country_code(&self) -> &'static str {
        self.country.code
    }

    /// The currency by ISO 4217.
    pub fn currency(&self) -> &'static str {
        self.country.currency
    }

    /// Digits after the `+` of a telephone number.
    pub fn calling_code(&self) -> &'static str {
        self.country.calling_code
    }

    /// How many given names there are, of women and of men.
    pub fn given_names(&self) -> usize {
        self.names.female.len() + self.names.male.len()
    }

    /// How many family names there are.
    pub fn family_names(&self) -> usize {
        self.names.family.len()
    }

    /// How many cities there are.
    pub fn cities(&self) -> usize {
        self.places.cities.len()
    }
}

/// Texts with weights.
pub(crate) type Weighted = &'static [(&'static str, u32)];

/// A country.
pub(crate) struct Country {
    /// In its own language.
    pub(crate) name: &'static str,
    /// ISO 3166-1, two letters.
    pub(crate) code: &'static str,
    /// Digits after the `+` of a telephone number.
    pub(crate) calling_code: &'static str,
    /// ISO 4217.
    pub(crate) currency: &'static str,
    /// Rough price of a US dollar, to bring prices into the country's order of magnitude.
    pub(crate) dollar: f64,
}

/// Names of people.
pub(crate) struct Names {
    pub(crate) male: Weighted,
    pub(crate) female: Weighted,
    pub(crate) family: Weighted,
    /// Whether people bear two family names.
    pub(crate) two_family_names: bool,
    pub(crate) male_titles: &'static [&'static str],
    pub(crate) female_titles: &'static [&'static str],
    /// Domains of common mail providers.
    pub(crate) free_mail: Weighted,
}

/// Places.
pub(crate) struct Places {
    pub(crate) cities: &'static [City],
    pub(crate) streets: &'static [&'static str],
    pub(crate) kinds: Weighted,
    pub(crate) style: StreetStyle,
    /// Least and greatest house number.
    pub(crate) house_numbers: (u64, u64),
    /// A whole address in one line: `{street}`, `{city}`, `{region}`, `{code}`, `{postcode}`.
    pub(crate) full: &'static str,
}

/// How a street and its house number are written.
#[derive(Clone, Copy)]
pub(crate) enum StreetStyle {
    /// `12 Oak Street`.
    NumberFirst,
    /// `12 rue Victor Hugo`: the number, then the kind before the name.
    NumberThenKind,
    /// `Calle Real, 12`, with what stands before the number. Streets of the empty kind are written by their name alone.
    NumberLast(&'static str),
    /// `Hauptstraße 12`: name and kind in one word, before the number. Where the kind is empty, the name is one of
    /// `whole`, which take none: `Am Markt 12`.
    Compound { whole: &'static [&'static str] },
    /// `Calle 72 # 10-34`, in Colombia: the crossing street before the house, then the house's metres from the corner
    /// (two digits: `house_numbers` go to 99 at most); with the names of crossing streets.
    Crossing(&'static [&'static str]),
}

/// A city.
pub(crate) struct City {
    pub(crate) name: &'static str,
    /// State, province or autonomous community.
    pub(crate) region: &'static str,
    /// Its usual abbreviation, or that of the part of it that addresses name: the département, the Italian province.
    pub(crate) region_code: &'static str,
    /// Forms of its postcodes, divided by `|`. In them `#` is any digit, `[3-7]` one from 3 to 7, `[ABD]` one of these,
    /// `&` a letter of the inward half of British postcodes, `%` the two letters of a Dutch one.
    pub(crate) postcode: &'static str,
    /// Degrees north.
    pub(crate) latitude: f64,
    /// Degrees east.
    pub(crate) longitude: f64,
    /// Name in the IANA time zone database.
    pub(crate) time_zone: &'static str,
    /// Telephone area code.
    pub(crate) area: &'static str,
    /// Inhabitants in thousands.
    pub(crate) weight: u32,
}

/// A city in one line of a table.
#[expect(clippy::too_many_arguments, reason = "a row of a table")]
pub(super) const fn city(
    name: &'static str,
    region: &'static str,
    region_code: &'static str,
    postcode: &'static str,
    latitude: f64,
    longitude: f64,
    time_zone: &'static str,
    area: &'static str,
    weight: u32,
) -> City {
    City { name, region, region_code, postcode, latitude, longitude, time_zone, area, weight }
}

/// How mobile numbers are written within the country.
pub(crate) struct PhoneForm {
    /// What is dialled before the number within the country only, such as `0`; nothing where there is no such thing.
    pub(crate) trunk: &'static str,
    /// What is dialled between the country's code and the number from abroad only, as the `9` of Argentine mobiles.
    pub(crate) abroad: &'static str,
    /// Whether the number begins with the city's area code.
    pub(crate) area: bool,
    /// Beginnings that the numbering plan gives to mobiles, all of one length; empty where the form has no `*`.
    pub(crate) prefixes: &'static [&'static str],
    /// The rest; `*` is one of the prefixes, `#` any digit, `N` one from 2 to 9, `M` one from 6 to 9, `[2-5]` one from
    /// 2 to 5.
    pub(crate) form: &'static str,
    /// The rest after some area codes (in ascending order of the codes), where it differs. The first city's must tell
    /// at least as many subscribers apart as `form`: unique numbers that do not fit elsewhere are numbers of that city.
    pub(crate) by_area: &'static [(&'static str, &'static str)],
}

/// Companies.
pub(crate) struct Companies {
    /// First words of names.
    pub(crate) heads: &'static [&'static str],
    /// What companies deal in, as the second word of a name.
    pub(crate) trades: &'static [&'static str],
    /// Legal forms.
    pub(crate) forms: Weighted,
    /// What stands between the names of two partners.
    pub(crate) partners: &'static str,
    /// A family's company: `{a}` is the family name.
    pub(crate) kin: &'static str,
    /// Whether a family name takes a capital in a company's name, where no given name stands before it: `Van den Berg`.
    pub(crate) family_capital: bool,
    pub(crate) industries: &'static [Industry],
    pub(crate) departments: &'static [&'static str],
    pub(crate) top_level_domains: Weighted,
}

/// What companies deal in.
pub(crate) struct Industry {
    /// In the language of the locale.
    pub(crate) name: &'static str,
    /// Class of four digits by NAICS 2022 (US Census Bureau).
    pub(crate) naics: &'static str,
    /// Class by NACE Rev. 2 (Eurostat).
    pub(crate) nace: &'static str,
}

/// An industry in one line of a table.
pub(super) const fn industry(name: &'static str, naics: &'static str, nace: &'static str) -> Industry {
    Industry { name, naics, nace }
}

/// Products of a shop.
pub(crate) struct Shop {
    /// Categories with the three letters of their article numbers.
    pub(crate) categories: &'static [(&'static str, &'static str)],
    pub(crate) items: &'static [Item],
    /// Masculine and feminine.
    pub(crate) adjectives: &'static [(&'static str, &'static str)],
    /// The neuter of each adjective, in their order; empty in languages without.
    pub(crate) neuter: &'static [&'static str],
    /// Whether the adjective stands before the noun.
    pub(crate) adjective_first: bool,
}

/// A product.
pub(crate) struct Item {
    /// Position in the shop's categories.
    pub(crate) category: usize,
    /// As it stands within a sentence; the first letter of a product's name is made a capital.
    pub(crate) name: &'static str,
    pub(crate) gender: Gender,
    /// Least and greatest price in US dollars.
    pub(crate) price: (f64, f64),
}

/// Grammatical gender: which form of an adjective goes with a noun. In Dutch, whose nouns have two genders, the common
/// one counts as masculine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// A product in one line of a table.
pub(super) const fn item(category: usize, name: &'static str, feminine: bool, low: u32, high: u32) -> Item {
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    Item { category, name, gender, price: (low as f64, high as f64) }
}

/// A product of neuter gender in one line of a table.
pub(super) const fn neuter(category: usize, name: &'static str, low: u32, high: u32) -> Item {
    Item { category, name, gender: Gender::Neuter, price: (low as f64, high as f64) }
}

/// How letters are spelt in ASCII where that is not just the letter without its mark: `ä` as `ae`. Lower case.
pub(crate) type Spelling = &'static [(char, &'static str)];

/// What is a country's own.
pub struct National {
    /// Banks and the form of their account numbers.
    pub bank: Bank,
    /// Public holidays, in no order.
    pub holidays: &'static [Holiday],
}

/// The banks of a country.
pub struct Bank {
    /// Form of an account number within an IBAN, which comes after the country's letters and two check digits; nothing
    /// in countries without IBAN. In it `b` is a place of the bank's code, `s` a digit of the branch, `#` one of the
    /// account, `k` a national check character; others stand for themselves.
    pub iban: Option<&'static str>,
    /// Codes, names and BICs (ISO 9362). Codes are those of account numbers: of an IBAN, in the United Kingdom with the
    /// first two digits of the bank's sort codes; elsewhere of the country's own, such as the CLABE or the CBU.
    pub banks: &'static [(&'static str, &'static str, &'static str)],
}

/// Words and sentences of a language. Any subject, predicate and complement make a sentence.
pub(crate) struct Language {
    /// For names in e-mail addresses and domains.
    pub(crate) spelling: Spelling,
    pub(crate) words: &'static [&'static str],
    /// Capitalised.
    pub(crate) subjects: &'static [&'static str],
    pub(crate) predicates: &'static [&'static str],
    pub(crate) complements: &'static [&'static str],
}
