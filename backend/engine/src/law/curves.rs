//! Cumulative distribution functions of what generators draw from; the functions themselves are those of `statrs`.

use std::sync::Arc;

use statrs::distribution as known;
use statrs::distribution::{ContinuousCDF, DiscreteCDF};

/// Most ranks of a Zipf distribution whose sums are kept.
const RANKS: f64 = 200_000.0;

/// A cumulative distribution function.
#[derive(Clone)]
pub(crate) struct Curve {
    at: Arc<dyn Fn(f64) -> f64 + Send + Sync>,
    whole: bool,
}

impl Curve {
    fn of(at: impl Fn(f64) -> f64 + Send + Sync + 'static) -> Self {
        Self { at: Arc::new(at), whole: false }
    }

    /// Of whole numbers only: `at` is asked for whole numbers from 0 to `far`, where it is 1 for all that a float tells.
    fn counts(far: f64, at: impl Fn(u64) -> f64 + Send + Sync + 'static) -> Self {
        let steps = move |x: f64| match x {
            x if x < 0.0 => 0.0,
            x if x >= far => 1.0,
            x => at(x as u64),
        };
        Self { at: Arc::new(steps), whole: true }
    }

    /// Even over intervals, each with its weight. `None` where there is no weight.
    pub(crate) fn pieces(pieces: Vec<(f64, f64, f64)>) -> Option<Self> {
        let total: f64 = pieces.iter().map(|(.., weight)| weight).sum();
        let part = |x: f64, low: f64, high: f64| match high > low {
            true => ((x - low) / (high - low)).clamp(0.0, 1.0),
            false => f64::from(u8::from(x >= low)),
        };
        let at =
            move |x: f64| pieces.iter().map(|(low, high, weight)| weight * part(x, *low, *high)).sum::<f64>() / total;
        (total > 0.0 && total.is_finite()).then(|| Self::of(at))
    }

    /// One of these whole numbers, each with its weight. `None` where there is no weight.
    pub(crate) fn atoms(mut atoms: Vec<(u64, f64)>) -> Option<Self> {
        atoms.sort_unstable_by_key(|(value, _)| *value);
        let total: f64 = atoms.iter().map(|(_, weight)| weight).sum();
        let far = atoms.last()?.0 as f64;
        let up_to =
            move |n: u64| atoms.iter().take_while(|(value, _)| *value <= n).map(|(_, w)| w).sum::<f64>() / total;
        (total > 0.0 && total.is_finite()).then(|| Self::counts(far, up_to))
    }

    /// Whether only whole numbers come.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Share of draws at or below `x`.
    pub(crate) fn at(&self, x: f64) -> f64 {
        match x {
            f64::NEG_INFINITY => 0.0,
            f64::INFINITY => 1.0,
            x => (self.at)(x),
        }
    }

    /// The same of `location + scale × draw`; `scale` is above 0.
    pub(crate) fn moved(self, location: f64, scale: f64) -> Self {
        Self { at: Arc::new(move |x| self.at((x - location) / scale)), whole: false }
    }

    /// The same of counts plus `plus`.
    pub(crate) fn plus(self, plus: f64) -> Self {
        let whole = self.whole;
        Self { at: Arc::new(move |x| self.at(x - plus)), whole }
    }
}

/// The curve of a distribution of `statrs`.
fn of<D>(known: D) -> Curve
where
    D: ContinuousCDF<f64, f64> + Send + Sync + 'static,
{
    Curve::of(move |x| known.cdf(x))
}

/// The same where draws begin at 0: nothing but rounding comes of asking far beyond `far`.
fn positive<D>(known: D, far: f64) -> Curve
where
    D: ContinuousCDF<f64, f64> + Send + Sync + 'static,
{
    Curve::of(move |x| match x {
        x if x <= 0.0 => 0.0,
        x if x >= far => 1.0,
        x => known.cdf(x),
    })
}

/// Where a distribution of this mean and deviation has nothing left that a float could tell from 1.
fn far(mean: f64, deviation: f64) -> f64 {
    mean + 60.0 * deviation + 60.0
}

pub(crate) fn normal(mean: f64, std_dev: f64) -> Option<Curve> {
    known::Normal::new(mean, std_dev).ok().map(of)
}

pub(crate) fn lognormal(median: f64, sigma: f64) -> Option<Curve> {
    known::LogNormal::new(median.ln(), sigma).ok().map(|known| positive(known, f64::MAX))
}

pub(crate) fn log_uniform(low: f64, high: f64) -> Option<Curve> {
    let (low, width) = (low.ln(), high.ln() - low.ln());
    (width > 0.0).then(|| Curve::of(move |x| if x > 0.0 { ((x.ln() - low) / width).clamp(0.0, 1.0) } else { 0.0 }))
}

pub(crate) fn exponential(mean: f64) -> Option<Curve> {
    known::Exp::new(mean.recip()).ok().map(|known| positive(known, f64::MAX))
}

pub(crate) fn gamma(shape: f64, scale: f64) -> Option<Curve> {
    known::Gamma::new(shape, scale.recip())
        .ok()
        .map(|known| positive(known, scale * (far(shape, shape.sqrt()) + 1_000.0)))
}

pub(crate) fn weibull(shape: f64, scale: f64) -> Option<Curve> {
    known::Weibull::new(shape, scale).ok().map(|known| positive(known, f64::MAX))
}

pub(crate) fn beta(alpha: f64, beta: f64) -> Option<Curve> {
    known::Beta::new(alpha, beta).ok().map(|known| positive(known, 1.0))
}

pub(crate) fn triangular(low: f64, high: f64, mode: f64) -> Option<Curve> {
    known::Triangular::new(low, high, mode).ok().map(of)
}

