//! Comma-separated values, RFC 4180: one table as it is, several as a zip archive of one file each.

mod encode;
mod output;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::Output;
use serde_json::{Value, json};

use crate::options::Options;
use crate::registry::FormatDescriptor;
use crate::text_files::Place;

pub(crate) const MEDIA_TYPE: &str = "text/csv; charset=utf-8";

/// How the text is laid out.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    delimiter: u8,
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

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place) -> Box<dyn Output> {
    Box::new(output::CsvOutput::new(Layout::of(options), place))
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
    layout_params().into_iter().chain(value_params()).collect()
}

fn layout_params() -> [ParamDescriptor; 5] {
    [
        param(
            "delimiter",
            Words { en: "Delimiter", es: "Separador" },
            Words { en: "What stands between two values.", es: "Lo que separa dos valores." },
            ParamKind::Choice(&["comma", "semicolon", "tab", "pipe"]),
            json!("comma"),
        ),
        param(
            "header",
            Words { en: "Header line", es: "Línea de encabezado" },
            Words {
                en: "Whether the first line holds the column names.",
                es: "Si la primera línea lleva los nombres de las columnas.",
            },
            ParamKind::Boolean,
            json!(true),
        ),
        param(
            "header_labels",
            Words { en: "Column names", es: "Nombres de columna" },
            Words {
                en: "Field names, or the labels people are shown.",
                es: "Nombres de los campos, o las etiquetas que ven las personas.",
            },
            ParamKind::Choice(&["names", "labels"]),
            json!("names"),
        ),
        param(
            "line_ending",
            Words { en: "Line ending", es: "Fin de línea" },
            Words { en: "lf, or crlf as Windows has it.", es: "lf, o crlf como en Windows." },
            ParamKind::Choice(&["lf", "crlf"]),
            json!("lf"),
        ),
        param(
            "bom",
            Words { en: "Byte order mark", es: "Marca de orden de bytes" },
            Words {
                en: "A mark that tells older spreadsheets the file is UTF-8.",
                es: "Una marca que indica a hojas de cálculo antiguas que el archivo es UTF-8.",
            },
            ParamKind::Boolean,
            json!(false),
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
            json!(true),
        ),
        param(
            "null",
            Words { en: "Text for null", es: "Texto para nulo" },
            Words {
                en: "What stands for a missing value; nothing unless told.",
                es: "Lo que representa un valor ausente; nada si no se indica.",
            },
            ParamKind::Text,
            json!(""),
        ),
        param(
            "datetime",
            Words { en: "Date and time form", es: "Forma de fecha y hora" },
            Words {
                en: "iso: 2026-01-31T09:30:00Z; space: 2026-01-31 09:30:00.",
                es: "iso: 2026-01-31T09:30:00Z; space: 2026-01-31 09:30:00.",
            },
            ParamKind::Choice(&["iso", "space"]),
            json!("iso"),
        ),
    ]
}

fn param(name: &'static str, label: Words, help: Words, kind: ParamKind, default: Value) -> ParamDescriptor {
    ParamDescriptor { name, label, help, kind, required: false, default: Some(default) }
}
