//! `commerce.sku`: article numbers that begin with letters of the product's category.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::bundle::Products;

/// The catalogue's entry.
pub(crate) struct Sku;

impl Generator for Sku {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![defaulted(
            "digits",
            ParamKind::Integer { min: Some(4), max: Some(12) },
            words("Digits", "Dígitos"),
            words("Digits after the letters.", "Dígitos tras las letras."),
            6,
        )];
        params.extend(locale_and_bundle(&["product"]));
        Descriptor {
            name: "commerce.sku",
            family: Family::Commerce,
            label: words("Article number", "Referencia de artículo"),
            description: words(
                "Stock-keeping codes: three letters for the category, then digits.",
                "Códigos de almacén: tres letras de la categoría y dígitos.",
            ),
            produces: TEXT,
            params,
            example: json!({ "digits": 6 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let products = Products::compile(&mut reader, cx);
        let digits = reader.integer("digits", (4, 12), 6) as usize;
        if let Some(most) = limit(cx.field).filter(|most| digits + 4 > *most as usize) {
            reader.problem(
                "digits",
                "beyond_field",
                format!("{} characters are more than the {most} the field allows", digits + 4),
            );
        }
        let count = 10_u64.pow(digits as u32);
        let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Numbers { products, digits, count, permutation, stream: cx.stream }))
    }
}

struct Numbers {
    products: Products,
    digits: usize,
    count: u64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Numbers {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.digits + 4, None);
        for &row in cx.rows {
            let number = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
                None => self.stream.cell(row).below(self.count),
            };
            out.push(self.products.at(row).category().1);
            out.push("-");
            out.push_padded(number, self.digits);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn numbers_differ_up_to_their_capacity() {
        let trial = Trial::new("commerce.sku", json!({ "digits": 4 }), FieldType::String).unique(10_000);
        assert_eq!(trial.compile().unwrap().capacity(), Some(10_000));
        let made = trial.texts(10_000);
        assert!(made.iter().all(|t| t.len() == 8 && t.as_bytes()[3] == b'-'));
        assert_eq!(made.into_iter().collect::<HashSet<_>>().len(), 10_000);
    }
}
