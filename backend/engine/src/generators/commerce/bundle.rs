//! The products of a table: one for each row and bundle, the same in every column that tells of it.

use crate::generator::CompileContext;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::locales::Locale;
use crate::locales::types::{Gender, Item};
use crate::stream::{Cell, Stream};

/// The products of a bundle.
pub(crate) struct Products {
    /// Of what the product is, and of its price.
    streams: [Stream; 2],
    locales: PerLocale<&'static Locale>,
}

/// The product of a row.
pub(crate) struct Product {
    locale: &'static Locale,
    item: &'static Item,
    adjective: Option<usize>,
}

impl Products {
    /// The products that `locale` and `bundle` of the parameters speak of.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("product").named(reader.text("bundle", ""));
        Self { streams: [stream.slot(0), stream.slot(1)], locales: PerLocale::compile(reader, cx, |l| l) }
    }

    /// The product of a row.
    pub(crate) fn at(&self, row: u64) -> Product {
        let locale = *self.locales.at(row);
        let mut cell = self.streams[0].cell(row);
        let item = &locale.shop.items[cell.below(locale.shop.items.len() as u64) as usize];
        // A fifth of the products goes without adjective.
        let adjective = (cell.below(5) > 0).then(|| cell.below(locale.shop.adjectives.len() as u64) as usize);
        Product { locale, item, adjective }
    }

    /// The random numbers of the row's price.
    pub(crate) fn price_cell(&self, row: u64) -> Cell {
        self.streams[1].cell(row)
    }
}

impl Product {
    /// Its name, with an adjective that agrees in gender.
    pub(crate) fn write_name(&self, out: &mut TextColumn) {
        let shop = &self.locale.shop;
        let adjective = self.adjective.map(|n| match self.item.gender {
            Gender::Masculine => shop.adjectives[n].0,
            Gender::Feminine => shop.adjectives[n].1,
            Gender::Neuter => shop.neuter[n],
        });
        match adjective {
            Some(adjective) if shop.adjective_first => {
                for part in [adjective, " ", self.item.name] {
                    out.push(part);
                }
            }
            Some(adjective) => {
                for part in [self.item.name, " ", adjective] {
                    out.push(part);
                }
            }
            None => out.push(self.item.name),
        }
        if let Some(first) = out.current().first_mut() {
            first.make_ascii_uppercase();
        }
    }

    /// Its category, and the letters of its article numbers.
    pub(crate) fn category(&self) -> (&'static str, &'static str) {
        self.locale.shop.categories[self.item.category]
    }

    /// Least and greatest price in the currency of the locale.
    pub(crate) fn price_range(&self) -> (f64, f64) {
        let rate = self.locale.country.dollar;
        (self.item.price.0 * rate, self.item.price.1 * rate)
    }

    /// What prices are told in, and end in parts of: 1, or 1,000 where a unit of the currency buys nothing and has no
    /// cents in use.
    pub(crate) fn price_unit(&self) -> f64 {
        if self.locale.country.dollar < 100.0 { 1.0 } else { 1_000.0 }
    }
}
