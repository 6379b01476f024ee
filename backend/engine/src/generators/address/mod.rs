//! Places. Street, city, region, postcode, country and coordinates of a row agree (see [`bundle`]).

use crate::generator::Generator;

pub(crate) mod bundle;
mod coordinates;
mod geo;
mod nation;
mod nations;
mod parts;
mod postcode;
mod quarters;
mod unit;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &parts::FullAddress,
    &parts::Street,
    &parts::City,
    &parts::Region,
    &parts::Postcode,
    &parts::Country,
    &parts::CountryCode,
    &coordinates::Latitude,
    &coordinates::Longitude,
    &parts::TimeZone,
    &unit::SECONDARY,
    &unit::UNIT,
    &unit::FLOOR,
    &unit::BUILDING,
    &unit::QUARTER,
    &nation::NAME,
    &nation::ALPHA2,
    &nation::ALPHA3,
    &nation::NUMERIC,
    &nation::CALLING,
    &nation::CURRENCY,
    &nation::DOMAIN,
    &nation::CONTINENT,
    &geo::GEOHASHES,
    &geo::PLUS_CODE,
    &geo::POINT,
    &geo::ALTITUDE,
    &geo::COMPASS,
    &geo::BEARING,
];
