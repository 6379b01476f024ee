//! SQLite.
//!
//! | field type | column | held as |
//! |---|---|---|
//! | string | `VARCHAR(n)` | text; length checked |
//! | text, email, url, phone, ip_address | `TEXT` | text |
//! | enum | `TEXT` | text; choices checked |
//! | integer, big_integer | `INTEGER`, `BIGINT` | integer |
//! | auto_increment | `INTEGER PRIMARY KEY AUTOINCREMENT` where it is the whole key, else `INTEGER` | integer |
//! | float | `REAL` | 64-bit float |
//! | decimal up to 15 digits | `DECIMAL(p,s)` | number: integer or float, exact at this precision |
//! | decimal above 15 digits | `TEXT` | text with `s` digits behind the point |
//! | boolean | `INTEGER` | 0 or 1, checked |
//! | date, time | `TEXT` | `YYYY-MM-DD`, `HH:MM:SS` |
//! | datetime | `TEXT` | `YYYY-MM-DD HH:MM:SS[.ffffff]`, UTC |
//! | uuid | `TEXT` | 36 characters, lower case, checked |
//! | json | `TEXT` | checked to be JSON |
//! | binary | `BLOB` | bytes |
//! | foreign_key | as the field it refers to | |
//!
//! Patterns are not enforced by the database: SQLite has no regular expressions.

mod convert;
mod reading;
mod refusal;

use dmb_spec::{FieldType, Violation};
use uuid::Uuid;

use super::literal::Literal;
use super::{Alter, Conversion, Dialect, Reading, foreign_key, hex};
use crate::TablesError;
use crate::introspect::{Catalogue, SqliteCatalogue};
use crate::names::{LOADS, TRASH_ROW, stage};
use crate::session::Value;
use crate::shape::{Check, Column, ColumnType, Shape};

/// Most digits of a decimal that a 64-bit float carries exactly.
pub(crate) const EXACT_DIGITS: u8 = 15;

/// The dialect of SQLite.
pub(crate) struct Sqlite;