pub(crate) fn pert(low: f64, high: f64, mode: f64, shape: f64) -> Option<Curve> {
    let width = high - low;
    let curve = beta(1.0 + shape * (mode - low) / width, 1.0 + shape * (high - mode) / width)?;
    Some(curve.moved(low, width))
}

pub(crate) fn pareto(scale: f64, shape: f64) -> Option<Curve> {
    known::Pareto::new(scale, shape).ok().map(|known| positive(known, f64::MAX))
}

pub(crate) fn cauchy(median: f64, scale: f64) -> Option<Curve> {
    known::Cauchy::new(median, scale).ok().map(of)
}

pub(crate) fn student_t(degrees: f64) -> Option<Curve> {
    let known = known::StudentsT::new(0.0, 1.0, degrees).ok()?;
    // Squares of larger numbers are no numbers.
    Some(Curve::of(move |x| known.cdf(x.clamp(-1e150, 1e150))))
}

pub(crate) fn gumbel(location: f64, scale: f64) -> Option<Curve> {
    known::Gumbel::new(location, scale).ok().map(of)
}

pub(crate) fn poisson(mean: f64) -> Option<Curve> {
    let known = known::Poisson::new(mean).ok()?;
    Some(Curve::counts(far(mean, mean.sqrt()), move |n| known.cdf(n)))
}

pub(crate) fn binomial(trials: u64, probability: f64) -> Option<Curve> {
    let known = known::Binomial::new(probability, trials).ok()?;
    Some(Curve::counts(trials as f64, move |n| known.cdf(n)))
}

/// Failures before the first success.
pub(crate) fn geometric(probability: f64) -> Option<Curve> {
    let fails = (-probability).ln_1p();
    (probability > 0.0 && probability <= 1.0)
        .then(|| Curve::counts(1e18, move |n| -((n as f64 + 1.0) * fails).exp_m1()))
}

/// Failures before so many successes.
pub(crate) fn negative_binomial(successes: f64, probability: f64) -> Option<Curve> {
    let known = known::NegativeBinomial::new(successes, probability).ok()?;
    let (mean, variance) = (known_mean(successes, probability), known_mean(successes, probability) / probability);
    Some(Curve::counts(far(mean, variance.sqrt()), move |n| known.cdf(n)))
}

fn known_mean(successes: f64, probability: f64) -> f64 {
    successes * (1.0 - probability) / probability
}

/// Ranks 1 to `ranks`, each as often as its power of `-exponent` says. `None` where there are too many to add up.
pub(crate) fn zipf(ranks: f64, exponent: f64) -> Option<Curve> {
    if !(1.0..=RANKS).contains(&ranks) {
        return None;
    }
    let mut sum = 0.0;
    let sums: Vec<f64> = (0..=ranks as u64)
        .map(|rank| {
            sum += if rank == 0 { 0.0 } else { (rank as f64).powf(-exponent) };
            sum
        })
        .collect();
    Some(Curve::counts(ranks, move |rank| sums[(rank as usize).min(sums.len() - 1)] / sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(curve: Option<Curve>, x: f64, expect: f64) {
        let got = curve.unwrap().at(x);
        assert!((got - expect).abs() < 1e-6, "at {x}: {got} is not {expect}");
    }

    #[test]
    fn curves_have_the_shares_that_tables_give() {
        check(normal(10.0, 2.0), 12.0, 0.841_344_746);
        check(lognormal(40.0, 0.8), 40.0, 0.5);
        check(log_uniform(1.0, 100.0), 10.0, 0.5);
        check(exponential(30.0), 30.0, 0.632_120_558);
        check(gamma(2.0, 15.0), 30.0, 0.593_994_150);
        check(weibull(1.5, 1000.0), 1000.0, 0.632_120_558);
        check(beta(2.0, 2.0), 0.5, 0.5);
        check(triangular(0.0, 9.0, 3.0), 3.0, 1.0 / 3.0);
        check(pert(0.0, 12.0, 6.0, 4.0), 6.0, 0.5);
        check(pareto(2.0, 1.5), 3.174_802_104, 0.5);
        check(cauchy(10.0, 3.0), 13.0, 0.75);
        check(student_t(10.0), 1.812_461_123, 0.95);
        check(gumbel(1.0, 2.0), 1.0, 0.367_879_441);
        check(poisson(3.0), 2.0, 0.423_190_081);
        check(binomial(20, 0.3), 6.0, 0.608_009_813);
        check(geometric(0.2), 1.0, 0.36);
        check(negative_binomial(3.0, 0.4), 1.0, 0.179_2);
        check(zipf(4.0, 1.0), 2.0, 1.5 / (1.0 + 0.5 + 1.0 / 3.0 + 0.25));
        check(Curve::atoms(vec![(8, 20.0), (1, 50.0), (2, 30.0)]), 2.0, 0.8);
        check(Curve::pieces(vec![(0.0, 10.0, 1.0), (10.0, 20.0, 3.0)]), 15.0, 0.625);
    }

    #[test]
    fn nothing_lies_beyond_the_ends_of_the_real_line() {
        for curve in
            [gamma(2.0, 1.0), student_t(3.0), poisson(4.0), lognormal(1.0, 1.0), geometric(0.5), cauchy(0.0, 1.0)]
        {
            let curve = curve.unwrap();
            assert!(curve.at(f64::MIN) < 1e-9 && curve.at(f64::MAX) > 1.0 - 1e-9);
            assert_eq!((curve.at(f64::NEG_INFINITY), curve.at(f64::INFINITY)), (0.0, 1.0));
        }
    }
}
