//! Table definitions of a project.

mod check;
mod create;
mod delete;
mod draft;
mod from_table;
mod get;
mod record;
mod update;
mod versions;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use dmb_spec::{ChildCount, Constraints, Faults, FieldId, FieldType, GeneratorRef, OnDelete, Table, TableId};
use serde_json::Value;
use uuid::Uuid;

pub(crate) use check::{check, whole_check};
pub(crate) use draft::resolve;
pub(crate) use record::state as table_state;

/// How a definition stands to the table in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableState {
    /// Not in the database yet.
    Draft,
    /// The table in the database is as defined.
    Migrated,
    /// The table in the database is of an earlier definition.
    Changed,
}

/// Which table. A table's id is unique in its project only: it is made from the name, so that files stay reproducible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableKey {
    /// The project.
    pub project: Uuid,
    /// The table in it.
    pub table: TableId,
}

/// A table definition of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRecord {
    /// Which table.
    pub key: TableKey,
    /// What is declared.
    pub definition: Arc<Table>,
    /// Counts the changes of the definition.
    pub revision: u32,
    /// Place among the project's tables, from 0.
    pub position: u32,
    /// How it stands to the database.
    pub state: TableState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// An earlier or the present definition of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableVersion {
    /// Its revision.
    pub revision: u32,
    /// Who made it.
    pub changed_by: Uuid,
    /// When.
    pub created_at: DateTime<Utc>,
    /// What was declared.
    pub definition: Arc<Table>,
}

/// A whole table as it should be, by names, as an editor or a script writes it.
#[derive(Clone, Debug, Default)]
pub struct TableDraft {
    /// Name in the database.
    pub name: String,
    /// What people are shown.
    pub display_name: Option<String>,
    /// What the table holds.
    pub description: String,
    /// Rows of a run; 100 where absent.
    pub rows: Option<RowsDraft>,
    /// Names of the key's fields; empty: the auto-increment field if there is one.
    pub primary_key: Vec<String>,
    /// Sets of names that are unique together.
    pub unique_keys: Vec<Vec<String>>,
    /// Sets of names with an index.
    pub indexes: Vec<Vec<String>>,
    /// What is wrong with some of its rows, on purpose.
    pub faults: Option<Faults>,
    /// The columns, in order.
    pub fields: Vec<FieldDraft>,
}

/// How many rows a drafted table gets.
#[derive(Clone, Debug, PartialEq)]
pub enum RowsDraft {
    /// So many.
    Total(u64),
    /// A number for each parent row.
    PerParent {
        /// Name of the foreign key that leads to the parent.
        field: String,
        /// How many children a parent has.
        count: ChildCount,
    },
}

/// A field as it should be.
#[derive(Clone, Debug)]
pub struct FieldDraft {
    /// The field this one replaces; a new one where absent.
    pub id: Option<FieldId>,
    /// Name of the column.
    pub name: String,
    /// What people are shown.
    pub display_name: Option<String>,
    /// What it means.
    pub description: String,
    /// Its type.
    pub field_type: FieldType,
    /// Whether null is allowed.
    pub nullable: bool,
    /// Share of nulls, 0 to 1.
    pub null_rate: f64,
    /// Whether no two rows share a value.
    pub unique: bool,
    /// Value the database puts where none is given.
    pub default: Option<Value>,
    /// What the values may be.
    pub constraints: Constraints,
    /// What a foreign key refers to.
    pub reference: Option<ReferenceDraft>,
    /// Where values come from.
    pub generator: Option<GeneratorRef>,
}

/// What a drafted foreign key refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceDraft {
    /// Name of the parent table; the table's own name for itself.
    pub table: String,
    /// Name of the parent's key field.
    pub field: String,
    /// What happens when the parent goes.
    pub on_delete: OnDelete,
}

impl FieldDraft {
    /// A required field with nothing further said of it.
    pub fn new(name: impl Into<String>, field_type: FieldType) -> Self {
        Self {
            id: None,
            name: name.into(),
            display_name: None,
            description: String::new(),
            field_type,
            nullable: false,
            null_rate: 0.0,
            unique: false,
            default: None,
            constraints: Constraints::default(),
            reference: None,
            generator: None,
        }
    }
}
