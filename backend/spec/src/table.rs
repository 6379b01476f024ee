//! A table: its fields, keys, and how many rows it gets.

use serde::{Deserialize, Serialize};

use crate::{Faults, Field, FieldId, TableId};

/// How many rows a table gets unless a run says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowCount {
    /// So many, whatever the other tables hold.
    Total(u64),
    /// A number for each row of a parent.
    PerParent {
        /// The foreign key of this table that leads to the parent.
        field: FieldId,
        /// How many children one parent has.
        count: ChildCount,
    },
}

impl Default for RowCount {
    fn default() -> Self {
        Self::Total(100)
    }
}

/// Distribution of the number of children of one parent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildCount {
    /// The same for every parent.
    Constant {
        /// Children of each parent.
        value: u64,
    },
    /// Each number in the range is as likely.
    Uniform {
        /// Fewest.
        min: u64,
        /// Most, included.
        max: u64,
    },
    /// Poisson.
    Poisson {
        /// Mean children of a parent, above 0.
        mean: f64,
        /// Most, included; no parent gets more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<u64>,
    },
    /// Weighted choice among numbers.
    Choice {
        /// Pairs of a number of children and its weight; weights need not add up to anything.
        weights: Vec<(u64, f64)>,
    },
}

/// A table of a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Stable identity.
    pub id: TableId,
    /// Name in the database: `^[a-z_][a-z0-9_]{0,54}$`, unique in the design.
    pub name: String,
    /// What people are shown; the name where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// What the table holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// How many rows it gets.
    #[serde(default)]
    pub rows: RowCount,
    /// Fields of the primary key, in order. Empty: the auto-increment field if there is one, else none.
    #[serde(default)]
    pub primary_key: Vec<FieldId>,
    /// Sets of two or more fields that are unique together. (One field: [`Field::unique`].)
    #[serde(default)]
    pub unique_keys: Vec<Vec<FieldId>>,
    /// Sets of fields with an index that is not unique.
    #[serde(default)]
    pub indexes: Vec<Vec<FieldId>>,
    /// What is wrong with some of its rows, on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faults: Option<Faults>,
    /// The columns, in order.
    pub fields: Vec<Field>,
}

impl Table {
    /// An empty table with nothing further said of it.
    pub fn new(id: TableId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            display_name: None,
            description: String::new(),
            rows: RowCount::default(),
            primary_key: Vec::new(),
            unique_keys: Vec::new(),
            indexes: Vec::new(),
            faults: None,
            fields: Vec::new(),
        }
    }

    /// What people are shown.
    pub fn label(&self) -> &str {
        self.display_name.as_deref().unwrap_or(&self.name)
    }

    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// The field with this id.
    pub fn field_by_id(&self, id: FieldId) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// The fields of the primary key, the implied one included; empty where the table has none.
    pub fn key_fields(&self) -> Vec<&Field> {
        if self.primary_key.is_empty() {
            self.fields.iter().filter(|f| f.field_type == crate::FieldType::AutoIncrement).take(1).collect()
        } else {
            self.primary_key.iter().filter_map(|id| self.field_by_id(*id)).collect()
        }
    }

    /// Whether this field alone tells rows apart: it is marked unique, or is the whole primary key.
    pub fn is_unique(&self, field: &Field) -> bool {
        field.unique || matches!(self.key_fields().as_slice(), [only] if only.id == field.id)
    }
}
