//! What every file sink is given, and what it leaves behind.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};
use dmb_spec::Design;

/// Where a file goes: the format adds its ending to the name.
#[derive(Clone, Debug)]
pub struct FileTarget {
    /// Folder, which must exist.
    pub folder: PathBuf,
    /// File name without its ending. Characters that file systems refuse are replaced.
    pub base_name: String,
}

impl FileTarget {
    /// The whole file name with this ending.
    pub(crate) fn file_name(&self, extension: &str) -> String {
        let legal = |c: char| if c.is_alphanumeric() || " -_.()+,".contains(c) { c } else { '_' };
        let name: String = self.base_name.chars().take(100).map(legal).collect();
        let name = name.trim_matches([' ', '.']);
        format!("{}.{extension}", if name.is_empty() { "rows" } else { name })
    }
}

/// What a file tells of itself, beside its rows. Part of the bytes, so it holds nothing that changes when the same job
/// is run again.
#[derive(Clone, Debug)]
pub struct ExportInfo {
    /// Name of the project.
    pub project: String,
    /// Who asked for the file.
    pub created_by: String,
    /// Seed of the rows, where they were generated for this file.
    pub seed: Option<u64>,
    /// What "now" meant; stands for the moment of making wherever a format wants one.
    pub as_of: DateTime<Utc>,
    /// Revision of the design, where it has one.
    pub revision: Option<u32>,
    /// The design the tables belong to.
    pub design: Arc<Design>,
}

/// A file that was finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Name of the file, ending included.
    pub file_name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Rows in it, all tables together.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Its media type.
    pub media_type: &'static str,
}

/// The list of finished files, shared with whoever started the output; filled by `finish`.
pub type Artifacts = Arc<Mutex<Vec<Artifact>>>;

/// A file on its way; see [`Output`].
pub struct FileOutput {
    inner: Box<dyn Output>,
    artifacts: Artifacts,
}

impl FileOutput {
    pub(crate) fn new(inner: Box<dyn Output>, artifacts: Artifacts) -> Self {
        Self { inner, artifacts }
    }

    /// Where the finished file will be listed; keep it before the output is handed to a run.
    pub fn artifacts(&self) -> Artifacts {
        Arc::clone(&self.artifacts)
    }
}

impl Output for FileOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.inner.begin_table(header)
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        self.inner.write(chunk)
    }

    fn faults(&mut self, cells: &[FaultyCell]) -> Result<(), OutputError> {
        self.inner.faults(cells)
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        self.inner.end_table()
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        self.inner.finish()
    }

    fn abort(self: Box<Self>) {
        self.inner.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_made_legal() {
        let check = |base: &str, expect: &str| {
            let target = FileTarget { folder: PathBuf::new(), base_name: base.to_owned() };
            assert_eq!(target.file_name("csv"), expect);
        };
        check("Année 2026 (v1.2)", "Année 2026 (v1.2).csv");
        check("../../etc/passwd", "_.._etc_passwd.csv");
        check("a:b*?\n\"", "a_b____.csv");
        check("..", "rows.csv");
        check("", "rows.csv");
    }
}
