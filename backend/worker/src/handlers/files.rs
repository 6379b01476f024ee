//! The files of a job: opened with the same words, listed as exports.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use dmb_app::jobs::FileRequest;
use dmb_app::jobs::args::Origins;
use dmb_app::{AppError, BoxError};
use dmb_sinks::{Artifacts, ExportInfo, FileOutput, FileTarget, MANIFEST};
use dmb_spec::{Design, Params, Table};
use dmb_store::NewExport;
use uuid::Uuid;

use super::Work;
use crate::failure::Failure;

/// What the files of a job have in common.
pub(super) struct Files {
    folder: PathBuf,
    /// What files are called, but for their endings.
    name: String,
    info: ExportInfo,
    opened: Vec<(FileRequest, Artifacts)>,
}

impl Files {
    /// `tables` are those whose rows will be written: a file of one table of several is named after it too.
    pub(super) fn new(
        work: &Work,
        origins: &Origins,
        design: Arc<Design>,
        tables: &[&Table],
        seed: Option<u64>,
        as_of: DateTime<Utc>,
    ) -> Self {
        let name = match tables {
            [only] if design.tables.len() > 1 => format!("{} {}", origins.project, only.name),
            _ => origins.project.clone(),
        };
        let info = ExportInfo {
            project: origins.project.clone(),
            created_by: origins.created_by.clone(),
            seed,
            as_of,
            revision: Some(origins.revision),
            design,
        };
        Self { folder: work.folder(), name, info, opened: Vec::new() }
    }

    /// Begins a file. Blocking.
    pub(super) fn open(&mut self, file: &FileRequest) -> Result<FileOutput, Failure> {
        std::fs::create_dir_all(&self.folder).map_err(AppError::internal)?;
        let twins = self.opened.iter().filter(|(other, _)| other.format == file.format).count();
        let base_name = match twins {
            0 => self.name.clone(),
            n => format!("{} ({})", self.name, n + 1),
        };
        let target = FileTarget { folder: self.folder.clone(), base_name };
        let output = dmb_sinks::open(&file.format, &file.options, target, &self.info)
            .map_err(|violations| Failure::violations(&violations))?;
        self.opened.push((file.clone(), output.artifacts()));
        Ok(output)
    }

    /// Begins the manifest of faults, named as the first file. Blocking.
    pub(super) fn manifest(&mut self) -> Result<FileOutput, Failure> {
        std::fs::create_dir_all(&self.folder).map_err(AppError::internal)?;
        let target = FileTarget { folder: self.folder.clone(), base_name: self.name.clone() };
        let output = dmb_sinks::manifest(target);
        let request = FileRequest { format: MANIFEST.to_owned(), options: Params::new() };
        self.opened.push((request, output.artifacts()));
        Ok(output)
    }

    /// The finished files as exports. Blocking.
    pub(super) fn exports(&self, work: &Work) -> Result<Vec<NewExport>, Failure> {
        let mut exports = Vec::new();
        for (file, artifacts) in &self.opened {
            let listed = artifacts.lock().map_err(|_| Failure::defect(&BoxError::from("the list of files is lost")))?;
            for artifact in listed.iter() {
                exports.push(NewExport {
                    id: Uuid::now_v7(),
                    format: file.format.clone(),
                    options: serde_json::Value::Object(file.options.clone()),
                    file_name: artifact.file_name.clone(),
                    media_type: artifact.media_type.to_owned(),
                    storage_path: format!("{}/{}/{}", work.job, work.attempt, artifact.file_name),
                    rows: artifact.rows,
                    bytes: artifact.bytes,
                    sha256: artifact.sha256.clone(),
                    seed: self.info.seed,
                    expires_at: expiry(work),
                });
            }
        }
        Ok(exports)
    }
}

fn expiry(work: &Work) -> Option<DateTime<Utc>> {
    let ttl = work.app.config().artifact_ttl?;
    Some(work.app.now() + TimeDelta::from_std(ttl).ok()?)
}
