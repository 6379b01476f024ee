//! A file that appears under its name only when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use dmb_engine::output::OutputError;
use sha2::{Digest, Sha256};

use crate::ahead::Ahead;
use crate::output::{Artifact, Artifacts, FileTarget};

const BUFFER_BYTES: usize = 1 << 20;

/// A file being written as `<name>.part`, hashed on the way. Dropped before it is published, it is removed.
pub(crate) struct PartFile {
    file: Option<BufWriter<File>>,
    ahead: Ahead,
    digest: Sha256,
    bytes: u64,
    part: PathBuf,
    path: PathBuf,
    file_name: String,
}

impl PartFile {
    /// Begins the file. What an earlier attempt left under the same name is overwritten.
    pub(crate) fn create(target: &FileTarget, extension: &str) -> Result<Self, OutputError> {
        let file_name = target.file_name(extension);
        let part = target.folder.join(format!("{file_name}.part"));
        let file = File::create(&part).map_err(|e| failed(&part, "could not be created", e))?;
        let path = target.folder.join(&file_name);
        let file = Some(BufWriter::with_capacity(BUFFER_BYTES, file));
        Ok(Self { file, ahead: Ahead::default(), digest: Sha256::new(), bytes: 0, part, path, file_name })
    }

    /// Appends bytes.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        self.write_all(bytes).map_err(|e| failed(&self.part, "could not be written", e))
    }

    /// The file as it is so far, to be read.
    pub(crate) fn read_back(&mut self) -> Result<File, OutputError> {
        self.flush().and_then(|()| File::open(&self.part)).map_err(|e| failed(&self.part, "could not be read", e))
    }

    /// Makes the file durable, gives it its name, and lists it.
    pub(crate) fn publish(
        mut self,
        rows: u64,
        media_type: &'static str,
        artifacts: &Artifacts,
    ) -> Result<(), OutputError> {
        self.move_into_place().map_err(|e| failed(&self.path, "could not be finished", e))?;
        let sha256 = hex(&std::mem::take(&mut self.digest).finalize());
        let (file_name, path) = (std::mem::take(&mut self.file_name), self.path.clone());
        let artifact = Artifact { file_name, path, rows, bytes: self.bytes, sha256, media_type };
        let list = artifacts.lock();
        list.map_err(|_| OutputError::Internal("the list of files is lost".into()))?.push(artifact);
        Ok(())
    }

    fn move_into_place(&mut self) -> io::Result<()> {
        let Some(file) = self.file.as_mut() else { return Ok(()) };
        file.flush()?;
        self.ahead.finish()?;
        file.get_ref().sync_all()?;
        fs::rename(&self.part, &self.path)?;
        self.file = None;
        sync_folder(&self.path)
    }
}

impl Write for PartFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(file) = self.file.as_mut() else { return Err(io::ErrorKind::BrokenPipe.into()) };
        file.write_all(bytes)?;
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        self.ahead.written(file.get_ref(), self.bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), BufWriter::flush)
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            // What is buffered is thrown away, not written: the file goes.
            drop(file.into_parts());
            // Where even that fails there is nobody left to tell; the name says that it is not whole.
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// A failure of the file system, told by the file's name: its folder concerns nobody who started a job.
pub(crate) fn failed(path: &Path, what: &str, source: io::Error) -> OutputError {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    OutputError::Io { context: format!("{} {what}", name.trim_end_matches(".part")), source }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()
    })
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
