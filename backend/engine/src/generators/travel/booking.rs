//! Bookings: locators, seats and cabins (which agree in a row), gates, hotel rooms, trains.

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind, Words};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::digits::{CLEAR, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{codes, texts};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::weights::Alias;
use crate::locales::Locale;
use crate::stream::Stream;

/// Locators.
pub(super) static LOCATOR: Entry = Entry::text(
    "travel.booking_code",
    Family::Travel,
    words("Booking code (PNR)", "Localizador de reserva (PNR)"),
    words("Six clear letters and digits, a letter first.", "Seis letras y dígitos inconfundibles, primero una letra."),
    |reader, cx| {
        // The first 24 of the clear characters are letters.
        codes(reader, cx, 24 * 32_u128.pow(5), 6, |number, _, out| {
            out.push_byte(CLEAR[(number / 32_u128.pow(5)) as usize]);
            push_digits(number, CLEAR, 5, out);
        })
    },
)
.unique();

/// A cabin: share of seats, rows from and to, letters of its seats.
struct Cabin {
    name: Words,
    share: f64,
    rows: (u64, u64),
    letters: &'static [u8],
}

static CABINS: [Cabin; 4] = [
    Cabin { name: words("economy", "turista"), share: 84.0, rows: (10, 38), letters: b"ABCDEF" },
    Cabin { name: words("premium economy", "turista premium"), share: 6.0, rows: (7, 9), letters: b"ABCDEF" },
    Cabin { name: words("business", "ejecutiva"), share: 8.5, rows: (3, 6), letters: b"ACDF" },
    Cabin { name: words("first", "primera"), share: 1.5, rows: (1, 2), letters: b"AF" },
];

/// The seats of a bundle.
struct Seats {
    stream: Stream,
    alias: Alias,
}

impl Seats {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("seat").named(reader.text("bundle", ""));
        Self { stream, alias: Alias::new(CABINS.iter().map(|c| c.share)) }
    }

    fn cabin(&self, row: u64) -> &'static Cabin {
        &CABINS[self.alias.pick(self.stream.cell(row).bits())]
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![bundle(&["seat"])]
}

/// Seats.
pub(super) static SEAT: Entry = Entry::text(
    "travel.seat",
    Family::Travel,
    words("Seat", "Asiento"),
    words(
        "Row and letter in an aircraft, where the row's cabin is.",
        "Fila y letra en un avión, donde está la cabina de la fila.",
    ),
    |reader, cx| {
        let seats = Seats::compile(reader, cx);
        texts(cx, 3, move |row, out| {
            let (cabin, mut cell) = (seats.cabin(row), seats.stream.slot(1).cell(row));
            let (first, last) = cabin.rows;
            out.push_number(first + cell.below(last - first + 1));
            out.push_byte(cabin.letters[cell.below(cabin.letters.len() as u64) as usize]);
        })
    },
)
.with(params, "{}");

/// Cabins.
pub(super) static CABIN: Entry = Entry::text(
    "travel.cabin_class",
    Family::Travel,
    words("Cabin class", "Clase de cabina"),
    words(
        "economy, business and the like, as many as there are seats.",
        "turista, ejecutiva y similares, según sus asientos.",
    ),
    |reader, cx| {
        let seats = Seats::compile(reader, cx);
        let languages = PerLocale::compile(reader, cx, Language::of);
        texts(cx, 8, move |row, out| out.push(languages.at(row).of_two(seats.cabin(row).name)))
    },
)
.with(params, "{}")
.localized();

/// Gates.
pub(super) static GATE: Entry = Entry::text(
    "travel.gate",
    Family::Travel,
    words("Gate", "Puerta de embarque"),
    words("A letter and a number.", "Una letra y un número."),
    |_, cx| {
        let stream = cx.stream;
        texts(cx, 3, move |row, out| {
            let mut cell = stream.cell(row);
            out.push_byte(b'A' + cell.below(6) as u8);
            out.push_number(1 + cell.below(60));
        })
    },
);

/// Rooms.
pub(super) static ROOM: Entry = Entry::text(
    "travel.hotel_room",
    Family::Travel,
    words("Hotel room", "Habitación de hotel"),
    words("Floor and number of the room on it, as 412.", "Planta y número de la habitación en ella, como 412."),
    |reader, cx| {
        let floors = reader.integer("floors", (1, 99), 9).unsigned_abs();
        let rooms = reader.integer("rooms", (1, 99), 30).unsigned_abs();
        let longest = if floors > 9 { 4 } else { 3 };
        codes(reader, cx, u128::from(floors * rooms), longest, move |number, _, out| {
            out.push_number(1 + number as u64 / rooms);
            out.push_padded(1 + number as u64 % rooms, 2);
        })
    },
)
.with(
    || {
        let kind = || ParamKind::Integer { min: Some(1), max: Some(99) };
        let floors = words("How many floors the hotel has.", "Cuántas plantas tiene el hotel.");
        let rooms = words("How many rooms there are on a floor.", "Cuántas habitaciones hay en una planta.");
        vec![
            defaulted("floors", kind(), words("Floors", "Plantas"), floors, 9),
            defaulted("rooms", kind(), words("Rooms", "Habitaciones"), rooms, 30),
        ]
    },
    r#"{"floors":9,"rooms":30}"#,
)
.unique();

