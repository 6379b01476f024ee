//! `travel.vin`: vehicle identification numbers (ISO 3779) with the maker and year of the row's car and the check digit that
//! North America demands (49 CFR 565.15), which is right everywhere.

use arrow_array::ArrayRef;

use crate::generator::{EngineError, Family, FillContext, Filler};
use crate::generators::support::describe::words;
use crate::generators::support::digits::push_digits;
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{Numbers, fits};
use crate::generators::support::text::TextColumn;

use super::vehicle::{self, Cars};

/// Letters and digits of these numbers: without I, O and Q.
const ALPHABET: &[u8; 33] = b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
/// Codes of years from 2001 on, again after thirty.
const YEARS: &[u8; 30] = b"123456789ABCDEFGHJKLMNPRSTVWXY";
/// Weights of the places; the check digit's own counts nothing.
const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/// Numbers that differ: five letters of the model's kind and six digits.
const SPACE: u128 = 33_u128.pow(5) * 1_000_000;

/// Identification numbers.
pub(super) static VIN: Entry = Entry::text(
    "travel.vin",
    Family::Travel,
    words("Vehicle identification number", "Número de bastidor (VIN)"),
    words(
        "17 letters and digits with maker, year and a right check digit, of the row's car.",
        "17 letras y dígitos con fabricante, año y dígito de control correcto, del coche de la fila.",
    ),
    |reader, cx| {
        fits(reader, cx, 17);
        // A unique number is no reason to draw each model once.
        let cars = Cars::compile(reader, &crate::generator::CompileContext { unique: false, ..*cx });
        Box::new(Vins { cars, numbers: Numbers::new(cx, SPACE) })
    },
)
.with(vehicle::params, "{}")
.unique();

struct Vins {
    cars: Cars,
    numbers: Numbers,
}

impl Filler for Vins {
    fn capacity(&self) -> Option<u128> {
        self.numbers.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 17, None);
        for &row in cx.rows {
            let (number, mut cell) = self.numbers.at(row);
            out.push(self.cars.model(row).wmi);
            push_digits(number / 1_000_000, ALPHABET, 5, &mut out);
            out.push("0");
            out.push_byte(YEARS[((self.cars.year(row) + 29 - 2_000) % 30) as usize]);
            out.push_byte(ALPHABET[10 + cell.below(23) as usize]);
            out.push_padded((number % 1_000_000) as u64, 6);
            let check = check_digit(out.current());
            out.current()[8] = check;
            out.end();
        }
        out.finish()
    }
}

/// The digit for the ninth place: the weighted sum modulo 11, X for ten.
fn check_digit(text: &[u8]) -> u8 {
    let sum: u32 = text.iter().zip(WEIGHTS).map(|(byte, weight)| value(*byte) * weight).sum();
    match sum % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    }
}

/// What a letter or digit counts.
fn value(byte: u8) -> u32 {
    u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 1,
        b'J'..=b'R' => byte - b'J' + 1,
        _ => byte - b'S' + 2,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn published_examples_get_their_check_digit() {
        assert_eq!(check_digit(b"1M8GDM9A0KP042788"), b'X');
        assert_eq!(check_digit(b"11111111011111111"), b'1');
    }

    #[test]
    fn numbers_tell_the_year_of_the_row_and_differ() {
        let made = Trial::new("travel.vin", json!({}), FieldType::String).unique(3_000).texts(3_000);
        let years = Trial::new("travel.vehicle_year", json!({}), FieldType::Integer).fill(3_000);
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 3_000);
        for (row, vin) in made.iter().enumerate() {
            let year = years.as_primitive::<Int32Type>().value(row);
            let told = 2_001 + YEARS.iter().position(|y| *y == vin.as_bytes()[9]).unwrap() as i32;
            assert!(vin.len() == 17 && !vin.contains(['I', 'O', 'Q']) && told == year, "{vin} {year}");
        }
    }
}
