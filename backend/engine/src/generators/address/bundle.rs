//! The places of a table: one for each row and bundle, the same in every column that tells of it.

use crate::generator::CompileContext;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::locales::Locale;
use crate::locales::types::{City, StreetStyle};
use crate::stream::{Cell, Stream};

use super::postcode;

/// What is drawn of a place; each has its own stream, so that no column disturbs another.
#[derive(Clone, Copy)]
enum Slot {
    City,
    Street,
    Postcode,
    Position,
}

/// The places of a bundle.
pub(crate) struct Places {
    slots: [Stream; 4],
    tables: PerLocale<Tables>,
}

struct Tables {
    locale: &'static Locale,
    cities: Alias,
    kinds: Alias,
    /// The forms of each city's postcodes.
    postcodes: Vec<Vec<&'static str>>,
    /// The form of a whole address: literals and the words in braces, in turn.
    full: Vec<&'static str>,
}

/// The place of a row.
pub(crate) struct Place<'a> {
    places: &'a Places,
    tables: &'a Tables,
    row: u64,
    /// Which of the locale's cities it lies in.
    nth: usize,
    pub(crate) city: &'static City,
}

impl Places {
    /// The places that `locale` and `bundle` of the parameters speak of.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("place").named(reader.text("bundle", ""));
        let slots = std::array::from_fn(|n| stream.slot(n as u64));
        Self { slots, tables: PerLocale::compile(reader, cx, Tables::new) }
    }

    /// The locales places may lie in.
    pub(crate) fn locales(&self) -> impl Iterator<Item = &'static Locale> {
        self.tables.all().iter().map(|t| t.locale)
    }

    /// The place of a row.
    #[inline]
    pub(crate) fn at(&self, row: u64) -> Place<'_> {
        let tables = self.tables.at(row);
        let nth = tables.cities.pick(self.cell(Slot::City, row).bits());
        Place { places: self, tables, row, nth, city: &tables.locale.places.cities[nth] }
    }

    #[inline]
    fn cell(&self, slot: Slot, row: u64) -> Cell {
        self.slots[slot as usize].cell(row)
    }
}

impl Tables {
    fn new(locale: &'static Locale) -> Self {
        Self {
            locale,
            cities: Alias::new(locale.places.cities.iter().map(|c| f64::from(c.weight))),
            kinds: Alias::new(locale.places.kinds.iter().map(|(_, w)| f64::from(*w))),
            postcodes: locale.places.cities.iter().map(|c| c.postcode.split('|').collect()).collect(),
            full: locale.places.full.split(['{', '}']).collect(),
        }
    }
}

impl Place<'_> {
    /// The locale it lies in.
    pub(crate) fn locale(&self) -> &'static Locale {
        self.tables.locale
    }

    /// Street and house number.
    pub(crate) fn write_street(&self, out: &mut TextColumn) {
        let places = &self.tables.locale.places;
        let mut cell = self.places.cell(Slot::Street, self.row);
        let kind = places.kinds[self.tables.kinds.pick(cell.bits())].0;
        let street = places.streets[cell.below(places.streets.len() as u64) as usize];
        // The square of an even draw: low numbers are more frequent, as every street has them.
        let (least, most) = places.house_numbers;
        let share = cell.unit();
        let number = least + (share * share * (most - least + 1) as f64) as u64;
        let kind_then_name = |out: &mut TextColumn| {
            out.push(kind);
            if !kind.is_empty() {
                out.push_byte(b' ');
            }
            out.push(street);
        };
        match places.style {
            StreetStyle::NumberFirst => {
                out.push_number(number);
                for part in [" ", street, " ", kind] {
                    out.push(part);
                }
            }
            StreetStyle::NumberThenKind => {
                out.push_number(number);
                for part in [" ", kind, " ", street] {
                    out.push(part);
                }
            }
            StreetStyle::NumberLast(between) => {
                kind_then_name(out);
                out.push(between);
                out.push_number(number);
            }
            StreetStyle::Compound { whole } => {
                let name = if kind.is_empty() { whole[cell.below(whole.len() as u64) as usize] } else { street };
                for part in [name, kind, " "] {
                    out.push(part);
                }
                out.push_number(number);
            }
            StreetStyle::Crossing(crossings) => {
                kind_then_name(out);
                out.push(" # ");
                out.push(crossings[cell.below(crossings.len() as u64) as usize]);
                out.push_byte(b'-');
                out.push_padded(number, 2);
            }
        }
    }

    /// A postcode of the city.
    pub(crate) fn write_postcode(&self, out: &mut TextColumn) {
        let forms = &self.tables.postcodes[self.nth];
        postcode::write(forms, self.places.cell(Slot::Postcode, self.row).bits(), out);
    }

    /// The address in one line, in the form of the country.
    pub(crate) fn write_full(&self, out: &mut TextColumn) {
        for (n, part) in self.tables.full.iter().enumerate() {
            match *part {
                literal if n % 2 == 0 => out.push(literal),
                "street" => self.write_street(out),
                "city" => out.push(self.city.name),
                "region" => out.push(self.city.region),
                "code" => out.push(self.city.region_code),
                _ => self.write_postcode(out),
            }
        }
    }

    /// Degrees north and east, within some kilometres of the city's centre, to six digits.
    pub(crate) fn position(&self) -> (f64, f64) {
        let mut cell = self.places.cell(Slot::Position, self.row);
        // The sum of two even draws gathers around the centre.
        let mut near = || (cell.unit() + cell.unit() - 1.0) * 0.05;
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        (round(self.city.latitude + near()), round(self.city.longitude + near()))
    }
}

/// The first mark of a postcode or number form (a character, or brackets with what is between them) and what comes after it.
pub(crate) fn mark(form: &'static str) -> Option<(&'static str, &'static str)> {
    let length = if form.starts_with('[') { form.find(']')? + 1 } else { form.chars().next()?.len_utf8() };
    Some(form.split_at(length))
}
