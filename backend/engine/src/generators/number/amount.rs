//! `number.amount`: sums of money, most small and a few large, that end as sums do.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use rand_distr::{Distribution, StandardNormal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::stream::Stream;

use super::common::positive;

/// The catalogue's entry.
pub(crate) struct Amount;

const ENDINGS: &[&str] = &["cents", "charm", "whole", "round"];
/// Draws outside the range are thrown away so often, then the nearest bound is taken.
const TRIES: usize = 64;

impl Generator for Amount {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![
            positive(
                "median",
                words("Median", "Mediana"),
                words(
                    "Half of the sums lie below; above 0.",
                    "La mitad de los importes queda por debajo; mayor que 0.",
                ),
                100.0,
            ),
            positive(
                "spread",
                words("Spread", "Dispersión"),
                words(
                    "Two thirds of the sums lie between median / spread and median × spread; above 1.",
                    "Dos tercios de los importes están entre mediana / dispersión y mediana × dispersión; mayor que 1.",
                ),
                2.5,
            ),
            defaulted(
                "ending",
                ParamKind::Choice(ENDINGS),
                words("Ending", "Terminación"),
                words(
                    "Any cents, prices such as 19.99 (charm), whole units, or two leading digits and zeros (round).",
                    "Cualquier céntimo (cents), precios como 19,99 (charm), unidades enteras (whole) o dos cifras y ceros (round).",
                ),
                ENDINGS[0],
            ),
        ];
        params.extend(Range::params().into_iter().filter(|p| p.name != "decimals"));
        Descriptor {
            name: "number.amount",
            family: Family::Number,
            label: words("Sum of money", "Importe"),
            description: words(
                "Sums of money: most near the median, a few large (log-normal), ending as sums do.",
                "Importes: la mayoría cerca de la mediana, unos pocos grandes (log-normal), con terminaciones habituales.",
            ),
            produces: &[
                dmb_spec::FieldType::Decimal,
                dmb_spec::FieldType::Float,
                dmb_spec::FieldType::Integer,
                dmb_spec::FieldType::BigInteger,
            ],
            params,
            example: json!({ "median": 45, "spread": 2.5, "ending": "charm" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let median = reader.positive("median", 100.0);
        let spread = reader.number("spread").unwrap_or(2.5);
        if spread <= 1.0 {
            reader.problem("spread", "out_of_range", format!("spread must be above 1, not {spread}"));
        }
        let ending = match reader.choice("ending", ENDINGS) {
            "charm" => Ending::Charm,
            "whole" => Ending::Whole,
            "round" => Ending::Round,
            _ => Ending::Cents,
        };
        let range = Range::compile(&mut reader, cx, (0.0, f64::MAX));
        reader.finish(Box::new(Sums { range, median, sigma: spread.ln(), ending, stream: cx.stream }))
    }
}

#[derive(Clone, Copy)]
enum Ending {
    Cents,
    Charm,
    Whole,
    Round,
}

impl Ending {
    /// The sum that ends so, nearest below or at the one drawn, at least the smallest such sum above 0.
    fn end(self, sum: f64) -> f64 {
        match self {
            Self::Cents => (sum * 100.0).round() / 100.0,
            Self::Whole => sum.round().max(1.0),
            Self::Round => {
                let unit = 10_f64.powf(sum.max(1.0).log10().floor() - 1.0).max(1.0);
                (sum / unit).round().max(1.0) * unit
            }
            Self::Charm => charm(sum),
        }
    }
}

/// Just below the next unit, ten or hundred, by size: 4.99, 89.99 or 85.00, 449, 1290, 12 900.
fn charm(sum: f64) -> f64 {
    let cents = |units: f64, cents: f64| ((units * 100.0) + cents).round() / 100.0;
    match sum {
        s if s < 20.0 => cents(s.floor(), if s.fract() < 0.5 { 49.0 } else { 99.0 }),
        s if s < 100.0 => cents(s.floor(), 99.0),
        s if s < 1_000.0 => (s / 10.0).floor() * 10.0 + 9.0,
        s => {
            let unit = 10_f64.powf(s.log10().floor() - 1.0);
            (s / unit).floor() * unit - unit / 10.0
        }
    }
}

struct Sums {
    range: Range,
    median: f64,
    /// Deviation of the logarithm.
    sigma: f64,
    ending: Ending,
    stream: Stream,
}

impl Sums {
    fn draw(&self, row: u64) -> f64 {
        let mut cell = self.stream.cell(row);
        let mut sum = f64::NAN;
        for _ in 0..TRIES {
            let z: f64 = StandardNormal.sample(&mut cell);
            sum = self.ending.end(self.median * (self.sigma * z).exp());
            if (self.range.low_number..=self.range.high_number).contains(&sum) {
                break;
            }
        }
        sum
    }
}

impl Filler for Sums {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.draw(row))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Decimal128Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::floats;
    use super::charm;
    use crate::testing::{Trial, fill};

    #[test]
    fn half_of_the_sums_lie_below_the_median_and_two_thirds_within_the_spread() {
        let values = floats("number.amount", json!({ "median": 80, "spread": 2 }), 50_000);
        let below = values.iter().filter(|v| **v < 80.0).count();
        let within = values.iter().filter(|v| (40.0..=160.0).contains(*v)).count();
        assert!((24_600..25_400).contains(&below) && (33_700..34_600).contains(&within), "{below} {within}");
    }

    #[test]
    fn sums_end_as_told() {
        let cents = |ending: &str| {
            let params = json!({ "median": 45, "ending": ending, "max": 99 });
            fill("number.amount", params, FieldType::Decimal, 500).as_primitive::<Decimal128Type>().values().to_vec()
        };
        assert!(cents("charm").iter().all(|c| [49, 99].contains(&(c % 100)) && *c <= 9_900));
        assert!(cents("whole").iter().all(|c| c % 100 == 0 && *c > 0));
        assert!(cents("cents").iter().any(|c| c % 5 != 0));
        let round = floats("number.amount", json!({ "median": 5_000, "ending": "round" }), 500);
        assert!(round.iter().all(|v| *v < 100.0 || v % 10_f64.powf(v.log10().floor() - 1.0) == 0.0));
    }

    #[test]
    fn charm_prices() {
        for (sum, expect) in
            [(4.2, 4.49), (4.7, 4.99), (86.0, 86.99), (444.0, 449.0), (1_312.0, 1_290.0), (13_111.0, 12_900.0)]
        {
            assert_eq!(charm(sum), expect);
        }
    }

    #[test]
    fn a_spread_of_one_is_refused() {
        assert!(Trial::new("number.amount", json!({ "spread": 1 }), FieldType::Decimal).compile().is_err());
    }
}
