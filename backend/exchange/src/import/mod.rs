//! Designs from what people have. Each source is read into raw tables, which are then made to fit ([`crate::assemble`]).

mod ddl;
mod detect;
mod json_schema;
mod sample;

use dmb_spec::Design;

use crate::assemble;
use crate::error::ImportError;
use crate::limits::{MAX_SAMPLE_BYTES, MAX_TEXT_BYTES};
use crate::note::{Note, Notes};
use crate::raw::RawDesign;

pub use ddl::SqlDialect;

/// What a design is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// SQL that makes tables.
    Ddl,
    /// JSON Schema.
    JsonSchema,
    /// A sample of rows as CSV.
    Csv,
    /// A sample of rows as JSON.
    Json,
    /// A sample of rows as JSON Lines.
    JsonLines,
    /// A sample of rows as a workbook.
    Xlsx,
    /// A design file.
    Design,
}

/// What is told of a source.
#[derive(Clone, Copy, Debug)]
pub struct SourceInfo {
    /// Which it is.
    pub source: Source,
    /// The word for it in commands and the API.
    pub name: &'static str,
    /// What people are shown, in English and Spanish.
    pub label: (&'static str, &'static str),
    /// How names of its files end.
    pub extensions: &'static [&'static str],
}

/// Every source, in the order people are shown them.
pub const SOURCES: [SourceInfo; 7] = [
    SourceInfo {
        source: Source::Ddl,
        name: "ddl",
        label: ("SQL (CREATE TABLE)", "SQL (CREATE TABLE)"),
        extensions: &["sql", "ddl"],
    },
    SourceInfo {
        source: Source::JsonSchema,
        name: "json-schema",
        label: ("JSON Schema", "JSON Schema"),
        extensions: &["schema.json"],
    },
    SourceInfo {
        source: Source::Csv,
        name: "csv",
        label: ("Rows as CSV", "Filas en CSV"),
        extensions: &["csv", "tsv", "tab"],
    },
    SourceInfo { source: Source::Json, name: "json", label: ("Rows as JSON", "Filas en JSON"), extensions: &["json"] },
    SourceInfo {
        source: Source::JsonLines,
        name: "jsonl",
        label: ("Rows as JSON Lines", "Filas en JSON Lines"),
        extensions: &["jsonl", "ndjson"],
    },
    SourceInfo {
        source: Source::Xlsx,
        name: "xlsx",
        label: ("Excel workbook", "Libro de Excel"),
        extensions: &["xlsx"],
    },
    SourceInfo {
        source: Source::Design,
        name: "design",
        label: ("Design file", "Archivo de diseño"),
        extensions: &["yaml", "yml"],
    },
];

impl Source {
    /// What is told of it.
    pub fn info(self) -> &'static SourceInfo {
        // Every source is in the list, once; a test holds that.
        SOURCES.iter().find(|info| info.source == self).unwrap_or(&SOURCES[0])
    }

    /// The source of this word.
    pub fn find(name: &str) -> Option<Self> {
        SOURCES.iter().find(|info| info.name == name).map(|info| info.source)
    }
}

/// What is known of something to import.
#[derive(Clone, Debug, Default)]
pub struct ImportRequest<'a> {
    /// The file's name, where it has one: it names the design, and helps to see what it is.
    pub file_name: Option<&'a str>,
    /// What it is; seen from name and content where absent.
    pub source: Option<Source>,
    /// Whose SQL it is; seen from its words where absent.
    pub dialect: Option<SqlDialect>,
}

/// What an import gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The design: sound, and with a plan.
    pub design: Design,
    /// What could not be carried over, and what was assumed.
    pub notes: Vec<Note>,
    /// What it was read as.
    pub source: Source,
    /// Whose SQL it was read as.
    pub dialect: Option<SqlDialect>,
}

/// Reads a design from bytes.
///
/// # Errors
/// Where the bytes are too many, can't be read, or hold no table: see [`ImportError`].
pub fn import(bytes: &[u8], request: &ImportRequest<'_>) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_SAMPLE_BYTES {
        return Err(ImportError::too_large("The file", MAX_SAMPLE_BYTES, "bytes"));
    }
    let source = match request.source {
        Some(source) => source,
        None => detect::source(bytes, request.file_name)?,
    };
    let streamed = matches!(source, Source::Csv | Source::JsonLines | Source::Xlsx);
    if !streamed && bytes.len() > MAX_TEXT_BYTES {
        let what = format!("A file read as {}", source.info().name);
        return Err(ImportError::too_large(what, MAX_TEXT_BYTES, "bytes"));
    }
    let stem = request.file_name.and_then(stem);
    let mut notes = Notes::default();
    let mut dialect = None;
    let raw = match source {
        Source::Design => {
            let text = sample::decode(bytes).0;
            let design = dmb_spec::file::from_str(&text).map_err(ImportError::Violations)?;
            return Ok(Imported { design, notes: Vec::new(), source, dialect });
        }
        Source::Ddl => {
            let text = sample::decode(bytes).0;
            let told = request.dialect.unwrap_or_else(|| SqlDialect::of(&text));
            dialect = Some(told);
            ddl::read(&text, told, &mut notes)?
        }
        Source::JsonSchema => json_schema::read(&sample::decode(bytes).0, stem.as_deref(), &mut notes)?,
        Source::Csv => sample::read_csv(bytes, stem.as_deref(), &mut notes)?,
        Source::Json => sample::read_json(bytes, stem.as_deref(), &mut notes)?,
        Source::JsonLines => sample::read_json_lines(bytes, stem.as_deref(), &mut notes)?,
        Source::Xlsx => sample::read_xlsx(bytes, &mut notes)?,
    };
    let design = finish(raw, stem, &mut notes)?;
    Ok(Imported { design, notes: notes.finish(), source, dialect })
}

fn finish(mut raw: RawDesign, stem: Option<String>, notes: &mut Notes) -> Result<Design, ImportError> {
    raw.name = raw.name.or(stem).filter(|name| !name.trim().is_empty());
    assemble::assemble(raw, notes)
}

/// The name of a file without folders and endings.
fn stem(file_name: &str) -> Option<String> {
    let file = file_name.rsplit(['/', '\\']).next()?;
    let stem = file.split('.').find(|part| !part.is_empty())?;
    Some(stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_told_of_once() {
        for info in &SOURCES {
            assert_eq!(info.source.info().name, info.name);
            assert_eq!(Source::find(info.name), Some(info.source));
        }
    }

    #[test]
    fn files_name_designs() {
        assert_eq!(stem("/tmp/orders.schema.json").as_deref(), Some("orders"));
        assert_eq!(stem(r"C:\x\.hidden.csv").as_deref(), Some("hidden"));
        assert_eq!(stem(""), None);
    }
}
