//! Comma-separated values, RFC 4180: one table as it is, several as a zip archive of one file each.

mod encode;

use std::sync::Arc;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Output, OutputError, TableHeader};

use crate::compression::{self, Compression};
use crate::options::{Options, param};
use crate::output::ExportInfo;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place};
use crate::text::{TableText, TextFormat, TextOutput};
use encode::CsvEncoder;

pub(crate) const MEDIA_TYPE: &str = "text/csv; charset=utf-8";

/// How the text is laid out.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    delimiter: u8,
    quote: u8,
    quote_texts: bool,
    header: bool,
    labels: bool,
    safe: bool,
    null: Vec<u8>,
    bom: bool,
    line_end: &'static [u8],
    iso_datetime: bool,
}

impl Layout {
    fn of(options: &Options<'_>) -> Self {
        Self {
            delimiter: match options.text("delimiter") {
                "semicolon" => b';',
                "tab" => b'\t',
                "pipe" => b'|',
                _ => b',',
            },
            quote: if options.text("quote") == "single" { b'\'' } else { b'"' },
            quote_texts: options.text("quoting") == "texts",
            header: options.flag("header"),
            labels: options.text("header_labels") == "labels",
            safe: options.flag("safe"),
            null: options.text("null").as_bytes().to_vec(),
            bom: options.flag("bom"),
            line_end: if options.text("line_ending") == "crlf" { b"\r\n" } else { b"\n" },
            iso_datetime: options.text("datetime") == "iso",
        }
    }
}

struct Csv(Arc<CsvEncoder>);

impl TextFormat for Csv {
    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError> {
        let (encoder, top) = (Arc::clone(&self.0), self.0.top(&header.table));
        Ok(TableText { encoder, top, between: b"", bottom: b"", empty: b"" })
    }
}

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, _: Option<&ExportInfo>) -> Box<dyn Output> {
    let kind = Kind {
        extension: "csv",
        media_type: MEDIA_TYPE,
        compression: Compression::of(options),
        together: false,
        dense: false,
    };
    TextOutput::boxed(Csv(Arc::new(CsvEncoder::new(Layout::of(options)))), kind, place)
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "csv",
        label: Words { en: "CSV", es: "CSV" },
        description: Words {
            en: "Text with one line a row. Several tables come as a zip archive of one file each.",
            es: "Texto con una línea por fila. Varias tablas se entregan en un archivo zip con un fichero cada una.",
        },
        extension: "csv",
        media_type: MEDIA_TYPE,
        params: params(),
        max_rows: None,
    }
}

fn params() -> Vec<ParamDescriptor> {
    layout_params().into_iter().chain(value_params()).chain([compression::option()]).collect()
}

fn layout_params() -> [ParamDescriptor; 7] {
    [
        param(
            "delimiter",
            Words { en: "Delimiter", es: "Separador" },
            Words { en: "What stands between two values.", es: "Lo que separa dos valores." },
            ParamKind::Choice(&["comma", "semicolon", "tab", "pipe"]),
            "comma",
        ),
        param(
            "quote",
            Words { en: "Quote", es: "Comillas" },
            Words {
                en: "What stands around values that need it, doubled within them.",
                es: "Lo que rodea los valores que lo necesitan, duplicado dentro de ellos.",
            },
            ParamKind::Choice(&["double", "single"]),
            "double",
        ),
        param(
            "quoting",
            Words { en: "Quoted values", es: "Valores entrecomillados" },
            Words {
                en: "needed: only values that could be misread; texts: every text.",
                es: "needed: solo los valores que podrían leerse mal; texts: todos los textos.",
            },
            ParamKind::Choice(&["needed", "texts"]),
            "needed",
        ),
        param(
            "header",
            Words { en: "Header line", es: "Línea de encabezado" },
            Words {
                en: "Whether the first line holds the column names.",
                es: "Si la primera línea lleva los nombres de las columnas.",
            },
            ParamKind::Boolean,
            true,
        ),
        param(
            "header_labels",
            Words { en: "Column names", es: "Nombres de columna" },
            Words {
                en: "Field names, or the labels people are shown.",
                es: "Nombres de los campos, o las etiquetas que ven las personas.",
            },
            ParamKind::Choice(&["names", "labels"]),
            "names",
        ),
        param(
            "line_ending",
            Words { en: "Line ending", es: "Fin de línea" },
            Words { en: "lf, or crlf as Windows has it.", es: "lf, o crlf como en Windows." },
            ParamKind::Choice(&["lf", "crlf"]),
            "lf",
        ),
        param(
            "bom",
            Words { en: "Byte order mark", es: "Marca de orden de bytes" },
            Words {
                en: "A mark that tells older spreadsheets the file is UTF-8.",
                es: "Una marca que indica a hojas de cálculo antiguas que el archivo es UTF-8.",
            },
            ParamKind::Boolean,
            false,
        ),
    ]
}

fn value_params() -> [ParamDescriptor; 3] {
    [
        param(
            "safe",
            Words { en: "Safe for spreadsheets", es: "Seguro para hojas de cálculo" },
            Words {
                en: "Puts an apostrophe before texts that a spreadsheet would run as a formula.",
                es: "Pone un apóstrofo ante los textos que una hoja de cálculo ejecutaría como fórmula.",
            },
            ParamKind::Boolean,
            true,
        ),
        param(
            "null",
            Words { en: "Text for null", es: "Texto para nulo" },
            Words {
                en: "What stands for a missing value; nothing unless told.",
                es: "Lo que representa un valor ausente; nada si no se indica.",
            },
            ParamKind::Text,
            "",
        ),
        param(
            "datetime",
            Words { en: "Date and time form", es: "Forma de fecha y hora" },
            Words {
                en: "iso: 2026-01-31T09:30:00Z; space: 2026-01-31 09:30:00.",
                es: "iso: 2026-01-31T09:30:00Z; space: 2026-01-31 09:30:00.",
            },
            ParamKind::Choice(&["iso", "space"]),
            "iso",
        ),
    ]
}
