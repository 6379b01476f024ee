//! Markdown: tables for documents and tickets, all in one file. For small samples.

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use crate::columns::{Column, Values};
use crate::compression::Compression;
use crate::options::{Options, param};
use crate::output::ExportInfo;
use crate::plain;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place};
use crate::text::{TableText, TextFormat, TextOutput};

const MEDIA_TYPE: &str = "text/markdown; charset=utf-8";
/// Most rows of a table: more are no sample that people read.
const MAX_ROWS: u64 = 1_000;

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, info: Option<&ExportInfo>) -> Box<dyn Output> {
    let kind =
        Kind { extension: "md", media_type: MEDIA_TYPE, compression: Compression::None, together: true, dense: false };
    let title = info.map(|info| info.project.clone());
    TextOutput::boxed(Markdown { title, labels: options.text("header_labels") == "labels" }, kind, place)
}

struct Markdown {
    title: Option<String>,
    labels: bool,
}

impl TextFormat for Markdown {
    fn top(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some(title) = &self.title {
            out.extend_from_slice(b"# ");
            push_escaped(&mut out, title);
            out.push(b'\n');
        }
        out
    }

    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError> {
        let mut top = b"\n## ".to_vec();
        push_escaped(&mut top, header.table.label());
        top.extend_from_slice(b"\n\n|");
        for field in &header.table.fields {
            top.push(b' ');
            push_escaped(&mut top, if self.labels { field.label() } else { &field.name });
            top.extend_from_slice(b" |");
        }
        top.extend_from_slice(b"\n|");
        for column in header.schema.fields() {
            top.extend_from_slice(if column.data_type().is_numeric() { b" ---: |" } else { b" --- |" });
        }
        top.push(b'\n');
        Ok(TableText { encoder: Arc::new(Lines), top, between: b"", bottom: b"", empty: b"" })
    }

    fn max_rows(&self) -> Option<u64> {
        Some(MAX_ROWS)
    }
}

/// Makes lines of rows.
struct Lines;

impl Encoder for Lines {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let columns = Column::all(batch)?;
        let mut bytes = Vec::new();
        for row in 0..batch.num_rows() {
            bytes.push(b'|');
            for column in &columns {
                bytes.push(b' ');
                match column.at(row) {
                    None => bytes.extend_from_slice(b"*null*"),
                    Some(Values::Text(texts)) => push_escaped(&mut bytes, texts.value(row)),
                    Some(values) => plain::push(&mut bytes, values, row),
                }
                bytes.extend_from_slice(b" |");
            }
            bytes.push(b'\n');
        }
        Ok(Encoded::Bytes { bytes, rows: batch.num_rows() as u64 })
    }
}

/// Text of which nothing means anything to Markdown or to HTML within it.
fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let mut after_return = false;
    for byte in text.bytes() {
        match byte {
            // A line end of two characters is one.
            b'\n' if after_return => {}
            b'\n' | b'\r' => out.extend_from_slice(b"<br>"),
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'|' | b'~' | b'#' | b'$' => {
                out.extend_from_slice(&[b'\\', byte])
            }
            byte if byte.is_ascii_control() => out.push(b' '),
            byte => out.push(byte),
        }
        after_return = byte == b'\r';
    }
}

/// The option that chooses how columns are headed.
pub(crate) fn headings() -> ParamDescriptor {
    param(
        "header_labels",
        Words { en: "Column names", es: "Nombres de columna" },
        Words {
            en: "Field names, or the labels people are shown.",
            es: "Nombres de los campos, o las etiquetas que ven las personas.",
        },
        ParamKind::Choice(&["labels", "names"]),
        "labels",
    )
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "markdown",
        label: Words { en: "Markdown", es: "Markdown" },
        description: Words {
            en: "Tables for documents and tickets: samples of up to 1,000 rows a table.",
            es: "Tablas para documentos y tickets: muestras de hasta 1000 filas por tabla.",
        },
        extension: "md",
        media_type: MEDIA_TYPE,
        params: vec![headings()],
        max_rows: Some(MAX_ROWS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_means_anything() {
        let check = |text: &str, expect: &str| {
            let mut out = Vec::new();
            push_escaped(&mut out, text);
            assert_eq!(String::from_utf8(out).unwrap(), expect);
        };
        check("a | b", r"a \| b");
        check("<script>&", "&lt;script&gt;&amp;");
        check("one\r\ntwo\nthree", "one<br>two<br>three");
        check("*x* `y` [z](w)", r"\*x\* \`y\` \[z\](w)");
        check("ñ 😀 שלום", "ñ 😀 שלום");
    }
}
