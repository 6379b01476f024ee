//! Vehicles and journeys: make, model, year and VIN of a row agree (see [`vehicle`]), so do airport, airline and flight,
//! seat and cabin. Check digits are right.

use crate::generator::Generator;

mod airlines;
mod airports;
mod booking;
mod flight;
mod freight;
mod models;
mod phone;
mod plate;
mod vehicle;
mod vin;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &vehicle::MAKE,
    &vehicle::MODEL,
    &vehicle::NAME,
    &vehicle::YEAR,
    &vehicle::BODY,
    &vehicle::FUEL,
    &vehicle::COLOUR,
    &vehicle::MILEAGE,
    &vin::VIN,
    &plate::PLATE,
    &phone::IMEI,
    &flight::IATA,
    &flight::ICAO,
    &flight::AIRPORT,
    &flight::CITY,
    &flight::COUNTRY,
    &flight::LATITUDE,
    &flight::LONGITUDE,
    &flight::AIRLINE,
    &flight::AIRLINE_CODE,
    &flight::NUMBER,
    &flight::AIRCRAFT,
    &flight::AIRCRAFT_CODE,
    &booking::LOCATOR,
    &booking::SEAT,
    &booking::CABIN,
    &booking::GATE,
    &booking::ROOM,
    &booking::ROOM_TYPE,
    &booking::TRAIN,
    &freight::CONTAINER,
    &freight::IMO,
    &freight::MMSI,
];
