//! What tables are asked for.

use async_graphql::{ID, InputObject};
use dmb_app::tables::{FieldDraft, ReferenceDraft, RowsDraft, TableDraft};
use dmb_spec::{ChildCount, Constraints, GeneratorRef, Violation};
use serde_json::Value;

use super::faults::TableFaultsInput;
use crate::ids;
use crate::modules::catalogue::FieldType;
use crate::modules::common::Problems;
use crate::modules::projects::OnDelete;
use crate::scalars::BigInt;

/// A new table of a project.
#[derive(InputObject)]
pub(crate) struct CreateTableInput {
    /// Which project.
    pub project_id: ID,
    /// The table.
    pub table: TableInput,
}

/// A table as it should be now.
#[derive(InputObject)]
pub(crate) struct UpdateTableInput {
    /// Which table.
    pub id: ID,
    /// The revision the change was made on.
    pub revision: u32,
    /// The whole table.
    pub table: TableInput,
}

/// A whole table as it should be. Fields keep their identity by id; a field without one is new.
#[derive(InputObject)]
pub(crate) struct TableInput {
    /// Name in the database: lower-case letters, digits and `_`, not beginning with a digit, at most 55 characters.
    name: String,
    /// What people are shown; the name when absent.
    display_name: Option<String>,
    /// What the table holds.
    description: Option<String>,
    /// How many rows a run makes; 100 when absent.
    planned_rows: Option<PlannedRowsInput>,
    /// Names of the primary key's fields; the auto-increment field when absent.
    primary_key: Option<Vec<String>>,
    /// Sets of two or more field names that are unique together.
    unique_keys: Option<Vec<Vec<String>>>,
    /// Sets of field names with an index.
    indexes: Option<Vec<Vec<String>>>,
    /// What is wrong with some of its rows, on purpose; nothing when absent.
    faults: Option<TableFaultsInput>,
    /// The columns, in order.
    fields: Vec<FieldInput>,
}

/// How many rows a run makes: either `total` or `perParent`.
#[derive(InputObject)]
pub(crate) struct PlannedRowsInput {
    /// So many, whatever the other tables hold.
    total: Option<BigInt>,
    /// A number for each row of a parent.
    per_parent: Option<PerParentInput>,
}

/// How many rows each parent gets.
#[derive(InputObject)]
pub(crate) struct PerParentInput {
    /// The foreign key that leads to the parent.
    field: String,
    /// `{constant:{value}}`, `{uniform:{min,max}}`, `{poisson:{mean,max}}` or `{choice:{weights:[[n,w],…]}}`.
    count: Value,
}

/// A field as it should be.
#[derive(InputObject)]
pub(crate) struct FieldInput {
    /// The field this one replaces; absent for a new one.
    id: Option<ID>,
    /// Name of the column: lower-case letters, digits and `_`, not beginning with a digit, at most 55 characters.
    name: String,
    /// What people are shown; the name when absent.
    display_name: Option<String>,
    /// What it means.
    description: Option<String>,
    /// Its type.
    #[graphql(name = "type")]
    field_type: FieldType,
    /// Whether null is allowed.
    #[graphql(default = false)]
    nullable: bool,
    /// Share of rows that are null when generated, 0 to 1.
    #[graphql(default = 0.0)]
    null_rate: f64,
    /// Whether no two rows share a value.
    #[graphql(default = false)]
    unique: bool,
    /// Value the database puts where none is given.
    default: Option<Value>,
    /// What the values may be.
    constraints: Option<FieldConstraintsInput>,
    /// What a foreign key refers to.
    reference: Option<FieldReferenceInput>,
    /// Where values come from; chosen from name and type when absent.
    generator: Option<GeneratorUseInput>,
}

