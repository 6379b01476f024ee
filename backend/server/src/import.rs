//! `dmb import`: a design file from what people have.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use dmb_exchange::import::{SOURCES, Source, SqlDialect};
use dmb_exchange::limits::MAX_SAMPLE_BYTES;
use dmb_exchange::{ImportError, ImportRequest, Note, NoteKind};
use dmb_spec::file;

use crate::failure::Failure;

/// What to read.
#[derive(Args)]
pub struct ImportArgs {
    /// SQL, JSON Schema, CSV, JSON, JSON Lines, an Excel workbook or a design file; - for standard input
    file: PathBuf,
    /// What it is; seen from its name and content where absent: ddl, json-schema, csv, json, jsonl, xlsx, design
    #[arg(long, value_name = "SOURCE")]
    from: Option<String>,
    /// Whose SQL it is; seen from its words where absent
    #[arg(long, value_enum)]
    dialect: Option<Dialect>,
    /// Where the design file goes: YAML, or JSON where the name ends so; standard output where absent
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Whose words SQL is in.
#[derive(Clone, Copy, ValueEnum)]
enum Dialect {
    /// PostgreSQL
    Postgres,
    /// MySQL and MariaDB
    Mysql,
    /// SQLite
    Sqlite,
}

/// Writes the design; notes of what could not be carried over go to standard error.
pub fn import(args: &ImportArgs) -> Result<(), Failure> {
    let source = args.from.as_deref().map(source).transpose()?;
    let dialect = args.dialect.map(|dialect| match dialect {
        Dialect::Postgres => SqlDialect::Postgres,
        Dialect::Mysql => SqlDialect::Mysql,
        Dialect::Sqlite => SqlDialect::Sqlite,
    });
    let standard_input = args.file.as_os_str() == "-";
    let name = if standard_input { "standard input".into() } else { args.file.display().to_string() };
    let bytes = read(&args.file).map_err(|error| format!("{name} can't be read: {error}"))?;
    let file_name = args.file.file_name().and_then(|name| name.to_str()).filter(|_| !standard_input);
    let found =
        dmb_exchange::import(&bytes, &ImportRequest { file_name, source, dialect }).map_err(|error| match error {
            ImportError::Violations(found) => Failure::Violations(found),
            ImportError::Unknown(known) => {
                Failure::Usage(format!("it can't be seen what {name} is; say it with --from: {known}"))
            }
            other => Failure::Failed(format!("{name}: {other}")),
        })?;
    for note in &found.notes {
        eprintln!("dmb: {}", line(note));
    }
    let as_json = args.output.as_ref().and_then(|path| path.extension()).is_some_and(|ending| ending == "json");
    let text = if as_json { file::to_json(&found.design) + "\n" } else { file::to_yaml(&found.design) };
    write(args.output.as_deref(), &text)
}

/// Writes text to a file, or to standard output.
pub fn write(to: Option<&Path>, text: &str) -> Result<(), Failure> {
    match to {
        None => Ok(crate::print(text)?),
        Some(path) => {
            let told = |error| Failure::Failed(format!("{} can't be written: {error}", path.display()));
            std::fs::write(path, text).map_err(told)
        }
    }
}

fn source(word: &str) -> Result<Source, Failure> {
    let known = || SOURCES.iter().map(|info| info.name).collect::<Vec<_>>().join(", ");
    Source::find(word).ok_or_else(|| Failure::Usage(format!("there is no source {word:?}; there are {}", known())))
}

/// The bytes, one more than the most that is read, so that what is too large is told by its size.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let source: Box<dyn Read> =
        if path.as_os_str() == "-" { Box::new(std::io::stdin()) } else { Box::new(File::open(path)?) };
    let mut bytes = Vec::new();
    source.take(MAX_SAMPLE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn line(note: &Note) -> String {
    let kind = match note.kind {
        NoteKind::LeftOut => "left out",
        NoteKind::Assumed => "assumed",
        NoteKind::Changed => "changed",
    };
    format!("{kind}: {}: {}", note.place, note.message)
}
