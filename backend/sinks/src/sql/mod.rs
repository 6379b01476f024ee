//! SQL scripts: definitions of tables and INSERT statements for one kind of database, all tables in one file. Names are
//! quoted and values are literals that no text can get out of; the script asks nothing of a client but to run it.

mod ddl;
mod dialect;
mod encode;
mod literal;

use std::sync::Arc;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Output, OutputError, TableHeader};

use crate::compression::{self, Compression};
use crate::options::{Options, param};
use crate::output::ExportInfo;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place};
use crate::text::{TableText, TextFormat, TextOutput};
use dialect::Dialect;
use encode::SqlEncoder;

const MEDIA_TYPE: &str = "application/sql";

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, info: Option<&ExportInfo>) -> Box<dyn Output> {
    let kind = Kind {
        extension: "sql",
        media_type: MEDIA_TYPE,
        compression: Compression::of(options),
        together: true,
        dense: false,
    };
    let script = Script {
        dialect: Dialect::of(options.text("dialect")),
        define: options.flag("tables"),
        rules: options.flag("rules"),
        rows_per_insert: options.whole("rows_per_insert"),
        about: info.map(about).unwrap_or_default(),
        written: Vec::new(),
    };
    TextOutput::boxed(script, kind, place)
}

/// The script on its way.
struct Script {
    dialect: Dialect,
    /// Whether tables are defined.
    define: bool,
    /// Whether definitions hold keys, references and NOT NULL.
    rules: bool,
    rows_per_insert: u64,
    /// Lines of comment.
    about: String,
    /// The tables so far.
    written: Vec<TableHeader>,
}

impl TextFormat for Script {
    fn top(&self) -> Vec<u8> {
        format!("{}{}", self.about, self.dialect.opening()).into_bytes()
    }

    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError> {
        self.written.push(header.clone());
        let mut top = String::from("\n");
        if self.define {
            top.push_str(&ddl::create(self.dialect, header, &self.written, self.rules));
        }
        top.push_str(self.dialect.before_rows());
        let encoder = Arc::new(SqlEncoder::new(self.dialect, header, self.rows_per_insert));
        let bottom = self.dialect.after_rows().as_bytes();
        Ok(TableText { encoder, top: top.into_bytes(), between: b"", bottom, empty: bottom })
    }

    fn bottom(&self) -> Vec<u8> {
        let mut all = String::from("\n");
        if self.define && self.rules {
            all.push_str(&ddl::after(self.dialect, &self.written));
        }
        all.push_str(self.dialect.closing());
        all.into_bytes()
    }
}

/// Comments that tell what the script is. A line end would end the comment, so there are none within.
fn about(info: &ExportInfo) -> String {
    let line = |name: &str, value: &str| format!("-- {name}: {}\n", value.replace(char::is_control, " "));
    let mut all = line("Project", &info.project);
    all.push_str(&line("Created by", &info.created_by));
    all.push_str(&line("As of", &info.as_of.to_rfc3339()));
    all.extend(info.seed.map(|seed| line("Seed", &seed.to_string())));
    all.extend(info.revision.map(|revision| line("Design revision", &revision.to_string())));
    all
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "sql",
        label: Words { en: "SQL script", es: "Script SQL" },
        description: Words {
            en: "Table definitions and INSERT statements for SQLite, PostgreSQL or MySQL, all tables in one file.",
            es: "Definiciones de tablas y sentencias INSERT para SQLite, PostgreSQL o MySQL, todas en un solo archivo.",
        },
        extension: "sql",
        media_type: MEDIA_TYPE,
        params: params(),
        max_rows: None,
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        param(
            "dialect",
            Words { en: "Database", es: "Base de datos" },
            Words {
                en: "The database the script is for; mysql is for MariaDB too.",
                es: "La base de datos a la que se destina el script; mysql sirve también para MariaDB.",
            },
            ParamKind::Choice(&["sqlite", "postgres", "mysql"]),
            "sqlite",
        ),
        param(
            "tables",
            Words { en: "Define the tables", es: "Definir las tablas" },
            Words { en: "Whether CREATE TABLE stands before the rows.", es: "Si CREATE TABLE precede a las filas." },
            ParamKind::Boolean,
            true,
        ),
        param(
            "rules",
            Words { en: "Keys and rules", es: "Claves y reglas" },
            Words {
                en: "Whether definitions hold keys, references and NOT NULL; leave it off for rows with faults on purpose.",
                es: "Si las definiciones llevan claves, referencias y NOT NULL; desactívelo para filas con fallos a \
                     propósito.",
            },
            ParamKind::Boolean,
            true,
        ),
        param(
            "rows_per_insert",
            Words { en: "Rows of a statement", es: "Filas por sentencia" },
            Words {
                en: "Most rows of one INSERT; a statement also ends at 256 KiB.",
                es: "Máximo de filas de un INSERT; una sentencia también termina a los 256 KiB.",
            },
            ParamKind::Integer { min: Some(1), max: Some(10_000) },
            500,
        ),
        compression::option(),
    ]
}
