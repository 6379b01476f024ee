//! Digits of codes: writing numbers in an alphabet, and the usual check digits.

use super::text::TextColumn;

/// Digits and capital letters without I, L, O and U (Crockford's base 32).
pub(crate) const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Base 32 of RFC 4648.
pub(crate) const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Digits, then capital, then small letters: the order of their codes, so that texts sort as the numbers do.
pub(crate) const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Hexadecimal digits.
pub(crate) const HEX: &[u8; 16] = b"0123456789abcdef";
/// Letters.
pub(crate) const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Capital letters and digits that can't be taken for one another.
pub(crate) const CLEAR: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Appends the last `width` digits of a number in an alphabet, the most significant first; gives back what is left of
/// the number.
pub(crate) fn push_digits(mut number: u128, alphabet: &[u8], width: usize, out: &mut TextColumn) -> u128 {
    let base = alphabet.len() as u128;
    let place = out.extend(&[b'0'; 64][..width.min(64)]);
    for digit in place.iter_mut().rev() {
        *digit = alphabet[(number % base) as usize];
        number /= base;
    }
    number
}

/// The check digit that makes a row of decimal digits (ASCII) pass the Luhn test (ISO/IEC 7812-1).
pub(crate) fn luhn(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().enumerate().fold(0, |sum, (n, digit)| {
        let doubled = u32::from(digit - b'0') << u32::from(n % 2 == 0);
        sum + if doubled > 9 { doubled - 9 } else { doubled }
    });
    b'0' + ((10 - sum % 10) % 10) as u8
}

/// The check digit by Verhoeff ("Error detecting decimal codes", 1969): products in the dihedral group of ten elements.
pub(crate) fn verhoeff(digits: &[u8]) -> u8 {
    const STEP: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let check = digits.iter().rev().enumerate().fold(0, |so_far, (n, digit)| {
        // The permutation of the table is applied once for each place from the right, the check digit's own being none.
        let turned = (0..(n + 1) % 8).fold(digit - b'0', |d, _| STEP[usize::from(d)]);
        dihedral(so_far, turned)
    });
    // Turns are their own inverse's mirror: rotations by n undo rotations by 5 - n, reflections undo themselves.
    b'0' + if check < 5 { (5 - check) % 5 } else { check }
}

/// The product of two of the symmetries of a pentagon: 0 to 4 turn it, 5 to 9 mirror it too.
fn dihedral(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b - 5) % 5,
        (false, true) => 5 + (a - 5 + 5 - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// The check digit by Damm ("Total anti-symmetrische Quasigruppen", 2004).
pub(crate) fn damm(digits: &[u8]) -> u8 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    b'0' + digits.iter().fold(0, |row, digit| TABLE[usize::from(row)][usize::from(digit - b'0')])
}

/// The two check digits of ISO/IEC 7064 MOD 97-10: the whole number then leaves 1 when divided by 97.
pub(crate) fn mod_97(digits: &[u8]) -> u64 {
    let rest = digits.iter().fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 97);
    98 - rest * 100 % 97
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;

    #[test]
    fn published_examples_get_their_check_digits() {
        assert_eq!(luhn(b"7992739871"), b'3');
        assert_eq!(verhoeff(b"236"), b'3');
        assert_eq!(verhoeff(b"12345"), b'1');
        assert_eq!(damm(b"572"), b'4');
        assert_eq!(mod_97(b"0794"), 44);
    }

    #[test]
    fn digits_of_any_alphabet_are_written_from_the_left() {
        let mut out = TextColumn::new(2, 8, None);
        assert_eq!(push_digits(0x1_00FF, HEX, 4, &mut out), 1);
        out.end();
        push_digits(61, BASE62, 3, &mut out);
        out.end();
        let made = out.finish().unwrap();
        assert_eq!(made.as_string::<i32>().iter().flatten().collect::<Vec<_>>(), ["00ff", "00z"]);
    }
}
