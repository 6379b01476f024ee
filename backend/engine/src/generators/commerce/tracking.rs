//! `commerce.tracking_number`: numbers of parcels with the check digits of their carriers (UPS: letters as digits, even
//! places doubled; FedEx Express: weights 3 1 7, modulo 11; USPS: as GTIN; DHL Express: modulo 7; postal items between
//! countries: UPU standard S10).

use crate::generator::Family;
use crate::generators::support::check_digits::{gs1, value};
use crate::generators::support::describe::words;
use crate::generators::support::numbered::{ANY, Choice, Numbered};
use crate::generators::support::serial::Series;

const SHIPPER: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// UPS services: next day, second day, ground and others.
const SERVICES: [&str; 6] = ["01", "02", "03", "12", "66", "68"];
/// USPS services by the begin of the number: priority, certified, signature, ground.
const CLASSES: [&str; 5] = ["9205", "9400", "9405", "9407", "9361"];
/// Kinds of postal items, and countries they come from.
const ITEMS: [&str; 8] = ["RA", "RB", "RR", "EA", "EE", "CP", "LX", "VV"];
const ORIGINS: [&str; 14] = ["US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT", "CN"];

static UPS: Series = Series::plain("ups", 36_u128.pow(6) * 6 * 10_000_000, 18, |parts, chars| {
    chars.text("1Z");
    (0..6).for_each(|_| chars.byte(parts.one(SHIPPER)));
    chars.text(parts.one(&SERVICES));
    chars.number(parts.take(10_000_000), 7);
    let digit = |byte: u8| if byte.is_ascii_digit() { value(byte) } else { (u32::from(byte) - 63) % 10 };
    let sum: u32 = chars.from(2).iter().enumerate().map(|(at, byte)| digit(*byte) * (1 + at as u32 % 2)).sum();
    chars.digit(((10 - sum % 10) % 10) as u8);
})
.or(&["## ### ### ## #### ####"]);
static FEDEX: Series = Series::plain("fedex", 90_000_000_000, 12, |parts, chars| {
    chars.number(10_000_000_000 + parts.take(90_000_000_000), 11);
    let sum = chars.weighted(0, &[3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
    chars.digit((sum % 11 % 10) as u8);
})
.or(&["#### #### ####"]);
static USPS: Series = Series::plain("usps", 5 * 900_000_000 * 100_000_000, 22, |parts, chars| {
    chars.text(parts.one(&CLASSES));
    chars.number(100_000_000 + parts.take(900_000_000), 9);
    chars.number(parts.take(100_000_000), 8);
    let check = gs1(chars.all());
    chars.digit(check);
})
.or(&["#### #### #### #### #### ##"]);
static DHL: Series = Series::plain("dhl", 900_000_000, 10, |parts, chars| {
    let number = 100_000_000 + parts.take(900_000_000);
    chars.number(number, 9);
    chars.number(number % 7, 1);
})
.or(&["## #### ####"]);
static POSTAL: Series = Series::plain("s10", 8 * 100_000_000 * 14, 13, |parts, chars| {
    chars.text(parts.one(&ITEMS));
    chars.number(parts.take(100_000_000), 8);
    let sum = chars.weighted(2, &[8, 6, 4, 2, 3, 5, 9, 7]);
    chars.of(b"50987654321", u64::from(sum % 11));
    chars.text(parts.one(&ORIGINS));
})
.or(&["## ### ### ### ##"]);

/// The catalogue's entry.
pub(super) static TRACKING: Numbered = Numbered::new(
    "commerce.tracking_number",
    Family::Commerce,
    words("Tracking number", "Número de seguimiento"),
    words(
        "Numbers to follow parcels by, in the form of the carrier and with its check digit.",
        "Números para seguir envíos, en la forma del transportista y con su dígito de control.",
    ),
    &[&UPS, &FEDEX, &USPS, &DHL, &POSTAL],
)
.choose(
    Choice {
        param: "carrier",
        label: words("Carrier", "Transportista"),
        help: words(
            "Whose number; s10 is the post between countries.",
            "De qué transportista; s10 es el correo entre países.",
        ),
        names: &[ANY, "ups", "fedex", "usps", "dhl", "s10"],
    },
    "ups",
);

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::generators::support::serial::{Chars, Parts, Write};
    use crate::testing::Trial;

    #[test]
    fn published_examples_have_their_digits() {
        // The example of the standard: item 47312482 has the digit 9.
        let sum = crate::generators::support::check_digits::weighted(b"47312482", &[8, 6, 4, 2, 3, 5, 9, 7]);
        assert_eq!(b"50987654321"[(sum % 11) as usize], b'9');
        let Write::Alone(write) = UPS.write else { panic!("not alone") };
        let mut chars = Chars::new();
        write(&mut Parts::Counted(0), &mut chars);
        assert_eq!(&chars.all()[..10], b"1Z00000001");
    }

    #[test]
    fn any_carrier_is_told_by_the_length() {
        let made = Trial::new("commerce.tracking_number", json!({}), FieldType::String).unique(2_000).texts(2_000);
        for length in [18, 12, 22, 10, 13] {
            assert!(made.iter().filter(|n| n.len() == length).count() > 300, "{length}");
        }
    }
}
