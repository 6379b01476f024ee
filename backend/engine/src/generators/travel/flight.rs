//! Flights: codes, name, town and position of an airport agree in a row (take `bundle` for origin and destination); so do
//! airline and flight number, and code and name of an aircraft.

use arrow_array::ArrayRef;
use dmb_spec::FieldType;

use crate::generator::{CompileContext, EngineError, Family, FillContext, Filler};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{Numbers, fits};
use crate::generators::support::text::TextColumn;

use super::airlines::{AIRCRAFT as TYPES, AIRLINES, Aircraft, Airline};
use super::airports::{AIRPORTS, Airport};

static PORTS: Facts<Airport> = Facts::new("airport", AIRPORTS, |airport| f64::from(airport.weight));
static CARRIERS: Facts<Airline> = Facts::new("airline", AIRLINES, |airline| f64::from(airline.weight));
static PLANES: Facts<Aircraft> = Facts::new("aircraft", TYPES, |plane| f64::from(plane.weight));

/// Codes of airports.
pub(super) static IATA: Entry = Entry::text(
    "travel.airport_code",
    Family::Travel,
    words("Airport code (IATA)", "Código de aeropuerto (IATA)"),
    words(
        "Three letters: the busiest airports of the world, as frequent as they have passengers.",
        "Tres letras: los aeropuertos con más tráfico del mundo, según sus pasajeros.",
    ),
    |reader, cx| PORTS.codes(reader, cx, |airport| airport.iata),
)
.with(|| PORTS.params(), "{}")
.unique();

/// Codes of airports in aviation.
pub(super) static ICAO: Entry = Entry::text(
    "travel.airport_icao",
    Family::Travel,
    words("Airport code (ICAO)", "Código de aeropuerto (OACI)"),
    words("Four letters, of the row's airport.", "Cuatro letras, del aeropuerto de la fila."),
    |reader, cx| PORTS.codes(reader, cx, |airport| airport.icao),
)
.with(|| PORTS.params(), "{}")
.unique();

/// Names of airports.
pub(super) static AIRPORT: Entry = Entry::text(
    "travel.airport",
    Family::Travel,
    words("Airport", "Aeropuerto"),
    words("Name of the row's airport.", "Nombre del aeropuerto de la fila."),
    |reader, cx| PORTS.names(reader, cx, |airport, _| airport.name),
)
.with(|| PORTS.params(), "{}")
.unique();

/// Towns of airports.
pub(super) static CITY: Entry = Entry::text(
    "travel.airport_city",
    Family::Travel,
    words("Airport city", "Ciudad del aeropuerto"),
    words("The town that the row's airport serves.", "La ciudad a la que sirve el aeropuerto de la fila."),
    |reader, cx| PORTS.names(reader, cx, |airport, _| airport.city),
)
.with(|| PORTS.params(), "{}");

/// Countries of airports.
pub(super) static COUNTRY: Entry = Entry::text(
    "travel.airport_country",
    Family::Travel,
    words("Airport country", "País del aeropuerto"),
    words("Two letters by ISO 3166, of the row's airport.", "Dos letras según ISO 3166, del aeropuerto de la fila."),
    |reader, cx| PORTS.codes(reader, cx, |airport| airport.country),
)
.with(|| PORTS.params(), "{}");

/// Latitudes of airports.
pub(super) static LATITUDE: Entry = Entry::number(
    "travel.airport_latitude",
    Family::Travel,
    words("Airport latitude", "Latitud del aeropuerto"),
    words("Degrees north of the row's airport.", "Grados norte del aeropuerto de la fila."),
    |reader, cx| PORTS.numbers(reader, cx, |airport| airport.latitude),
)
.producing(&[FieldType::Float, FieldType::Decimal])
.with(|| PORTS.params(), "{}");

/// Longitudes of airports.
pub(super) static LONGITUDE: Entry = Entry::number(
    "travel.airport_longitude",
    Family::Travel,
    words("Airport longitude", "Longitud del aeropuerto"),
    words("Degrees east of the row's airport.", "Grados este del aeropuerto de la fila."),
    |reader, cx| PORTS.numbers(reader, cx, |airport| airport.longitude),
)
.producing(&[FieldType::Float, FieldType::Decimal])
.with(|| PORTS.params(), "{}");

/// Airlines.
pub(super) static AIRLINE: Entry = Entry::text(
    "travel.airline",
    Family::Travel,
    words("Airline", "Aerolínea"),
    words(
        "Large airlines of the world, as frequent as they have aircraft.",
        "Grandes aerolíneas del mundo, según su flota.",
    ),
    |reader, cx| CARRIERS.names(reader, cx, |airline, _| airline.name),
)
.with(|| CARRIERS.params(), "{}")
.unique();

