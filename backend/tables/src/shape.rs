//! The form a design takes in a database: what two designs are compared by, and what statements are written from.

use dmb_spec::{Design, Field, FieldId, FieldType, OnDelete, Table, TableId, Violation};

use serde::{Deserialize, Serialize};

use crate::TablesError;
use crate::dialect::Dialect;
use crate::dialect::literal::Literal;
use crate::names;

/// What the values of a column are, whatever they are called in the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Text; `limit` is the length it is declared with, in characters.
    Text {
        /// Most characters, where declared.
        limit: Option<u32>,
    },
    /// Whole number of 32 bits.
    Integer,
    /// Whole number of 64 bits.
    BigInteger,
    /// Whole number of 64 bits that counts up by itself where it is the whole primary key.
    Counter,
    /// Floating point number of 64 bits.
    Float,
    /// Exact number.
    Decimal {
        /// Digits in all.
        precision: u8,
        /// Digits behind the point.
        scale: u8,
    },
    /// True or false.
    Boolean,
    /// Calendar date.
    Date,
    /// Time of day.
    Time,
    /// Moment in UTC.
    Datetime,
    /// UUID.
    Uuid,
    /// JSON.
    Json,
    /// Bytes.
    Binary,
}

/// A condition on the values of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// One of these texts.
    OneOf(Vec<String>),
    /// At least so much.
    AtLeast(Literal),
    /// At most so much.
    AtMost(Literal),
    /// Less than so much.
    Below(Literal),
    /// At least so many characters (bytes for binary).
    MinLength(u32),
    /// At most so many characters (bytes for binary).
    MaxLength(u32),
    /// What every value of the type is, where the database has no such type of its own.
    OfType,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Identity of the field.
    pub id: FieldId,
    /// Name.
    pub name: String,
    /// What its values are.
    pub column_type: ColumnType,
    /// Whether null is refused.
    pub required: bool,
    /// What the database puts where nothing is given.
    pub default: Option<Literal>,
    /// Conditions on the values.
    pub checks: Vec<Check>,
}

/// A foreign key of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column.
    pub field: FieldId,
    /// The parent table.
    pub table: TableId,
    /// The parent's key column.
    pub target: FieldId,
    /// What happens when the parent goes.
    pub on_delete: OnDelete,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Index {
    /// Whether it keeps rows apart.
    pub unique: bool,
    /// Its columns, in order.
    pub fields: Vec<FieldId>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Identity of the table.
    pub id: TableId,
    /// Name.
    pub name: String,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Columns of the primary key in order; may be empty.
    pub primary_key: Vec<FieldId>,
    /// Foreign keys in field order.
    pub foreign_keys: Vec<ForeignKey>,
    /// Indexes, unique ones included, the primary key's left out.
    pub indexes: Vec<Index>,
}

impl Shape {
    /// The column of a field.
    pub fn column(&self, id: FieldId) -> Option<&Column> {
        self.columns.iter().find(|c| c.id == id)
    }

    /// Name of a column; empty where there is none, which [`shapes`] has ruled out.
    pub fn name_of(&self, id: FieldId) -> &str {
        self.column(id).map_or("", |c| c.name.as_str())
    }

    /// Names of columns in this order.
    pub fn names_of(&self, ids: &[FieldId]) -> Vec<&str> {
        ids.iter().map(|id| self.name_of(*id)).collect()
    }

    /// The column whose value is the row's own number, so that no other number and index is needed.
    pub fn row_key(&self) -> Option<&Column> {
        match self.primary_key.as_slice() {
            [only] => self.column(*only).filter(|c| matches!(c.column_type, ColumnType::Integer | ColumnType::Counter)),
            _ => None,
        }
    }
}

