//! Check digits that many numbers share. Digits are ASCII.

/// The value of an ASCII digit.
#[inline]
pub(crate) fn value(digit: u8) -> u32 {
    u32::from(digit.wrapping_sub(b'0'))
}

/// The digit that makes a number pass Luhn's test (ISO/IEC 7812-1, annex B).
pub(crate) fn luhn(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(n, digit)| {
            let doubled = 2 * value(*digit);
            if n % 2 == 1 { value(*digit) } else { doubled - if doubled > 9 { 9 } else { 0 } }
        })
        .sum();
    ((10 - sum % 10) % 10) as u8
}

/// The sum of digits times weights, from the first on.
#[inline]
pub(crate) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| value(*digit) * weight).sum()
}

/// The digit that brings the sum of the digits, weighted 3, 1, 3, … from the last on, to a multiple of ten (GS1).
pub(crate) fn gs1(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().enumerate().map(|(n, d)| if n % 2 == 0 { 3 } else { 1 } * value(*d)).sum();
    ((10 - sum % 10) % 10) as u8
}

/// The number modulo 97; a letter counts as two digits from 10 for A (ISO/IEC 7064 MOD 97-10).
pub(crate) fn mod97<'a>(characters: impl IntoIterator<Item = &'a u8>) -> u64 {
    characters.into_iter().fold(0, |so_far, byte| match byte {
        b'0'..=b'9' => (so_far * 10 + u64::from(byte - b'0')) % 97,
        letter => (so_far * 100 + u64::from(letter.wrapping_sub(b'A')) + 10) % 97,
    })
}

/// The check digit of ISO/IEC 7064 MOD 11,10.
pub(crate) fn mod11_10(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = match (value(*digit) + product) % 10 {
            0 => 10,
            sum => sum,
        };
        2 * sum % 11
    });
    ((11 - product) % 10) as u8
}

/// The `k`th of the ten digits that `allowed` lets through; at least `k` + 1 of them must be. Where a check digit has no
/// sign for one remainder, numbers stay countable so.
pub(crate) fn nth_allowed(k: u64, allowed: impl Fn(u8) -> bool) -> u8 {
    (0..=9).filter(|digit| allowed(*digit)).nth(k as usize).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_have_their_digits() {
        assert_eq!(luhn(b"7992739871"), 3);
        assert_eq!(gs1(b"400638133393"), 1);
        assert_eq!(mod97(b"794"), 18);
        // The example of the standard's text, and a German VAT number.
        assert_eq!(mod11_10(b"0794"), 5);
        assert_eq!(mod11_10(b"13669597"), 6);
        assert_eq!(weighted(b"123", &[3, 2, 1]), 10);
    }

    #[test]
    fn digits_that_are_not_allowed_are_passed_over() {
        let made: Vec<u8> = (0..9).map(|k| nth_allowed(k, |digit| digit != 4)).collect();
        assert_eq!(made, [0, 1, 2, 3, 5, 6, 7, 8, 9]);
    }
}
