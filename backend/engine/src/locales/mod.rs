//! Locale data: names, places, phone forms, words. A folder a locale, and one a language for what its locales share;
//! static tables from public statistics, named at the head of each file. Nothing is drawn here.

mod de_de;
mod dutch;
mod en_gb;
mod en_us;
mod english;
mod es_ar;
mod es_cl;
mod es_co;
mod es_es;
mod es_mx;
mod fr_fr;
mod french;
mod german;
mod holidays;
mod it_it;
mod italian;
mod nl_nl;
mod portuguese;
mod pt_br;
mod spanish;
pub(crate) mod types;

pub use holidays::{Day, Holiday, Moves, Years};
pub use types::{Bank, Locale, National};

#[rustfmt::skip]
static ALL: &[&Locale] = &[
    &en_us::LOCALE,
    &en_gb::LOCALE,
    &es_es::LOCALE,
    &es_mx::LOCALE,
    &es_co::LOCALE,
    &es_cl::LOCALE,
    &es_ar::LOCALE,
    &pt_br::LOCALE,
    &fr_fr::LOCALE,
    &de_de::LOCALE,
    &it_it::LOCALE,
    &nl_nl::LOCALE,
];

/// Every locale, in the order people are shown them.
pub fn all() -> &'static [&'static Locale] {
    ALL
}

/// The locale with this id.
pub fn find(id: &str) -> Option<&'static Locale> {
    ALL.iter().copied().find(|locale| locale.id == id)
}

/// The locale of those who chose none.
pub(crate) fn fallback() -> &'static Locale {
    ALL[0]
}

#[cfg(test)]
mod tests;
