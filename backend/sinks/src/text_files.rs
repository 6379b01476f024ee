//! Where text goes: a file as long as there is one table, a zip archive of one file a table from the second on; or a
//! stream, which takes one table and whose bytes can't be taken back.

use std::io::{self, Read, Write};

use dmb_engine::output::OutputError;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::output::{Artifacts, FileTarget};
use crate::part::PartFile;

/// Where the text of tables is wanted.
pub(crate) enum Place {
    /// In a file.
    File(FileTarget, Artifacts),
    /// In a stream, as it comes.
    Stream(Box<dyn Write + Send>),
}

const ZIP_MEDIA_TYPE: &str = "application/zip";
/// Fast: the archive is made while rows are, by one thread.
const ZIP_LEVEL: i64 = 1;
const COPY_BYTES: usize = 1 << 16;

type Archive = ZipWriter<StreamWriter<PartFile>>;

enum State {
    /// No table has come yet.
    Nowhere,
    /// One table so far, of this name.
    Plain(Box<PartFile>, String),
    /// Two tables or more.
    Zip(Box<Archive>),
    /// A table has begun in the stream.
    Streaming,
}

/// Files of text in the making. Whether they go into an archive shows when a second table begins: what the first one
/// holds by then is moved there. Dropped before it is published, nothing is left.
pub(crate) struct TextFiles {
    extension: &'static str,
    media_type: &'static str,
    place: Place,
    state: State,
}

impl TextFiles {
    /// Files with this ending and media type; none is begun yet.
    pub(crate) fn new(extension: &'static str, media_type: &'static str, place: Place) -> Self {
        Self { extension, media_type, place, state: State::Nowhere }
    }

    /// Begins the file of a table.
    pub(crate) fn begin(&mut self, table: &str) -> Result<(), OutputError> {
        self.state = match (std::mem::replace(&mut self.state, State::Nowhere), &self.place) {
            (State::Nowhere, Place::File(target, _)) => {
                let file = PartFile::create(target, self.extension)?;
                State::Plain(Box::new(file), table.to_owned())
            }
            (State::Plain(first, first_table), Place::File(target, _)) => {
                let mut archive = self.archive_with(*first, &first_table, target)?;
                self.begin_entry(&mut archive, table)?;
                State::Zip(archive)
            }
            (State::Zip(mut archive), _) => {
                self.begin_entry(&mut archive, table)?;
                State::Zip(archive)
            }
            (State::Nowhere, Place::Stream(_)) => State::Streaming,
            (began @ (State::Plain(..) | State::Streaming), _) => {
                self.state = began;
                return Err(OutputError::Data("A stream holds one table.".into()));
            }
        };
        Ok(())
    }

    /// Appends to the file begun last.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        match (&mut self.state, &mut self.place) {
            (State::Plain(file, _), _) => file.append(bytes),
            (State::Zip(archive), _) => archive.write_all(bytes).map_err(write_failed),
            (State::Streaming, Place::Stream(writer)) => writer.write_all(bytes).map_err(stream_failed),
            _ => Err(OutputError::Internal("rows came before their table".into())),
        }
    }

    /// Gives the file its name, or ends the stream; it holds so many rows.
    pub(crate) fn publish(self, rows: u64) -> Result<(), OutputError> {
        match (self.state, self.place) {
            (State::Plain(file, _), Place::File(_, artifacts)) => file.publish(rows, self.media_type, &artifacts),
            (State::Zip(archive), Place::File(_, artifacts)) => {
                let file = archive.finish().map_err(zip_failed)?.into_inner();
                file.publish(rows, ZIP_MEDIA_TYPE, &artifacts)
            }
            (State::Streaming, Place::Stream(mut writer)) => writer.flush().map_err(stream_failed),
            _ => Err(OutputError::Data("There is no table to write.".into())),
        }
    }

    fn archive_with(&self, mut first: PartFile, table: &str, target: &FileTarget) -> Result<Box<Archive>, OutputError> {
        let mut archive = Box::new(ZipWriter::new_stream(PartFile::create(target, "zip")?));
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

fn stream_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the rows could not be written".into(), source }
}

fn write_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the archive could not be written".into(), source }
}

fn zip_failed(error: zip::result::ZipError) -> OutputError {
    write_failed(error.into())
}
