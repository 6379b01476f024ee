//! `commerce.price`: what the row's product may cost.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::{NUMBERS, locale_and_bundle, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;

use super::bundle::Products;

/// The catalogue's entry.
pub(crate) struct Price;

impl Generator for Price {
    fn descriptor(&self) -> Descriptor {
        let mut params = Range::params();
        params.retain(|p| p.name != "decimals");
        params.extend(locale_and_bundle(&["product"]));
        Descriptor {
            name: "commerce.price",
            family: Family::Commerce,
            label: words("Price", "Precio"),
            description: words(
                "Prices in the range of the row's product, in the currency of the locale, that end as prices do.",
                "Precios propios del producto de la fila, en la moneda de la localización, acabados como los precios.",
            ),
            produces: NUMBERS,
            params,
            example: json!({}),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let products = Products::compile(&mut reader, cx);
        let range = Range::compile(&mut reader, cx, (0.01, f64::MAX));
        reader.finish(Box::new(Prices { products, range }))
    }
}

struct Prices {
    products: Products,
    range: Range,
}

impl Prices {
    fn price(&self, row: u64) -> f64 {
        let product = self.products.at(row);
        let ((low, high), unit) = (product.price_range(), product.price_unit());
        let mut cell = self.products.price_cell(row);
        // Evenly over the orders of magnitude: cheap variants are more frequent than dear ones.
        let price = low * (high / low).powf(cell.unit());
        let ending = match cell.below(10) {
            0..=3 => 0.99,
            4..=5 => 0.95,
            6..=7 => 0.50,
            _ => 0.0,
        };
        (((price / unit).floor().max(1.0) + ending) * unit * 100.0).round() / 100.0
    }
}

impl Filler for Prices {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.price(row))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Decimal128Type;
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn prices_end_as_prices_do_and_keep_to_the_field() {
        let made = fill("commerce.price", json!({}), FieldType::Decimal, 500);
        let cents = |v: &i128| [99, 95, 50, 0].contains(&(v % 100)) && *v >= 100 && *v <= 60_099;
        assert!(made.as_primitive::<Decimal128Type>().values().iter().all(cents));
        let bounded =
            Trial::new("commerce.price", json!({}), FieldType::Decimal).field(|f| f.constraints.max = Some(json!(20)));
        assert!(bounded.fill(300).as_primitive::<Decimal128Type>().values().iter().all(|v| *v <= 2_000));
    }

    #[test]
    fn pesos_are_not_dollars() {
        let sum = |locale: &str| {
            let made = Trial::new("commerce.price", json!({}), FieldType::Decimal).locale(locale).fill(300);
            made.as_primitive::<Decimal128Type>().values().iter().sum::<i128>()
        };
        assert!(sum("es_MX") > 10 * sum("en_US"));
    }

    #[test]
    fn where_a_unit_buys_nothing_prices_end_in_hundreds() {
        for locale in ["es_CO", "es_CL", "es_AR"] {
            let made = Trial::new("commerce.price", json!({}), FieldType::Decimal).locale(locale).fill(500);
            let round = |v: &i128| [99_000, 95_000, 50_000, 0].contains(&(v % 100_000)) && *v >= 100_000;
            assert!(made.as_primitive::<Decimal128Type>().values().iter().all(round), "{locale}");
        }
    }
}
