//! Histograms of equal bins whose edges are fixed before the first row: from a sample spread over the whole table, as
//! people would choose them. Counts then simply add up, whatever the chunks and threads; one outlier does not flatten
//! the rest, for what lies beyond the edges is counted at either side. (Bins of equal ratio, as DDSketch has them, say
//! nothing of moments, which are all about equally far from zero; bins that grow with the data give up their detail for
//! good.)

/// About how many bins there are.
const BINS: f64 = 24.0;
/// Where the sample's ends lie this many times farther apart than its middle 99 in 100, the ends are left out.
const FAR: f64 = 1.6;

/// Widths of bins of moments that people know, in seconds; beyond the last, so many of it.
const SPANS: [f64; 21] = [
    1.0,
    5.0,
    15.0,
    30.0,
    60.0,
    300.0,
    900.0,
    1_800.0,
    3_600.0,
    10_800.0,
    21_600.0,
    43_200.0,
    DAY,
    2.0 * DAY,
    7.0 * DAY,
    14.0 * DAY,
    30.0 * DAY,
    91.0 * DAY,
    182.0 * DAY,
    365.0 * DAY,
    3_650.0 * DAY,
];
const DAY: f64 = 86_400.0;

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// Numbers on a grid of this distance; 0 where there is none.
    Number(f64),
    /// Moments, so many steps of which are a second; less than one for days.
    Moment(f64),
}

impl Unit {
    fn grid(self) -> f64 {
        match self {
            Self::Number(grid) => grid,
            Self::Moment(_) => 1.0,
        }
    }

    /// The least usual width that is not below `width`.
    fn width(self, width: f64) -> f64 {
        match self {
            Self::Number(grid) => round_up(width.max(f64::MIN_POSITIVE)).max(grid),
            Self::Moment(steps) => {
                let seconds = width / steps;
                let usual = SPANS.iter().copied().find(|span| *span >= seconds);
                let usual =
                    usual.unwrap_or_else(|| SPANS[SPANS.len() - 1] * round_up(seconds / SPANS[SPANS.len() - 1]));
                // Moments closer than a second have round shares of it.
                if seconds < 0.5 { round_up(width).max(1.0) } else { (usual * steps).max(1.0) }
            }
        }
    }
}

/// 1, 2 or 5 times a power of ten, not below `width`.
fn round_up(width: f64) -> f64 {
    let power = 10_f64.powi(width.log10().floor() as i32);
    [1.0, 2.0, 5.0, 10.0]
        .map(|times| times * power)
        .into_iter()
        .find(|round| *round >= width * (1.0 - 1e-9))
        .unwrap_or(width)
}

/// Where the bins are: each from its edge up to the next one, which is the next bin's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    start: f64,
    width: f64,
    bins: usize,
    /// Added to values before they are placed, so that values on an edge are not left to rounding.
    half: f64,
}

impl Grid {
    /// Bins for values such as these. `None` where there are none.
    pub(super) fn choose(sample: &mut [f64], unit: Unit) -> Option<Self> {
        sample.sort_unstable_by(f64::total_cmp);
        let (least, most) = (*sample.first()?, *sample.last()?);
        let at = |share: f64| sample[((sample.len() - 1) as f64 * share).round() as usize];
        let (inner_low, inner_high) = (at(0.005), at(0.995));
        let spread = inner_high - inner_low;
        let (low, high) =
            if most - least > FAR * spread && spread > 0.0 { (inner_low, inner_high) } else { (least, most) };
        if !(high - low).is_finite() {
            return None;
        }
        let width =
            if high > low { unit.width((high - low) / BINS) } else { unit.grid().max(low.abs() * 1e-6).max(1e-9) };
        let start = (low / width + 1e-9).floor() * width;
        let bins = ((high - start) / width + 1e-9).floor() as usize + 1;
        Some(Self { start, width, bins, half: 0.5 * unit.grid() })
    }

    /// Places for counts: below the bins, each bin, above them.
    pub(super) fn places(&self) -> usize {
        self.bins + 2
    }

    /// Counts values into places.
    pub(super) fn count(&self, values: &[f64], counts: &mut [u64]) {
        let (scale, last) = (self.width.recip(), counts.len() - 1);
        for value in values {
            // What is far below becomes 0, what is far above the last place.
            let place = ((value + self.half - self.start) * scale + 1.0).max(0.0) as usize;
            counts[place.min(last)] += 1;
        }
    }

    /// The edges, one more than bins, without digits that only rounding made.
    pub(super) fn edges(&self) -> Vec<f64> {
        (0..=self.bins).map(|bin| tidy(self.start + bin as f64 * self.width)).collect()
    }
}

/// The number with 12 digits.
pub(super) fn tidy(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    fn bins(mut sample: Vec<f64>, unit: Unit) -> (Vec<f64>, Vec<u64>) {
        let values = sample.clone();
        let grid = Grid::choose(&mut sample, unit).unwrap();
        let mut counts = vec![0; grid.places()];
        grid.count(&values, &mut counts);
        assert_eq!(counts.iter().sum::<u64>(), values.len() as u64);
        (grid.edges(), counts)
    }

    #[test]
    fn whole_numbers_have_bins_of_their_own() {
        let (edges, counts) = bins((0..600).map(|n| f64::from(n % 6 + 1)).collect(), Unit::Number(1.0));
        assert_eq!(edges, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!(counts, [0, 100, 100, 100, 100, 100, 100, 0]);
    }

    #[test]
    fn cents_on_an_edge_are_in_the_bin_that_begins_there() {
        let (edges, counts) = bins((0..=240).map(|n| f64::from(n) / 100.0).collect(), Unit::Number(0.01));
        assert_eq!((edges[1], edges[3]), (0.1, 0.3));
        assert!(counts[1..25].iter().all(|count| *count == 10), "{counts:?}");
    }

    #[test]
    fn an_outlier_is_counted_beside_the_bins() {
        let mut values: Vec<f64> = (0..1_000).map(|row| Stream::root(2).cell(row).unit() * 10.0).collect();
        values.push(1e9);
        values.push(-1e9);
        let (edges, counts) = bins(values, Unit::Number(0.0));
        assert!(edges[0] >= -0.5 && edges[edges.len() - 1] <= 10.5, "{edges:?}");
        assert!((1..8).contains(&counts[0]) && (1..8).contains(&counts[counts.len() - 1]), "{counts:?}");
    }

    #[test]
    fn moments_have_bins_of_usual_spans() {
        let year = 365.0 * DAY * 1e6;
        let (edges, _) = bins((0..500).map(|n| 1.7e15 + f64::from(n) * year / 500.0).collect(), Unit::Moment(1e6));
        assert_eq!(edges[1] - edges[0], 30.0 * DAY * 1e6);
        let (days, _) = bins((0..20).map(f64::from).collect(), Unit::Moment(1.0 / DAY));
        assert_eq!(days[1] - days[0], 1.0);
    }

    #[test]
    fn one_value_has_one_bin_and_none_has_none() {
        let (edges, counts) = bins(vec![5.0; 9], Unit::Number(1.0));
        assert_eq!((edges.as_slice(), counts.as_slice()), ([5.0, 6.0].as_slice(), [0, 9, 0].as_slice()));
        assert!(Grid::choose(&mut [], Unit::Number(0.0)).is_none());
    }
}
