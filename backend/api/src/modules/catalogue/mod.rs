//! Catalogues: what there is to choose from. Data, the same for everybody, signed in or not.

mod query;
mod types;

pub(crate) use query::CatalogueQuery;
pub(crate) use types::{FieldType, FormatDescriptor};
