//! Where text goes: a file as long as there is one table, a zip archive of one file a table from the second on.

use std::io::{self, Read, Write};

use dmb_engine::output::OutputError;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::output::{Artifacts, FileTarget};
use crate::part::PartFile;

const ZIP_MEDIA_TYPE: &str = "application/zip";
/// Fast: the archive is made while rows are, by one thread.
const ZIP_LEVEL: i64 = 1;
const COPY_BYTES: usize = 1 << 16;

type Archive = ZipWriter<StreamWriter<PartFile>>;

enum Place {
    /// No table has come yet.
    Nowhere,
    /// One table so far, of this name.
    Plain(Box<PartFile>, String),
    /// Two tables or more.
    Zip(Box<Archive>),
}

/// Files of text in the making. Whether they go into an archive shows when a second table begins: what the first one
/// holds by then is moved there. Dropped before it is published, nothing is left.
pub(crate) struct TextFiles {
    extension: &'static str,
    media_type: &'static str,
    target: FileTarget,
    artifacts: Artifacts,
    place: Place,
}

impl TextFiles {
    /// Files with this ending and media type; none is begun yet.
    pub(crate) fn new(
        extension: &'static str,
        media_type: &'static str,
        target: FileTarget,
        artifacts: Artifacts,
    ) -> Self {
        Self { extension, media_type, target, artifacts, place: Place::Nowhere }
    }

    /// Begins the file of a table.
    pub(crate) fn begin(&mut self, table: &str) -> Result<(), OutputError> {
        self.place = match std::mem::replace(&mut self.place, Place::Nowhere) {
            Place::Nowhere => {
                let file = PartFile::create(&self.target, self.extension)?;
                Place::Plain(Box::new(file), table.to_owned())
            }
            Place::Plain(first, first_table) => {
                let mut archive = self.archive_with(*first, &first_table)?;
                self.begin_entry(&mut archive, table)?;
                Place::Zip(archive)
            }
            Place::Zip(mut archive) => {
                self.begin_entry(&mut archive, table)?;
                Place::Zip(archive)
            }
        };
        Ok(())
    }

    /// Appends to the file begun last.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        match &mut self.place {
            Place::Plain(file, _) => file.append(bytes),
            Place::Zip(archive) => archive.write_all(bytes).map_err(write_failed),
            Place::Nowhere => Err(OutputError::Internal("rows came before their table".into())),
        }
    }

    /// Gives the file its name; it holds so many rows.
    pub(crate) fn publish(self, rows: u64) -> Result<(), OutputError> {
        match self.place {
            Place::Plain(file, _) => file.publish(rows, self.media_type, &self.artifacts),
            Place::Zip(archive) => {
                let file = archive.finish().map_err(zip_failed)?.into_inner();
                file.publish(rows, ZIP_MEDIA_TYPE, &self.artifacts)
            }
            Place::Nowhere => Err(OutputError::Data("There is no table to write.".into())),
        }
    }

    fn archive_with(&self, mut first: PartFile, table: &str) -> Result<Box<Archive>, OutputError> {
        let mut archive = Box::new(ZipWriter::new_stream(PartFile::create(&self.target, "zip")?));
        self.begin_entry(&mut archive, table)?;
        let mut text = first.read_back()?;
        let mut buffer = vec![0; COPY_BYTES];
        loop {
            match text.read(&mut buffer).map_err(write_failed)? {
                0 => return Ok(archive),
                n => archive.write_all(&buffer[..n]).map_err(write_failed)?,
            }
        }
    }

    fn begin_entry(&self, archive: &mut Archive, table: &str) -> Result<(), OutputError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(ZIP_LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            // The size isn't known before it is written, and may pass 4 GB.
            .large_file(true);
        archive.start_file(format!("{table}.{}", self.extension), options).map_err(zip_failed)
    }
}

fn write_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the archive could not be written".into(), source }
}

fn zip_failed(error: zip::result::ZipError) -> OutputError {
    write_failed(error.into())
}
