//! TypeScript types of rows as files of JSON hold them.

use dmb_spec::{Design, Field, FieldType, Table};

use super::base;
use super::names::{different, one_line, pascal};

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let types = different(design.tables.iter().map(|table| pascal(&table.name)));
    let mut out = format!("// {}\n", one_line(&design.name));
    for (table, name) in design.tables.iter().zip(&types) {
        out.push('\n');
        out.push_str(&interface(design, table, name));
    }
    let mut whole = "Tables".to_owned();
    while types.contains(&whole) {
        whole.push('_');
    }
    out.push_str(&format!("\n/** Every table with its rows. */\nexport interface {whole} {{\n"));
    for (table, name) in design.tables.iter().zip(&types) {
        out.push_str(&format!("  {}: {name}[];\n", table.name));
    }
    out.push_str("}\n");
    out
}

fn interface(design: &Design, table: &Table, name: &str) -> String {
    let mut out = comment("", &table.description);
    out.push_str(&format!("export interface {name} {{\n"));
    for field in &table.fields {
        out.push_str(&comment("  ", &described(design, field)));
        let null = if field.nullable { " | null" } else { "" };
        out.push_str(&format!("  {}: {}{null};\n", field.name, type_of(base(design, field))));
    }
    out.push_str("}\n");
    out
}

fn described(design: &Design, field: &Field) -> String {
    let to = field.reference.and_then(|reference| {
        let parent = design.table_by_id(reference.table)?;
        Some(format!("Refers to {}.{}.", parent.name, parent.field_by_id(reference.field)?.name))
    });
    [Some(field.description.clone()).filter(|text| !text.is_empty()), to]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn comment(indent: &str, text: &str) -> String {
    let text = one_line(text).replace("*/", "* /");
    if text.is_empty() { text } else { format!("{indent}/** {text} */\n") }
}

fn type_of(field: &Field) -> String {
    match field.field_type {
        FieldType::Enum => {
            let choices = field.constraints.choices.as_deref().unwrap_or_default();
            // JSON's texts are JavaScript's.
            choices
                .iter()
                .map(|choice| serde_json::Value::from(choice.as_str()).to_string())
                .collect::<Vec<_>>()
                .join(" | ")
        }
        FieldType::Integer
        | FieldType::BigInteger
        | FieldType::Float
        | FieldType::Decimal
        | FieldType::AutoIncrement
        | FieldType::ForeignKey => "number".to_owned(),
        FieldType::Boolean => "boolean".to_owned(),
        FieldType::Json => "unknown".to_owned(),
        FieldType::String
        | FieldType::Text
        | FieldType::Date
        | FieldType::Time
        | FieldType::Datetime
        | FieldType::Email
        | FieldType::Url
        | FieldType::Uuid
        | FieldType::Phone
        | FieldType::IpAddress
        | FieldType::Binary => "string".to_owned(),
    }
}
