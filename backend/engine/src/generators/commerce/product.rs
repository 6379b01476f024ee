//! `commerce.product` and `commerce.category`.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem, Words,
};
use crate::generators::support::describe::{TEXT, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle;

/// Names of products.
pub(crate) struct Product;
/// Categories of products.
pub(crate) struct Category;

impl Generator for Product {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "commerce.product",
            words("Product", "Producto"),
            words("Names of everyday products.", "Nombres de productos cotidianos."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, |out, product| product.write_name(out))
    }
}

impl Generator for Category {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "commerce.category",
            words("Product category", "Categoría de producto"),
            words("The category of the row's product.", "La categoría del producto de la fila."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, |out, product| out.push(product.category().0))
    }
}

fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Commerce,
        label,
        description,
        produces: TEXT,
        params: locale_and_bundle(&["product"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

type Write = fn(&mut TextColumn, &bundle::Product);

fn compile(params: &Params, cx: &CompileContext<'_>, write: Write) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let products = bundle::Products::compile(&mut reader, cx);
    reader.finish(Box::new(Told { products, write, limit: limit(cx.field) }))
}

struct Told {
    products: bundle::Products,
    write: Write,
    limit: Option<u32>,
}

impl Filler for Told {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 20, self.limit);
        for &row in cx.rows {
            (self.write)(&mut out, &self.products.at(row));
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::locales;
    use crate::locales::types::Gender;
    use crate::testing::Trial;

    fn capital(text: &str) -> String {
        let mut letters = text.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    #[test]
    fn the_category_is_that_of_the_product_and_adjectives_agree_in_gender() {
        for locale in locales::all() {
            let trial = |name| Trial::new(name, json!({}), FieldType::String).locale(locale.id).texts(300);
            for (product, category) in trial("commerce.product").iter().zip(trial("commerce.category")) {
                let shop = &locale.shop;
                let fits = |item: &&crate::locales::types::Item| {
                    let category = shop.categories[item.category].0 == category;
                    let is = |text: &str| *product == capital(text);
                    let adjective = |n: usize| {
                        let adjective = match item.gender {
                            Gender::Masculine => shop.adjectives[n].0,
                            Gender::Feminine => shop.adjectives[n].1,
                            Gender::Neuter => shop.neuter[n],
                        };
                        is(&format!("{adjective} {}", item.name)) || is(&format!("{} {adjective}", item.name))
                    };
                    category && (is(item.name) || (0..shop.adjectives.len()).any(adjective))
                };
                assert!(shop.items.iter().any(|i| fits(&i)), "{product}: {category}");
            }
        }
    }
}
