//! The files: what stands around the rows, and the rows as they come.

use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use super::Layout;
use super::encode::JsonEncoder;
use crate::text_files::{Place, TextFiles};

/// Writes tables as JSON.
pub(super) struct JsonOutput {
    layout: Layout,
    files: TextFiles,
    /// Of the table begun last.
    encoder: Option<Arc<JsonEncoder>>,
    /// Rows of the table begun last.
    in_table: u64,
    rows: u64,
}

impl JsonOutput {
    pub(super) fn new(layout: Layout, place: Place) -> Self {
        let files = TextFiles::new(layout.frame.extension, layout.frame.media_type, place);
        Self { layout, files, encoder: None, in_table: 0, rows: 0 }
    }
}

impl Output for JsonOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.files.begin(&header.table.name)?;
        self.files.append(self.layout.frame.top)?;
        self.in_table = 0;
        let encoder = Arc::new(JsonEncoder::new(self.layout, header));
        self.encoder = Some(Arc::clone(&encoder));
        Ok((encoder, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let chunk = match (chunk, &self.encoder) {
            (Encoded::Batch(batch), Some(encoder)) => encoder.encode(&batch)?,
            (chunk, _) => chunk,
        };
        match chunk {
            Encoded::Bytes { bytes, rows } if rows > 0 => {
                if self.in_table > 0 {
                    self.files.append(self.layout.frame.between)?;
                }
                self.files.append(&bytes)?;
                self.in_table += rows;
                self.rows += rows;
                Ok(())
            }
            Encoded::Bytes { .. } => Ok(()),
            Encoded::Batch(_) => Err(OutputError::Internal("rows came before their table".into())),
        }
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        let frame = self.layout.frame;
        self.files.append(if self.in_table > 0 { frame.bottom } else { frame.empty })
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        self.files.publish(self.rows)
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}
