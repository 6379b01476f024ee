//! Short forms for writing descriptors.

use dmb_spec::FieldType;
use serde_json::Value;

use crate::generator::{ParamDescriptor, ParamKind, Words};

/// Field types that hold text of any kind.
pub(crate) const TEXT: &[FieldType] = &[FieldType::String, FieldType::Text];

/// Field types that hold numbers, keys aside.
pub(crate) const NUMBERS: &[FieldType] =
    &[FieldType::Integer, FieldType::BigInteger, FieldType::Float, FieldType::Decimal];

/// A text in English and Spanish.
pub(crate) const fn words(en: &'static str, es: &'static str) -> Words {
    Words { en, es }
}

/// An optional parameter without a default that could be said as a value.
pub(crate) fn optional(name: &'static str, kind: ParamKind, label: Words, help: Words) -> ParamDescriptor {
    ParamDescriptor { name, label, help, kind, required: false, default: None }
}

/// An optional parameter with its default.
pub(crate) fn defaulted(
    name: &'static str,
    kind: ParamKind,
    label: Words,
    help: Words,
    default: impl Into<Value>,
) -> ParamDescriptor {
    ParamDescriptor { default: Some(default.into()), ..optional(name, kind, label, help) }
}

/// A parameter that must be given.
pub(crate) fn required(name: &'static str, kind: ParamKind, label: Words, help: Words) -> ParamDescriptor {
    ParamDescriptor { required: true, ..optional(name, kind, label, help) }
}

/// `locale`: overrides the locale of the table or design for one column.
pub(crate) fn locale() -> ParamDescriptor {
    optional(
        "locale",
        ParamKind::Locale,
        words("Locale", "Localización"),
        words(
            "Takes this locale instead of the design's. Give it to every column that should agree.",
            "Usa esta localización en lugar de la del diseño. Indícala en todas las columnas que deban concordar.",
        ),
    )
}

/// `bundle`: which of several people, places, products or companies of a row a column tells of; `of` says which of these
/// it tells of (see [`ParamKind::Bundle`]).
pub(crate) fn bundle(of: &'static [&'static str]) -> ParamDescriptor {
    defaulted(
        "bundle",
        ParamKind::Bundle(of),
        words("Bundle", "Grupo"),
        words(
            "Columns with the same word tell of the same person, place, product or company; another word makes another.",
            "Las columnas con la misma palabra hablan de la misma persona, lugar, producto o empresa; otra palabra crea otra.",
        ),
        "",
    )
}

/// `locale` and `bundle`, which most localized generators have and nothing else.
pub(crate) fn locale_and_bundle(of: &'static [&'static str]) -> Vec<ParamDescriptor> {
    vec![locale(), bundle(of)]
}
