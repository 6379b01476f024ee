//! Companies and their parts. Name, industry and domain of a row agree (see [`bundle`]).

use crate::generator::Generator;

pub(crate) mod bundle;
mod name;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[&name::Name, &name::Industry, &name::Department];
