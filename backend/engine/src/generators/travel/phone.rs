//! `travel.imei`: numbers of mobile devices.

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::digits::luhn;
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

/// First digits of type allocation codes, by the body that gave them (GSMA TS.06): BABT, TAF, MSAI, PTCRB.
const BODIES: [&str; 4] = ["35", "86", "91", "01"];
/// Twelve digits behind them.
const FREE: u128 = 1_000_000_000_000;

/// Device numbers.
pub(super) static IMEI: Entry = Entry::text(
    "travel.imei",
    Family::Travel,
    words("Mobile device number (IMEI)", "Número de dispositivo móvil (IMEI)"),
    words(
        "Fifteen digits with a right check digit (3GPP TS 23.003).",
        "Quince dígitos con dígito de control correcto (3GPP TS 23.003).",
    ),
    |reader, cx| {
        codes(reader, cx, FREE * BODIES.len() as u128, 15, |number, _, out| {
            out.push(BODIES[(number / FREE) as usize]);
            out.push_padded((number % FREE) as u64, 12);
            let check = luhn(out.current());
            out.push_byte(check);
        })
    },
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn numbers_pass_their_check_and_differ() {
        let made = Trial::new("travel.imei", json!({}), FieldType::String).unique(3_000).texts(3_000);
        assert!(made.iter().all(|n| n.len() == 15 && luhn(&n.as_bytes()[..14]) == n.as_bytes()[14]));
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 3_000);
    }
}
