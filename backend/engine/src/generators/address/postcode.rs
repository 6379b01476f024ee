//! The forms of postcodes, as the locales write them; see [`City::postcode`](crate::locales::types::City).

use crate::generators::support::text::TextColumn;

use super::bundle::mark;

/// Letters of the inward half of a British postcode: those that can't be mistaken for another.
const BRITISH: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
/// Letters of a Dutch postcode, so ordered that the pairs never given out (SA, SD, SS) come last of all pairs.
const DUTCH: &[u8] = b"BCEGHJKLMNPRTVWXZADS";
/// Pairs of Dutch letters in use.
const PAIRS: usize = DUTCH.len() * DUTCH.len() - 3;

/// Appends a postcode of one of the forms (at least one), drawn with 64 random bits.
pub(super) fn write(forms: &[&'static str], mut bits: u64, out: &mut TextColumn) {
    let mut draw = |ways: usize| {
        let product = u128::from(bits) * ways as u128;
        bits = product as u64;
        (product >> 64) as usize
    };
    let mut rest = match forms {
        [only] => *only,
        several => several[draw(several.len())],
    };
    while let Some((mark, after)) = mark(rest) {
        match mark.as_bytes() {
            b"#" => out.push_byte(b'0' + draw(10) as u8),
            b"&" => out.push_byte(BRITISH[draw(BRITISH.len())]),
            b"%" => {
                let pair = draw(PAIRS);
                out.push_bytes(&[DUTCH[pair / DUTCH.len()], DUTCH[pair % DUTCH.len()]]);
            }
            [b'[', from, b'-', to, b']'] => out.push_byte(from + draw(usize::from(to - from) + 1) as u8),
            [b'[', any @ .., b']'] => out.push_byte(any[draw(any.len())]),
            literal => out.push_bytes(literal),
        }
        rest = after;
    }
}

/// Whether a postcode has one of the forms; for tests.
#[cfg(test)]
pub(crate) fn fits(forms: &'static str, postcode: &str) -> bool {
    forms.split('|').any(|form| fits_one(form, postcode))
}

#[cfg(test)]
fn fits_one(form: &'static str, postcode: &str) -> bool {
    let Some((mark, form)) = mark(form) else { return postcode.is_empty() };
    let Some((head, rest)) = postcode.split_at_checked(if mark == "%" { 2 } else { 1 }) else { return false };
    let letters = |without: &str| head.chars().all(|c| c.is_ascii_uppercase() && !without.contains(c));
    let allowed = match mark.as_bytes() {
        b"#" => head.bytes().all(|b| b.is_ascii_digit()),
        b"&" => letters("CIKMOV"),
        b"%" => letters("FIOQUY") && !["SA", "SD", "SS"].contains(&head),
        [b'[', from, b'-', to, b']'] => head.bytes().all(|b| (*from..=*to).contains(&b)),
        [b'[', any @ .., b']'] => head.bytes().all(|b| any.contains(&b)),
        _ => mark == head,
    };
    allowed && fits_one(form, rest)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;

    use super::*;
    use crate::stream::Stream;

    fn check(forms: &'static str, kinds: usize) {
        let each: Vec<_> = forms.split('|').collect();
        let mut column = TextColumn::new(20_000, 8, None);
        for row in 0..20_000 {
            write(&each, Stream::root(3).cell(row).bits(), &mut column);
            column.end();
        }
        let made = column.finish().unwrap();
        let made: HashSet<&str> = made.as_string::<i32>().iter().flatten().collect();
        assert!(made.iter().all(|code| fits(forms, code)), "{forms}");
        assert_eq!(made.len(), kinds, "{forms}");
    }

    #[test]
    fn every_postcode_of_a_form_comes_up_and_no_other() {
        check("75#0[2-6]", 50);
        check("[ABD]-#", 30);
        check("101##|13[3-5]##", 400);
        check("&&", 400);
        check("%", 397);
        check("E[1-3] #A|EC1A #B", 40);
    }

    #[test]
    fn what_is_no_postcode_of_a_form_is_told() {
        for (form, code) in
            [("M[1-9] #&&", "M0 1AA"), ("M[1-9] #&&", "M1 1AC"), ("10## %", "1012 SS"), ("1###", "12345")]
        {
            assert!(!fits(form, code), "{form} {code}");
        }
    }
}
