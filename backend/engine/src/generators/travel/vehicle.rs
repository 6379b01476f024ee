//! Cars: make, model, year, body, fuel, colour and kilometres of a row agree; its VIN does too (see [`super::vin`]).

use dmb_spec::FieldType;

use crate::generator::{CompileContext, Family, Filler, ParamDescriptor, Words};
use crate::generators::support::describe::{NUMBERS, bundle, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{normal, numbers, texts};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

use super::models::{Body, Fuel, MODELS, Model};

static CARS: Facts<Model> = Facts::new("vehicle", MODELS, |model| f64::from(model.weight));

/// Years a car is on the road at most.
const OLDEST: u64 = 18;
/// Colours with their share of new cars in per cent (BASF, "Colour report for automotive OEM coatings", 2023, rounded).
const PAINTS: [(Words, f64); 10] = [
    (words("white", "blanco"), 36.0),
    (words("black", "negro"), 21.0),
    (words("grey", "gris"), 15.0),
    (words("silver", "plata"), 8.0),
    (words("blue", "azul"), 9.0),
    (words("red", "rojo"), 5.0),
    (words("green", "verde"), 2.0),
    (words("brown", "marrón"), 2.0),
    (words("beige", "beige"), 1.0),
    (words("orange", "naranja"), 1.0),
];

/// The cars of a bundle.
pub(super) struct Cars {
    models: Drawer<Model>,
    stream: Stream,
    /// The year of "now".
    now: u64,
}

impl Cars {
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let now = u64::from(chrono::Datelike::year(&cx.as_of).unsigned_abs());
        let stream = cx.table_stream.named("car").named(reader.text("bundle", ""));
        Self { models: CARS.drawer(reader, cx), stream, now }
    }

    /// The model of a row.
    pub(super) fn model(&self, row: u64) -> &'static Model {
        self.models.at(row)
    }

    /// The year a row's car was made: one in which its model was sold, and not before it leaves the roads.
    pub(super) fn year(&self, row: u64) -> u64 {
        let (first, last) = self.model(row).years;
        let last = u64::from(last).min(self.now);
        let first = u64::from(first).max(self.now.saturating_sub(OLDEST)).min(last);
        first + self.stream.slot(0).cell(row).below(last - first + 1)
    }

    fn fuel(&self, row: u64) -> Fuel {
        let fuels = self.model(row).fuels;
        let drawn = fuels[self.stream.slot(1).cell(row).below(fuels.len() as u64) as usize];
        // Of a model sold with several, hybrids have been few before 2016.
        if drawn == Fuel::Hybrid && self.year(row) < 2016 { fuels[0] } else { drawn }
    }

    /// Kilometres: some 13,000 a year.
    fn mileage(&self, row: u64) -> f64 {
        let mut cell = self.stream.slot(3).cell(row);
        let years = (self.now - self.year(row).min(self.now)) as f64 + cell.unit();
        (years * 13_000.0 * (normal(&mut cell) * 0.35).exp()).round()
    }
}

/// The parameters of every column of a car.
pub(super) fn params() -> Vec<ParamDescriptor> {
    CARS.params()
}

/// A column of words of the row's car.
fn told(reader: &mut Reader<'_>, cx: &CompileContext<'_>, of: fn(&Cars, u64) -> Words) -> Box<dyn Filler> {
    let cars = Cars::compile(reader, cx);
    let languages = PerLocale::compile(reader, cx, Language::of);
    texts(cx, 10, move |row, out| out.push(languages.at(row).of_two(of(&cars, row))))
}

/// Makes.
pub(super) static MAKE: Entry = Entry::text(
    "travel.vehicle_make",
    Family::Travel,
    words("Vehicle make", "Marca de vehículo"),
    words(
        "Makers of common cars, as frequent as they are on the roads.",
        "Fabricantes de coches comunes, según su presencia en las carreteras.",
    ),
    |reader, cx| CARS.names(reader, cx, |model, _| model.make),
)
.with(params, "{}");

/// Models.
pub(super) static MODEL: Entry = Entry::text(
    "travel.vehicle_model",
    Family::Travel,
    words("Vehicle model", "Modelo de vehículo"),
    words("Models of the row's make.", "Modelos de la marca de la fila."),
    |reader, cx| CARS.names(reader, cx, |model, _| model.name),
)
.with(params, "{}")
.unique();

/// Make, model and year.
pub(super) static NAME: Entry = Entry::text(
    "travel.vehicle",
    Family::Travel,
    words("Vehicle", "Vehículo"),
    words("Make, model and year of the row's car.", "Marca, modelo y año del coche de la fila."),
    |reader, cx| {
        let cars = Cars::compile(reader, cx);
        texts(cx, 20, move |row, out| {
            let model = cars.model(row);
            for part in [model.make, " ", model.name, " "] {
                out.push(part);
            }
            out.push_number(cars.year(row));
        })
    },
)
.with(params, "{}");

