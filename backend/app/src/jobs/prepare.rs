//! From a wish for rows to the frozen arguments of a job and its plan.

use std::collections::HashSet;
use std::sync::Arc;

use dmb_engine::faults::broken_rules;
use dmb_engine::plan::Plan;
use dmb_spec::{Design, Table, TableId, Violation};
use dmb_tables::Namespace;
use uuid::Uuid;

use super::args::{GenerateArgs, Origins, RunTable, Wish};
use super::files::check_file;
use super::{InsertMode, StartGeneration};
use crate::projects::Project;
use crate::tables::{TableState, table_state};
use crate::{Actor, App, AppError};

/// A wish that can be granted.
pub(super) struct Prepared {
    pub(super) args: GenerateArgs,
    pub(super) plan: Plan,
    pub(super) warnings: Vec<Violation>,
}

impl App {
    /// Freezes a wish and plans it; `Err` with everything that stands in its way.
    pub(super) async fn prepare(
        &self,
        actor: &Actor,
        project: &Project,
        design: Design,
        asked: &StartGeneration,
        wish: Option<Wish>,
    ) -> Result<Result<Prepared, Vec<Violation>>, AppError> {
        let mut found = target_violations(asked);
        let (tables, unknown) = chosen(&design, asked);
        found.extend(unknown);
        if let Some(mode) = asked.into_tables {
            found.extend(self.table_violations(project.id, &design, &tables, mode).await?);
            if !asked.without_faults {
                found.extend(tables.iter().flat_map(|(table, _)| broken_rules(&design, table)));
            }
        }
        let seed = asked.seed.unwrap_or(project.seed);
        let numbering = self.numbering(project.id, asked.into_tables, &tables, seed).await?;
        let (run, key_seed) = match numbering {
            Ok(numbering) => numbering,
            Err(violation) => {
                found.push(violation);
                (Vec::new(), seed)
            }
        };
        if found.iter().any(Violation::is_error) {
            return Ok(Err(found));
        }
        let by = self.store().users().get(actor.user_id).await?.name;
        let mut args = GenerateArgs {
            origins: Origins { project: project.name.clone(), revision: project.revision, created_by: by },
            tables: run,
            seed,
            key_seed,
            as_of: asked.as_of.or(project.as_of).unwrap_or_else(|| self.now()),
            into_tables: asked.into_tables,
            files: asked.files.clone(),
            faults: !asked.without_faults,
            fingerprint: String::new(),
            wish,
            design: Arc::new(design),
        };
        let plan = match self.compile(project.id, &args).await? {
            Ok(plan) => plan,
            Err(violations) => {
                found.extend(violations);
                return Ok(Err(found));
            }
        };
        found.extend(plan.warnings().iter().cloned());
        found.extend(self.size_violations(&plan));
        found.extend(format_violations(asked, &plan));
        if found.iter().any(Violation::is_error) {
            return Ok(Err(found));
        }
        args.fingerprint = plan.fingerprint();
        Ok(Ok(Prepared { args, plan, warnings: found }))
    }

    /// Row numbers to go on from, and the seed of unique columns. Rows that are added share the seed of those that
    /// stay, so that both stay distinct.
    async fn numbering(
        &self,
        project: Uuid,
        mode: Option<InsertMode>,
        tables: &[(&Table, Option<u64>)],
        seed: u64,
    ) -> Result<Result<(Vec<RunTable>, u64), Violation>, AppError> {
        let mut run = Vec::with_capacity(tables.len());
        let mut key_seed: Option<(u64, &str)> = None;
        for (table, rows) in tables {
            let mut first_row = 0;
            if mode == Some(InsertMode::Append) {
                first_row = self.tables().high_water(Namespace(project), table.id).await?;
                let own = self.tables().key_seed(Namespace(project), table.id).await?.filter(|_| first_row > 0);
                match (own, key_seed) {
                    (Some(own), Some((other, name))) if own != other => {
                        let message = format!(
                            "The rows in {name} and in {} were made with different seeds, so their keys can't be continued \
                             in one run. Add to them in two runs, or replace them together.",
                            table.name
                        );
                        return Ok(Err(Violation::error("tables", "different_key_seeds", message)));
                    }
                    (Some(own), None) => key_seed = Some((own, &table.name)),
                    (Some(_) | None, _) => {}
                }
            }
            run.push(RunTable { table: table.id, rows: *rows, first_row });
        }
        Ok(Ok((run, key_seed.map_or(seed, |(own, _)| own))))
    }

    /// Why rows can't go into these tables now.
    async fn table_violations(
        &self,
        project: Uuid,
        design: &Design,
        tables: &[(&Table, Option<u64>)],
        mode: InsertMode,
    ) -> Result<Vec<Violation>, AppError> {
        let migrated = self.store().migrations().current_design(project).await?;
        let mut found: Vec<Violation> = Vec::new();
        for table in with_ancestors(design, tables) {
            let path = format!("tables.{}", table.name);
            match table_state(table, migrated.as_ref()) {
                TableState::Migrated => {}
                TableState::Draft => {
                    let message =
                        format!("{} is not in the database yet. Review and apply the migration first.", table.name);
                    found.push(Violation::error(path, "not_migrated", message));
                }
                TableState::Changed => {
                    let message = format!(
                        "{} was changed since it was migrated. Review and apply the migration first.",
                        table.name
                    );
                    found.push(Violation::error(path, "not_migrated", message));
                }
            }
        }
        if found.is_empty() && mode == InsertMode::Replace {
            found.extend(self.left_behind(project, design, tables).await?);
        }
        Ok(found)
    }

