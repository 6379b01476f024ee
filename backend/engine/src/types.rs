//! The Arrow type of each field type: how rows look between generation and output.

use arrow_schema::{DataType, Field as ArrowField, Schema, SchemaRef, TimeUnit};
use dmb_spec::{Design, Field, FieldType, Table};
use std::sync::Arc;

/// The Arrow type of a field. A foreign key has the type of the field it leads to (64-bit whole number where that
/// can't be found; validation says so elsewhere).
///
/// | field type | Arrow |
/// |---|---|
/// | string, text, email, url, enum, phone, ip_address, json | Utf8 |
/// | integer / big_integer, auto_increment | Int32 / Int64 |
/// | float / decimal | Float64 / Decimal128(precision, scale) |
/// | boolean | Boolean |
/// | date / time / datetime | Date32 / Time32(Second) / Timestamp(Microsecond, "UTC") |
/// | uuid / binary | FixedSizeBinary(16) / Binary |
pub fn data_type(design: &Design, field: &Field) -> DataType {
    // Foreign keys may point at foreign keys; the hops are bounded by the number of tables, so a circle ends too.
    let mut field = field;
    for _ in 0..=design.tables.len() {
        match plain_type(field) {
            Some(found) => return found,
            None => match field.reference.and_then(|r| design.table_by_id(r.table)?.field_by_id(r.field)) {
                Some(next) => field = next,
                None => break,
            },
        }
    }
    DataType::Int64
}

/// The Arrow schema of a table: one column a field, in field order, nullable as declared.
pub fn schema(design: &Design, table: &Table) -> SchemaRef {
    let columns = table.fields.iter().map(|f| ArrowField::new(&f.name, data_type(design, f), f.nullable));
    Arc::new(Schema::new(columns.collect::<Vec<_>>()))
}

const JSON: (&str, &str) = ("dmb.json", "sure");

/// The column marked as JSON for certain.
pub(crate) fn sure_json(column: ArrowField) -> ArrowField {
    column.with_metadata([JSON].map(|(key, value)| (key.to_owned(), value.to_owned())).into())
}

/// Whether every text of this column of a plan's rows is one JSON value for certain; else it should be, and may not.
pub fn is_sure_json(column: &ArrowField) -> bool {
    column.metadata().get(JSON.0).is_some_and(|value| value == JSON.1)
}

fn plain_type(field: &Field) -> Option<DataType> {
    Some(match field.field_type {
        FieldType::String
        | FieldType::Text
        | FieldType::Email
        | FieldType::Url
        | FieldType::Enum
        | FieldType::Phone
        | FieldType::IpAddress
        | FieldType::Json => DataType::Utf8,
        FieldType::Integer => DataType::Int32,
        FieldType::BigInteger | FieldType::AutoIncrement => DataType::Int64,
        FieldType::Float => DataType::Float64,
        FieldType::Decimal => {
            let (precision, scale) = field.constraints.decimal();
            // Validation refuses precision above 38 and scale above precision, so the scale fits i8.
            DataType::Decimal128(precision, scale as i8)
        }
        FieldType::Boolean => DataType::Boolean,
        FieldType::Date => DataType::Date32,
        FieldType::Time => DataType::Time32(TimeUnit::Second),
        FieldType::Datetime => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
        FieldType::Uuid => DataType::FixedSizeBinary(16),
        FieldType::Binary => DataType::Binary,
        FieldType::ForeignKey => return None,
    })
}
