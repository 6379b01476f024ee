//! The generator of a field that declares none.

use dmb_spec::{Design, Field, FieldType, GeneratorRef, Params, Table};
use serde_json::Value;

use super::descriptor;
use super::suggest::{SURE, suggest};

/// The generator of a field that declares none: what its constraints demand, else what its name suggests, else the usual
/// of its type. Other fields do not matter, so that adding one changes nothing here.
pub fn default_for(field: &Field, table: &Table, _design: &Design) -> GeneratorRef {
    if field.constraints.choices.is_some() && field.field_type == FieldType::Enum {
        return GeneratorRef::named("choice");
    }
    if let Some(pattern) = &field.constraints.pattern {
        return with_param("code.pattern", "pattern", pattern.as_str().into());
    }
    let unique = table.is_unique(field);
    let fits = |generator: &GeneratorRef| !unique || descriptor(&generator.name).is_some_and(|known| known.unique);
    let named =
        suggest(&field.name, Some(field.field_type), "").into_iter().find(|s| s.score >= SURE && fits(&s.generator));
    match named {
        Some(suggestion) => suggestion.generator,
        None if fits(&of_type(field.field_type)) && !is_long(field) => of_type(field.field_type),
        None => code(field),
    }
}

/// Whether the field wants text of a length that words may fall short of.
fn is_long(field: &Field) -> bool {
    field.field_type.is_text() && field.constraints.min_length.is_some_and(|least| least > 3)
}

/// The usual generator of a type.
pub(super) fn of_type(field_type: FieldType) -> GeneratorRef {
    GeneratorRef::named(match field_type {
        FieldType::String => "text.words",
        FieldType::Text => "text.paragraph",
        FieldType::Integer | FieldType::BigInteger | FieldType::Float | FieldType::Decimal => "number.uniform",
        FieldType::Boolean => "boolean",
        FieldType::Date => "datetime.date",
        FieldType::Time => "datetime.time",
        FieldType::Datetime => "datetime.between",
        FieldType::Email => "internet.email",
        FieldType::Url => "internet.url",
        FieldType::Uuid => "code.uuid",
        FieldType::Json => "code.json",
        FieldType::Enum => "choice",
        FieldType::Phone => "phone.number",
        FieldType::IpAddress => "internet.ipv4",
        FieldType::Binary => "code.bytes",
        FieldType::AutoIncrement => "sequence",
        FieldType::ForeignKey => "foreign_key",
    })
}

/// Where the usual generator of the type can't keep values apart or reach a length: a code, as long as the field allows.
fn code(field: &Field) -> GeneratorRef {
    let least = field.constraints.min_length.unwrap_or(1).max(1);
    let length = 10.clamp(least, field.constraints.max_length.unwrap_or(255).max(least));
    with_param("code.pattern", "pattern", format!("[A-Z0-9]{{{length}}}").into())
}

fn with_param(name: &str, param: &str, value: Value) -> GeneratorRef {
    GeneratorRef { name: name.to_owned(), params: Params::from_iter([(param.to_owned(), value)]) }
}
