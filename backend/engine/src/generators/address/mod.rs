//! Places. Street, city, region, postcode, country and coordinates of a row agree (see [`bundle`]).

use crate::generator::Generator;

pub(crate) mod bundle;
mod coordinates;
mod parts;
mod postcode;

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
];
