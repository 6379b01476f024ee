//! The file: lines as they come, or a zip archive of them from the second table on.

use std::io::{self, Read, Write};
use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::encode::CsvEncoder;
use super::{Layout, MEDIA_TYPE};
use crate::output::{Artifacts, FileTarget};
use crate::part::PartFile;

const ZIP_MEDIA_TYPE: &str = "application/zip";
/// Fast: the archive is made while rows are, by one thread.
const ZIP_LEVEL: i64 = 1;
const COPY_BYTES: usize = 1 << 16;

type Archive = ZipWriter<StreamWriter<PartFile>>;

/// Where lines go.
enum Place {
    /// No table has come yet.
    Nowhere,
    /// One table so far, of this name.
    Plain(Box<PartFile>, String),
    /// Two tables or more.
    Zip(Box<Archive>),
}

/// Writes tables as CSV. Whether the file is an archive shows when a second table begins: what the first one holds by
/// then is moved into the archive.
pub(super) struct CsvOutput {
    encoder: Arc<CsvEncoder>,
    target: FileTarget,
    artifacts: Artifacts,
    place: Place,
    rows: u64,
}

impl CsvOutput {
    pub(super) fn new(layout: Layout, target: FileTarget, artifacts: Artifacts) -> Self {
        Self { encoder: Arc::new(CsvEncoder::new(layout)), target, artifacts, place: Place::Nowhere, rows: 0 }
    }

    fn begin_file(&mut self, name: &str) -> Result<(), OutputError> {
        self.place = match std::mem::replace(&mut self.place, Place::Nowhere) {
            Place::Nowhere => Place::Plain(Box::new(PartFile::create(&self.target, "csv")?), name.to_owned()),
            Place::Plain(first, first_name) => {
                let mut archive = self.archive_with(*first, &first_name)?;
                begin_entry(&mut archive, name)?;
                Place::Zip(archive)
            }
            Place::Zip(mut archive) => {
                begin_entry(&mut archive, name)?;
                Place::Zip(archive)
            }
        };
        Ok(())
    }

    fn archive_with(&self, mut first: PartFile, name: &str) -> Result<Box<Archive>, OutputError> {
        let mut archive = Box::new(ZipWriter::new_stream(PartFile::create(&self.target, "zip")?));
        begin_entry(&mut archive, name)?;
        let mut lines = first.read_back()?;
        let mut buffer = vec![0; COPY_BYTES];
        loop {
            match lines.read(&mut buffer).map_err(write_failed)? {
                0 => return Ok(archive),
                n => archive.write_all(&buffer[..n]).map_err(write_failed)?,
            }
        }
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        match &mut self.place {
            Place::Plain(file, _) => file.append(bytes),
            Place::Zip(archive) => archive.write_all(bytes).map_err(write_failed),
            Place::Nowhere => Err(OutputError::Internal("rows came before their table".into())),
        }
    }
}

impl Output for CsvOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.begin_file(&header.table.name)?;
        let top = self.encoder.top(&header.table);
        self.append(&top)?;
        Ok((Arc::clone(&self.encoder) as Arc<dyn Encoder>, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let chunk = match chunk {
            Encoded::Batch(batch) => self.encoder.encode(&batch)?,
            done @ Encoded::Bytes { .. } => done,
        };
        if let Encoded::Bytes { bytes, rows } = chunk {
            self.append(&bytes)?;
            self.rows += rows;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        match self.place {
            Place::Plain(file, _) => file.publish(self.rows, MEDIA_TYPE, &self.artifacts),
            Place::Zip(archive) => {
                let file = archive.finish().map_err(zip_failed)?.into_inner();
                file.publish(self.rows, ZIP_MEDIA_TYPE, &self.artifacts)
            }
            Place::Nowhere => Err(OutputError::Data("There is no table to write.".into())),
        }
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}

fn begin_entry(archive: &mut Archive, name: &str) -> Result<(), OutputError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(ZIP_LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        // The size isn't known before it is written, and may pass 4 GB.
        .large_file(true);
    archive.start_file(format!("{name}.csv"), options).map_err(zip_failed)
}

fn write_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the archive could not be written".into(), source }
}

fn zip_failed(error: zip::result::ZipError) -> OutputError {
    write_failed(error.into())
}
