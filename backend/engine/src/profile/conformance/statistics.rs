//! The tests; their tables are those of `statrs`.

use statrs::distribution::{Binomial, ChiSquared, ContinuousCDF, DiscreteCDF};
use statrs::function::erf::erfc;

/// Fewest values that a bin is to have by what was asked; smaller ones are put together (Cochran 1954).
const EXPECTED: f64 = 5.0;
/// From this variance on a count is taken for normal.
const NORMAL: f64 = 100.0;

/// A statistic and the chance of one at least as far off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Test {
    pub(super) statistic: f64,
    pub(super) p_value: f64,
}

/// Pearson's chi-square of counts against the shares asked for, neighbours with too few put together. `None` where that
/// leaves less than two bins.
pub(super) fn chi_square(counts: &[u64], shares: &[f64]) -> Option<Test> {
    let all = counts.iter().sum::<u64>() as f64;
    let mut bins: Vec<(f64, f64)> = Vec::new();
    let mut open = (0.0, 0.0);
    for (count, share) in counts.iter().zip(shares) {
        open = (open.0 + *count as f64, open.1 + share * all);
        if open.1 >= EXPECTED {
            bins.push(std::mem::take(&mut open));
        }
    }
    if let Some(last) = bins.last_mut() {
        *last = (last.0 + open.0, last.1 + open.1);
    }
    let freedom = bins.len().checked_sub(1).filter(|freedom| *freedom > 0)?;
    let statistic = bins.iter().map(|(got, expect)| (got - expect).powi(2) / expect).sum();
    let p_value = ChiSquared::new(freedom as f64).ok()?.sf(statistic);
    Some(Test { statistic, p_value })
}

/// So many of `all` against the rate asked for, both ways; the statistic is z. `rate` lies between 0 and 1 without them.
pub(super) fn share(count: u64, all: u64, rate: f64) -> Option<Test> {
    let (n, variance) = (all as f64, all as f64 * rate * (1.0 - rate));
    if all == 0 {
        return None;
    }
    let statistic = (count as f64 - n * rate) / variance.sqrt();
    if variance >= NORMAL {
        return Some(Test { statistic, p_value: erfc(statistic.abs() / std::f64::consts::SQRT_2) });
    }
    let exact = Binomial::new(rate, all).ok()?;
    let above = count.checked_sub(1).map_or(1.0, |below| exact.sf(below));
    Some(Test { statistic, p_value: (2.0 * exact.cdf(count).min(above)).min(1.0) })
}

/// The number with so many digits that count.
pub(super) fn digits(number: f64, digits: usize) -> f64 {
    format!("{number:.*e}", digits - 1).parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, expect: f64) {
        assert!((got - expect).abs() < 1e-6, "{got} is not {expect}");
    }

    #[test]
    fn chi_square_is_that_of_the_textbook() {
        // A die thrown 120 times: 20 each are expected.
        let test = chi_square(&[15, 25, 22, 18, 24, 16], &[1.0 / 6.0; 6]).unwrap();
        near(test.statistic, 4.5);
        near(test.p_value, 0.479_883_3);
        assert!(chi_square(&[3, 1], &[0.5, 0.5]).is_none());
        // The rare bins count with their neighbours.
        let merged = chi_square(&[50, 47, 1, 2], &[0.5, 0.47, 0.02, 0.01]).unwrap();
        near(merged.statistic, 0.0);
    }

    #[test]
    fn shares_are_tested_both_ways() {
        let wide = share(30_300, 100_000, 0.3).unwrap();
        near(wide.statistic, 2.070_196_7);
        near(wide.p_value, 0.038_434_4);
        let few = share(0, 20, 0.3).unwrap();
        near(few.p_value, 2.0 * 0.7_f64.powi(20));
        assert!(share(20, 20, 0.3).unwrap().p_value < 1e-9);
        assert!(share(0, 0, 0.3).is_none());
    }

    #[test]
    fn digits_are_those_that_count() {
        assert_eq!((digits(1_234.567, 4), digits(0.000_123_456, 3)), (1_235.0, 0.000_123));
    }
}
