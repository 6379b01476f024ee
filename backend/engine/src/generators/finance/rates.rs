//! `finance.tax_rate`, `finance.exchange_rate` and `finance.credit_score`.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use rand_distr::{Distribution, Normal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, locale, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::numbers::{Drawn, Range};
use crate::generators::support::params::Reader;
use crate::generators::support::weights::Alias;
use crate::law::curves;
use crate::stream::Stream;

use super::money::{CURRENCIES, find};

/// Rates of value-added or sales tax.
pub(crate) struct TaxRate;
/// Rates of exchange.
pub(crate) struct ExchangeRate;
/// Scores of credit.
pub(crate) struct CreditScore;

/// A rate in per cent, with how often it applies.
type Rate = (f64, f64);

/// Rates of tax on goods by country (European Commission, "Taxes in Europe" database; tax offices of the other countries;
/// for the United States state sales taxes after the Tax Foundation, for Brazil usual rates of ICMS).
const RATES: [(&str, &[Rate]); 13] = [
    ("US", &[(0.0, 8.0), (4.0, 10.0), (5.5, 8.0), (6.0, 26.0), (6.25, 16.0), (7.0, 14.0), (7.25, 18.0)]),
    ("GB", &[(20.0, 80.0), (5.0, 5.0), (0.0, 15.0)]),
    ("ES", &[(21.0, 70.0), (10.0, 22.0), (4.0, 8.0)]),
    ("MX", &[(16.0, 80.0), (8.0, 5.0), (0.0, 15.0)]),
    ("CO", &[(19.0, 78.0), (5.0, 12.0), (0.0, 10.0)]),
    ("CL", &[(19.0, 100.0)]),
    ("AR", &[(21.0, 80.0), (10.5, 15.0), (27.0, 5.0)]),
    ("BR", &[(18.0, 40.0), (17.0, 20.0), (12.0, 25.0), (7.0, 15.0)]),
    ("FR", &[(20.0, 72.0), (10.0, 14.0), (5.5, 12.0), (2.1, 2.0)]),
    ("DE", &[(19.0, 80.0), (7.0, 20.0)]),
    ("IT", &[(22.0, 72.0), (10.0, 18.0), (4.0, 7.0), (5.0, 3.0)]),
    ("NL", &[(21.0, 76.0), (9.0, 20.0), (0.0, 4.0)]),
    ("PT", &[(23.0, 76.0), (13.0, 10.0), (6.0, 14.0)]),
];
const AS: &[&str] = &["percent", "fraction"];
#[rustfmt::skip]
const CODES: &[&str] = &[
    "USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "MXN", "BRL", "SEK", "INR", "COP", "CLP", "ARS", "PEN",
];

impl Generator for TaxRate {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.tax_rate",
            family: Family::Finance,
            label: words("Tax rate", "Tipo de impuesto"),
            description: words(
                "Rates of value-added or sales tax that hold in the country, in per cent or as a fraction.",
                "Tipos de IVA o de impuesto sobre las ventas vigentes en el país, en tanto por ciento o como fracción.",
            ),
            produces: &[FieldType::Decimal, FieldType::Float],
            params: vec![
                defaulted(
                    "as",
                    ParamKind::Choice(AS),
                    words("As", "Como"),
                    words("21 or 0.21.", "21 (percent) o 0.21 (fraction)."),
                    AS[0],
                ),
                locale(),
            ],
            example: json!({ "as": "percent" }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let factor = if reader.choice("as", AS) == "percent" { 1.0 } else { 0.01 };
        let rates = PerLocale::compile(&mut reader, cx, |locale| {
            let rates = RATES.iter().find(|(country, _)| *country == locale.country.code).unwrap_or(&RATES[0]).1;
            (rates, Alias::new(rates.iter().map(|(_, weight)| *weight)))
        });
        let range = Range::compile(&mut reader, cx, (0.0, 100.0));
        reader.finish(Box::new(Rates { rates, factor, range, stream: cx.stream }))
    }
}

struct Rates {
    rates: PerLocale<(&'static [Rate], Alias)>,
    factor: f64,
    range: Range,
    stream: Stream,
}

impl Filler for Rates {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| {
            let (rates, alias) = self.rates.at(row);
            let rate = rates[alias.pick(self.stream.cell(row).bits())].0;
            // Rates have two digits behind the point, four as fractions.
            (rate * self.factor * 10_000.0).round() / 10_000.0
        })
    }
}

