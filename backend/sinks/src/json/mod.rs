//! JSON: objects a line each (JSON Lines), or one list of them a table. Several tables come as a zip archive of one file
//! each.

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
use encode::JsonEncoder;

/// What stands around rows and members.
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
    /// Before a row's first member, before each other member, between its name and its value, after the last value.
    row: [&'static str; 4],
}

/// A row a line.
const LINES: Frame = Frame {
    extension: "jsonl",
    media_type: "application/x-ndjson",
    top: b"",
    between: b"\n",
    bottom: b"\n",
    empty: b"",
    row: ["{", ",", ":", "}"],
};

/// All rows in a list.
const LIST: Frame = Frame {
    extension: "json",
    media_type: "application/json",
    top: b"[\n",
    between: b",\n",
    bottom: b"\n]\n",
    empty: b"]\n",
    row: ["{", ",", ":", "}"],
};

/// The same, a member a line.
const INDENTED: Frame = Frame { row: ["  {\n    ", ",\n    ", ": ", "\n  }"], ..LIST };

/// How a row is laid out.
#[derive(Clone, Copy, Debug)]
struct Layout {
    frame: Frame,
    /// Whether members that are null are left out.
    omit_nulls: bool,
    /// Whether members are called what people are shown.
    labels: bool,
}

struct Json(Layout);

impl TextFormat for Json {
    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError> {
        let frame = self.0.frame;
        let encoder = Arc::new(JsonEncoder::new(self.0, header));
        Ok(TableText {
            encoder,
            top: frame.top.to_vec(),
            between: frame.between,
            bottom: frame.bottom,
            empty: frame.empty,
        })
    }
}

fn open(frame: Frame, options: &Options<'_>, place: Place) -> Box<dyn Output> {
    let kind = Kind {
        extension: frame.extension,
        media_type: frame.media_type,
        compression: Compression::of(options),
        together: false,
        dense: false,
    };
    let layout =
        Layout { frame, omit_nulls: options.text("nulls") == "omit", labels: options.text("keys") == "labels" };
    TextOutput::boxed(Json(layout), kind, place)
}

/// Begins a file or stream of lines.
pub(crate) fn open_lines(options: &Options<'_>, place: Place, _: Option<&ExportInfo>) -> Box<dyn Output> {
    open(LINES, options, place)
}

/// Begins a file or stream of a list.
pub(crate) fn open_list(options: &Options<'_>, place: Place, _: Option<&ExportInfo>) -> Box<dyn Output> {
    open(if options.flag("indent") { INDENTED } else { LIST }, options, place)
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
        params: [indent()].into_iter().chain(params()).collect(),
        max_rows: None,
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        param(
            "nulls",
            Words { en: "Null values", es: "Valores nulos" },
            Words {
                en: "keep: members that are null are written; omit: they are left out.",
                es: "keep: los miembros nulos se escriben; omit: se omiten.",
            },
            ParamKind::Choice(&["keep", "omit"]),
            "keep",
        ),
        param(
            "keys",
            Words { en: "Member names", es: "Nombres de los miembros" },
            Words {
                en: "Field names, or the labels people are shown.",
                es: "Nombres de los campos, o las etiquetas que ven las personas.",
            },
            ParamKind::Choice(&["names", "labels"]),
            "names",
        ),
        compression::option(),
    ]
}

fn indent() -> ParamDescriptor {
    param(
        "indent",
        Words { en: "Indented", es: "Con sangría" },
        Words {
            en: "A member a line, for people to read; the file grows by about a third.",
            es: "Un miembro por línea, para que lo lean personas; el archivo crece alrededor de un tercio.",
        },
        ParamKind::Boolean,
        false,
    )
}
