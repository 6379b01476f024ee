//! The distribution of a column's numbers: a curve, cut to the column's range and rounded as the column rounds.

use super::Curve;

/// Below this share of draws within the range, what is drawn again and again may end at a bound after all.
const LEAST_KEPT: f64 = 0.2;

/// A curve cut to a range, on the grid that values are rounded to.
#[derive(Clone)]
pub struct Numbers {
    curve: Curve,
    /// Added to what is drawn.
    shift: f64,
    /// Least and greatest value on the grid.
    ends: (f64, f64),
    /// Distance of two values that rounding leaves apart; 0 where it leaves all.
    grid: f64,
    /// Share of draws below the range, and share of draws within it.
    below: f64,
    kept: f64,
}

impl Numbers {
    /// Draws of the curve plus `shift`, drawn again where outside `low` to `high`, then rounded to multiples of `grid`
    /// (0: not at all). `None` where so few draws are within the range that the cut distribution is not the one drawn.
    pub(crate) fn new(curve: Curve, shift: f64, (low, high): (f64, f64), grid: f64) -> Option<Self> {
        let grid = if curve.is_whole() { grid.max(1.0) } else { grid };
        let below = if curve.is_whole() { curve.at((low - shift).ceil() - 0.5) } else { curve.at(low - shift) };
        let kept = curve.at(high - shift) - below;
        let ends = match grid > 0.0 {
            true => ((low / grid - 1e-9).ceil() * grid, (high / grid + 1e-9).floor() * grid),
            false => (low, high),
        };
        // Not a number counts as too few.
        (kept >= LEAST_KEPT).then_some(Self { curve, shift, ends, grid, below, kept })
    }

    /// Numbers spread evenly over intervals, each as often as its weight says, on a grid as in [`Self::new`].
    pub(crate) fn pieces(pieces: Vec<(f64, f64, f64)>, grid: f64) -> Option<Self> {
        Self::new(Curve::pieces(pieces)?, 0.0, (f64::NEG_INFINITY, f64::INFINITY), grid)
    }

    /// The boundary at or next to `x` that no value lies on.
    pub(crate) fn boundary(&self, x: f64) -> f64 {
        if self.grid > 0.0 { ((x / self.grid + 1e-9).floor() + 0.5) * self.grid } else { x }
    }

    /// Share of values at or below a boundary.
    pub(crate) fn share(&self, boundary: f64) -> f64 {
        if boundary < self.ends.0 {
            return 0.0;
        }
        if boundary >= self.ends.1 {
            return 1.0;
        }
        ((self.curve.at(boundary - self.shift) - self.below) / self.kept).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::curves;
    use super::*;

    fn near(got: f64, expect: f64) {
        assert!((got - expect).abs() < 1e-9, "{got} is not {expect}");
    }

    #[test]
    fn a_cut_normal_has_its_share_between_the_ends() {
        let law = Numbers::new(curves::normal(0.0, 1.0).unwrap(), 0.0, (0.0, f64::MAX), 0.0).unwrap();
        near(law.share(-0.1), 0.0);
        near(law.share(1.0), 0.682_689_492_137);
        assert!(Numbers::new(curves::normal(0.0, 1.0).unwrap(), 0.0, (3.0, 4.0), 0.0).is_none());
    }

    #[test]
    fn rounded_values_lie_between_boundaries() {
        // Uniform over 0 to 10, rounded to whole numbers: the ends come half as often.
        let curve = Curve::pieces(vec![(0.0, 10.0, 1.0)]).unwrap();
        let law = Numbers::new(curve, 0.0, (0.0, 10.0), 1.0).unwrap();
        near(law.boundary(3.0), 3.5);
        near(law.boundary(3.4), 3.5);
        near(law.share(0.5), 0.05);
        near(law.share(9.5), 0.95);
        near(law.share(10.5), 1.0);
    }

    #[test]
    fn counts_begin_at_the_least_in_range() {
        let law = Numbers::new(curves::poisson(3.0).unwrap(), 0.0, (1.0, 4.0), 0.0).unwrap();
        let of = |n: u32| 3_f64.powi(n as i32) / (1..=n).map(f64::from).product::<f64>();
        let all: f64 = (1..=4).map(of).sum();
        near(law.share(law.boundary(0.0)), 0.0);
        near(law.share(law.boundary(1.0)), of(1) / all);
        near(law.share(law.boundary(2.7)), (of(1) + of(2)) / all);
        near(law.share(law.boundary(4.0)), 1.0);
    }
}
