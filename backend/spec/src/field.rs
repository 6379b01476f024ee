//! A field: its type, what its values may be, and where they come from.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{FieldId, TableId};

/// The type of a field. Options of a type (length, precision, choices …) are [`Constraints`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Text of up to `max_length` characters (255 unless told).
    String,
    /// Text without a stated limit.
    Text,
    /// Whole number of 32 bits.
    Integer,
    /// Whole number of 64 bits.
    BigInteger,
    /// Floating point number of 64 bits.
    Float,
    /// Exact number with `precision` digits, `scale` of them behind the point.
    Decimal,
    /// True or false.
    Boolean,
    /// Calendar date.
    Date,
    /// Time of day, to the second.
    Time,
    /// Moment in UTC, to the microsecond.
    Datetime,
    /// E-mail address.
    Email,
    /// Web address.
    Url,
    /// UUID.
    Uuid,
    /// Any JSON value.
    Json,
    /// One of `choices`.
    Enum,
    /// Telephone number.
    Phone,
    /// IPv4 or IPv6 address.
    IpAddress,
    /// Bytes.
    Binary,
    /// Whole number of 64 bits that counts up from 1 by itself.
    AutoIncrement,
    /// Value of a key of a table of the same design; has the type of the field it refers to.
    ForeignKey,
}

impl FieldType {
    /// Every type, in the order people are shown them.
    pub const ALL: [Self; 20] = [
        Self::String,
        Self::Text,
        Self::Integer,
        Self::BigInteger,
        Self::Float,
        Self::Decimal,
        Self::Boolean,
        Self::Date,
        Self::Time,
        Self::Datetime,
        Self::Email,
        Self::Url,
        Self::Uuid,
        Self::Json,
        Self::Enum,
        Self::Phone,
        Self::IpAddress,
        Self::Binary,
        Self::AutoIncrement,
        Self::ForeignKey,
    ];

    /// The word used in files, in the API (in capitals) and on the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Text => "text",
            Self::Integer => "integer",
            Self::BigInteger => "big_integer",
            Self::Float => "float",
            Self::Decimal => "decimal",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Time => "time",
            Self::Datetime => "datetime",
            Self::Email => "email",
            Self::Url => "url",
            Self::Uuid => "uuid",
            Self::Json => "json",
            Self::Enum => "enum",
            Self::Phone => "phone",
            Self::IpAddress => "ip_address",
            Self::Binary => "binary",
            Self::AutoIncrement => "auto_increment",
            Self::ForeignKey => "foreign_key",
        }
    }

    /// Whether values are numbers, so that `min` and `max` bound them.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::BigInteger | Self::Float | Self::Decimal | Self::AutoIncrement)
    }

    /// Whether values are text, so that lengths and patterns bound them.
    pub fn is_text(self) -> bool {
        matches!(self, Self::String | Self::Text | Self::Email | Self::Url | Self::Phone)
    }

    /// Whether values are dates or times, so that `min` and `max` are dates or times.
    pub fn is_temporal(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Datetime)
    }
}

impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What the values of a field may be. Which of these a type knows is checked by [`crate::validate`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Constraints {
    /// Smallest value: a number, or for dates and times a text that [`crate::time`] reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Value>,
    /// Largest value, as `min`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Value>,
    /// Fewest characters (bytes for binary).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Most characters (bytes for binary).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// Regular expression that the whole value matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Digits of a decimal, 1 to 38.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<u8>,
    /// Digits behind the point of a decimal, 0 to `precision`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<u8>,
    /// The values of an enum, in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<String>>,
}

impl Constraints {
    /// Precision and scale of a decimal: what is stated, else 12 and 2.
    pub fn decimal(&self) -> (u8, u8) {
        let scale = self.scale.unwrap_or(2);
        (self.precision.unwrap_or_else(|| scale.saturating_add(10).min(38)), scale)
    }
}

/// What happens to a row when the row it refers to is deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnDelete {
    /// The parent can't be deleted.
    #[default]
    Restrict,
    /// The row is deleted too.
    Cascade,
    /// The field becomes null.
    SetNull,
}

/// What a foreign key refers to: a field that is its table's whole primary key, or unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The parent table.
    pub table: TableId,
    /// The parent's key field.
    pub field: FieldId,
    /// What happens when the parent goes.
    #[serde(default)]
    pub on_delete: OnDelete,
}

/// Parameters of a generator, as JSON.
pub type Params = serde_json::Map<String, Value>;

/// The generator of a field: a name of the catalogue, with parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GeneratorRef {
    /// Name in the catalogue, such as `person.full_name`.
    pub name: String,
    /// Its parameters; what is absent takes its default.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

impl GeneratorRef {
    /// A generator with all its parameters at their defaults.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), params: Params::new() }
    }
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Stable identity.
    pub id: FieldId,
    /// Name of the column: `^[a-z_][a-z0-9_]{0,54}$`, unique in its table.
    pub name: String,
    /// What people are shown; the name where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// What the field means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Its type.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Whether null is allowed.
    #[serde(default)]
    pub nullable: bool,
    /// Share of rows that are null when generated, 0 to 1; above 0 only where `nullable`.
    #[serde(default)]
    pub null_rate: f64,
    /// Whether no two rows share a value (nulls aside).
    #[serde(default)]
    pub unique: bool,
    /// Value the database puts where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// What the values may be.
    #[serde(default)]
    pub constraints: Constraints,
    /// What a foreign key refers to; absent on every other type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// Where values come from; the one that name, type and constraints suggest where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generator: Option<GeneratorRef>,
}

impl Field {
    /// A required field with nothing further said of it.
    pub fn new(id: FieldId, name: impl Into<String>, field_type: FieldType) -> Self {
        Self {
            id,
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

    /// What people are shown.
    pub fn label(&self) -> &str {
        self.display_name.as_deref().unwrap_or(&self.name)
    }
}
