//! `address.latitude` and `address.longitude`, in degrees.

use std::sync::Arc;

use arrow_array::types::Float64Type;
use arrow_array::{ArrayRef, PrimitiveArray};
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem, Words,
};
use crate::generators::support::describe::{locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;

use super::bundle::{Place, Places};

/// Degrees north.
pub(crate) struct Latitude;
/// Degrees east.
pub(crate) struct Longitude;

impl Generator for Latitude {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "address.latitude",
            words("Latitude", "Latitud"),
            words("Degrees north, in or near the city.", "Grados norte, en la ciudad o cerca de ella."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, |place| place.position().0)
    }
}

impl Generator for Longitude {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "address.longitude",
            words("Longitude", "Longitud"),
            words("Degrees east, in or near the city.", "Grados este, en la ciudad o cerca de ella."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, |place| place.position().1)
    }
}

fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Address,
        label,
        description,
        produces: &[FieldType::Float, FieldType::Decimal],
        params: locale_and_bundle(&["place"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

type Degrees = fn(&Place<'_>) -> f64;

fn compile(params: &Params, cx: &CompileContext<'_>, degrees: Degrees) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let places = Places::compile(&mut reader, cx);
    let kind = NumberKind::of(cx.data_type).unwrap_or(NumberKind::Float);
    // The farthest longitude has three digits before the point.
    if kind.limits().1 < (180.0 * kind.factor()) as i128 {
        reader.problem(
            "",
            "beyond_field",
            "the field has too few digits before the point for degrees; three are needed",
        );
    }
    reader.finish(Box::new(Told { places, degrees, kind }))
}

struct Told {
    places: Places,
    degrees: Degrees,
    kind: NumberKind,
}

impl Filler for Told {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let degrees = |row: u64| (self.degrees)(&self.places.at(row));
        if self.kind == NumberKind::Float {
            let values = cx.rows.iter().map(|&row| degrees(row));
            return Ok(Arc::new(PrimitiveArray::<Float64Type>::from_iter_values(values)));
        }
        let factor = self.kind.factor();
        self.kind.column(cx.rows, |row| (degrees(row) * factor).round() as i128)
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn coordinates_lie_near_the_city_of_the_row() {
        for locale in locales::all() {
            let float = |name| Trial::new(name, json!({}), FieldType::Float).locale(locale.id).fill(200);
            let cities = Trial::new("address.city", json!({}), FieldType::String).locale(locale.id).texts(200);
            let (north, east) = (float("address.latitude"), float("address.longitude"));
            let at = |array: &ArrayRef, row: usize| array.as_primitive::<Float64Type>().value(row);
            for (row, name) in cities.iter().enumerate() {
                let near = |c: &crate::locales::types::City| {
                    (c.latitude - at(&north, row)).abs() <= 0.0501 && (c.longitude - at(&east, row)).abs() <= 0.0501
                };
                assert!(locale.places.cities.iter().any(|c| c.name == name && near(c)), "{name}");
            }
        }
    }

    #[test]
    fn a_decimal_too_small_is_told() {
        let trial = Trial::new("address.latitude", json!({}), FieldType::Decimal)
            .field(|f| (f.constraints.precision, f.constraints.scale) = (Some(6), Some(4)));
        assert_eq!(trial.compile().err().unwrap()[0].code, "beyond_field");
    }
}