impl Dialect for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite"
    }

    fn database_type(&self, field_type: FieldType) -> String {
        match field_type {
            FieldType::String => "VARCHAR(n)",
            FieldType::Text
            | FieldType::Email
            | FieldType::Url
            | FieldType::Phone
            | FieldType::IpAddress
            | FieldType::Date
            | FieldType::Time
            | FieldType::Datetime
            | FieldType::Uuid => "TEXT",
            FieldType::Integer => "INTEGER",
            FieldType::BigInteger => "BIGINT",
            FieldType::Float => "REAL",
            FieldType::Decimal => "DECIMAL(p,s)",
            FieldType::Boolean => "INTEGER CHECK (… IN (0, 1))",
            FieldType::Json => "TEXT CHECK (json_valid(…))",
            FieldType::Enum => "TEXT CHECK (… IN (…))",
            FieldType::Binary => "BLOB",
            FieldType::AutoIncrement => "INTEGER PRIMARY KEY AUTOINCREMENT",
            FieldType::ForeignKey => "REFERENCES …",
        }
        .to_owned()
    }

    fn column_type(&self, column_type: ColumnType) -> String {
        match column_type {
            ColumnType::Text { limit: Some(limit) } => return format!("VARCHAR({limit})"),
            ColumnType::Decimal { precision, scale } if precision <= EXACT_DIGITS => {
                return format!("DECIMAL({precision},{scale})");
            }
            ColumnType::Text { limit: None }
            | ColumnType::Decimal { .. }
            | ColumnType::Date
            | ColumnType::Time
            | ColumnType::Datetime
            | ColumnType::Uuid
            | ColumnType::Json => "TEXT",
            ColumnType::Integer | ColumnType::Counter | ColumnType::Boolean => "INTEGER",
            ColumnType::BigInteger => "BIGINT",
            ColumnType::Float => "REAL",
            ColumnType::Binary => "BLOB",
        }
        .to_owned()
    }

    fn quote(&self, name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }

    fn short(&self, name: &str) -> String {
        name.to_owned()
    }

    fn row(&self, _: Option<&str>) -> String {
        "rowid".to_owned()
    }

    fn row_name(&self, _: &Shape) -> String {
        self.row(None)
    }

    fn same(&self, one: &str, other: &str) -> String {
        format!("{one} IS {other}")
    }

    fn literal(&self, literal: &Literal, _: ColumnType) -> String {
        match literal {
            // A statement ends at its first NUL, so such a text is written as bytes.
            Literal::Text(text) if text.contains('\0') => format!("CAST(x'{}' AS TEXT)", hex(text.as_bytes())),
            Literal::Text(text) => format!("'{}'", text.replace('\'', "''")),
            Literal::Integer(number) => number.to_string(),
            Literal::Number(digits) => digits.clone(),
            Literal::Bytes(bytes) => format!("x'{}'", hex(bytes)),
            Literal::Now(ColumnType::Date) => "CURRENT_DATE".to_owned(),
            Literal::Now(ColumnType::Time) => "CURRENT_TIME".to_owned(),
            Literal::Now(_) => "CURRENT_TIMESTAMP".to_owned(),
        }
    }

    fn check(&self, check: &Check, column_type: ColumnType, operand: &str) -> Option<String> {
        let compare = |sign: &str, literal: &Literal| {
            let bound = self.literal(literal, column_type);
            match column_type {
                // Text of digits does not sort as numbers do. Rounding both sides never turns a true order around.
                ColumnType::Decimal { precision, .. } if precision > EXACT_DIGITS => {
                    format!("CAST({operand} AS REAL) {sign} CAST({bound} AS REAL)")
                }
                _ => format!("{operand} {sign} {bound}"),
            }
        };
        Some(match check {
            Check::OneOf(choices) => {
                let text = |c: &String| self.literal(&Literal::Text(c.clone()), column_type);
                let list: Vec<String> = choices.iter().map(text).collect();
                format!("{operand} IN ({})", list.join(", "))
            }
            Check::AtLeast(literal) => compare(">=", literal),
            Check::AtMost(literal) => compare("<=", literal),
            Check::Below(literal) => compare("<", literal),
            Check::MinLength(least) => format!("length({operand}) >= {least}"),
            Check::MaxLength(most) => format!("length({operand}) <= {most}"),
            Check::OfType => match column_type {
                ColumnType::Boolean => format!("{operand} IN (0, 1)"),
                ColumnType::Uuid => format!("length({operand}) = 36"),
                _ => format!("json_valid({operand})"),
            },
        })
    }

    fn column(&self, table: &Shape, column: &Column) -> String {
        let mut text = format!("{} {}", self.quote(&column.name), self.column_type(column.column_type));
        if table.row_key().is_some_and(|key| key.id == column.id) {
            text.push_str(" PRIMARY KEY");
            if column.column_type == ColumnType::Counter {
                text.push_str(" AUTOINCREMENT");
            }
        }
        if column.required {
            text.push_str(" NOT NULL");
        }
        if let Some(default) = &column.default {
            text.push_str(&default_clause(default, column.column_type));
        }
        let name = self.quote(&column.name);
        for check in column.checks.iter().filter_map(|check| self.check(check, column.column_type, &name)) {
            text.push_str(&format!(" CHECK ({check})"));
        }
        text
    }

    fn create_table(&self, table: &Shape, name: &str, all: &[Shape]) -> String {
        let mut parts: Vec<String> = table.columns.iter().map(|c| self.column(table, c)).collect();
        if !table.primary_key.is_empty() && table.row_key().is_none() {
            let key: Vec<String> = table.names_of(&table.primary_key).iter().map(|n| self.quote(n)).collect();
            parts.push(format!("PRIMARY KEY ({})", key.join(", ")));
        }
        parts.extend(table.foreign_keys.iter().filter_map(|key| foreign_key(self, table, key, all)));
        format!("CREATE TABLE {} (\n  {}\n)", self.quote(name), parts.join(",\n  "))
    }

    fn convert(&self, from: ColumnType, to: ColumnType, operand: &str) -> Conversion {
        convert::convert(from, to, operand)
    }

    fn finish_table(&self, _: &Shape) -> Vec<String> {
        Vec::new()
    }

    fn set_counter(&self, _: &Shape) -> Vec<String> {
        Vec::new()
    }

    fn keep(&self, kept: &str, table: &str, row: &str, columns: &[(String, &str)]) -> Vec<String> {
        let (kept, row_name, table) = (self.quote(kept), self.quote(TRASH_ROW), self.quote(table));
        let labels: Vec<String> = columns.iter().map(|(label, _)| self.quote(label)).collect();
        let values: Vec<String> = columns.iter().map(|(_, name)| format!("o.{}", self.quote(name))).collect();
        vec![
            format!("CREATE TABLE {kept} ({row_name} INTEGER PRIMARY KEY, {})", labels.join(", ")),
            format!("INSERT INTO {kept} SELECT {row}, {} FROM {table} AS o", values.join(", ")),
        ]
    }

    fn alter(&self) -> Option<&'static dyn Alter> {
        None
    }

    fn catalogue(&self) -> &'static dyn Catalogue {
        &SqliteCatalogue
    }

    fn own_tables(&self) -> &'static str {
        "CREATE TABLE IF NOT EXISTS _dmb_state (table_id TEXT PRIMARY KEY, rows_used INTEGER NOT NULL, \
         row_count INTEGER, key_seed TEXT) WITHOUT ROWID;
         CREATE TABLE IF NOT EXISTS _dmb_published (job TEXT PRIMARY KEY) WITHOUT ROWID;"
    }

    fn staged(&self, _: Uuid, position: usize) -> (String, &'static str) {
        (format!("stage.{}", self.quote(&stage(position))), " ORDER BY rowid")
    }

    fn staged_rows(&self, _: Uuid, position: usize) -> (String, Vec<Value>) {
        (format!("SELECT rows FROM stage.{LOADS} WHERE position = $1"), vec![Value::Integer(position as i64)])
    }

    fn refusal(&self, table: &Shape, error: &TablesError) -> Option<String> {
        refusal::words(table, error)
    }

    fn reading(&self) -> &'static dyn Reading {
        &reading::SqliteReading
    }

    fn misfits(&self, _: &Shape, _: &mut Vec<Violation>) {}
}

