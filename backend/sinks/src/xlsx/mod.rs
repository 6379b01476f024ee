//! Excel workbooks: a sheet a table, then a dictionary of all fields and a summary. Everything a person typed goes in
//! as text: never a formula, never a link.

mod cells;
mod dictionary;
mod lists;
mod names;
mod output;
mod sheet;
mod styles;
mod summary;
mod watch;
mod widths;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Output, OutputError};
use rust_xlsxwriter::XlsxError;

use crate::markdown::headings;
use crate::options::param;
use crate::registry::{FormatDescriptor, OpenRequest};

pub(crate) const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Rows of a sheet, the header included.
const SHEET_ROWS: u32 = 1_048_576;

/// Begins the workbook.
pub(crate) fn open(request: OpenRequest<'_>) -> Box<dyn Output> {
    Box::new(output::XlsxOutput::new(request, SHEET_ROWS))
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "xlsx",
        label: Words { en: "Excel workbook", es: "Libro de Excel" },
        description: Words {
            en: "A sheet a table with typed cells, and sheets with a data dictionary and a summary.",
            es: "Una hoja por tabla con celdas tipadas, más hojas con el diccionario de datos y un resumen.",
        },
        extension: "xlsx",
        media_type: MEDIA_TYPE,
        params: vec![headings(), theme()],
        // A table goes on in further sheets.
        max_rows: None,
    }
}

fn theme() -> ParamDescriptor {
    param(
        "theme",
        Words { en: "Look", es: "Aspecto" },
        Words {
            en: "default: headings in colour and rows in bands; plain: neither.",
            es: "default: encabezados en color y filas en bandas; plain: sin ellos.",
        },
        ParamKind::Choice(&["default", "plain"]),
        "default",
    )
}

/// What the library says, in words for the person who started the job.
fn failed(error: XlsxError) -> OutputError {
    match error {
        XlsxError::IoError(source) => OutputError::Io { context: "the workbook could not be written".into(), source },
        XlsxError::TempFileError(_, source) => {
            OutputError::Io { context: "a temporary file of the workbook could not be made".into(), source }
        }
        other => OutputError::Internal(format!("the workbook could not be made: {other}")),
    }
}

#[cfg(test)]
mod tests;
