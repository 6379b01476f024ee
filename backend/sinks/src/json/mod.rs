//! JSON: objects a line each (JSON Lines), or one list of them a table. Several tables come as a zip archive of one file
//! each.

mod encode;
mod output;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::Output;
use serde_json::json;

use crate::options::Options;
use crate::registry::FormatDescriptor;
use crate::text_files::Place;

/// What stands around the rows of a table.
#[derive(Clone, Copy, Debug)]
struct Frame {
    extension: &'static str,
    media_type: &'static str,
    /// Before the first row.
    top: &'static [u8],
    /// Between two rows.
    between: &'static [u8],
    /// After the last row, where there is one.
    bottom: &'static [u8],
    /// After `top` where there is no row.
    empty: &'static [u8],
}

/// A row a line.
const LINES: Frame = Frame {
    extension: "jsonl",
    media_type: "application/x-ndjson",
    top: b"",
    between: b"\n",
    bottom: b"\n",
    empty: b"",
};

/// All rows in a list.
const LIST: Frame = Frame {
    extension: "json",
    media_type: "application/json",
    top: b"[\n",
    between: b",\n",
    bottom: b"\n]\n",
    empty: b"]\n",
};

/// How a row is laid out.
#[derive(Clone, Copy, Debug)]
struct Layout {
    frame: Frame,
    /// Whether members that are null are left out.
    omit_nulls: bool,
    /// Whether members are called what people are shown.
    labels: bool,
}

impl Layout {
    fn of(frame: Frame, options: &Options<'_>) -> Self {
        Self { frame, omit_nulls: options.text("nulls") == "omit", labels: options.text("keys") == "labels" }
    }
}

/// Begins a file or stream of lines.
pub(crate) fn open_lines(options: &Options<'_>, place: Place) -> Box<dyn Output> {
    Box::new(output::JsonOutput::new(Layout::of(LINES, options), place))
}

/// Begins a file or stream of a list.
pub(crate) fn open_list(options: &Options<'_>, place: Place) -> Box<dyn Output> {
    Box::new(output::JsonOutput::new(Layout::of(LIST, options), place))
}

/// The entry of the catalogue for lines.
pub(crate) fn lines() -> FormatDescriptor {
    FormatDescriptor {
        id: "jsonl",
        label: Words { en: "JSON Lines", es: "JSON Lines" },
        description: Words {
            en: "Text with one JSON object a line. Several tables come as a zip archive of one file each.",
            es: "Texto con un objeto JSON por línea. Varias tablas se entregan en un archivo zip con un fichero cada una.",
        },
        extension: LINES.extension,
        media_type: LINES.media_type,
        params: params(),
        max_rows: None,
    }
}

/// The entry of the catalogue for lists.
pub(crate) fn list() -> FormatDescriptor {
    FormatDescriptor {
        id: "json",
        label: Words { en: "JSON", es: "JSON" },
        description: Words {
            en: "A JSON list of one object a row. Several tables come as a zip archive of one file each.",
            es: "Una lista JSON con un objeto por fila. Varias tablas se entregan en un archivo zip con un fichero cada una.",
        },
        extension: LIST.extension,
        media_type: LIST.media_type,
        params: params(),
        max_rows: None,
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        ParamDescriptor {
            name: "nulls",
            label: Words { en: "Null values", es: "Valores nulos" },
            help: Words {
                en: "keep: members that are null are written; omit: they are left out.",
                es: "keep: los miembros nulos se escriben; omit: se omiten.",
            },
            kind: ParamKind::Choice(&["keep", "omit"]),
            required: false,
            default: Some(json!("keep")),
        },
        ParamDescriptor {
            name: "keys",
            label: Words { en: "Member names", es: "Nombres de los miembros" },
            help: Words {
                en: "Field names, or the labels people are shown.",
                es: "Nombres de los campos, o las etiquetas que ven las personas.",
            },
            kind: ParamKind::Choice(&["names", "labels"]),
            required: false,
            default: Some(json!("names")),
        },
    ]
}
