//! A design in the words of other tools. One file a format, one line of [`FORMATS`]; a format is data, not a type.

mod design;
mod django;
mod json_schema;
mod mermaid;
mod names;
mod prisma;
mod sea_orm;
mod sql;
mod typescript;

use dmb_spec::{Design, Field, FieldType, Violation, validate};

use crate::error::ExportError;
use crate::import::SqlDialect;

/// A format that a design can be written in.
#[derive(Clone, Copy, Debug)]
pub struct FormatInfo {
    /// The word for it in commands and the API.
    pub name: &'static str,
    /// What people are shown, in English and Spanish.
    pub label: (&'static str, &'static str),
    /// How names of its files end.
    pub extension: &'static str,
    write: fn(&Design) -> String,
}

/// Every format, in the order people are shown them.
pub const FORMATS: [FormatInfo; 11] = [
    FormatInfo {
        name: "yaml",
        label: ("Design file (YAML)", "Archivo de diseño (YAML)"),
        extension: "yaml",
        write: design::yaml,
    },
    FormatInfo {
        name: "json",
        label: ("Design file (JSON)", "Archivo de diseño (JSON)"),
        extension: "json",
        write: design::json,
    },
    FormatInfo {
        name: "postgres",
        label: ("SQL for PostgreSQL", "SQL para PostgreSQL"),
        extension: "sql",
        write: |design| sql::write(design, SqlDialect::Postgres),
    },
    FormatInfo {
        name: "mysql",
        label: ("SQL for MySQL and MariaDB", "SQL para MySQL y MariaDB"),
        extension: "sql",
        write: |design| sql::write(design, SqlDialect::Mysql),
    },
    FormatInfo {
        name: "sqlite",
        label: ("SQL for SQLite", "SQL para SQLite"),
        extension: "sql",
        write: |design| sql::write(design, SqlDialect::Sqlite),
    },
    FormatInfo {
        name: "json-schema",
        label: ("JSON Schema", "JSON Schema"),
        extension: "schema.json",
        write: json_schema::write,
    },
    FormatInfo {
        name: "sea-orm",
        label: ("SeaORM entities (Rust)", "Entidades de SeaORM (Rust)"),
        extension: "rs",
        write: sea_orm::write,
    },
    FormatInfo {
        name: "django",
        label: ("Django models.py (Python)", "models.py de Django (Python)"),
        extension: "py",
        write: django::write,
    },
    FormatInfo {
        name: "prisma",
        label: ("Prisma schema", "Esquema de Prisma"),
        extension: "prisma",
        write: prisma::write,
    },
    FormatInfo {
        name: "typescript",
        label: ("TypeScript types", "Tipos de TypeScript"),
        extension: "ts",
        write: typescript::write,
    },
    FormatInfo {
        name: "mermaid",
        label: ("Mermaid ER diagram", "Diagrama ER de Mermaid"),
        extension: "mmd",
        write: mermaid::write,
    },
];

/// The format of this word.
pub fn find(name: &str) -> Option<&'static FormatInfo> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Writes a design in a format.
///
/// # Errors
/// Where there is no such format, or the design has mistakes.
pub fn export(design: &Design, format: &str) -> Result<String, ExportError> {
    let known = || FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ");
    let found = find(format).ok_or_else(|| ExportError::UnknownFormat { wanted: format.to_owned(), known: known() })?;
    let violations: Vec<Violation> = validate(design).into_iter().filter(Violation::is_error).collect();
    if !violations.is_empty() {
        return Err(ExportError::Violations(violations));
    }
    Ok((found.write)(design))
}

/// The field whose values a field has: its own, or those of the key it refers to, however many references lead there.
fn base<'d>(design: &'d Design, field: &'d Field) -> &'d Field {
    let mut field = field;
    // A reference leads to another field, and no way is longer than there are tables.
    for _ in 0..=design.tables.len() {
        let target = field.reference.filter(|_| field.field_type == FieldType::ForeignKey);
        let next = target.and_then(|to| design.table_by_id(to.table)?.field_by_id(to.field));
        let Some(next) = next else { break };
        field = next;
    }
    field
}
