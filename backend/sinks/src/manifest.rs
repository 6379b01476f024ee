//! The manifest of faults: which cells of a run are wrong on purpose, as a CSV file of its own.
//!
//! One line a cell: table, row (from 1, as in the file of the rows), primary key as it is without faults, column, kind,
//! original value, value. Values are as CSV files show them; null is an empty cell, an empty text a quoted one.

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::faults::FaultyCell;
use dmb_engine::generator::Words;
use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};
use dmb_spec::Table;

use crate::csv::MEDIA_TYPE;
use crate::output::{Artifacts, FileOutput, FileTarget};
use crate::part::PartFile;
use crate::registry::FormatDescriptor;

const COLUMNS: [&str; 7] = ["table", "row", "key", "column", "kind", "original", "value"];

/// Id of the manifest among the formats of finished files.
pub const MANIFEST: &str = "faults";

/// What the manifest is, as a finished file.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: MANIFEST,
        label: Words { en: "Fault manifest", es: "Manifiesto de fallos" },
        description: Words {
            en: "Which cells are wrong on purpose, with what they were before.",
            es: "Qué celdas son incorrectas a propósito, con su valor original.",
        },
        extension: "faults.csv",
        media_type: MEDIA_TYPE,
        params: Vec::new(),
        max_rows: None,
    }
}

/// Begins the manifest, called after `target` with `.faults.csv` behind it. It takes no rows, only faults.
pub fn manifest(target: FileTarget) -> FileOutput {
    let artifacts = Artifacts::default();
    FileOutput::new(
        Box::new(Manifest { target, artifacts: Arc::clone(&artifacts), file: None, table: None, cells: 0 }),
        artifacts,
    )
}

struct Manifest {
    target: FileTarget,
    artifacts: Artifacts,
    file: Option<PartFile>,
    table: Option<Arc<Table>>,
    cells: u64,
}

impl Manifest {
    fn file(&mut self) -> Result<&mut PartFile, OutputError> {
        self.file.as_mut().ok_or_else(|| OutputError::Internal("faults came before their table".into()))
    }
}

/// Rows don't concern the manifest.
struct Nothing;

impl Encoder for Nothing {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        Ok(Encoded::Bytes { bytes: Vec::new(), rows: batch.num_rows() as u64 })
    }
}

impl Output for Manifest {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        if self.file.is_none() {
            let mut file = PartFile::create(&self.target, "faults.csv")?;
            file.append(format!("{}\n", COLUMNS.join(",")).as_bytes())?;
            self.file = Some(file);
        }
        self.table = Some(Arc::clone(&header.table));
        Ok((Arc::new(Nothing), 0))
    }

    fn write(&mut self, _: Encoded) -> Result<(), OutputError> {
        Ok(())
    }

    fn faults(&mut self, cells: &[FaultyCell]) -> Result<(), OutputError> {
        let Some(table) = self.table.clone() else {
            return Err(OutputError::Internal("faults came before their table".into()));
        };
        let mut lines = String::with_capacity(cells.len() * 80);
        cells.iter().for_each(|cell| line(&mut lines, &table, cell));
        self.cells += cells.len() as u64;
        self.file()?.append(lines.as_bytes())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        match self.file {
            Some(file) => file.publish(self.cells, MEDIA_TYPE, &self.artifacts),
            None => Err(OutputError::Data("There is no table to write.".into())),
        }
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}

fn line(out: &mut String, table: &Table, cell: &FaultyCell) {
    let column = table.fields.get(cell.field).map_or("", |field| &field.name);
    let row = cell.row.to_string();
    let cells = [
        Some(table.name.as_str()),
        Some(&row),
        cell.key.as_deref(),
        Some(column),
        Some(cell.kind),
        cell.original.as_deref(),
        cell.value.as_deref(),
    ];
    for (at, value) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if let Some(value) = value {
            push(out, value);
        }
    }
    out.push('\n');
}

/// Text, quoted where it must be. What a spreadsheet could take for a formula has an apostrophe before it, as in the
/// file of the rows; a number with a sign is none.
fn push(out: &mut String, text: &str) {
    let hostile = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let quoted = text.is_empty() || text.contains([',', '"', '\n', '\r']);
    let parts = [if quoted { "\"" } else { "" }, if hostile { "'" } else { "" }];
    parts.iter().for_each(|part| out.push_str(part));
    if quoted {
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_where_they_must_be_and_never_a_formula() {
        let check = |text: &str, expect: &str| {
            let mut out = String::new();
            push(&mut out, text);
            assert_eq!(out, expect);
        };
        check("plain", "plain");
        check("-12.5", "-12.5");
        check("=1+1", "'=1+1");
        check("-a", "'-a");
        check("a \"b\", c", "\"a \"\"b\"\", c\"");
        check("=\"x\"", "\"'=\"\"x\"\"\"");
        check("", "\"\"");
    }
}