    /// Children with rows that keep leading to rows which would be replaced.
    async fn left_behind(
        &self,
        project: Uuid,
        design: &Design,
        tables: &[(&Table, Option<u64>)],
    ) -> Result<Vec<Violation>, AppError> {
        let replaced: HashSet<TableId> = tables.iter().map(|(t, _)| t.id).collect();
        let mut found = Vec::new();
        for child in design.tables.iter().filter(|t| !replaced.contains(&t.id)) {
            let Some(parent) = child.fields.iter().filter_map(|f| f.reference).find(|r| replaced.contains(&r.table))
            else {
                continue;
            };
            let rows = self.tables().row_count(Namespace(project), child).await?.unwrap_or(0);
            if rows > 0 {
                let parent = design.table_by_id(parent.table).map_or("", |t| &t.name);
                let message =
                    format!("{} keeps {rows} rows that refer to the rows of {parent} that would go.", child.name);
                let fix = format!("Add {} to the run, or append instead of replacing.", child.name);
                found.push(
                    Violation::error(format!("tables.{}", child.name), "children_keep_rows", message).suggest(fix),
                );
            }
        }
        Ok(found)
    }

    fn size_violations(&self, plan: &Plan) -> Vec<Violation> {
        let limits = self.config().limits;
        let mut found = Vec::new();
        let (rows, bytes) = (plan.total_rows(), plan.estimated_bytes());
        if rows > limits.rows {
            let message = format!("A job makes at most {} rows; this one would make {rows}.", limits.rows);
            found.push(Violation::error("tables", "quota", message));
        }
        if bytes > limits.bytes {
            let message = format!("A job makes at most {} bytes; this one would make about {bytes}.", limits.bytes);
            found.push(Violation::error("tables", "quota", message));
        }
        found
    }
}

fn target_violations(asked: &StartGeneration) -> Vec<Violation> {
    let mut found = Vec::new();
    if asked.into_tables.is_none() && asked.files.is_empty() {
        let message = "Say where the rows go: into the tables, to files, or both.";
        found.push(Violation::error("", "no_target", message));
    }
    for (place, file) in asked.files.iter().enumerate() {
        found.extend(check_file(&format!("files[{place}]"), file));
    }
    found
}

/// The tables of the run, in the order of the design, with their rows.
fn chosen<'a>(design: &'a Design, asked: &StartGeneration) -> (Vec<(&'a Table, Option<u64>)>, Vec<Violation>) {
    let mut found = Vec::new();
    let Some(wanted) = &asked.tables else {
        if design.tables.is_empty() {
            found.push(Violation::error("tables", "no_tables", "The project has no tables yet."));
        }
        return (design.tables.iter().map(|t| (t, None)).collect(), found);
    };
    let mut tables: Vec<(&Table, Option<u64>)> = Vec::new();
    for (place, one) in wanted.iter().enumerate() {
        let path = format!("tables[{place}].table");
        match design.table(&one.table) {
            None => found.push(Violation::error(path, "unknown_table", format!("There is no table {:?}.", one.table))),
            Some(table) if tables.iter().any(|(t, _)| t.id == table.id) => {
                found.push(Violation::error(path, "duplicate_table", format!("{} is named twice.", one.table)));
            }
            Some(table) => tables.push((table, one.rows)),
        }
    }
    if wanted.is_empty() {
        found.push(Violation::error("tables", "no_tables", "Choose at least one table."));
    }
    (tables, found)
}

/// The tables and all they refer to, directly or not.
fn with_ancestors<'a>(design: &'a Design, tables: &[(&'a Table, Option<u64>)]) -> Vec<&'a Table> {
    let mut all: Vec<&Table> = tables.iter().map(|(t, _)| *t).collect();
    let mut next = 0;
    while let Some(table) = all.get(next).copied() {
        next += 1;
        for parent in table.fields.iter().filter_map(|f| design.table_by_id(f.reference?.table)) {
            if !all.iter().any(|t| t.id == parent.id) {
                all.push(parent);
            }
        }
    }
    all
}

/// Tables that have more rows than a format holds.
fn format_violations(asked: &StartGeneration, plan: &Plan) -> Vec<Violation> {
    let mut found = Vec::new();
    for (place, file) in asked.files.iter().enumerate() {
        let Some(max) = crate::catalog::format(&file.format).and_then(|f| f.max_rows) else { continue };
        for table in plan.tables().iter().filter(|t| t.rows() > max) {
            let message = format!(
                "{} holds at most {max} rows; {} would have {}.",
                file.format,
                table.table().name,
                table.rows()
            );
            found.push(Violation::error(format!("files[{place}].format"), "too_many_rows", message));
        }
    }
    found
}
