//! One table as lines to wherever bytes go, such as standard output.

use std::io::{self, Write};
use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use super::Layout;
use super::encode::CsvEncoder;

/// Writes lines as they come. What was written can't be taken back, so an aborted stream just ends.
pub(super) struct CsvStream {
    encoder: Arc<CsvEncoder>,
    writer: Box<dyn Write + Send>,
    begun: bool,
}

impl CsvStream {
    pub(super) fn new(layout: Layout, writer: Box<dyn Write + Send>) -> Self {
        Self { encoder: Arc::new(CsvEncoder::new(layout)), writer, begun: false }
    }
}

impl Output for CsvStream {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        if self.begun {
            return Err(OutputError::Data("A stream of CSV holds one table.".into()));
        }
        self.begun = true;
        self.writer.write_all(&self.encoder.top(&header.table)).map_err(write_failed)?;
        Ok((Arc::clone(&self.encoder) as Arc<dyn Encoder>, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let chunk = match chunk {
            Encoded::Batch(batch) => self.encoder.encode(&batch)?,
            done @ Encoded::Bytes { .. } => done,
        };
        match chunk {
            Encoded::Bytes { bytes, .. } => self.writer.write_all(&bytes).map_err(write_failed),
            Encoded::Batch(_) => Ok(()),
        }
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), OutputError> {
        self.writer.flush().map_err(write_failed)
    }

    fn abort(self: Box<Self>) {}
}

fn write_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the rows could not be written".into(), source }
}
