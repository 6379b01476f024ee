//! Telephone numbers.

use crate::generator::Generator;

mod form;
mod number;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[&number::Number];
