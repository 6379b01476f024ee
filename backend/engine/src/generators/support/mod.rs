//! What the generators of several families share: reading parameters, describing them, building columns, drawing by
//! weight, and the bundles that make columns of a row agree. Never an entry of the catalogue itself.

pub(crate) mod blocks;
pub(crate) mod check_digits;
pub(crate) mod clock;
pub(crate) mod describe;
pub(crate) mod digits;
pub(crate) mod entry;
pub(crate) mod facts;
pub(crate) mod fillers;
pub(crate) mod folding;
pub(crate) mod gauss;
pub(crate) mod language;
pub(crate) mod locale;
pub(crate) mod moments;
pub(crate) mod numbered;
pub(crate) mod numbers;
pub(crate) mod ordinal;
pub(crate) mod params;
pub(crate) mod serial;
pub(crate) mod stages;
pub(crate) mod steps;
pub(crate) mod terms;
pub(crate) mod text;
pub(crate) mod weights;
pub(crate) mod window;
