//! Where tables go as they come: a file as long as there is one table, a zip archive of one file a table from the second
//! on (or one file for all, where a format wants that); or a stream, whose bytes can't be taken back.

use std::io::{self, Read, Write};
use std::sync::Arc;

use dmb_engine::output::{Encoder, OutputError};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::compression::Compression;
use crate::output::{Artifacts, FileTarget};
use crate::part::PartFile;

/// Where tables are wanted.
pub(crate) enum Place {
    /// In a file.
    File(FileTarget, Artifacts),
    /// In a stream, as it comes.
    Stream(Box<dyn Write + Send>),
}

/// What the files are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// Ending of a file.
    pub(crate) extension: &'static str,
    /// Its media type.
    pub(crate) media_type: &'static str,
    /// How what is appended is compressed.
    pub(crate) compression: Compression,
    /// Whether all tables go into one file.
    pub(crate) together: bool,
    /// Whether the bytes are compressed by the format itself, so that an archive need not try.
    pub(crate) dense: bool,
}

const ZIP_MEDIA_TYPE: &str = "application/zip";
/// Fast: the archive is made while rows are, by one thread.
const ZIP_LEVEL: i64 = 1;
const COPY_BYTES: usize = 1 << 16;

type Archive = ZipWriter<StreamWriter<PartFile>>;

enum State {
    /// No table has come yet.
    Nowhere,
    /// One file so far, begun for this table.
    Plain(Box<PartFile>, String),
    /// Two files or more.
    Zip(Box<Archive>),
    /// A table has begun in the stream.
    Streaming,
}

/// Files in the making. Whether they go into an archive shows when a second table begins: what the first one holds by
/// then is moved there. Dropped before it is published, nothing is left.
pub(crate) struct TableFiles {
    kind: Kind,
    place: Place,
    state: State,
}

impl TableFiles {
    /// Files of this kind; none is begun yet.
    pub(crate) fn new(kind: Kind, place: Place) -> Self {
        Self { kind, place, state: State::Nowhere }
    }

    /// Begins the file of a table; false where it goes on in the file of those before it.
    pub(crate) fn begin(&mut self, table: &str) -> Result<bool, OutputError> {
        self.state = match (std::mem::replace(&mut self.state, State::Nowhere), &self.place) {
            (State::Nowhere, Place::File(target, _)) => {
                let file = PartFile::create(target, &self.extension())?;
                State::Plain(Box::new(file), table.to_owned())
            }
            (State::Nowhere, Place::Stream(_)) => State::Streaming,
            (began, _) if self.kind.together => {
                self.state = began;
                return Ok(false);
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
            (began @ (State::Plain(..) | State::Streaming), _) => {
                self.state = began;
                return Err(OutputError::Data("A stream of this format holds one table.".into()));
            }
        };
        Ok(true)
    }

    /// The encoder of a table, made to compress what it encodes where that is wanted.
    pub(crate) fn encoder(&self, inner: Arc<dyn Encoder>) -> Arc<dyn Encoder> {
        self.kind.compression.after(inner)
    }

    /// Appends to the file begun last, compressed where that is wanted.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        match self.kind.compression {
            Compression::None => self.append_ready(bytes),
            _ if bytes.is_empty() => Ok(()),
            compression => {
                let squeezed = compression.squeeze(bytes)?;
                self.append_ready(&squeezed)
            }
        }
    }

    /// Appends what the encoder of [`Self::encoder`] made.
    pub(crate) fn append_ready(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        match &mut self.state {
            State::Plain(file, _) => file.append(bytes),
            State::Nowhere => Err(OutputError::Internal("rows came before their table".into())),
            State::Zip(_) | State::Streaming => self.write_all(bytes).map_err(|source| self.write_failed(source)),
        }
    }

    /// Gives the file its name, or ends the stream; it holds so many rows.
    pub(crate) fn publish(self, rows: u64) -> Result<(), OutputError> {
        let media_type = self.kind.compression.media_type().unwrap_or(self.kind.media_type);
        match (self.state, self.place) {
            (State::Plain(file, _), Place::File(_, artifacts)) => file.publish(rows, media_type, &artifacts),
            (State::Zip(archive), Place::File(_, artifacts)) => {
                let file = archive.finish().map_err(zip_failed)?.into_inner();
                file.publish(rows, ZIP_MEDIA_TYPE, &artifacts)
            }
            (State::Streaming, Place::Stream(mut writer)) => writer.flush().map_err(stream_failed),
            _ => Err(OutputError::Data("There is no table to write.".into())),
        }
    }

    fn extension(&self) -> String {
        format!("{}{}", self.kind.extension, self.kind.compression.suffix())
    }

    fn archive_with(&self, mut first: PartFile, table: &str, target: &FileTarget) -> Result<Box<Archive>, OutputError> {
        let mut archive = Box::new(ZipWriter::new_stream(PartFile::create(target, "zip")?));
        self.begin_entry(&mut archive, table)?;
        let mut text = first.read_back()?;
        let mut buffer = vec![0; COPY_BYTES];
        loop {
            match text.read(&mut buffer).map_err(archive_failed)? {
                0 => return Ok(archive),
                n => archive.write_all(&buffer[..n]).map_err(archive_failed)?,
            }
        }
    }

    fn begin_entry(&self, archive: &mut Archive, table: &str) -> Result<(), OutputError> {
        let dense = self.kind.dense || self.kind.compression != Compression::None;
        let (method, level) =
            if dense { (CompressionMethod::Stored, None) } else { (CompressionMethod::Deflated, Some(ZIP_LEVEL)) };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level(level)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            // The size isn't known before it is written, and may pass 4 GB.
            .large_file(true);
        archive.start_file(format!("{table}.{}", self.extension()), options).map_err(zip_failed)
    }

    fn write_failed(&self, source: io::Error) -> OutputError {
        if matches!(self.state, State::Zip(_)) { archive_failed(source) } else { stream_failed(source) }
    }
}

/// Bytes as they are, for formats that write through a library.
impl Write for TableFiles {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match (&mut self.state, &mut self.place) {
            (State::Plain(file, _), _) => file.write_all(bytes),
            (State::Zip(archive), _) => archive.write_all(bytes),
            (State::Streaming, Place::Stream(writer)) => writer.write_all(bytes),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Nothing waits here; what has been written is made durable when it is published.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn stream_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the rows could not be written".into(), source }
}

fn archive_failed(source: io::Error) -> OutputError {
    OutputError::Io { context: "the archive could not be written".into(), source }
}

fn zip_failed(error: zip::result::ZipError) -> OutputError {
    archive_failed(error.into())
}
