//! Codes: texts by pattern or template, identifiers, raw bytes, small JSON objects.

use crate::generator::Generator;

mod bytes;
mod checked;
mod fixed;
mod hex;
mod json;
mod keys;
mod pattern;
mod roman;
mod shape;
mod sortable;
mod template;
mod uuid;

pub(crate) use shape::Shape;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &pattern::Pattern,
    &template::Template,
    &uuid::Uuid,
    &hex::Hex,
    &bytes::Bytes,
    &json::Json,
    &sortable::UUID7,
    &sortable::ULID,
    &sortable::KSUID,
    &keys::NANOID,
    &keys::SHORT,
    &keys::HASH_ID,
    &keys::BASE_32,
    &keys::PIN,
    &keys::SERIAL,
    &keys::LICENCE,
    &checked::CHECKED,
    &roman::ROMAN,
];
