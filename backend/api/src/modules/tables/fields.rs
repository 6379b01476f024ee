//! Fields as the schema shows them.

use async_graphql::{ID, SimpleObject};
use dmb_app::catalog;
use dmb_spec::{Constraints, Design, Field, Table};
use serde_json::Value;
use uuid::Uuid;

use crate::ids;
use crate::modules::catalogue::FieldType;
use crate::modules::common::GeneratorUse;
use crate::modules::projects::OnDelete;

/// One column of a table.
#[derive(SimpleObject)]
pub(crate) struct FieldDefinition {
    /// Identity within the project; it stays through renames and moves.
    id: ID,
    /// Name of the column.
    name: String,
    /// What people are shown, where that is not the name.
    display_name: Option<String>,
    /// What it means.
    description: String,
    /// Its type.
    #[graphql(name = "type")]
    field_type: FieldType,
    /// Whether null is allowed.
    nullable: bool,
    /// Share of rows that are null when generated, 0 to 1.
    null_rate: f64,
    /// Whether no two rows share a value.
    unique: bool,
    /// Whether it is, or is part of, the primary key.
    primary_key: bool,
    /// Value the database puts where none is given.
    default: Option<Value>,
    /// What its values may be.
    constraints: FieldConstraints,
    /// What a foreign key refers to.
    reference: Option<FieldReference>,
    /// Where values come from, as declared; null: chosen from name and type.
    generator: Option<GeneratorUse>,
    /// The generator that will be used.
    effective_generator: GeneratorUse,
}

impl FieldDefinition {
    /// The field of a table of a project's design.
    pub fn of(project: Uuid, field: &Field, table: &Table, design: &Design) -> Self {
        Self {
            id: ids::of_field(project, field.id),
            name: field.name.clone(),
            display_name: field.display_name.clone(),
            description: field.description.clone(),
            field_type: field.field_type.into(),
            nullable: field.nullable,
            null_rate: field.null_rate,
            unique: field.unique,
            primary_key: table.key_fields().iter().any(|key| key.id == field.id),
            default: field.default.clone(),
            constraints: (&field.constraints).into(),
            reference: FieldReference::of(field, design),
            generator: field.generator.clone().map(Into::into),
            effective_generator: catalog::effective_generator(field, table, design).into(),
        }
    }
}

/// What the values of a field may be; null where nothing is said.
#[derive(SimpleObject)]
pub(crate) struct FieldConstraints {
    /// Smallest value: a number, or for dates and times a text such as `2024-01-01` or `-2y`.
    min: Option<Value>,
    /// Largest value, as `min`.
    max: Option<Value>,
    /// Fewest characters (bytes for binary).
    min_length: Option<u32>,
    /// Most characters (bytes for binary).
    max_length: Option<u32>,
    /// Regular expression that the whole value matches.
    pattern: Option<String>,
    /// Digits of a decimal, 1 to 38.
    precision: Option<u8>,
    /// Digits behind the point of a decimal.
    scale: Option<u8>,
    /// The values of an enum, in order.
    choices: Option<Vec<String>>,
}

impl From<&Constraints> for FieldConstraints {
    fn from(constraints: &Constraints) -> Self {
        let Constraints { min, max, min_length, max_length, pattern, precision, scale, choices } = constraints.clone();
        Self { min, max, min_length, max_length, pattern, precision, scale, choices }
    }
}

/// What a foreign key refers to.
#[derive(SimpleObject)]
pub(crate) struct FieldReference {
    /// The parent table.
    table: String,
    /// The parent's key.
    field: String,
    /// What happens to a row when its parent goes.
    on_delete: OnDelete,
}

impl FieldReference {
    fn of(field: &Field, design: &Design) -> Option<Self> {
        let reference = field.reference?;
        let parent = design.table_by_id(reference.table)?;
        Some(Self {
            table: parent.name.clone(),
            field: parent.field_by_id(reference.field)?.name.clone(),
            on_delete: reference.on_delete.into(),
        })
    }
}
