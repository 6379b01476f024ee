//! A Prisma schema. A model for each table; both sides of each relation.

use dmb_spec::{Design, Field, FieldType, OnDelete, Table};
use serde_json::Value;

use super::base;
use super::names::{different, one_line, pascal};

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let models = different(design.tables.iter().map(|table| pascal(&table.name)));
    let mut out = format!("// {}\n\n{HEAD}", one_line(&design.name));
    for (at, table) in design.tables.iter().enumerate() {
        out.push('\n');
        out.push_str(&model(design, table, at, &models));
    }
    for table in &design.tables {
        for field in table.fields.iter().filter(|field| field.field_type == FieldType::Enum) {
            out.push_str(&enumeration(&enum_name(table, field), field));
        }
    }
    out
}

const HEAD: &str = "generator client {\n  provider = \"prisma-client-js\"\n}\n\ndatasource db {\n  provider = \"postgresql\"\n  url      = env(\"DATABASE_URL\")\n}\n";

fn model(design: &Design, table: &Table, at: usize, models: &[String]) -> String {
    let mut out = comment("", &table.description);
    out.push_str(&format!("model {} {{\n", models[at]));
    let mut names: Vec<String> = table.fields.iter().map(|field| name(&field.name)).collect();
    for field in &table.fields {
        out.push_str(&comment("  ", &field.description));
        out.push_str(&format!("  {}\n", column(design, table, field)));
    }
    for line in
        parents(design, table, models, &mut names).into_iter().chain(children(design, table, models, &mut names))
    {
        out.push_str(&format!("  {line}\n"));
    }
    out.push('\n');
    for line in keys(table) {
        out.push_str(&format!("  {line}\n"));
    }
    out.push_str("}\n");
    out
}

/// Names begin with a letter.
fn name(name: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_lowercase()) { name.to_owned() } else { format!("f{name}") }
}

fn column(design: &Design, table: &Table, field: &Field) -> String {
    let own = name(&field.name);
    let null = if field.nullable { "?" } else { "" };
    let (kind, native) = type_of(base(design, field), &enum_name(table, field));
    let mut out = format!("{own} {kind}{null}");
    let is_key = matches!(table.key_fields().as_slice(), [only] if only.id == field.id);
    if is_key {
        out.push_str(" @id");
    }
    if field.field_type == FieldType::AutoIncrement {
        out.push_str(" @default(autoincrement())");
    } else if let Some(default) = field.default.as_ref().and_then(|value| default(field, value)) {
        out.push_str(&format!(" @default({default})"));
    }
    if field.unique && !is_key {
        out.push_str(" @unique");
    }
    if own != field.name {
        out.push_str(&format!(" @map(\"{}\")", field.name));
    }
    if !native.is_empty() {
        out.push_str(&format!(" @db.{native}"));
    }
    out
}

fn type_of(field: &Field, enum_name: &str) -> (String, String) {
    let length = |usual: u32| format!("VarChar({})", field.constraints.max_length.unwrap_or(usual));
    let (kind, native) = match field.field_type {
        FieldType::String => ("String", length(255)),
        FieldType::Email => ("String", length(254)),
        FieldType::Url => ("String", length(2_000)),
        FieldType::Phone => ("String", length(40)),
        FieldType::Text => ("String", "Text".to_owned()),
        FieldType::Integer => ("Int", String::new()),
        FieldType::BigInteger | FieldType::AutoIncrement | FieldType::ForeignKey => ("BigInt", String::new()),
        FieldType::Float => ("Float", String::new()),
        FieldType::Decimal => {
            let (precision, scale) = field.constraints.decimal();
            ("Decimal", format!("Decimal({precision}, {scale})"))
        }
        FieldType::Boolean => ("Boolean", String::new()),
        FieldType::Date => ("DateTime", "Date".to_owned()),
        FieldType::Time => ("DateTime", "Time(0)".to_owned()),
        FieldType::Datetime => ("DateTime", "Timestamptz(6)".to_owned()),
        FieldType::Uuid => ("String", "Uuid".to_owned()),
        FieldType::Json => ("Json", String::new()),
        FieldType::IpAddress => ("String", "Inet".to_owned()),
        FieldType::Binary => ("Bytes", String::new()),
        FieldType::Enum => (enum_name, String::new()),
    };
    (kind.to_owned(), native)
}