/// Kinds of rooms with their share.
const ROOMS: [(Words, f64); 7] = [
    (words("double", "doble"), 44.0),
    (words("twin", "doble con dos camas"), 18.0),
    (words("single", "individual"), 14.0),
    (words("family", "familiar"), 9.0),
    (words("triple", "triple"), 6.0),
    (words("junior suite", "suite júnior"), 6.0),
    (words("suite", "suite"), 3.0),
];

/// Kinds of rooms.
pub(super) static ROOM_TYPE: Entry = Entry::text(
    "travel.room_type",
    Family::Travel,
    words("Room type", "Tipo de habitación"),
    words(
        "double, single, suite and the like, as many as there are.",
        "doble, individual, suite y similares, según su número.",
    ),
    |reader, cx| {
        let (alias, stream) = (Alias::new(ROOMS.iter().map(|(_, share)| *share)), cx.stream);
        let languages = PerLocale::compile(reader, cx, Language::of);
        texts(cx, 8, move |row, out| out.push(languages.at(row).of_two(ROOMS[alias.pick(stream.cell(row).bits())].0)))
    },
)
.localized();

/// Trains of a country: what stands before the number, the digits of the number, share.
type Trains = &'static [(&'static str, usize, f64)];

/// The trains of a country; of others those of the United States.
fn trains(locale: &'static Locale) -> Trains {
    match locale.country.code {
        "ES" => &[("AVE ", 5, 40.0), ("ALVIA ", 5, 20.0), ("AVANT ", 5, 15.0), ("MD ", 5, 25.0)],
        "GB" => &[("1A", 2, 30.0), ("1B", 2, 25.0), ("2C", 2, 25.0), ("9S", 2, 20.0)],
        "FR" => &[("TGV ", 4, 55.0), ("OUIGO ", 4, 15.0), ("TER ", 6, 30.0)],
        "DE" => &[("ICE ", 3, 40.0), ("IC ", 4, 20.0), ("RE ", 5, 25.0), ("RB ", 5, 15.0)],
        "IT" => &[("FR ", 4, 40.0), ("IC ", 3, 20.0), ("RV ", 4, 20.0), ("R ", 5, 20.0)],
        "NL" => &[("IC ", 4, 60.0), ("SPR ", 4, 40.0)],
        "MX" => &[("Tren Maya ", 3, 60.0), ("El Insurgente ", 3, 40.0)],
        "CL" => &[("EFE ", 4, 100.0)],
        "AR" => &[("TA ", 3, 100.0)],
        "BR" => &[("CPTM ", 4, 70.0), ("EFVM ", 2, 30.0)],
        _ => &[("Amtrak ", 3, 70.0), ("Acela ", 4, 30.0)],
    }
}

/// Trains.
pub(super) static TRAIN: Entry = Entry::text(
    "travel.train",
    Family::Travel,
    words("Train", "Tren"),
    words("Kind and number of trains of the country.", "Tipo y número de trenes del país."),
    |reader, cx| {
        let stream = cx.stream;
        let countries = PerLocale::compile(reader, cx, |locale| {
            let trains = trains(locale);
            (trains, Alias::new(trains.iter().map(|(_, _, share)| *share)))
        });
        texts(cx, 10, move |row, out| {
            let mut cell = stream.cell(row);
            let (trains, alias) = countries.at(row);
            let (before, digits, _) = trains[alias.pick(cell.bits())];
            out.push(before);
            out.push_padded(1 + cell.below(10_u64.pow(digits as u32) - 1), digits);
        })
    },
)
.localized();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn seats_are_in_the_cabin_of_the_row() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(3_000);
        for (seat, cabin) in texts("travel.seat").iter().zip(texts("travel.cabin_class")) {
            let cabin = CABINS.iter().find(|c| c.name.en == cabin).unwrap();
            let (number, letter) = seat.split_at(seat.len() - 1);
            assert!((cabin.rows.0..=cabin.rows.1).contains(&number.parse().unwrap()), "{seat} {}", cabin.name.en);
            assert!(cabin.letters.contains(&letter.as_bytes()[0]), "{seat}");
        }
    }

    #[test]
    fn every_room_of_a_hotel_comes_and_locators_begin_with_a_letter() {
        let trial =
            Trial::new("travel.hotel_room", json!({ "floors": 12, "rooms": 25 }), FieldType::String).unique(300);
        assert_eq!(trial.compile().unwrap().capacity(), Some(300));
        assert_eq!(trial.texts(300).into_iter().collect::<HashSet<_>>().len(), 300);
        let locators = Trial::new("travel.booking_code", json!({}), FieldType::String).unique(3_000).texts(3_000);
        assert!(locators.iter().all(|l| l.len() == 6 && l.as_bytes()[0].is_ascii_uppercase()));
        assert_eq!(locators.iter().collect::<HashSet<_>>().len(), 3_000);
    }
}
