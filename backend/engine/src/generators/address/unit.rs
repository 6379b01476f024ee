//! What stands below the house number: building, floor, flat, the whole second line of an address, and the
//! neighbourhood. Those of a row agree, and are written as in the country.

use crate::generator::{CompileContext, Family, ParamDescriptor};
use crate::generators::support::describe::{NUMBERS, bundle, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{numbers, one, texts};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::locales::Locale;
use crate::stream::Stream;

use super::quarters;

/// How flats are written in a country: `{f}` is the floor, `{n}` the number on it (two digits), `{d}` a single one,
/// `{l}` a letter.
struct Form {
    unit: &'static str,
    line: &'static str,
}

/// The forms by country; of other countries that of the United States.
fn form(locale: &Locale) -> Form {
    let (unit, line) = match locale.country.code {
        "GB" => ("Flat {f}{l}", "Flat {f}{l}, Floor {f}"),
        "ES" => ("{l}", "{f}.º {l}"),
        "MX" => ("Int. {f}{n}", "Piso {f}, Int. {f}{n}"),
        "CO" => ("Apto {f}{n}", "Piso {f}, Apto {f}{n}"),
        "CL" => ("Depto. {f}{n}", "Piso {f}, Depto. {f}{n}"),
        "AR" => ("Dto. {l}", "Piso {f}, Dto. {l}"),
        "BR" => ("Apto {f}{n}", "{f}º andar, Apto {f}{n}"),
        "FR" => ("Appt {f}{n}", "Étage {f}, Appt {f}{n}"),
        "DE" => ("Wohnung {f}{n}", "{f}. OG, Wohnung {f}{n}"),
        "IT" => ("Int. {f}{d}", "Piano {f}, Int. {f}{d}"),
        "NL" => ("Appartement {f}{n}", "Verdieping {f}, Appartement {f}{n}"),
        _ => ("Apt {f}{l}", "Floor {f}, Apt {f}{l}"),
    };
    Form { unit, line }
}

/// What a building is called, before its letter or number.
const BUILDINGS: [&[&str]; 7] = [
    &["Building", "Tower", "Block"],
    &["Edificio", "Torre", "Bloque"],
    &["Edifício", "Torre", "Bloco"],
    &["Bâtiment", "Tour", "Résidence"],
    &["Gebäude", "Haus", "Block"],
    &["Edificio", "Scala", "Palazzina"],
    &["Gebouw", "Toren", "Blok"],
];

/// Homes of a row.
struct Homes {
    stream: Stream,
    locales: PerLocale<(Form, Language)>,
}

/// A home: floor from 1 to 15, low ones the more frequent; number on the floor; letter.
struct Home {
    floor: u64,
    number: u64,
    letter: u8,
}

impl Homes {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("home").named(reader.text("bundle", ""));
        Self { stream, locales: PerLocale::compile(reader, cx, |locale| (form(locale), Language::of(locale))) }
    }

    fn at(&self, row: u64) -> Home {
        let mut cell = self.stream.slot(0).cell(row);
        let share = cell.unit();
        let floor = 1 + (share * share * 15.0) as u64;
        let number = 1 + cell.below(6);
        Home { floor, number, letter: b'A' + (number - 1) as u8 }
    }

    fn write(&self, form: &str, row: u64, out: &mut TextColumn) {
        let home = self.at(row);
        for (n, part) in form.split(['{', '}']).enumerate() {
            match part {
                literal if n % 2 == 0 => out.push(literal),
                "f" => out.push_number(home.floor),
                "n" => out.push_padded(home.number, 2),
                "d" => out.push_number(home.number),
                _ => out.push_byte(home.letter),
            }
        }
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![bundle(&["home"])]
}

/// Flats.
pub(super) static UNIT: Entry = Entry::text(
    "address.unit",
    Family::Address,
    words("Flat or apartment", "Piso o apartamento"),
    words(
        "The flat in the building, as written in the country.",
        "La vivienda en el edificio, como se escribe en el país.",
    ),
    |reader, cx| {
        let homes = Homes::compile(reader, cx);
        texts(cx, 10, move |row, out| homes.write(homes.locales.at(row).0.unit, row, out))
    },
)
.with(params, "{}")
.localized();

/// Second lines.
pub(super) static SECONDARY: Entry = Entry::text(
    "address.line2",
    Family::Address,
    words("Second address line", "Segunda línea de dirección"),
    words(
        "Floor and flat in one, as written in the country; agrees with both.",
        "Planta y vivienda juntas, como se escriben en el país; concuerda con ambas.",
    ),
    |reader, cx| {
        let homes = Homes::compile(reader, cx);
        texts(cx, 16, move |row, out| homes.write(homes.locales.at(row).0.line, row, out))
    },
)
.with(params, "{}")
.localized();

/// Floors.
pub(super) static FLOOR: Entry = Entry::number(
    "address.floor",
    Family::Address,
    words("Floor", "Planta"),
    words("Floors from 1 to 15, low ones the more frequent.", "Plantas de la 1 a la 15, más frecuentes las bajas."),
    |reader, cx| {
        let homes = Homes::compile(reader, cx);
        numbers(reader, cx, move |row| homes.at(row).floor as f64)
    },
)
.producing(NUMBERS)
.with(params, "{}");

/// Buildings.
pub(super) static BUILDING: Entry = Entry::text(
    "address.building",
    Family::Address,
    words("Building", "Edificio"),
    words(
        "Buildings of an estate: a word and a letter or number.",
        "Edificios de un conjunto: una palabra y una letra o número.",
    ),
    |reader, cx| {
        let homes = Homes::compile(reader, cx);
        texts(cx, 12, move |row, out| {
            let mut cell = homes.stream.slot(1).cell(row);
            out.push(one(&mut cell, BUILDINGS[homes.locales.at(row).1 as usize]));
            out.push(" ");
            if cell.below(2) == 0 {
                out.push_byte(b'A' + cell.below(8) as u8);
            } else {
                out.push_number(1 + cell.below(12));
            }
        })
    },
)
.with(params, "{}")
.localized();

/// Neighbourhoods.
pub(super) static QUARTER: Entry = Entry::text(
    "address.neighbourhood",
    Family::Address,
    words("Neighbourhood", "Barrio"),
    words(
        "Names that neighbourhoods of many towns bear, in the language of the locale.",
        "Nombres que llevan barrios o colonias de muchas ciudades, en el idioma de la localización.",
    ),
    |reader, cx| {
        let homes = Homes::compile(reader, cx);
        texts(cx, 16, move |row, out| {
            out.push(one(&mut homes.stream.slot(2).cell(row), quarters::of(homes.locales.at(row).1)));
        })
    },
)
.with(params, "{}")
.localized();

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn the_second_line_tells_of_the_floor_and_flat_of_the_row() {
        let floors = Trial::new("address.floor", json!({}), FieldType::Integer).fill(300);
        let floors = floors.as_primitive::<Int32Type>();
        for locale in locales::all() {
            let texts = |name| Trial::new(name, json!({}), FieldType::String).locale(locale.id).texts(300);
            let (units, lines) = (texts("address.unit"), texts("address.line2"));
            for row in 0..300 {
                assert!((1..=15).contains(&floors.value(row)));
                assert!(lines[row].contains(&floors.value(row).to_string()), "{}", lines[row]);
                assert!(lines[row].contains(&units[row]), "{} {}", lines[row], units[row]);
                assert!(!lines[row].contains(['{', '}']), "{}", lines[row]);
            }
        }
    }
}
