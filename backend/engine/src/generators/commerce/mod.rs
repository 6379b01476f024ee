//! Trade. Product, category, price and article number of a row agree (see [`bundle`]).

use crate::generator::Generator;

pub(crate) mod bundle;
mod price;
mod product;
mod sku;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[&product::Product, &product::Category, &price::Price, &sku::Sku];
