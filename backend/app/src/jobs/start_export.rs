//! Asking for a file of rows that are in the tables.

use std::sync::Arc;

use dmb_spec::{Design, TableId, Violation};

use super::args::{ExportArgs, JobArgs, Origins};
use super::files::check_file;
use super::queue::{Order, wish};
use super::{FileRequest, Job, JobKind, Priority, StartExport};
use crate::{Actor, App, AppError, Outcome};

impl App {
    /// Puts the writing of a file into the queue. The rows are those that are in the tables when the job runs, all of
    /// one moment.
    pub async fn start_export(&self, actor: &Actor, asked: StartExport) -> Result<Outcome<Job>, AppError> {
        let project = self.writable(actor, asked.project_id).await?;
        let wish = wish(asked.idempotency_key.as_deref(), &(JobKind::Export, &asked))?;
        let file = FileRequest { format: asked.format.clone(), options: asked.options.clone() };
        let mut violations = check_file("", &file);
        let Some(design) = self.store().migrations().current_design(project.id).await? else {
            let message = "No table of this project is in the database yet. Review and apply the migration first.";
            violations.push(Violation::error("tables", "not_migrated", message));
            return Ok(Outcome::Refused(violations));
        };
        let tables = chosen(&design, &asked, &mut violations);
        if !violations.is_empty() {
            return Ok(Outcome::Refused(violations));
        }
        let created_by = self.store().users().get(actor.user_id).await?.name;
        let message = format!("rows of {} tables to {}", tables.len(), file.format);
        let args = ExportArgs {
            design: Arc::new(design),
            origins: Origins { project: project.name, revision: project.revision, created_by },
            tables,
            filter: asked.filter,
            sort: asked.sort,
            file,
            as_of: self.now(),
            wish,
        };
        let order = Order { project: project.id, priority: Priority::Normal, args: JobArgs::Export(args), message };
        self.enqueue(actor, order).await
    }
}

fn chosen(design: &Design, asked: &StartExport, violations: &mut Vec<Violation>) -> Vec<TableId> {
    let tables: Vec<TableId> = match &asked.tables {
        None => design.tables.iter().map(|t| t.id).collect(),
        Some(names) => {
            let mut tables = Vec::with_capacity(names.len());
            for (place, name) in names.iter().enumerate() {
                let path = format!("tables[{place}]");
                match design.table(name).map(|t| t.id) {
                    None => {
                        let message = format!("There is no table {name:?} in the database.");
                        violations.push(Violation::error(path, "unknown_table", message));
                    }
                    Some(id) if tables.contains(&id) => {
                        violations.push(Violation::error(path, "duplicate_table", format!("{name} is named twice.")));
                    }
                    Some(id) => tables.push(id),
                }
            }
            tables
        }
    };
    if tables.is_empty() && violations.is_empty() {
        violations.push(Violation::error("tables", "no_tables", "Choose at least one table."));
    }
    let narrowed = !asked.filter.is_empty() || !asked.sort.is_empty();
    if let ([id], true) = (tables.as_slice(), narrowed) {
        violations.extend(field_violations(design, *id, asked));
    } else if narrowed {
        let message = "Filters and an order go with one table; choose one, or leave them out.";
        violations.push(Violation::error("filter", "several_tables", message));
    }
    tables
}

fn field_violations(design: &Design, table: TableId, asked: &StartExport) -> Vec<Violation> {
    let filters = asked.filter.iter().enumerate().map(|(n, f)| (format!("filter[{n}].field"), &f.field));
    let sorts = asked.sort.iter().enumerate().map(|(n, s)| (format!("sort[{n}].field"), &s.field));
    let known = |name: &str| design.table_by_id(table).is_some_and(|t| t.field(name).is_some());
    let unknown = filters.chain(sorts).filter(|(_, name)| !known(name));
    unknown
        .map(|(path, name)| Violation::error(path, "unknown_field", format!("There is no field {name:?}.")))
        .collect()
}
