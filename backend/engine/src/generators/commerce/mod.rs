//! Trade: products, article numbers, orders and parcels. Product, category, price and article number of a row agree (see
//! [`bundle`]).

use crate::generator::Generator;

mod articles;
pub(crate) mod bundle;
mod discount;
mod isbn;
mod price;
mod product;
mod promo_code;
mod sku;
mod terms;
mod tracking;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &product::Product,
    &product::Category,
    &price::Price,
    &sku::Sku,
    &articles::BARCODE,
    &articles::EAN13,
    &articles::EAN8,
    &articles::UPC_A,
    &articles::GTIN14,
    &articles::SSCC,
    &isbn::ISBN_13,
    &isbn::ISBN_10,
    &articles::ISSN,
    &terms::COLOR,
    &terms::MATERIAL,
    &terms::DEPARTMENT,
    &terms::ORDER_STATUS,
    &terms::PAYMENT_METHOD,
    &terms::SHIPPING_METHOD,
    &tracking::TRACKING,
    &promo_code::PromoCode,
    &discount::Discount,
];
