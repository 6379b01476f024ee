//! What jobs are asked for.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};
use dmb_app::jobs::{FileRequest, JobStatus as Status, StartExport, StartGeneration, TableRows};
use dmb_spec::Violation;
use serde_json::Value;

use super::types::{InsertMode, JobStatus, Priority};
use crate::error::ApiResult;
use crate::ids::Kind;
use crate::modules::common::Problems;
use crate::modules::rows::{FilterInput, SortInput, filters, sorts};
use crate::scalars::BigInt;

/// Rows wished for: into the tables, to files, or both.
#[derive(InputObject)]
pub(crate) struct StartGenerationInput {
    /// Which project.
    project_id: ID,
    /// Tables with their rows; absent: every table of the project with its planned rows.
    tables: Option<Vec<TableRowsInput>>,
    /// Seed; the project's when absent.
    seed: Option<BigInt>,
    /// What "now" means in the rows; the project's when absent, else the present moment.
    as_of: Option<DateTime<Utc>>,
    /// Into the tables, and what becomes of the rows that are there.
    into_tables: Option<InsertMode>,
    /// Into files, each with all tables of the run.
    files: Option<Vec<FileOutputInput>>,
    /// Whether rows get the faults their tables declare; a table refuses faults that break its rules.
    #[graphql(default = true)]
    faults: bool,
    /// Which waiting job goes first.
    #[graphql(default_with = "Priority::Normal")]
    priority: Priority,
    /// The same key with the same wish gives the same job again.
    idempotency_key: Option<String>,
}

/// A table of a run.
#[derive(InputObject)]
pub(crate) struct TableRowsInput {
    /// Table name.
    table: String,
    /// How many rows; as planned in the design when absent.
    rows: Option<BigInt>,
}

/// A file of a run.
#[derive(InputObject)]
pub(crate) struct FileOutputInput {
    /// Format id, see `formats`.
    format: String,
    /// Its options, as an object.
    options: Option<Value>,
}

/// Rows of migrated tables wished for as a file.
#[derive(InputObject)]
pub(crate) struct StartExportInput {
    /// Which project.
    project_id: ID,
    /// Table names; every migrated table when absent.
    tables: Option<Vec<String>>,
    /// Format id, see `formats`.
    format: String,
    /// Its options, as an object.
    options: Option<Value>,
    /// Conditions, all of which hold; only with one table.
    filter: Option<Vec<FilterInput>>,
    /// Order; only with one table.
    sort: Option<Vec<SortInput>>,
    /// The same key with the same wish gives the same job again.
    idempotency_key: Option<String>,
}

impl StartGenerationInput {
    /// The wish, or what is wrong with its form.
    ///
    /// # Errors
    /// NOT_FOUND where the project's id is none.
    pub fn wish(self) -> ApiResult<Result<StartGeneration, Vec<Violation>>> {
        let project_id = Kind::Project.uuid(&self.project_id)?;
        let mut problems = Problems::default();
        let seed = problems.unsigned("seed", self.seed);
        let tables = self.tables.map(|tables| {
            let each = tables.into_iter().map(|table| TableRows {
                rows: problems.unsigned(format!("tables.{}.rows", table.table), table.rows),
                table: table.table,
            });
            each.collect()
        });
        let files = self.files.unwrap_or_default().into_iter().enumerate();
        let files = files.map(|(at, file)| FileRequest {
            format: file.format,
            options: problems.object(format!("files[{at}].options"), file.options),
        });
        let files = files.collect();
        Ok(problems.or(StartGeneration {
            project_id,
            tables,
            seed,
            as_of: self.as_of,
            into_tables: self.into_tables.map(Into::into),
            files,
            without_faults: !self.faults,
            priority: self.priority.into(),
            idempotency_key: self.idempotency_key,
        }))
    }
}

impl StartExportInput {
    /// The wish, or what is wrong with its form.
    ///
    /// # Errors
    /// NOT_FOUND where the project's id is none.
    pub fn wish(self) -> ApiResult<Result<StartExport, Vec<Violation>>> {
        let project_id = Kind::Project.uuid(&self.project_id)?;
        let mut problems = Problems::default();
        let options = problems.object("options", self.options);
        Ok(problems.or(StartExport {
            project_id,
            tables: self.tables,
            format: self.format,
            options,
            filter: filters(self.filter),
            sort: sorts(self.sort),
            idempotency_key: self.idempotency_key,
        }))
    }
}

/// The states asked for; every one when none is named.
pub(crate) fn statuses(wanted: Option<Vec<JobStatus>>) -> Vec<Status> {
    wanted.unwrap_or_default().into_iter().map(Into::into).collect()
}
