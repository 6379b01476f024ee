//! What every source is read into first: tables as they are called and joined there, before anything is made to fit a
//! design.

use dmb_spec::{Constraints, FieldType, GeneratorRef, OnDelete};
use serde_json::Value;

/// Everything that was read.
#[derive(Debug, Default)]
pub(crate) struct RawDesign {
    /// What the source calls the whole, if it does.
    pub name: Option<String>,
    /// What it says of the whole.
    pub description: String,
    /// Its tables, in order.
    pub tables: Vec<RawTable>,
}

/// A table of the source.
#[derive(Debug, Default)]
pub(crate) struct RawTable {
    pub name: String,
    pub place: String,
    pub description: String,
    pub columns: Vec<RawColumn>,
    pub primary_key: Vec<String>,
    /// Sets of columns that are unique, of one column or more.
    pub unique: Vec<Vec<String>>,
    pub indexes: Vec<Vec<String>>,
    pub foreign: Vec<RawForeign>,
}

impl RawTable {
    /// The column of this name; capitals don't tell names apart.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name))
    }
}

/// A column of the source.
#[derive(Clone, Debug)]
pub(crate) struct RawColumn {
    pub name: String,
    pub place: String,
    pub description: String,
    pub field_type: FieldType,
    pub nullable: bool,
    /// Share of nulls, where a sample told it.
    pub null_rate: Option<f64>,
    pub unique: bool,
    /// Counts up by itself in the source.
    pub counts: bool,
    pub default: Option<Value>,
    pub constraints: Constraints,
    /// Where the source itself says what values look like.
    pub generator: Option<GeneratorRef>,
}

impl RawColumn {
    /// A column that may be null, with nothing further said of it.
    pub(crate) fn new(name: impl Into<String>, place: impl Into<String>, field_type: FieldType) -> Self {
        Self {
            name: name.into(),
            place: place.into(),
            description: String::new(),
            field_type,
            nullable: true,
            null_rate: None,
            unique: false,
            counts: false,
            default: None,
            constraints: Constraints::default(),
            generator: None,
        }
    }
}

/// A foreign key of the source.
#[derive(Clone, Debug)]
pub(crate) struct RawForeign {
    pub place: String,
    pub columns: Vec<String>,
    pub table: String,
    /// Empty: the primary key of the table.
    pub referred: Vec<String>,
    pub on_delete: OnDelete,
}

/// A generator with parameters given as a JSON object.
pub(crate) fn generator(name: &str, params: Value) -> GeneratorRef {
    GeneratorRef { name: name.to_owned(), params: params.as_object().cloned().unwrap_or_default() }
}

/// A pattern that a value holds somewhere, as one that the whole value matches. What matches whole matches somewhere, too.
pub(crate) fn whole_pattern(pattern: &str) -> String {
    let inner = pattern.strip_prefix('^').unwrap_or(pattern);
    let anchored = inner.ends_with('$') && !inner.ends_with("\\$");
    if anchored { inner[..inner.len() - 1].to_owned() } else { inner.to_owned() }
}