/// The tables of a design, or everything that keeps them from being tables.
pub(crate) fn shapes(dialect: &dyn Dialect, design: &Design) -> Result<Vec<Shape>, TablesError> {
    let mut problems = Vec::new();
    let shapes: Vec<Shape> = design.tables.iter().map(|t| shape(design, t, &mut problems)).collect();
    for (position, shape) in shapes.iter().enumerate() {
        dialect.misfits(shape, &mut problems);
        if shapes[..position].iter().any(|s| s.name == shape.name || s.id == shape.id) {
            let message = format!("Two tables are called {}.", shape.name);
            problems.push(Violation::error(format!("tables[{position}].name"), "name_taken", message));
        }
    }
    if problems.is_empty() { Ok(shapes) } else { Err(TablesError::Invalid(problems)) }
}

/// The shape of one table of a design.
pub(crate) fn shape_of(design: &Design, table: &Table) -> Result<Shape, TablesError> {
    let mut problems = Vec::new();
    let shape = shape(design, table, &mut problems);
    if problems.is_empty() { Ok(shape) } else { Err(TablesError::Invalid(problems)) }
}

/// The shape of one table; problems are added to `problems`.
fn shape(design: &Design, table: &Table, problems: &mut Vec<Violation>) -> Shape {
    let path = format!("tables.{}", table.name);
    if !names::is_allowed(&table.name) {
        problems.push(bad_name(format!("{path}.name"), &table.name));
    }
    if table.fields.is_empty() {
        problems.push(Violation::error(&path, "no_fields", format!("{} has no fields.", table.label())));
    }
    for (position, field) in table.fields.iter().enumerate() {
        let path = format!("{path}.fields.{}", field.name);
        if !names::is_allowed(&field.name) {
            problems.push(bad_name(format!("{path}.name"), &field.name));
        }
        if table.fields[..position].iter().any(|f| f.name == field.name || f.id == field.id) {
            problems.push(Violation::error(path, "name_taken", format!("Two fields are called {}.", field.name)));
        }
    }
    let key: Vec<FieldId> = table.key_fields().iter().map(|f| f.id).collect();
    Shape {
        id: table.id,
        name: table.name.clone(),
        columns: table.fields.iter().map(|f| column(design, table, f, key.contains(&f.id), problems)).collect(),
        indexes: indexes(table, &key),
        foreign_keys: table.fields.iter().filter_map(|f| foreign_key(design, table, f, problems)).collect(),
        primary_key: key,
    }
}

fn bad_name(path: String, name: &str) -> Violation {
    let message = format!(
        "{name:?} can't be a name: small letters, digits and _ only, not beginning with a digit, at most 55 characters."
    );
    Violation::error(path, "name_invalid", message)
}

fn column(design: &Design, table: &Table, field: &Field, in_key: bool, problems: &mut Vec<Violation>) -> Column {
    let root = root(design, field);
    let column_type = column_type(root);
    let default = field.default.as_ref().and_then(|value| {
        let literal = Literal::of_default(column_type, value);
        if literal.is_none() {
            let path = format!("tables.{}.fields.{}.default", table.name, field.name);
            problems.push(Violation::error(
                path,
                "default_invalid",
                format!("{value} can't be the default of {}.", field.name),
            ));
        }
        literal
    });
    // A key is never null, whatever the field says.
    let required = in_key || !field.nullable;
    Column {
        id: field.id,
        name: field.name.clone(),
        column_type,
        required,
        default,
        checks: checks(field, column_type),
    }
}

/// The field a foreign key leads to in the end; the field itself where it is none.
fn root<'a>(design: &'a Design, field: &'a Field) -> &'a Field {
    let mut found = field;
    for _ in 0..=design.tables.len() {
        match found.reference.and_then(|r| design.table_by_id(r.table)?.field_by_id(r.field)) {
            Some(next) if found.field_type == FieldType::ForeignKey => found = next,
            _ => break,
        }
    }
    found
}