fn default(field: &Field, value: &Value) -> Option<String> {
    match (field.field_type, value) {
        (FieldType::Datetime | FieldType::Date, Value::String(text)) => (text == "now").then(|| "now()".to_owned()),
        (FieldType::Enum, Value::String(text)) => {
            let choices = field.constraints.choices.as_deref().unwrap_or_default();
            let at = choices.iter().position(|choice| choice == text)?;
            members(choices).into_iter().nth(at)
        }
        (FieldType::Time | FieldType::Json, _) => None,
        (FieldType::Decimal, Value::String(digits)) => Some(digits.clone()),
        (_, Value::String(_) | Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
        _ => None,
    }
}

/// The table's own foreign keys.
fn parents(design: &Design, table: &Table, models: &[String], names: &mut Vec<String>) -> Vec<String> {
    let line = |field: &Field| {
        let reference = field.reference?;
        let at = design.tables.iter().position(|parent| parent.id == reference.table)?;
        let target = design.tables[at].field_by_id(reference.field)?;
        let wanted = field.name.strip_suffix("_id").filter(|stem| !stem.is_empty()).unwrap_or("parent");
        let own = free(&name(wanted), names);
        let on_delete = match reference.on_delete {
            OnDelete::Restrict => "Restrict",
            OnDelete::Cascade => "Cascade",
            OnDelete::SetNull => "SetNull",
        };
        let null = if field.nullable { "?" } else { "" };
        Some(format!(
            "{own} {}{null} @relation(\"{}\", fields: [{}], references: [{}], onDelete: {on_delete})",
            models[at],
            relation(table, field),
            name(&field.name),
            name(&target.name)
        ))
    };
    table.fields.iter().filter_map(line).collect()
}

/// Those of others that lead here.
fn children(design: &Design, table: &Table, models: &[String], names: &mut Vec<String>) -> Vec<String> {
    let mut out = Vec::new();
    for (at, child) in design.tables.iter().enumerate() {
        for field in child.fields.iter().filter(|field| field.reference.is_some_and(|to| to.table == table.id)) {
            let own = free(&format!("{}_by_{}", name(&child.name), field.name.trim_start_matches('_')), names);
            let many = if child.is_unique(field) { "?" } else { "[]" };
            out.push(format!("{own} {}{many} @relation(\"{}\")", models[at], relation(child, field)));
        }
    }
    out
}

fn relation(table: &Table, field: &Field) -> String {
    format!("{}_{}", table.name, field.name)
}

fn free(wanted: &str, names: &mut Vec<String>) -> String {
    let mut own = wanted.to_owned();
    while names.contains(&own) {
        own.push_str("_ref");
    }
    names.push(own.clone());
    own
}

fn keys(table: &Table) -> Vec<String> {
    let list = |ids: &[dmb_spec::FieldId]| {
        let names = ids.iter().filter_map(|id| table.field_by_id(*id)).map(|field| name(&field.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let mut out = Vec::new();
    let key: Vec<_> = table.key_fields().iter().map(|field| field.id).collect();
    match key.len() {
        // Prisma keeps its hands off a table whose rows it can't tell apart.
        0 if !table.fields.iter().any(|field| field.unique && !field.nullable) => out.push("@@ignore".to_owned()),
        0 | 1 => {}
        _ => out.push(format!("@@id([{}])", list(&key))),
    }
    out.extend(table.unique_keys.iter().map(|key| format!("@@unique([{}])", list(key))));
    out.extend(table.indexes.iter().map(|index| format!("@@index([{}])", list(index))));
    out.push(format!("@@map(\"{}\")", table.name));
    out
}

fn enum_name(table: &Table, field: &Field) -> String {
    format!("{}{}Choice", pascal(&table.name), pascal(&field.name))
}

fn enumeration(name: &str, field: &Field) -> String {
    let choices = field.constraints.choices.as_deref().unwrap_or_default();
    let mut out = format!("\nenum {name} {{\n");
    for (choice, member) in choices.iter().zip(members(choices)) {
        let map = if *choice == member { String::new() } else { format!(" @map({})", Value::from(choice.as_str())) };
        out.push_str(&format!("  {member}{map}\n"));
    }
    out.push_str("}\n");
    out
}

/// Choices as words that Prisma takes.
fn members(choices: &[String]) -> Vec<String> {
    let word = |choice: &String| {
        let plain: String = choice.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        if plain.starts_with(|c: char| c.is_ascii_alphabetic()) { plain } else { format!("v{plain}") }
    };
    different(choices.iter().map(word))
}

fn comment(indent: &str, text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() { text } else { format!("{indent}/// {text}\n") }
}