/// What the values of a field may be.
#[derive(InputObject)]
pub(crate) struct FieldConstraintsInput {
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

/// What a foreign key refers to.
#[derive(InputObject)]
pub(crate) struct FieldReferenceInput {
    /// Name of the parent table; the table's own name for itself.
    table: String,
    /// Name of the parent's key field.
    field: String,
    /// What happens to a row when its parent goes.
    #[graphql(default_with = "OnDelete::Restrict")]
    on_delete: OnDelete,
}

/// A generator of the catalogue with its parameters.
#[derive(InputObject)]
pub(crate) struct GeneratorUseInput {
    /// Its name in the catalogue.
    name: String,
    /// Its parameters, as an object; what is absent takes its default.
    params: Option<Value>,
}

impl TableInput {
    /// The draft, or what is wrong with its form.
    pub fn draft(self) -> Result<TableDraft, Vec<Violation>> {
        let mut problems = Problems::default();
        let path = format!("tables.{}", self.name);
        let rows = self.planned_rows.and_then(|rows| rows.draft(&format!("{path}.rows"), &mut problems));
        let faults = self.faults.map(|faults| faults.faults(&path, &mut problems));
        let fields = self.fields.into_iter().map(|field| field.draft(&path, &mut problems)).collect();
        problems.or(TableDraft {
            name: self.name,
            display_name: self.display_name,
            description: self.description.unwrap_or_default(),
            rows,
            primary_key: self.primary_key.unwrap_or_default(),
            unique_keys: self.unique_keys.unwrap_or_default(),
            indexes: self.indexes.unwrap_or_default(),
            faults,
            fields,
        })
    }
}

impl PlannedRowsInput {
    fn draft(self, path: &str, problems: &mut Problems) -> Option<RowsDraft> {
        match (self.total, self.per_parent) {
            (Some(total), None) => problems.unsigned(format!("{path}.total"), Some(total)).map(RowsDraft::Total),
            (None, Some(per_parent)) => match serde_json::from_value::<ChildCount>(per_parent.count) {
                Ok(count) => Some(RowsDraft::PerParent { field: per_parent.field, count }),
                Err(_) => {
                    let message = "The count must be {\"constant\":{\"value\":3}}, {\"uniform\":{\"min\":1,\"max\":5}}, \
                         {\"poisson\":{\"mean\":2.5}} or {\"choice\":{\"weights\":[[1,3],[2,1]]}}.";
                    problems.add(format!("{path}.perParent.count"), "wrong_type", message);
                    None
                }
            },
            (None, None) => None,
            (Some(_), Some(_)) => {
                problems.add(path, "contradiction", "Give either a total or a number per parent, not both.");
                None
            }
        }
    }
}

impl FieldInput {
    fn draft(self, table: &str, problems: &mut Problems) -> FieldDraft {
        let path = format!("{table}.fields.{}", self.name);
        let id = self.id.and_then(|id| match ids::field(&id) {
            Ok(field) => Some(field),
            Err(_) => {
                problems.add(format!("{path}.id"), "unknown_field", "This table has no field with this id.");
                None
            }
        });
        let generator = self.generator.map(|generator| GeneratorRef {
            name: generator.name,
            params: problems.object(format!("{path}.generator.params"), generator.params),
        });
        FieldDraft {
            id,
            name: self.name,
            display_name: self.display_name,
            description: self.description.unwrap_or_default(),
            field_type: self.field_type.into(),
            nullable: self.nullable,
            null_rate: self.null_rate,
            unique: self.unique,
            default: self.default.filter(|value| !value.is_null()),
            constraints: self.constraints.map(Into::into).unwrap_or_default(),
            reference: self.reference.map(Into::into),
            generator,
        }
    }
}

impl From<FieldConstraintsInput> for Constraints {
    fn from(input: FieldConstraintsInput) -> Self {
        let FieldConstraintsInput { min, max, min_length, max_length, pattern, precision, scale, choices } = input;
        let given = |value: Option<Value>| value.filter(|value| !value.is_null());
        Self { min: given(min), max: given(max), min_length, max_length, pattern, precision, scale, choices }
    }
}

impl From<FieldReferenceInput> for ReferenceDraft {
    fn from(input: FieldReferenceInput) -> Self {
        Self { table: input.table, field: input.field, on_delete: input.on_delete.into() }
    }
}