/// What the values of a field are, once foreign keys were followed.
fn column_type(field: &Field) -> ColumnType {
    let constraints = &field.constraints;
    match field.field_type {
        FieldType::String => ColumnType::Text { limit: Some(constraints.max_length.unwrap_or(255)) },
        FieldType::Text
        | FieldType::Email
        | FieldType::Url
        | FieldType::Enum
        | FieldType::Phone
        | FieldType::IpAddress => ColumnType::Text { limit: None },
        FieldType::Integer => ColumnType::Integer,
        FieldType::BigInteger | FieldType::ForeignKey => ColumnType::BigInteger,
        FieldType::AutoIncrement => ColumnType::Counter,
        FieldType::Float => ColumnType::Float,
        FieldType::Decimal => {
            let (precision, scale) = constraints.decimal();
            ColumnType::Decimal { precision, scale }
        }
        FieldType::Boolean => ColumnType::Boolean,
        FieldType::Date => ColumnType::Date,
        FieldType::Time => ColumnType::Time,
        FieldType::Datetime => ColumnType::Datetime,
        FieldType::Uuid => ColumnType::Uuid,
        FieldType::Json => ColumnType::Json,
        FieldType::Binary => ColumnType::Binary,
    }
}

fn checks(field: &Field, column_type: ColumnType) -> Vec<Check> {
    let constraints = &field.constraints;
    let mut checks = Vec::new();
    match column_type {
        ColumnType::Boolean | ColumnType::Json | ColumnType::Uuid => checks.push(Check::OfType),
        _ => {}
    }
    if field.field_type == FieldType::ForeignKey {
        return checks;
    }
    checks.extend(constraints.choices.clone().filter(|_| field.field_type == FieldType::Enum).map(Check::OneOf));
    // Bounds that depend on "now" hold for what is generated, not for the table.
    checks.extend(constraints.min.as_ref().and_then(|v| Literal::of_bound(column_type, v)).map(Check::AtLeast));
    checks.extend(constraints.max.as_ref().and_then(|v| {
        Some(match Literal::end_of_day(column_type, v) {
            Some(end) => Check::Below(end),
            None => Check::AtMost(Literal::of_bound(column_type, v)?),
        })
    }));
    if field.field_type.is_text() || field.field_type == FieldType::Binary {
        checks.extend(constraints.min_length.filter(|n| *n > 0).map(Check::MinLength));
        let limit = match column_type {
            ColumnType::Text { limit: Some(limit) } => Some(limit),
            _ => constraints.max_length,
        };
        checks.extend(limit.map(Check::MaxLength));
    }
    checks
}

fn foreign_key(design: &Design, table: &Table, field: &Field, problems: &mut Vec<Violation>) -> Option<ForeignKey> {
    if field.field_type != FieldType::ForeignKey {
        return None;
    }
    let target =
        field.reference.filter(|r| design.table_by_id(r.table).is_some_and(|t| t.field_by_id(r.field).is_some()));
    let Some(reference) = target else {
        let path = format!("tables.{}.fields.{}.reference", table.name, field.name);
        problems.push(Violation::error(
            path,
            "reference_unknown",
            format!("{} refers to no field of the design.", field.name),
        ));
        return None;
    };
    Some(ForeignKey {
        field: field.id,
        table: reference.table,
        target: reference.field,
        on_delete: reference.on_delete,
    })
}

fn indexes(table: &Table, key: &[FieldId]) -> Vec<Index> {
    let mut found: Vec<Index> = Vec::new();
    let mut add = |unique: bool, fields: &[FieldId]| {
        let known = fields.iter().all(|id| table.field_by_id(*id).is_some());
        let index = Index { unique, fields: fields.to_vec() };
        let is_key = unique && fields == key;
        if known && !fields.is_empty() && !is_key && !found.contains(&index) {
            found.push(index);
        }
    };
    for field in table.fields.iter().filter(|f| f.unique) {
        add(true, &[field.id]);
    }
    table.unique_keys.iter().for_each(|fields| add(true, fields));
    table.indexes.iter().for_each(|fields| add(false, fields));
    // Deleting or replacing a parent looks its children up; without an index that reads the whole table each time.
    let keys = table.fields.iter().filter(|f| f.field_type == FieldType::ForeignKey).map(|f| f.id);
    for id in keys.collect::<Vec<_>>() {
        let covered = key.first() == Some(&id) || found.iter().any(|i| i.fields.first() == Some(&id));
        if !covered {
            found.push(Index { unique: false, fields: vec![id] });
        }
    }
    found
}
