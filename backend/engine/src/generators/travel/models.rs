//! Common cars: body, drives, first three letters of vehicle identification numbers (ISO 3780, as assigned to the makers), years
//! they have been sold in. Weights are the rough order of their numbers on the roads of Europe and the Americas.

/// What a car runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fuel {
    Petrol,
    Diesel,
    Hybrid,
    Electric,
}

/// Shape of a car.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    Hatchback,
    Saloon,
    Estate,
    Suv,
    Pickup,
    Van,
}

/// A model.
pub(super) struct Model {
    pub(super) make: &'static str,
    pub(super) name: &'static str,
    pub(super) body: Body,
    /// Never empty.
    pub(super) fuels: &'static [Fuel],
    /// World manufacturer identifier.
    pub(super) wmi: &'static str,
    /// First year, and the last, 9999 where it is still made.
    pub(super) years: (u16, u16),
    pub(super) weight: u32,
}

const fn m(
    make: &'static str,
    name: &'static str,
    body: Body,
    fuels: &'static [Fuel],
    wmi: &'static str,
    years: (u16, u16),
    weight: u32,
) -> Model {
    Model { make, name, body, fuels, wmi, years, weight }
}

use Body::{Estate, Hatchback, Pickup, Saloon, Suv, Van};
use Fuel::{Diesel as D, Electric as E, Hybrid as H, Petrol as P};

/// Still made.
const NOW: u16 = 9999;

