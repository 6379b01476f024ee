//! The files: a header line and lines as they come.

use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use super::encode::CsvEncoder;
use super::{Layout, MEDIA_TYPE};
use crate::text_files::{Place, TextFiles};

/// Writes tables as CSV.
pub(super) struct CsvOutput {
    encoder: Arc<CsvEncoder>,
    files: TextFiles,
    rows: u64,
}

impl CsvOutput {
    pub(super) fn new(layout: Layout, place: Place) -> Self {
        Self { encoder: Arc::new(CsvEncoder::new(layout)), files: TextFiles::new("csv", MEDIA_TYPE, place), rows: 0 }
    }
}

impl Output for CsvOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.files.begin(&header.table.name)?;
        self.files.append(&self.encoder.top(&header.table))?;
        Ok((Arc::clone(&self.encoder) as Arc<dyn Encoder>, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let chunk = match chunk {
            Encoded::Batch(batch) => self.encoder.encode(&batch)?,
            done @ Encoded::Bytes { .. } => done,
        };
        if let Encoded::Bytes { bytes, rows } = chunk {
            self.files.append(&bytes)?;
            self.rows += rows;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        self.files.publish(self.rows)
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}
