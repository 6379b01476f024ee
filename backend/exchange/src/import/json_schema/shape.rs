//! What one schema says of a value: type, constraints, generator.

use dmb_spec::{Constraints, FieldType, GeneratorRef};
use serde_json::Value;

/// A value that a schema describes.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub field_type: FieldType,
    pub constraints: Constraints,
    pub generator: Option<GeneratorRef>,
    /// Whether the schema allows null.
    pub null: bool,
    /// Whether its values are listed and null is not among them, whatever its type allows.
    pub never_null: bool,
    pub default: Option<Value>,
    pub description: String,
}

impl Shape {
    pub(super) fn of(field_type: FieldType) -> Self {
        Self {
            field_type,
            constraints: Constraints::default(),
            generator: None,
            null: false,
            never_null: false,
            default: None,
            description: String::new(),
        }
    }

    pub(super) fn with(field_type: FieldType, generator: GeneratorRef) -> Self {
        Self { generator: Some(generator), ..Self::of(field_type) }
    }
}
