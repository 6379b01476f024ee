//! What the locales of this language share.

pub(super) mod business;
pub(super) mod shop;
mod words;

use super::types::{Language, Shop};

/// Words and sentences.
pub(super) const LANGUAGE: Language = Language {
    spelling: &[],
    words: words::WORDS,
    subjects: words::SUBJECTS,
    predicates: words::PREDICATES,
    complements: words::COMPLEMENTS,
};

/// Products.
pub(super) const SHOP: Shop = Shop {
    categories: shop::CATEGORIES,
    items: shop::ITEMS,
    adjectives: shop::ADJECTIVES,
    neuter: shop::NEUTER,
    adjective_first: true,
};
