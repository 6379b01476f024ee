//! Batches into lines. Runs on every generating thread.

use arrow_array::{Array, RecordBatch};
use dmb_engine::output::{Encoded, Encoder, OutputError};
use dmb_spec::Table;

use super::Layout;
use crate::columns::{Column, Values};
use crate::digits::{push_bytes, push_datetime};
use crate::plain;

/// Makes lines of rows.
pub(super) struct CsvEncoder {
    layout: Layout,
}

impl CsvEncoder {
    pub(super) fn new(layout: Layout) -> Self {
        Self { layout }
    }

    /// What stands before the rows of a table: the byte order mark and the header line, where they are wanted.
    pub(super) fn top(&self, table: &Table) -> Vec<u8> {
        let mut out = if self.layout.bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        if !self.layout.header {
            return out;
        }
        for (n, field) in table.fields.iter().enumerate() {
            if n > 0 {
                out.push(self.layout.delimiter);
            }
            self.push_text(&mut out, if self.layout.labels { field.label() } else { &field.name });
        }
        out.extend_from_slice(self.layout.line_end);
        out
    }

    /// Which columns are texts that need no quotes for what they hold. One look at all bytes of a column is many times
    /// faster than a look at each cell.
    fn plain(&self, columns: &[Column<'_>]) -> Vec<bool> {
        let plain = |column: &Column<'_>| match column.values() {
            Values::Text(texts) if !self.layout.quote_texts => {
                let (first, last) = (texts.value_offsets()[0], texts.value_offsets()[texts.len()]);
                let bytes = &texts.value_data()[first as usize..last as usize];
                // No early exit within a part, so that many bytes are compared at once.
                !bytes.chunks(4_096).any(|part| part.iter().fold(false, |found, byte| found | self.is_special(*byte)))
            }
            _ => false,
        };
        columns.iter().map(plain).collect()
    }

    /// Whether a text with this byte must be quoted.
    #[inline]
    fn is_special(&self, byte: u8) -> bool {
        (byte == self.layout.delimiter) | (byte == self.layout.quote) | (byte == b'\r') | (byte == b'\n')
    }

    #[inline]
    fn push_cell(&self, out: &mut Vec<u8>, values: Values<'_>, row: usize, plain: bool) {
        match values {
            Values::Text(texts) if plain => self.push_plain_text(out, texts.value(row)),
            Values::Text(texts) => self.push_text(out, texts.value(row)),
            Values::Datetime(micros) if !self.layout.iso_datetime => push_datetime(out, micros[row], b' '),
            // Base64 has no character that a formula could call or quote with, so it is safe as it is.
            other => plain::push(out, other, row),
        }
    }

    /// Text, quoted where it must be. An empty text is quoted so that it differs from a null; so is a text that
    /// reads like the one for null.
    fn push_text(&self, out: &mut Vec<u8>, text: &str) {
        let bytes = text.as_bytes();
        let hostile = self.is_hostile(bytes);
        let quote = self.layout.quote;
        let mark: &[u8] = match (hostile, quote) {
            (false, _) => b"",
            (true, b'\'') => b"''",
            (true, _) => b"'",
        };
        let quoted = self.layout.quote_texts
            || mark.len() > 1
            || self.reads_as_null(bytes)
            || bytes.iter().any(|byte| self.is_special(*byte));
        if quoted {
            out.push(quote);
        }
        out.extend_from_slice(mark);
        if quoted {
            for (n, part) in bytes.split(|b| *b == quote).enumerate() {
                if n > 0 {
                    out.extend_from_slice(&[quote, quote]);
                }
                out.extend_from_slice(part);
            }
            out.push(quote);
        } else {
            out.extend_from_slice(bytes);
        }
    }

    /// The same for a text without any byte that must be quoted.
    #[inline]
    fn push_plain_text(&self, out: &mut Vec<u8>, text: &str) {
        let bytes = text.as_bytes();
        if self.reads_as_null(bytes) || self.is_hostile(bytes) {
            self.push_text(out, text);
        } else {
            push_bytes(out, bytes);
        }
    }

    #[inline]
    fn reads_as_null(&self, bytes: &[u8]) -> bool {
        bytes.is_empty() || bytes == self.layout.null.as_slice()
    }

    /// Whether a spreadsheet could take a text for a formula.
    #[inline]
    fn is_hostile(&self, bytes: &[u8]) -> bool {
        self.layout.safe && matches!(bytes.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
    }

    fn push_null(&self, out: &mut Vec<u8>, alone: bool) {
        // A line with nothing on it is no row to most readers.
        if alone && self.layout.null.is_empty() {
            out.extend_from_slice(&[self.layout.quote, self.layout.quote]);
        } else {
            out.extend_from_slice(&self.layout.null);
        }
    }
}

impl Encoder for CsvEncoder {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let columns = Column::all(batch)?;
        let plain = self.plain(&columns);
        let rows = batch.num_rows();
        let mut bytes = Vec::with_capacity(rows * columns.iter().map(Column::text_width).sum::<usize>());
        for row in 0..rows {
            for (n, (column, plain)) in columns.iter().zip(&plain).enumerate() {
                if n > 0 {
                    bytes.push(self.layout.delimiter);
                }
                match column.at(row) {
                    Some(values) => self.push_cell(&mut bytes, values, row, *plain),
                    None => self.push_null(&mut bytes, columns.len() == 1),
                }
            }
            bytes.extend_from_slice(self.layout.line_end);
        }
        Ok(Encoded::Bytes { bytes, rows: rows as u64 })
    }
}
