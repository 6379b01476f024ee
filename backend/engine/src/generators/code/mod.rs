//! Codes: texts by pattern or template, identifiers, raw bytes, small JSON objects.

use crate::generator::Generator;

mod bytes;
mod fixed;
mod hex;
mod json;
mod pattern;
mod shape;
mod template;
mod uuid;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] =
    &[&pattern::Pattern, &template::Template, &uuid::Uuid, &hex::Hex, &bytes::Bytes, &json::Json];
