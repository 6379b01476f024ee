//! Numbers as people read them.

/// Digits from which on a number is rounded to a power of ten.
const EXACT_DIGITS: usize = 15;

/// A count with commas between thousands; beyond 15 digits its size only.
pub fn count(number: impl Into<u128>) -> String {
    let number: u128 = number.into();
    let digits = number.to_string();
    if digits.len() > EXACT_DIGITS {
        return format!("{}.{} × 10^{}", &digits[..1], &digits[1..2], digits.len() - 1);
    }
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An amount of bytes in the unit that suits it.
pub fn bytes(number: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut amount = number as f64;
    let mut unit = 0;
    while amount >= 999.5 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    let decimals = usize::from(unit > 0 && amount < 99.95);
    format!("{amount:.decimals$} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_and_the_greatest_are_rounded() {
        let cases: [(u64, &str); 5] =
            [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (1 << 63, "9.2 × 10^18")];
        for (number, expect) in cases {
            assert_eq!(count(number), expect);
        }
        assert_eq!(count(u128::MAX), "3.4 × 10^38");
    }

    #[test]
    fn bytes_have_the_unit_that_suits_them() {
        for (number, expect) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (999_999, "1.0 MB"), (153_000_000, "153 MB")]
        {
            assert_eq!(bytes(number), expect);
        }
    }
}
