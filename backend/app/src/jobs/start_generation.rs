//! Asking for rows.

use super::args::{JobArgs, Wish};
use super::prepare::Prepared;
use super::queue::{Order, wish};
use super::{InsertMode, Job, JobKind, StartGeneration};
use crate::{Actor, App, AppError, Outcome};

impl App {
    /// Plans rows and puts the job into the queue; where anything stands in the way nothing is queued, and everything
    /// is said. What the job does is frozen here: design, seeds, moment, row numbers.
    pub async fn start_generation(&self, actor: &Actor, asked: StartGeneration) -> Result<Outcome<Job>, AppError> {
        let (project, design) = self.writable_design(actor, asked.project_id).await?;
        let wish = wish(asked.idempotency_key.as_deref(), &(JobKind::Generate, &asked))?;
        if asked.into_tables.is_some() {
            match self.same_wish(project.id, wish.as_ref()).await? {
                Some(job) => return Ok(Outcome::done(job)),
                None => {
                    if let Some(violation) = self.busy(project.id).await? {
                        return Ok(Outcome::refused(violation));
                    }
                }
            }
        }
        let Prepared { args, plan, warnings } = match self.prepare(actor, &project, design, &asked, wish).await? {
            Ok(prepared) => prepared,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        let message = in_words(plan.total_rows(), plan.tables().len(), &asked);
        let order = Order { project: project.id, priority: asked.priority, args: JobArgs::Generate(args), message };
        Ok(match self.enqueue(actor, order).await? {
            Outcome::Done(job, _) => Outcome::Done(job, warnings),
            other => other,
        })
    }

    /// The job that fills tables now, where the same wish made it.
    async fn same_wish(&self, project: uuid::Uuid, wish: Option<&Wish>) -> Result<Option<Job>, AppError> {
        let Some(wish) = wish else { return Ok(None) };
        match self.loading_job(project).await? {
            Some((job, args)) if args.wish() == Some(wish) => Ok(Some(job.try_into()?)),
            Some(_) | None => Ok(None),
        }
    }
}

fn in_words(rows: u64, tables: usize, asked: &StartGeneration) -> String {
    let into = match asked.into_tables {
        Some(InsertMode::Append) => Some("added to the tables".to_owned()),
        Some(InsertMode::Replace) => Some("in the place of those in the tables".to_owned()),
        None => None,
    };
    let formats: Vec<&str> = asked.files.iter().map(|f| f.format.as_str()).collect();
    let files = (!formats.is_empty()).then(|| format!("to {}", formats.join(", ")));
    let targets: Vec<String> = into.into_iter().chain(files).collect();
    let plural = if tables == 1 { "table" } else { "tables" };
    format!("{rows} rows of {tables} {plural}, {}", targets.join(" and "))
}
