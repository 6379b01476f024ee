//! Elements, units and prefixes: name, symbol and figures of a row agree.

use crate::generator::{Family, Words};
use crate::generators::support::describe::{NUMBERS, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;
use dmb_spec::FieldType;

use super::elements::{ELEMENTS, Element};

/// The elements, all as likely.
static PERIODIC: Facts<Element> = Facts::new("element", ELEMENTS, |_| 1.0);

/// Names of elements.
pub(super) static ELEMENT: Entry = Entry::text(
    "science.element",
    Family::Science,
    words("Chemical element", "Elemento químico"),
    words("Names of elements, in Spanish or else in English.", "Nombres de elementos, en español o, si no, en inglés."),
    |reader, cx| PERIODIC.names(reader, cx, |element, language| language.of_two(element.name)),
)
.with(|| PERIODIC.params(), "{}")
.localized()
.unique();

/// Symbols of elements.
pub(super) static SYMBOL: Entry = Entry::text(
    "science.element_symbol",
    Family::Science,
    words("Element symbol", "Símbolo de elemento"),
    words("H, He, Li …: of the row's element.", "H, He, Li…: del elemento de la fila."),
    |reader, cx| PERIODIC.codes(reader, cx, |element| element.symbol),
)
.with(|| PERIODIC.params(), "{}")
.unique();

/// Numbers of elements.
pub(super) static NUMBER: Entry = Entry::number(
    "science.atomic_number",
    Family::Science,
    words("Atomic number", "Número atómico"),
    words("Protons of the row's element, from 1 to 118.", "Protones del elemento de la fila, de 1 a 118."),
    |reader, cx| PERIODIC.numbers(reader, cx, |element| f64::from(element.number)),
)
.producing(NUMBERS)
.with(|| PERIODIC.params(), "{}");

/// Masses of elements.
pub(super) static MASS: Entry = Entry::number(
    "science.atomic_mass",
    Family::Science,
    words("Atomic weight", "Masa atómica"),
    words("Standard atomic weight of the row's element.", "Masa atómica estándar del elemento de la fila."),
    |reader, cx| PERIODIC.numbers(reader, cx, |element| element.mass),
)
.producing(&[FieldType::Float, FieldType::Decimal])
.with(|| PERIODIC.params(), "{}");

/// A unit of measure: name, symbol, what is measured by it.
struct Unit {
    name: Words,
    symbol: &'static str,
    quantity: Words,
}

const fn unit(name: Words, symbol: &'static str, quantity: Words) -> Unit {
    Unit { name, symbol, quantity }
}

/// The base units and the derived ones with names of their own (BIPM, "The International System of Units", 9th edition), and
/// units accepted beside them.
#[rustfmt::skip]
static UNITS: Facts<Unit> = Facts::new("unit", &[
    unit(words("second", "segundo"), "s", words("time", "tiempo")),
    unit(words("metre", "metro"), "m", words("length", "longitud")),
    unit(words("kilogram", "kilogramo"), "kg", words("mass", "masa")),
    unit(words("ampere", "amperio"), "A", words("electric current", "corriente eléctrica")),
    unit(words("kelvin", "kelvin"), "K", words("thermodynamic temperature", "temperatura termodinámica")),
    unit(words("mole", "mol"), "mol", words("amount of substance", "cantidad de sustancia")),
    unit(words("candela", "candela"), "cd", words("luminous intensity", "intensidad luminosa")),
    unit(words("radian", "radián"), "rad", words("plane angle", "ángulo plano")),
    unit(words("hertz", "hercio"), "Hz", words("frequency", "frecuencia")),
    unit(words("newton", "newton"), "N", words("force", "fuerza")),
    unit(words("pascal", "pascal"), "Pa", words("pressure", "presión")),
    unit(words("joule", "julio"), "J", words("energy", "energía")),
    unit(words("watt", "vatio"), "W", words("power", "potencia")),
    unit(words("coulomb", "culombio"), "C", words("electric charge", "carga eléctrica")),
    unit(words("volt", "voltio"), "V", words("electric potential difference", "diferencia de potencial eléctrico")),
    unit(words("farad", "faradio"), "F", words("capacitance", "capacitancia")),
    unit(words("ohm", "ohmio"), "Ω", words("electric resistance", "resistencia eléctrica")),
    unit(words("siemens", "siemens"), "S", words("electric conductance", "conductancia eléctrica")),
    unit(words("weber", "weber"), "Wb", words("magnetic flux", "flujo magnético")),
    unit(words("tesla", "tesla"), "T", words("magnetic flux density", "densidad de flujo magnético")),
    unit(words("henry", "henrio"), "H", words("inductance", "inductancia")),
    unit(words("degree Celsius", "grado Celsius"), "°C", words("Celsius temperature", "temperatura Celsius")),
    unit(words("lumen", "lumen"), "lm", words("luminous flux", "flujo luminoso")),
    unit(words("lux", "lux"), "lx", words("illuminance", "iluminancia")),
    unit(words("becquerel", "becquerel"), "Bq", words("activity of a radionuclide", "actividad de un radionucleido")),
    unit(words("gray", "gray"), "Gy", words("absorbed dose", "dosis absorbida")),
    unit(words("sievert", "sievert"), "Sv", words("dose equivalent", "dosis equivalente")),
    unit(words("katal", "katal"), "kat", words("catalytic activity", "actividad catalítica")),
    unit(words("litre", "litro"), "L", words("volume", "volumen")),
    unit(words("hectare", "hectárea"), "ha", words("area", "superficie")),
    unit(words("decibel", "decibelio"), "dB", words("level", "nivel")),
], |_| 1.0);

/// Names of units.
pub(super) static UNIT: Entry = Entry::text(
    "science.unit",
    Family::Science,
    words("Unit of measure", "Unidad de medida"),
    words("Units of the SI, in Spanish or else in English.", "Unidades del SI, en español o, si no, en inglés."),
    |reader, cx| UNITS.names(reader, cx, |unit, language| language.of_two(unit.name)),
)
.with(|| UNITS.params(), "{}")
.localized()
.unique();

/// Symbols of units.
pub(super) static UNIT_SYMBOL: Entry = Entry::text(
    "science.unit_symbol",
    Family::Science,
    words("Unit symbol", "Símbolo de unidad"),
    words("m, kg, Pa …: of the row's unit.", "m, kg, Pa…: de la unidad de la fila."),
    |reader, cx| UNITS.codes(reader, cx, |unit| unit.symbol),
)
.with(|| UNITS.params(), "{}")
.unique();

/// Quantities.
pub(super) static QUANTITY: Entry = Entry::text(
    "science.quantity",
    Family::Science,
    words("Physical quantity", "Magnitud física"),
    words("What is measured by the row's unit.", "Lo que se mide con la unidad de la fila."),
    |reader, cx| UNITS.names(reader, cx, |unit, language| language.of_two(unit.quantity)),
)
.with(|| UNITS.params(), "{}")
.localized()
.unique();

/// A prefix of the SI: name, which is the same in both languages but for accents, and symbol.
struct Prefix {
    name: Words,
    symbol: &'static str,
}

const fn prefix(en: &'static str, es: &'static str, symbol: &'static str) -> Prefix {
    Prefix { name: words(en, es), symbol }
}

static PREFIXES: Facts<Prefix> = Facts::new(
    "prefix",
    &[
        prefix("quecto", "quecto", "q"),
        prefix("ronto", "ronto", "r"),
        prefix("yocto", "yocto", "y"),
        prefix("zepto", "zepto", "z"),
        prefix("atto", "atto", "a"),
        prefix("femto", "femto", "f"),
        prefix("pico", "pico", "p"),
        prefix("nano", "nano", "n"),
        prefix("micro", "micro", "µ"),
        prefix("milli", "mili", "m"),
        prefix("centi", "centi", "c"),
        prefix("deci", "deci", "d"),
        prefix("deca", "deca", "da"),
        prefix("hecto", "hecto", "h"),
        prefix("kilo", "kilo", "k"),
        prefix("mega", "mega", "M"),
        prefix("giga", "giga", "G"),
        prefix("tera", "tera", "T"),
        prefix("peta", "peta", "P"),
        prefix("exa", "exa", "E"),
        prefix("zetta", "zetta", "Z"),
        prefix("yotta", "yotta", "Y"),
        prefix("ronna", "ronna", "R"),
        prefix("quetta", "quetta", "Q"),
    ],
    |_| 1.0,
);

/// Names of prefixes.
pub(super) static PREFIX: Entry = Entry::text(
    "science.si_prefix",
    Family::Science,
    words("SI prefix", "Prefijo del SI"),
    words("milli, kilo, mega and the like.", "mili, kilo, mega y similares."),
    |reader, cx| PREFIXES.names(reader, cx, |prefix, language| language.of_two(prefix.name)),
)
.with(|| PREFIXES.params(), "{}")
.localized()
.unique();

/// Symbols of prefixes.
pub(super) static PREFIX_SYMBOL: Entry = Entry::text(
    "science.si_prefix_symbol",
    Family::Science,
    words("SI prefix symbol", "Símbolo de prefijo del SI"),
    words("m, k, M …: of the row's prefix.", "m, k, M…: del prefijo de la fila."),
    |reader, cx| PREFIXES.codes(reader, cx, |prefix| prefix.symbol),
)
.with(|| PREFIXES.params(), "{}")
.unique();

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn name_symbol_and_number_are_of_one_element() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_MX").texts(300);
        let (names, symbols) = (texts("science.element"), texts("science.element_symbol"));
        let numbers = Trial::new("science.atomic_number", json!({}), FieldType::Integer).fill(300);
        for row in 0..names.len() {
            let element = &ELEMENTS[numbers.as_primitive::<Int32Type>().value(row) as usize - 1];
            assert_eq!((element.name.es, element.symbol), (&*names[row], &*symbols[row]));
        }
        assert!(ELEMENTS.iter().zip(1..).all(|(element, number)| element.number == number) && ELEMENTS.len() == 118);
    }

    #[test]
    fn every_table_can_be_listed_whole() {
        for (name, count) in [
            ("science.element", 118),
            ("science.element_symbol", 118),
            ("science.unit", 31),
            ("science.unit_symbol", 31),
            ("science.quantity", 31),
            ("science.si_prefix", 24),
            ("science.si_prefix_symbol", 24),
        ] {
            for locale in ["en_US", "es_ES"] {
                let trial = Trial::new(name, json!({}), FieldType::String).locale(locale).unique(count);
                assert_eq!(trial.compile().unwrap().capacity(), Some(u128::from(count)), "{name} {locale}");
            }
        }
    }
}