/// Years.
pub(super) static YEAR: Entry = Entry::number(
    "travel.vehicle_year",
    Family::Travel,
    words("Vehicle year", "Año del vehículo"),
    words(
        "When the row's car was made: within the last 18 years and while its model was sold.",
        "Cuándo se fabricó el coche de la fila: en los últimos 18 años y mientras se vendía su modelo.",
    ),
    |reader, cx| {
        let cars = Cars::compile(reader, cx);
        numbers(reader, cx, move |row| cars.year(row) as f64)
    },
)
.producing(NUMBERS)
.with(params, "{}");

/// Bodies.
pub(super) static BODY: Entry = Entry::text(
    "travel.vehicle_type",
    Family::Travel,
    words("Vehicle type", "Tipo de vehículo"),
    words("Body of the row's car.", "Carrocería del coche de la fila."),
    |reader, cx| {
        told(reader, cx, |cars, row| match cars.model(row).body {
            Body::Hatchback => words("hatchback", "compacto"),
            Body::Saloon => words("saloon", "sedán"),
            Body::Estate => words("estate", "familiar"),
            Body::Suv => words("SUV", "todocamino"),
            Body::Pickup => words("pickup", "pickup"),
            Body::Van => words("van", "furgoneta"),
        })
    },
)
.with(params, "{}")
.localized();

/// Fuels.
pub(super) static FUEL: Entry = Entry::text(
    "travel.vehicle_fuel",
    Family::Travel,
    words("Fuel", "Combustible"),
    words(
        "What the row's car runs on; one of those its model is sold with.",
        "Con qué funciona el coche de la fila; lo que admite su modelo.",
    ),
    |reader, cx| {
        told(reader, cx, |cars, row| match cars.fuel(row) {
            Fuel::Petrol => words("petrol", "gasolina"),
            Fuel::Diesel => words("diesel", "diésel"),
            Fuel::Hybrid => words("hybrid", "híbrido"),
            Fuel::Electric => words("electric", "eléctrico"),
        })
    },
)
.with(params, "{}")
.localized();

/// Colours.
pub(super) static COLOUR: Entry = Entry::text(
    "travel.vehicle_colour",
    Family::Travel,
    words("Vehicle colour", "Color del vehículo"),
    words("Colours of cars, as frequent as they are bought.", "Colores de coches, según se compran."),
    |reader, cx| {
        let alias = Alias::new(PAINTS.iter().map(|(_, share)| *share));
        let stream = cx.table_stream.named("car").named(reader.text("bundle", "")).slot(2);
        let languages = PerLocale::compile(reader, cx, Language::of);
        texts(cx, 6, move |row, out| {
            out.push(languages.at(row).of_two(PAINTS[alias.pick(stream.cell(row).bits())].0));
        })
    },
)
.with(|| vec![bundle(&["vehicle"])], "{}")
.localized();

/// Kilometres.
pub(super) static MILEAGE: Entry = Entry::number(
    "travel.mileage",
    Family::Travel,
    words("Mileage", "Kilometraje"),
    words(
        "Kilometres the row's car has run: some 13,000 a year.",
        "Kilómetros recorridos por el coche de la fila: unos 13 000 al año.",
    ),
    |reader, cx| {
        let cars = Cars::compile(reader, cx);
        numbers(reader, cx, move |row| cars.mileage(row))
    },
)
.producing(&[FieldType::Integer, FieldType::BigInteger, FieldType::Float, FieldType::Decimal])
.with(params, "{}");

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn model_year_fuel_and_kilometres_are_of_one_car() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(3_000);
        let number = |name| Trial::new(name, json!({}), FieldType::Integer).fill(3_000);
        let (makes, models, fuels) =
            (texts("travel.vehicle_make"), texts("travel.vehicle_model"), texts("travel.vehicle_fuel"));
        let names = texts("travel.vehicle");
        let (years, kilometres) = (number("travel.vehicle_year"), number("travel.mileage"));
        for row in 0..makes.len() {
            let model = MODELS.iter().find(|m| m.make == makes[row] && m.name == models[row]).unwrap();
            let year = years.as_primitive::<Int32Type>().value(row);
            assert!((i32::from(model.years.0).max(2_008)..=i32::from(model.years.1).min(2_026)).contains(&year));
            assert_eq!(fuels[row] == "electric", model.fuels == [Fuel::Electric], "{} {}", models[row], fuels[row]);
            assert_eq!(names[row], format!("{} {} {year}", makes[row], models[row]));
            let run = kilometres.as_primitive::<Int32Type>().value(row);
            assert!(run <= (2_027 - year) * 13_000 * 5 && run >= 0, "{run} {year}");
        }
    }

    #[test]
    fn every_model_can_come_once() {
        let trial = Trial::new("travel.vehicle_model", json!({}), FieldType::String).unique(MODELS.len() as u64);
        assert_eq!(trial.compile().unwrap().capacity(), Some(MODELS.len() as u128));
    }
}
