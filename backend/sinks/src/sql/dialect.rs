//! What differs between databases, but for the form of values.

use arrow_schema::DataType;
use dmb_spec::{Field, FieldType};

/// A kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
    Mysql,
}

/// Most digits of a decimal that SQLite's numbers carry exactly.
pub(super) const SQLITE_DIGITS: u8 = 15;
/// Characters of a text that MySQL puts into a key where no limit is told: an index holds 3,072 bytes, four a character.
const MYSQL_KEY_CHARS: u32 = 512;
/// Most characters of a text that is declared with its limit in MySQL, whose rows hold 65,535 bytes.
const MYSQL_SHORT_CHARS: u32 = 255;

/// What a column's type must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Needs {
    /// It is in a key or refers to one.
    pub(super) key: bool,
    /// Values keep to the rules of the design.
    pub(super) rules: bool,
    /// There is room for texts within the row.
    pub(super) room: bool,
}

impl Dialect {
    /// The dialect with this word of the options.
    pub(super) fn of(word: &str) -> Self {
        match word {
            "postgres" => Self::Postgres,
            "mysql" => Self::Mysql,
            _ => Self::Sqlite,
        }
    }

    /// A name in quotes.
    pub(super) fn quote(self, name: &str) -> String {
        match self {
            Self::Mysql => format!("`{}`", name.replace('`', "``")),
            Self::Sqlite | Self::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }

    /// Names in quotes, in brackets.
    pub(super) fn list<'n>(self, names: impl IntoIterator<Item = &'n str>) -> String {
        let names: Vec<String> = names.into_iter().map(|name| self.quote(name)).collect();
        format!("({})", names.join(", "))
    }

    /// Before all tables: what the literals count on, whatever the client is set to.
    pub(super) fn opening(self) -> &'static str {
        match self {
            Self::Sqlite => "PRAGMA foreign_keys = OFF;\nBEGIN;\n",
            Self::Postgres => "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nBEGIN;\n",
            // Definitions end a transaction in MySQL, so each table's rows have one of their own.
            Self::Mysql => "SET NAMES utf8mb4;\nSET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO';\n",
        }
    }

    /// After all tables.
    pub(super) fn closing(self) -> &'static str {
        match self {
            Self::Sqlite | Self::Postgres => "COMMIT;\n",
            Self::Mysql => "",
        }
    }

    /// Before the rows of a table.
    pub(super) fn before_rows(self) -> &'static str {
        if self == Self::Mysql { "START TRANSACTION;\n" } else { "" }
    }

    /// After the rows of a table.
    pub(super) fn after_rows(self) -> &'static str {
        if self == Self::Mysql { "COMMIT;\n" } else { "" }
    }

    /// The type of a column.
    pub(super) fn column_type(self, field: &Field, data_type: &DataType, needs: Needs) -> String {
        let [sqlite, postgres, mysql] = match data_type {
            DataType::Utf8 => return self.text_type(field, needs),
            DataType::Int32 => ["INTEGER", "INTEGER", "INT"],
            DataType::Float64 => ["REAL", "DOUBLE PRECISION", "DOUBLE"],
            DataType::Boolean => ["INTEGER", "BOOLEAN", "BOOLEAN"],
            DataType::Date32 => ["TEXT", "DATE", "DATE"],
            DataType::Time32(_) => ["TEXT", "TIME", "TIME"],
            DataType::Timestamp(..) => ["TEXT", "TIMESTAMP WITH TIME ZONE", "DATETIME(6)"],
            DataType::FixedSizeBinary(_) => ["TEXT", "UUID", "CHAR(36)"],
            DataType::Binary if needs.key => ["BLOB", "BYTEA", "VARBINARY(512)"],
            DataType::Binary => ["BLOB", "BYTEA", "LONGBLOB"],
            DataType::Decimal128(precision, _) if self == Self::Sqlite && *precision > SQLITE_DIGITS => ["TEXT"; 3],
            DataType::Decimal128(precision, scale) => return format!("DECIMAL({precision}, {scale})"),
            // Whole numbers of 64 bits; SQLite takes only this word for a key that counts up by itself.
            _ => ["INTEGER", "BIGINT", "BIGINT"],
        };
        match self {
            Self::Sqlite => sqlite,
            Self::Postgres => postgres,
            Self::Mysql => mysql,
        }
        .to_owned()
    }

    fn text_type(self, field: &Field, needs: Needs) -> String {
        let limit = match field.field_type {
            FieldType::String => Some(field.constraints.max_length.unwrap_or(255)),
            _ => field.constraints.max_length,
        };
        match (self, limit) {
            (Self::Postgres | Self::Mysql, _) if field.field_type == FieldType::Json && needs.rules => {
                "JSON".to_owned()
            }
            (Self::Mysql, _) if needs.key => {
                format!("VARCHAR({})", limit.unwrap_or(MYSQL_KEY_CHARS).min(MYSQL_KEY_CHARS))
            }
            (Self::Mysql, Some(limit)) if needs.rules && needs.room && limit <= MYSQL_SHORT_CHARS => {
                format!("VARCHAR({limit})")
            }
            (Self::Mysql, _) => "LONGTEXT".to_owned(),
            (_, Some(limit)) if needs.rules && field.field_type == FieldType::String => format!("VARCHAR({limit})"),
            _ => "TEXT".to_owned(),
        }
    }
}