/// Codes of airlines.
pub(super) static AIRLINE_CODE: Entry = Entry::text(
    "travel.airline_code",
    Family::Travel,
    words("Airline code", "Código de aerolínea"),
    words("Two characters by IATA, of the row's airline.", "Dos caracteres según IATA, de la aerolínea de la fila."),
    |reader, cx| CARRIERS.codes(reader, cx, |airline| airline.code),
)
.with(|| CARRIERS.params(), "{}")
.unique();

/// Flight numbers.
pub(super) static NUMBER: Entry = Entry::text(
    "travel.flight_number",
    Family::Travel,
    words("Flight number", "Número de vuelo"),
    words(
        "Code of the row's airline and a number from 1 to 9999.",
        "Código de la aerolínea de la fila y un número de 1 a 9999.",
    ),
    |reader, cx| {
        fits(reader, cx, 6);
        // Flights differ by their number; airlines come as often as they do.
        let airlines = CARRIERS.drawer(reader, &CompileContext { unique: false, ..*cx });
        Box::new(Flights { airlines, numbers: Numbers::new(cx, 9_999) })
    },
)
.with(|| CARRIERS.params(), "{}")
.unique();

struct Flights {
    airlines: Drawer<Airline>,
    numbers: Numbers,
}

impl Filler for Flights {
    fn capacity(&self) -> Option<u128> {
        self.numbers.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 6, None);
        for &row in cx.rows {
            out.push(self.airlines.at(row).code);
            out.push_number(self.numbers.at(row).0 as u64 + 1);
            out.end();
        }
        out.finish()
    }
}

/// Aircraft.
pub(super) static AIRCRAFT: Entry = Entry::text(
    "travel.aircraft",
    Family::Travel,
    words("Aircraft", "Aeronave"),
    words("Types of airliners, as frequent as they fly.", "Tipos de avión comercial, según cuánto vuelan."),
    |reader, cx| PLANES.names(reader, cx, |plane, _| plane.name),
)
.with(|| PLANES.params(), "{}")
.unique();

/// Codes of aircraft.
pub(super) static AIRCRAFT_CODE: Entry = Entry::text(
    "travel.aircraft_code",
    Family::Travel,
    words("Aircraft code", "Código de aeronave"),
    words(
        "Four characters by ICAO, of the row's aircraft.",
        "Cuatro caracteres según OACI, de la aeronave de la fila.",
    ),
    |reader, cx| PLANES.codes(reader, cx, |plane| plane.code),
)
.with(|| PLANES.params(), "{}")
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn columns_of_an_airport_agree_and_bundles_are_apart() {
        let texts = |name, bundle: &str| Trial::new(name, json!({ "bundle": bundle }), FieldType::String).texts(500);
        let (codes, cities) = (texts("travel.airport_code", "origin"), texts("travel.airport_city", "origin"));
        let north = Trial::new("travel.airport_latitude", json!({ "bundle": "origin" }), FieldType::Float).fill(500);
        for row in 0..codes.len() {
            let airport = AIRPORTS.iter().find(|a| a.iata == codes[row]).unwrap();
            assert_eq!(airport.city, cities[row]);
            assert_eq!(airport.latitude, north.as_primitive::<Float64Type>().value(row));
        }
        assert_ne!(codes, texts("travel.airport_code", "destination"));
    }

    #[test]
    fn flights_are_the_rows_airlines_and_differ() {
        let codes = Trial::new("travel.airline_code", json!({}), FieldType::String).texts(9_999);
        let flights = Trial::new("travel.flight_number", json!({}), FieldType::String).unique(9_999).texts(9_999);
        assert!(flights.iter().zip(&codes).all(|(flight, code)| flight.starts_with(code) && flight.len() <= 6));
        assert_eq!(flights.iter().collect::<HashSet<_>>().len(), 9_999);
    }

    #[test]
    fn every_airport_airline_and_type_can_come_once() {
        for (name, count) in [
            ("travel.airport_code", AIRPORTS.len()),
            ("travel.airport_icao", AIRPORTS.len()),
            ("travel.airport", AIRPORTS.len()),
            ("travel.airline", AIRLINES.len()),
            ("travel.airline_code", AIRLINES.len()),
            ("travel.aircraft", TYPES.len()),
            ("travel.aircraft_code", TYPES.len()),
        ] {
            let trial = Trial::new(name, json!({}), FieldType::String).unique(5);
            assert_eq!(trial.compile().unwrap().capacity(), Some(count as u128), "{name}");
        }
        assert!(AIRPORTS.iter().all(|a| a.latitude.abs() < 70.0 && a.longitude.abs() <= 180.0 && a.country.len() == 2));
    }
}