#[rustfmt::skip]
pub(super) static MODELS: &[Model] = &[
    m("Toyota", "Corolla", Saloon, &[P, H], "JTD", (2002, NOW), 30),
    m("Toyota", "Yaris", Hatchback, &[P, H], "VNK", (2001, NOW), 18),
    m("Toyota", "RAV4", Suv, &[P, H], "JTM", (2001, NOW), 22),
    m("Toyota", "Hilux", Pickup, &[D, P], "MR0", (2005, NOW), 18),
    m("Toyota", "Camry", Saloon, &[P, H], "4T1", (2001, NOW), 16),
    m("Toyota", "Prius", Hatchback, &[H], "JTD", (2004, NOW), 8),
    m("Honda", "Civic", Saloon, &[P, H], "1HG", (2001, NOW), 20),
    m("Honda", "CR-V", Suv, &[P, H], "JHL", (2002, NOW), 18),
    m("Honda", "Accord", Saloon, &[P, H], "1HG", (2001, NOW), 10),
    m("Ford", "Focus", Hatchback, &[P, D], "WF0", (2001, 2025), 18),
    m("Ford", "Fiesta", Hatchback, &[P, D], "WF0", (2002, 2023), 16),
    m("Ford", "F-150", Pickup, &[P, H], "1FT", (2001, NOW), 24),
    m("Ford", "Ranger", Pickup, &[D, P], "8AF", (2003, NOW), 12),
    m("Ford", "Escape", Suv, &[P, H], "1FM", (2001, NOW), 12),
    m("Chevrolet", "Onix", Hatchback, &[P], "9BG", (2012, NOW), 16),
    m("Chevrolet", "Silverado", Pickup, &[P, D], "1GC", (2001, NOW), 18),
    m("Chevrolet", "Equinox", Suv, &[P], "3GN", (2005, NOW), 10),
    m("Chevrolet", "Aveo", Saloon, &[P], "LSG", (2004, NOW), 10),
    m("Volkswagen", "Golf", Hatchback, &[P, D, H], "WVW", (2001, NOW), 22),
    m("Volkswagen", "Polo", Hatchback, &[P, D], "WVW", (2001, NOW), 16),
    m("Volkswagen", "Jetta", Saloon, &[P], "3VW", (2005, NOW), 12),
    m("Volkswagen", "Tiguan", Suv, &[P, D], "WVG", (2008, NOW), 14),
    m("Volkswagen", "Gol", Hatchback, &[P], "9BW", (2001, 2022), 12),
    m("Volkswagen", "ID.3", Hatchback, &[E], "WVW", (2020, NOW), 4),
    m("SEAT", "Ibiza", Hatchback, &[P, D], "VSS", (2002, NOW), 14),
    m("SEAT", "León", Hatchback, &[P, D, H], "VSS", (2001, NOW), 12),
    m("Škoda", "Octavia", Estate, &[P, D, H], "TMB", (2001, NOW), 14),
    m("Audi", "A3", Hatchback, &[P, D], "WAU", (2003, NOW), 10),
    m("Audi", "A4", Saloon, &[P, D], "WAU", (2001, 2024), 9),
    m("Audi", "Q5", Suv, &[P, D, H], "WAU", (2009, NOW), 7),
    m("BMW", "Series 3", Saloon, &[P, D, H], "WBA", (2001, NOW), 11),
    m("BMW", "X1", Suv, &[P, D, H], "WBA", (2009, NOW), 7),
    m("BMW", "i3", Hatchback, &[E], "WBY", (2013, 2022), 2),
    m("Mercedes-Benz", "A-Class", Hatchback, &[P, D, H], "WDD", (2005, NOW), 8),
    m("Mercedes-Benz", "C-Class", Saloon, &[P, D, H], "WDD", (2001, NOW), 10),
    m("Mercedes-Benz", "Sprinter", Van, &[D], "WDB", (2001, NOW), 6),
    m("Opel", "Corsa", Hatchback, &[P, D], "W0L", (2001, NOW), 14),
    m("Renault", "Clio", Hatchback, &[P, D, H], "VF1", (2001, NOW), 16),
    m("Renault", "Mégane", Hatchback, &[P, D], "VF1", (2002, NOW), 12),
    m("Renault", "Duster", Suv, &[P, D], "9FB", (2012, NOW), 10),
    m("Renault", "Zoe", Hatchback, &[E], "VF1", (2013, 2024), 4),
    m("Peugeot", "208", Hatchback, &[P, D], "VF3", (2012, NOW), 14),
    m("Peugeot", "308", Hatchback, &[P, D, H], "VF3", (2008, NOW), 10),
    m("Citroën", "C3", Hatchback, &[P, D], "VF7", (2002, NOW), 12),
    m("Citroën", "Berlingo", Van, &[D, P], "VF7", (2001, NOW), 8),
    m("Dacia", "Sandero", Hatchback, &[P], "UU1", (2008, NOW), 14),
    m("Fiat", "500", Hatchback, &[P], "ZFA", (2008, NOW), 10),
    m("Fiat", "Panda", Hatchback, &[P, H], "ZFA", (2004, NOW), 12),
    m("Fiat", "Strada", Pickup, &[P], "9BD", (2001, NOW), 9),
    m("Nissan", "Versa", Saloon, &[P], "3N1", (2007, NOW), 14),
    m("Nissan", "Qashqai", Suv, &[P, D, H], "SJN", (2007, NOW), 12),
    m("Nissan", "March", Hatchback, &[P], "3N1", (2011, NOW), 8),
    m("Nissan", "Leaf", Hatchback, &[E], "SJN", (2011, NOW), 4),
    m("Hyundai", "Tucson", Suv, &[P, D, H], "KMH", (2005, NOW), 14),
    m("Hyundai", "i20", Hatchback, &[P], "MAL", (2009, NOW), 8),
    m("Kia", "Sportage", Suv, &[P, D, H], "KND", (2005, NOW), 12),
    m("Kia", "Rio", Hatchback, &[P], "KNA", (2001, 2023), 10),
    m("Mazda", "Mazda3", Saloon, &[P], "JM1", (2004, NOW), 11),
    m("Mazda", "CX-5", Suv, &[P, D], "JM3", (2012, NOW), 10),
    m("Suzuki", "Swift", Hatchback, &[P, H], "JSA", (2005, NOW), 7),
    m("Subaru", "Forester", Suv, &[P, H], "JF2", (2001, NOW), 5),
    m("Jeep", "Wrangler", Suv, &[P, H], "1C4", (2007, NOW), 6),
    m("Volvo", "XC60", Suv, &[P, D, H], "YV1", (2009, NOW), 5),
    m("Tesla", "Model 3", Saloon, &[E], "5YJ", (2017, NOW), 8),
    m("Tesla", "Model Y", Suv, &[E], "7SA", (2020, NOW), 9),
];
