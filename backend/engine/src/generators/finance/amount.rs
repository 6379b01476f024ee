//! `finance.amount`: sums of money as people read them, with the sign and the marks of the country.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use rand_distr::{Distribution, LogNormal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, locale, optional, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

use super::money::{CURRENCIES, Currency, find};

/// The catalogue's entry.
pub(crate) struct Amount;

/// Typical sum in US dollars.
const TYPICAL: f64 = 60.0;
/// Spread of sums: two in three lie within a factor of e of the typical one.
const SPREAD: f64 = 1.0;

/// How a country writes sums: mark between thousands, mark before cents, sign first or last, and what parts it (Unicode
/// CLDR, currency formats).
struct Form {
    thousands: &'static str,
    point: &'static str,
    sign_first: bool,
    between: &'static str,
}

fn form(country: &str) -> Form {
    let of = |thousands, point, sign_first, between| Form { thousands, point, sign_first, between };
    match country {
        "ES" | "IT" | "DE" => of(".", ",", false, " "),
        "FR" | "PT" => of(" ", ",", false, " "),
        "NL" | "AR" | "CO" | "BR" => of(".", ",", true, " "),
        "CL" => of(".", ",", true, ""),
        _ => of(",", ".", true, ""),
    }
}

impl Generator for Amount {
    fn descriptor(&self) -> Descriptor {
        let bound =
            |name, label, help| optional(name, ParamKind::Number { min: Some(0.0), max: Some(1e12) }, label, help);
        Descriptor {
            name: "finance.amount",
            family: Family::Finance,
            label: words("Amount with currency", "Importe con moneda"),
            description: words(
                "Sums of money as text, with the sign and the marks of the country: $1,234.56 or 1.234,56 €.",
                "Importes como texto, con el símbolo y los signos del país: $1,234.56 o 1.234,56 €.",
            ),
            produces: TEXT,
            params: vec![
                bound(
                    "min",
                    words("Smallest", "Mínimo"),
                    words(
                        "Smallest sum, in the currency of the locale.",
                        "Importe mínimo, en la moneda de la localización.",
                    ),
                ),
                bound(
                    "max",
                    words("Largest", "Máximo"),
                    words(
                        "Largest sum, in the currency of the locale.",
                        "Importe máximo, en la moneda de la localización.",
                    ),
                ),
                defaulted(
                    "symbol",
                    ParamKind::Boolean,
                    words("Symbol", "Símbolo"),
                    words("Whether the currency's sign is written.", "Si se escribe el símbolo de la moneda."),
                    true,
                ),
                locale(),
            ],
            example: json!({ "symbol": true }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (min, max) = (reader.number("min"), reader.number("max"));
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            reader.problem("min", "empty_range", "min is above max");
        }
        let symbol = reader.boolean("symbol", true);
        let locales = PerLocale::compile(&mut reader, cx, |locale| Country {
            form: form(locale.country.code),
            currency: find(locale.country.currency).unwrap_or(&CURRENCIES[0]),
        });
        // The parameters are finite and the spread positive.
        let sums = LogNormal::new(TYPICAL.ln(), SPREAD).ok();
        reader.finish(Box::new(Sums { min, max, symbol, locales, sums, stream: cx.stream, limit: limit(cx.field) }))
    }
}

struct Country {
    form: Form,
    currency: &'static Currency,
}

struct Sums {
    min: Option<f64>,
    max: Option<f64>,
    symbol: bool,
    locales: PerLocale<Country>,
    sums: Option<LogNormal<f64>>,
    stream: Stream,
    limit: Option<u32>,
}

impl Sums {
    /// The sum in the currency's smallest unit.
    fn units(&self, row: u64, currency: &Currency) -> u64 {
        let mut cell = self.stream.cell(row);
        let sum = match (self.min, self.max) {
            // Within bounds evenly over the orders of magnitude, as far as that goes.
            (Some(min), Some(max)) if min > 0.0 => min * (max / min).powf(cell.unit()),
            (min, Some(max)) => {
                let min = min.unwrap_or(0.0);
                min + (max - min) * cell.unit()
            }
            (min, None) => {
                let drawn = self.sums.map_or(TYPICAL, |sums| sums.sample(&mut cell)) * currency.dollar;
                min.unwrap_or(0.0) + drawn
            }
        };
        (sum * 10_f64.powi(i32::from(currency.digits))).round() as u64
    }

    fn write(units: u64, country: &Country, out: &mut TextColumn) {
        let digits = u32::from(country.currency.digits);
        let (whole, cents) = (units / 10_u64.pow(digits), units % 10_u64.pow(digits));
        let mut group = 1_000_u64.pow(if whole == 0 { 0 } else { whole.ilog10() / 3 });
        out.push_number(whole / group);
        while group > 1 {
            group /= 1_000;
            out.push(country.form.thousands);
            out.push_padded(whole / group % 1_000, 3);
        }
        if digits > 0 {
            out.push(country.form.point);
            out.push_padded(cents, digits as usize);
        }
    }
}

impl Filler for Sums {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 12, self.limit);
        for &row in cx.rows {
            let country = self.locales.at(row);
            let Form { sign_first, between, .. } = country.form;
            if self.symbol && sign_first {
                out.push(country.currency.sign);
                out.push(between);
            }
            Self::write(self.units(row, country.currency), country, &mut out);
            if self.symbol && !sign_first {
                out.push(between);
                out.push(country.currency.sign);
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    fn check(country: &str, code: &str, units: u64, expect: &str) {
        let country = Country { form: form(country), currency: find(code).unwrap() };
        let mut out = TextColumn::new(1, 12, None);
        Sums::write(units, &country, &mut out);
        assert_eq!(out.current(), expect.as_bytes());
    }

    #[test]
    fn sums_are_written_as_in_the_country() {
        check("US", "USD", 123_456_789, "1,234,567.89");
        check("ES", "EUR", 100_005, "1.000,05");
        check("US", "USD", 5, "0.05");
        check("CL", "CLP", 1_234_567, "1.234.567");
        check("FR", "EUR", 99_999, "999,99");
    }

    #[test]
    fn bounds_are_kept_to() {
        let made = Trial::new("finance.amount", json!({ "min": 10, "max": 20 }), FieldType::String).texts(300);
        assert!(made.iter().all(|sum| (10.0..=20.0).contains(&sum[1..].parse::<f64>().unwrap())), "{made:?}");
        let spanish = Trial::new("finance.amount", json!({}), FieldType::String).locale("es_ES").texts(50);
        assert!(spanish.iter().all(|sum| sum.ends_with(" €")));
    }
}
