//! The generator of a field that declares none.

use std::sync::Arc;

use chrono::DateTime;
use dmb_spec::{Constraints, Design, Field, FieldId, FieldType, GeneratorRef, Params, Table};
use serde_json::Value;

use super::suggest::{SURE, suggest};
use super::{descriptor, find};
use crate::generator::{CompileContext, Positions, RelationLookup};
use crate::stream::Stream;
use crate::types;

/// The generator of a field that declares none: what its constraints demand, else what its name suggests, else the usual
/// of its type. Other fields do not matter, so that adding one changes nothing here.
pub fn default_for(field: &Field, table: &Table, design: &Design) -> GeneratorRef {
    if field.constraints.choices.is_some() && field.field_type == FieldType::Enum {
        return GeneratorRef::named("choice");
    }
    if let Some(pattern) = &field.constraints.pattern {
        return with_param("code.pattern", "pattern", pattern.as_str().into());
    }
    let unique = table.is_unique(field);
    let fits = |generator: &GeneratorRef| !unique || descriptor(&generator.name).is_some_and(|known| known.unique);
    let named = suggest(&field.name, Some(field.field_type), "")
        .into_iter()
        .find(|s| s.score >= SURE && fits(&s.generator) && has_room(&s.generator, field, table, design));
    match named {
        Some(suggestion) => suggestion.generator,
        None if fits(&of_type(field.field_type)) && !is_long(field) => of_type(field.field_type),
        None => code(field),
    }
}

/// Whether a field with constraints takes what the generator makes: what is suggested by a name must not get a design
/// refused.
fn has_room(generator: &GeneratorRef, field: &Field, table: &Table, design: &Design) -> bool {
    if field.constraints == Constraints::default() {
        return true;
    }
    let stream = Stream::root(0);
    let context = CompileContext {
        field,
        table,
        design,
        data_type: &types::data_type(design, field),
        as_of: DateTime::UNIX_EPOCH,
        locales: &design.locale,
        stream,
        table_stream: stream,
        unique: table.is_unique(field),
        rows: 1,
        relations: &NoRelations,
    };
    find(&generator.name).is_some_and(|found| found.compile(&generator.params, &context).is_ok())
}

/// Nothing is counted where a generator is only tried.
struct NoRelations;

impl RelationLookup for NoRelations {
    fn positions(&self, _: FieldId) -> Option<Arc<dyn Positions>> {
        None
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

#[cfg(test)]
mod tests {
    use dmb_spec::TableId;

    use super::*;

    fn chosen(name: &str, field_type: FieldType, max_length: Option<u32>) -> String {
        let mut table = Table::new(TableId::from_name("t", |_| false), "t");
        let mut field = Field::new(FieldId::from_name(table.id, name, |_| false), name, field_type);
        field.constraints.max_length = max_length;
        table.fields.push(field);
        let mut design = Design::new("d");
        design.tables.push(table);
        default_for(&design.tables[0].fields[0], &design.tables[0], &design).name
    }

    #[test]
    fn what_a_name_suggests_is_taken_where_the_field_has_room_for_it() {
        assert_eq!(chosen("sha256", FieldType::String, None), "media.sha256");
        assert_eq!(chosen("sha256", FieldType::String, Some(64)), "media.sha256");
        assert_eq!(chosen("sha256", FieldType::String, Some(20)), "text.words");
        assert_eq!(chosen("iban", FieldType::String, Some(10)), "text.words");
        assert_eq!(chosen("city", FieldType::String, Some(4)), "address.city");
    }

    #[test]
    fn what_a_name_suggests_is_left_where_it_goes_beyond_the_bounds_of_the_field() {
        let score = |max: i64| {
            let mut table = Table::new(TableId::from_name("t", |_| false), "t");
            let mut field = Field::new(FieldId::from_name(table.id, "score", |_| false), "score", FieldType::Integer);
            field.constraints.max = Some(max.into());
            table.fields.push(field);
            let mut design = Design::new("d");
            design.tables.push(table);
            default_for(&design.tables[0].fields[0], &design.tables[0], &design).name
        };
        assert_eq!(score(100), "number.normal");
        assert_eq!(score(10), "number.uniform");
    }
}