impl Generator for ExchangeRate {
    fn descriptor(&self) -> Descriptor {
        let code = |name, label, help, default: &str| defaulted(name, ParamKind::Choice(CODES), label, help, default);
        Descriptor {
            name: "finance.exchange_rate",
            family: Family::Finance,
            label: words("Exchange rate", "Tipo de cambio"),
            description: words(
                "What one unit of a currency costs in another, spread around a mean of 2025.",
                "Lo que cuesta una unidad de una moneda en otra, en torno a una media de 2025.",
            ),
            produces: &[FieldType::Decimal, FieldType::Float],
            params: vec![
                code(
                    "base",
                    words("Of", "De"),
                    words("The currency that is priced.", "La moneda cuyo precio se da."),
                    "USD",
                ),
                code(
                    "quote",
                    words("In", "En"),
                    words("The currency it is priced in.", "La moneda en que se da el precio."),
                    "EUR",
                ),
                defaulted(
                    "volatility",
                    ParamKind::Number { min: Some(0.0), max: Some(1.0) },
                    words("Spread", "Dispersión"),
                    words(
                        "Standard deviation as a share of the mean.",
                        "Desviación típica como proporción de la media.",
                    ),
                    0.02,
                ),
            ],
            example: json!({ "base": "EUR", "quote": "USD" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let dollar = |code: &str| find(code).unwrap_or(&CURRENCIES[0]).dollar;
        // The defaults differ, so they can't be the first of the choices both.
        let base = dollar(reader.choice("base", CODES));
        let quote = dollar(if reader.value("quote").is_some() { reader.choice("quote", CODES) } else { CODES[1] });
        let mean = quote / base;
        let deviation = reader.number("volatility").unwrap_or(0.02) * mean;
        let range = Range::compile(&mut reader, cx, (mean * 0.01, mean * 4.0));
        match Normal::new(mean, deviation) {
            Ok(distribution) => {
                let curve = curves::normal(mean, deviation);
                reader.finish(Box::new(Drawn { range, stream: cx.stream, distribution, shift: 0.0, curve }))
            }
            Err(_) => {
                reader.problem("volatility", "out_of_range", "volatility must be 0 or more");
                Err(reader.into_problems())
            }
        }
    }
}

/// Scores of FICO: its range, and about the mean and deviation of consumers in the United States (FICO, 2025).
const SCORES: (f64, f64) = (300.0, 850.0);
const MEAN: f64 = 715.0;
const DEVIATION: f64 = 85.0;

impl Generator for CreditScore {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.credit_score",
            family: Family::Finance,
            label: words("Credit score", "Puntuación de crédito"),
            description: words(
                "Scores from 300 to 850, spread as among consumers: most are good.",
                "Puntuaciones de 300 a 850, repartidas como entre los consumidores: la mayoría son buenas.",
            ),
            produces: NUMBERS,
            params: {
                let mut params = Range::params();
                params.retain(|param| param.name != "decimals");
                params
            },
            example: json!({}),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, SCORES);
        reader.finish(Box::new(Scores { range, stream: cx.stream }))
    }
}

struct Scores {
    range: Range,
    stream: Stream,
}

impl Filler for Scores {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let Ok(scores) = Normal::new(MEAN, DEVIATION) else {
            return Err(EngineError::fill("scores have no distribution"));
        };
        self.range.column(cx.rows, |row| {
            let mut cell = self.stream.cell(row);
            // What lies beyond the best score is drawn again a few times, so that it does not pile up there.
            let mut score = scores.sample(&mut cell);
            for _ in 0..8 {
                if (SCORES.0..=SCORES.1).contains(&score) {
                    break;
                }
                score = scores.sample(&mut cell);
            }
            score.round()
        })
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int32Type};

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn rates_are_those_of_the_country() {
        let made = |params, locale: &str| {
            let array = Trial::new("finance.tax_rate", params, FieldType::Float).locale(locale).fill(300);
            array.as_primitive::<Float64Type>().values().to_vec()
        };
        assert!(made(json!({}), "es_ES").iter().all(|rate| [21.0, 10.0, 4.0].contains(rate)));
        assert!(made(json!({ "as": "fraction" }), "es_MX").iter().all(|rate| [0.16, 0.08, 0.0].contains(rate)));
    }

    #[test]
    fn rates_of_exchange_lie_around_their_mean() {
        let params = json!({ "base": "USD", "quote": "MXN", "volatility": 0.01 });
        let made = fill("finance.exchange_rate", params, FieldType::Float, 2_000);
        let values = made.as_primitive::<Float64Type>().values();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        assert!((19.1..19.3).contains(&mean) && values.iter().all(|rate| (17.0..21.5).contains(rate)), "{mean}");
        let default = fill("finance.exchange_rate", json!({}), FieldType::Float, 100);
        assert!(default.as_primitive::<Float64Type>().values().iter().all(|rate| (0.75..1.0).contains(rate)));
    }

    #[test]
    fn scores_keep_to_their_range_and_most_are_good() {
        let made = fill("finance.credit_score", json!({}), FieldType::Integer, 4_000);
        let values = made.as_primitive::<Int32Type>().values();
        assert!(values.iter().all(|score| (300..=850).contains(score)));
        let good = values.iter().filter(|score| **score >= 670).count();
        assert!((2_500..3_000).contains(&good), "{good}");
    }
}
