//! Points on the earth in other forms: geohash, plus code, point as JSON or WKT (they agree with the row's coordinates),
//! altitude, direction.

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{TEXT, bundle, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{normal, numbers, numbers_in, texts, whole_texts};
use crate::generators::support::language::{Language, Tongues};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::numbers::Range;
use crate::generators::support::text::TextColumn;
use dmb_spec::FieldType;
use std::fmt::Write;

use super::bundle::Places;

const FORMS: &[&str] = &["geojson", "object", "wkt"];
const STYLES: &[&str] = &["short", "name"];
/// Letters of geohashes: base 32 without a, i, l and o (Niemeyer, 2008).
const GEOHASH: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";
/// Letters of plus codes (Open Location Code specification, Google, 2014).
const PLUS: &[u8; 20] = b"23456789CFGHJMPQRVWX";

/// Geohashes.
pub(super) static GEOHASHES: Entry = Entry::text(
    "address.geohash",
    Family::Address,
    words("Geohash", "Geohash"),
    words("The cell that holds the row's coordinates.", "La celda que contiene las coordenadas de la fila."),
    |reader, cx| {
        let precision = reader.integer("precision", (1, 12), 9) as u32;
        let places = Places::compile(reader, cx);
        whole_texts(reader, cx, precision, move |row, out| {
            let (north, east) = places.at(row).position();
            geohash(north, east, precision, out);
        })
    },
)
.with(precision, r#"{"precision":9}"#)
.localized();

fn precision() -> Vec<ParamDescriptor> {
    let precision = defaulted(
        "precision",
        ParamKind::Integer { min: Some(1), max: Some(12) },
        words("Precision", "Precisión"),
        words("Characters; 5 are about 5 km, 9 about 5 m.", "Caracteres; 5 son unos 5 km, 9 unos 5 m."),
        9,
    );
    vec![precision, bundle(&["place"])]
}

/// Halves the ranges of longitude and latitude in turn, five bits a character.
fn geohash(north: f64, east: f64, precision: u32, out: &mut TextColumn) {
    let (mut low, mut high) = ([-180.0, -90.0], [180.0, 90.0]);
    for character in 0..precision {
        let mut bits = 0;
        for bit in 0..5 {
            let axis = ((character * 5 + bit) % 2) as usize;
            let (value, middle) = ([east, north][axis], f64::midpoint(low[axis], high[axis]));
            let upper = value >= middle;
            *(if upper { &mut low[axis] } else { &mut high[axis] }) = middle;
            bits = bits << 1 | usize::from(upper);
        }
        out.push_byte(GEOHASH[bits]);
    }
}

/// Plus codes.
pub(super) static PLUS_CODE: Entry = Entry::text(
    "address.plus_code",
    Family::Address,
    words("Plus code", "Código plus"),
    words(
        "The Open Location Code of ten digits that holds the row's coordinates.",
        "El Open Location Code de diez dígitos que contiene las coordenadas de la fila.",
    ),
    |reader, cx| {
        let places = Places::compile(reader, cx);
        whole_texts(reader, cx, 11, move |row, out| {
            let (north, east) = places.at(row).position();
            plus_code(north, east, out);
        })
    },
)
.with(|| vec![bundle(&["place"])], "{}")
.localized();

/// Five pairs of digits in base 20, latitude before longitude; the last pair is 1/8000 of a degree.
fn plus_code(north: f64, east: f64, out: &mut TextColumn) {
    // Positions have six digits, so whole millionths are exact.
    let steps = |degrees: f64, from: i64| ((degrees * 1e6).round() as i64 + from * 1_000_000).unsigned_abs() / 125;
    let steps = [steps(north, 90), steps(east, 180)];
    for pair in 0..5 {
        if pair == 4 {
            out.push_byte(b'+');
        }
        for steps in steps {
            out.push_byte(PLUS[(steps / 20_u64.pow(4 - pair) % 20) as usize]);
        }
    }
}

/// Points.
pub(super) static POINT: Entry = Entry::text(
    "address.geo_point",
    Family::Address,
    words("Point", "Punto"),
    words(
        "The row's coordinates in one value: GeoJSON (longitude first), an object with lat and lon, or WKT.",
        "Las coordenadas de la fila en un valor: GeoJSON (primero la longitud), un objeto con lat y lon, o WKT.",
    ),
    |reader, cx| {
        let mut form = reader.choice("form", FORMS);
        if cx.field.field_type == FieldType::Json && form == "wkt" {
            reader.problem("form", "wrong_value", "a JSON field can hold geojson or object, not wkt");
            form = FORMS[0];
        }
        let places = Places::compile(reader, cx);
        whole_texts(reader, cx, 60, move |row, out| {
            let (north, east) = places.at(row).position();
            // Writing to a column can't fail.
            let _ = match form {
                "wkt" => write!(out, "POINT({east} {north})"),
                "object" => write!(out, "{{\"lat\":{north},\"lon\":{east}}}"),
                _ => write!(out, "{{\"type\":\"Point\",\"coordinates\":[{east},{north}]}}"),
            };
        })
    },
)
.producing(&[FieldType::Json, FieldType::String, FieldType::Text])
.with(point_params, r#"{"form":"geojson"}"#)
.localized();

fn point_params() -> Vec<ParamDescriptor> {
    let form = defaulted(
        "form",
        ParamKind::Choice(FORMS),
        words("Form", "Forma"),
        words("geojson, object or wkt.", "geojson, objeto (object) o wkt."),
        FORMS[0],
    );
    vec![form, bundle(&["place"])]
}

/// Altitudes.
pub(super) static ALTITUDE: Entry = Entry::number(
    "address.altitude",
    Family::Address,
    words("Altitude", "Altitud"),
    words(
        "Metres above the sea, most of them low, as people live (log-normal around 170 m).",
        "Metros sobre el nivel del mar, casi siempre bajos, como donde vive la gente (log-normal en torno a 170 m).",
    ),
    |reader, cx| {
        let stream = cx.stream;
        let range = Range::compile(reader, cx, (0.0, 5_000.0));
        // Half of mankind lives below about 170 m (Cohen and Small, "Hypsographic demography", PNAS 1998).
        numbers_in(range, move |row| {
            let metres = 170.0 * (normal(&mut stream.cell(row)) * 1.1).exp();
            (metres * 10.0).round() / 10.0
        })
    },
)
.producing(&[FieldType::Float, FieldType::Decimal, FieldType::Integer, FieldType::BigInteger])
.with(Range::params, "{}");

/// Eight directions, clockwise from north.
#[rustfmt::skip]
static NAMES: [Tongues; 8] = [
    ["north", "norte", "norte", "nord", "Norden", "nord", "noord"],
    ["northeast", "noreste", "nordeste", "nord-est", "Nordosten", "nord-est", "noordoost"],
    ["east", "este", "leste", "est", "Osten", "est", "oost"],
    ["southeast", "sureste", "sudeste", "sud-est", "Südosten", "sud-est", "zuidoost"],
    ["south", "sur", "sul", "sud", "Süden", "sud", "zuid"],
    ["southwest", "suroeste", "sudoeste", "sud-ouest", "Südwesten", "sud-ovest", "zuidwest"],
    ["west", "oeste", "oeste", "ouest", "Westen", "ovest", "west"],
    ["northwest", "noroeste", "noroeste", "nord-ouest", "Nordwesten", "nord-ovest", "noordwest"],
];
#[rustfmt::skip]
static SHORT: [Tongues; 8] = [
    ["N", "N", "N", "N", "N", "N", "N"],
    ["NE", "NE", "NE", "NE", "NO", "NE", "NO"],
    ["E", "E", "L", "E", "O", "E", "O"],
    ["SE", "SE", "SE", "SE", "SO", "SE", "ZO"],
    ["S", "S", "S", "S", "S", "S", "Z"],
    ["SW", "SO", "SO", "SO", "SW", "SO", "ZW"],
    ["W", "O", "O", "O", "W", "O", "W"],
    ["NW", "NO", "NO", "NO", "NW", "NO", "NW"],
];

/// Directions.
pub(super) static COMPASS: Entry = Entry::text(
    "address.direction",
    Family::Address,
    words("Compass direction", "Punto cardinal"),
    words(
        "One of the eight points of the compass, in the language of the locale; agrees with the row's bearing.",
        "Uno de los ocho puntos cardinales, en el idioma de la localización; concuerda con el rumbo de la fila.",
    ),
    |reader, cx| {
        let table = if reader.choice("style", STYLES) == "name" { &NAMES } else { &SHORT };
        let stream = cx.table_stream.named("bearing").named(reader.text("bundle", ""));
        let languages = PerLocale::compile(reader, cx, Language::of);
        texts(cx, 8, move |row, out| {
            let point = (bearing(&mut stream.cell(row)) / 45.0).round() as usize % 8;
            out.push(languages.at(row).of_all(&table[point]));
        })
    },
)
.producing(TEXT)
.with(direction_params, r#"{"style":"name"}"#)
.localized();

/// Degrees clockwise from north, below 360, to one digit.
fn bearing(cell: &mut crate::stream::Cell) -> f64 {
    cell.below(3_600) as f64 / 10.0
}

fn direction_params() -> Vec<ParamDescriptor> {
    let style = defaulted(
        "style",
        ParamKind::Choice(STYLES),
        words("Style", "Estilo"),
        words("Letters (NE) or the name (northeast).", "Letras (NE, short) o el nombre (noreste, name)."),
        STYLES[0],
    );
    vec![style, bundle(&["bearing"])]
}

/// Bearings.
pub(super) static BEARING: Entry = Entry::number(
    "address.bearing",
    Family::Address,
    words("Bearing", "Rumbo"),
    words("Degrees clockwise from north, below 360.", "Grados desde el norte en sentido horario, menos de 360."),
    |reader, cx| {
        let stream = cx.table_stream.named("bearing").named(reader.text("bundle", ""));
        numbers(reader, cx, move |row| bearing(&mut stream.cell(row)))
    },
)
.producing(&[FieldType::Float, FieldType::Decimal, FieldType::Integer, FieldType::BigInteger])
.with(|| vec![bundle(&["bearing"])], "{}");

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::Trial;

    fn encoded(write: impl Fn(&mut TextColumn)) -> String {
        let mut out = TextColumn::new(1, 12, None);
        write(&mut out);
        out.end();
        out.finish().unwrap().as_string::<i32>().value(0).to_owned()
    }

    #[test]
    fn published_examples_get_their_codes() {
        assert_eq!(encoded(|out| geohash(57.64911, 10.40744, 11, out)), "u4pruydqqvj");
        assert_eq!(encoded(|out| geohash(42.605, -5.603, 5, out)), "ezs42");
        assert_eq!(encoded(|out| plus_code(20.375, 2.775, out)), "7FG49QGG+22");
        assert_eq!(encoded(|out| plus_code(47.365_562, 8.524_813, out)), "8FVC9G8F+6W");
        assert_eq!(encoded(|out| plus_code(-41.273_063, 174.785_938, out)), "4VCPPQGP+Q9");
    }

    #[test]
    fn points_tell_of_the_coordinates_of_the_row() {
        let float = |name| Trial::new(name, json!({}), FieldType::Float).locale("pt_BR").fill(200);
        let (north, east) = (float("address.latitude"), float("address.longitude"));
        let points = Trial::new("address.geo_point", json!({}), FieldType::Json).locale("pt_BR").texts(200);
        for (row, point) in points.iter().enumerate() {
            let point: Value = serde_json::from_str(point).unwrap();
            assert_eq!(point["coordinates"][0], json!(east.as_primitive::<Float64Type>().value(row)));
            assert_eq!(point["coordinates"][1], json!(north.as_primitive::<Float64Type>().value(row)));
        }
        let wkt = Trial::new("address.geo_point", json!({ "form": "wkt" }), FieldType::Json);
        assert_eq!(wkt.compile().err().unwrap()[0].code, "wrong_value");
    }

    #[test]
    fn directions_lie_within_half_a_step_of_the_bearing() {
        let short = Trial::new("address.direction", json!({}), FieldType::String).locale("es_ES").texts(500);
        let degrees = Trial::new("address.bearing", json!({}), FieldType::Float).fill(500);
        for (row, short) in short.iter().enumerate() {
            let degrees = degrees.as_primitive::<Float64Type>().value(row);
            let at = SHORT.iter().position(|s| s[1] == short).unwrap() as f64 * 45.0;
            let away = (degrees - at + 180.0).rem_euclid(360.0) - 180.0;
            assert!(away.abs() <= 22.51, "{short} {degrees}");
        }
    }
}