fn default_clause(default: &Literal, column_type: ColumnType) -> String {
    let text = Sqlite.literal(default, column_type);
    match default {
        Literal::Text(plain) if plain.contains('\0') => format!(" DEFAULT ({text})"),
        _ => format!(" DEFAULT {text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for text in ["", "'", "''; DROP TABLE x; --", "\"`[", "a\0b", "line\nbreak", "\u{202e}rtl", "🦀", "\\"] {
            let sql =
                format!("SELECT {}", Sqlite.literal(&Literal::Text(text.into()), ColumnType::Text { limit: None }));
            let read: String = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn names_come_back_as_they_were() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for name in ["select", "a\"b", "a]b", "a`b", "a'b; --"] {
            let sql = format!("SELECT 1 AS {}", Sqlite.quote(name));
            assert_eq!(connection.prepare(&sql).unwrap().column_name(0).unwrap(), name);
        }
    }

    #[test]
    fn wide_decimals_are_compared_as_numbers() {
        let wide = ColumnType::Decimal { precision: 20, scale: 2 };
        let bound = Check::AtLeast(Literal::Text("9.00".into()));
        let sql = format!("SELECT {}", Sqlite.check(&bound, wide, "'10.00'").unwrap());
        let holds: bool = rusqlite::Connection::open_in_memory().unwrap().query_row(&sql, [], |r| r.get(0)).unwrap();
        assert!(holds);
    }
}
