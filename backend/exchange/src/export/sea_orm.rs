//! Entities for SeaORM: a module for each table, in one file.

use dmb_spec::{Design, Field, FieldType, OnDelete, Table};

use super::base;
use super::names::{different, one_line, pascal};

/// Words of Rust that stand for themselves only.
const KEYWORDS: [&str; 50] = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "trait",
    "true", "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "gen", "macro",
    "override", "priv", "try", "typeof", "unsized", "virtual", "yield", "union", "raw",
];
/// Words that can't be names even when they are marked.
const NEVER: [&str; 4] = ["self", "super", "crate", "_"];

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let mut out = format!("//! {}\n", one_line(&design.name));
    for table in &design.tables {
        out.push('\n');
        out.push_str(&module(design, table));
    }
    out
}

fn module(design: &Design, table: &Table) -> String {
    let mut out = comment("", &table.description);
    out.push_str(&format!("pub mod {} {{\n    use sea_orm::entity::prelude::*;\n\n", name(&table.name)));
    if table.key_fields().is_empty() {
        out.push_str("    // The table has no primary key, which SeaORM wants: these fields stand for one.\n");
    }
    out.push_str("    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]\n");
    out.push_str(&format!("    #[sea_orm(table_name = \"{}\")]\n    pub struct Model {{\n", table.name));
    for field in &table.fields {
        out.push_str(&comment("        ", &field.description));
        let attributes = attributes(design, table, field);
        if !attributes.is_empty() {
            out.push_str(&format!("        #[sea_orm({})]\n", attributes.join(", ")));
        }
        out.push_str(&format!("        pub {}: {},\n", name(&field.name), type_of(design, field)));
    }
    out.push_str("    }\n\n");
    out.push_str(&relations(design, table));
    out.push_str("    impl ActiveModelBehavior for ActiveModel {}\n}\n");
    out
}

fn name(name: &str) -> String {
    if NEVER.contains(&name) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

fn attributes(design: &Design, table: &Table, field: &Field) -> Vec<String> {
    let mut out = Vec::new();
    let key = table.key_fields();
    let counts = field.field_type == FieldType::AutoIncrement;
    let stands_in = key.is_empty() && !field.nullable;
    if stands_in || key.iter().any(|known| known.id == field.id) {
        out.push("primary_key".to_owned());
        if !counts {
            out.push("auto_increment = false".to_owned());
        }
    } else if field.unique {
        out.push("unique".to_owned());
    }
    if NEVER.contains(&field.name.as_str()) {
        out.push(format!("column_name = \"{}\"", field.name));
    }
    if let Some(kind) = column_type(base(design, field)) {
        out.push(format!("column_type = \"{kind}\""));
    }
    if field.nullable && !out.is_empty() {
        out.push("nullable".to_owned());
    }
    out
}

/// The column's type, where the type of Rust does not say it.
fn column_type(field: &Field) -> Option<String> {
    let length = |usual: u32| format!("String(StringLen::N({}))", field.constraints.max_length.unwrap_or(usual));
    Some(match field.field_type {
        FieldType::String => length(255),
        FieldType::Email => length(254),
        FieldType::Url => length(2_000),
        FieldType::Phone => length(40),
        FieldType::IpAddress => length(45),
        FieldType::Enum => {
            let choices = field.constraints.choices.as_deref().unwrap_or_default();
            let longest = choices.iter().map(|choice| choice.chars().count()).max().unwrap_or(1);
            format!("String(StringLen::N({longest}))")
        }
        FieldType::Text => "Text".to_owned(),
        FieldType::Decimal => {
            let (precision, scale) = field.constraints.decimal();
            format!("Decimal(Some(({precision}, {scale})))")
        }
        FieldType::Json => "JsonBinary".to_owned(),
        FieldType::Integer
        | FieldType::BigInteger
        | FieldType::Float
        | FieldType::Boolean
        | FieldType::Date
        | FieldType::Time
        | FieldType::Datetime
        | FieldType::Uuid
        | FieldType::Binary
        | FieldType::AutoIncrement
        | FieldType::ForeignKey => return None,
    })
}

fn type_of(design: &Design, field: &Field) -> String {
    let plain = match base(design, field).field_type {
        FieldType::Integer => "i32",
        FieldType::BigInteger | FieldType::AutoIncrement | FieldType::ForeignKey => "i64",
        FieldType::Float => "f64",
        FieldType::Decimal => "Decimal",
        FieldType::Boolean => "bool",
        FieldType::Date => "Date",
        FieldType::Time => "Time",
        FieldType::Datetime => "DateTimeUtc",
        FieldType::Uuid => "Uuid",
        FieldType::Json => "Json",
        FieldType::Binary => "Vec<u8>",
        FieldType::String
        | FieldType::Text
        | FieldType::Email
        | FieldType::Url
        | FieldType::Phone
        | FieldType::IpAddress
        | FieldType::Enum => "String",
    };
    if field.nullable { format!("Option<{plain}>") } else { plain.to_owned() }
}

fn relations(design: &Design, table: &Table) -> String {
    let keys: Vec<&Field> = table.fields.iter().filter(|field| field.reference.is_some()).collect();
    let variants = different(keys.iter().map(|field| pascal(field.name.strip_suffix("_id").unwrap_or(&field.name))));
    let mut out = "    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]\n    pub enum Relation {".to_owned();
    let mut related = Vec::new();
    for (field, variant) in keys.iter().zip(&variants) {
        let Some(reference) = field.reference else { continue };
        let Some(parent) = design.table_by_id(reference.table) else { continue };
        let Some(target) = parent.field_by_id(reference.field) else { continue };
        let entity =
            if parent.id == table.id { "Entity".to_owned() } else { format!("super::{}::Entity", name(&parent.name)) };
        let columns = entity.trim_end_matches("Entity").to_owned() + "Column";
        let on_delete = match reference.on_delete {
            OnDelete::Restrict => "Restrict",
            OnDelete::Cascade => "Cascade",
            OnDelete::SetNull => "SetNull",
        };
        out.push_str(&format!(
            "\n        #[sea_orm(\n            belongs_to = \"{entity}\",\n            from = \"Column::{}\",\n            to = \"{columns}::{}\",\n            on_delete = \"{on_delete}\"\n        )]\n        {variant},",
            column(&field.name),
            column(&target.name),
        ));
        related.push((parent, entity, variant));
    }
    out.push_str(if related.is_empty() { "}\n\n" } else { "\n    }\n\n" });
    for (parent, entity, variant) in &related {
        // Where two foreign keys lead to one table, neither is the relation.
        let alone = related.iter().filter(|(other, _, _)| other.id == parent.id).count() == 1;
        if alone && parent.id != table.id {
            out.push_str(&format!(
                "    impl Related<{entity}> for Entity {{\n        fn to() -> RelationDef {{\n            Relation::{variant}.def()\n        }}\n    }}\n\n"
            ));
        }
    }
    out
}

/// The variant that SeaORM makes of a field.
fn column(field: &str) -> String {
    pascal(field)
}

fn comment(indent: &str, text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() { text } else { format!("{indent}/// {text}\n") }
}
