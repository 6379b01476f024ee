//! HTML: one page with a table a table, that needs nothing but itself. For samples.

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::generator::Words;
use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use crate::columns::{Column, Values};
use crate::compression::Compression;
use crate::markdown::headings;
use crate::options::Options;
use crate::output::ExportInfo;
use crate::plain;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place};
use crate::text::{TableText, TextFormat, TextOutput};

const MEDIA_TYPE: &str = "text/html; charset=utf-8";
/// Most rows of a table: browsers lay out whole tables.
const MAX_ROWS: u64 = 10_000;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:14px/1.5 system-ui,sans-serif;margin:2rem;overflow-wrap:anywhere}\
table{border-collapse:collapse;margin:0 0 2rem}\
caption{font-size:1.2rem;font-weight:600;text-align:start;padding:.5rem 0}\
th,td{border:1px solid #8884;padding:.25rem .6rem;text-align:start;vertical-align:top;white-space:pre-wrap}\
thead th{position:sticky;top:0;background:#1f4e79;color:#fff}\
tbody tr:nth-child(even){background:#8881}\
.n{text-align:end;font-variant-numeric:tabular-nums}\
i{opacity:.6}";

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, info: Option<&ExportInfo>) -> Box<dyn Output> {
    let kind = Kind {
        extension: "html",
        media_type: MEDIA_TYPE,
        compression: Compression::None,
        together: true,
        dense: false,
    };
    let title = info.map(|info| info.project.clone()).unwrap_or_default();
    TextOutput::boxed(Html { title, labels: options.text("header_labels") == "labels" }, kind, place)
}

struct Html {
    title: String,
    labels: bool,
}

impl TextFormat for Html {
    fn top(&self) -> Vec<u8> {
        let mut out = b"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>".to_vec();
        push_escaped(&mut out, if self.title.is_empty() { "Rows" } else { &self.title });
        out.extend_from_slice(b"</title>\n<style>");
        out.extend_from_slice(STYLE.as_bytes());
        out.extend_from_slice(b"</style>\n</head>\n<body>\n");
        out
    }

    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError> {
        let mut top = b"<table>\n<caption dir=\"auto\">".to_vec();
        push_escaped(&mut top, header.table.label());
        top.extend_from_slice(b"</caption>\n<thead>\n<tr>");
        for field in &header.table.fields {
            top.extend_from_slice(b"<th scope=\"col\" dir=\"auto\">");
            push_escaped(&mut top, if self.labels { field.label() } else { &field.name });
            top.extend_from_slice(b"</th>");
        }
        top.extend_from_slice(b"</tr>\n</thead>\n<tbody>\n");
        let end = b"</tbody>\n</table>\n";
        Ok(TableText { encoder: Arc::new(Lines), top, between: b"", bottom: end, empty: end })
    }

    fn bottom(&self) -> Vec<u8> {
        b"</body>\n</html>\n".to_vec()
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
            bytes.extend_from_slice(b"<tr>");
            for (column, data) in columns.iter().zip(batch.columns()) {
                let numeric = data.data_type().is_numeric();
                bytes.extend_from_slice(if numeric { b"<td class=\"n\">" } else { b"<td dir=\"auto\">" });
                match column.at(row) {
                    None => bytes.extend_from_slice(b"<i>null</i>"),
                    Some(Values::Text(texts)) => push_escaped(&mut bytes, texts.value(row)),
                    Some(values) => plain::push(&mut bytes, values, row),
                }
                bytes.extend_from_slice(b"</td>");
            }
            bytes.extend_from_slice(b"</tr>\n");
        }
        Ok(Encoded::Bytes { bytes, rows: batch.num_rows() as u64 })
    }
}

/// Text of which nothing means anything to HTML.
fn push_escaped(out: &mut Vec<u8>, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' => out.extend_from_slice(b"&quot;"),
            // Readers of HTML turn a bare carriage return into a line end.
            b'\r' => out.extend_from_slice(b"&#13;"),
            byte => out.push(byte),
        }
    }
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "html",
        label: Words { en: "HTML page", es: "Página HTML" },
        description: Words {
            en: "A page to open in any browser: samples of up to 10,000 rows a table.",
            es: "Una página que abre cualquier navegador: muestras de hasta 10 000 filas por tabla.",
        },
        extension: "html",
        media_type: MEDIA_TYPE,
        params: vec![headings()],
        max_rows: Some(MAX_ROWS),
    }
}
