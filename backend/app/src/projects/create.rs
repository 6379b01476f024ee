//! Making a project: blank, from a design file, from a template.

use dmb_spec::{Design, Violation};
use dmb_store::{PageRequest, ProjectFilter};

use super::{NewProject, Project, parse_locale};
use crate::tables::check;
use crate::{Actor, App, AppError, Outcome, policy};

/// Most characters of a project's name.
const MAX_NAME: usize = 100;
/// Most characters of its description.
const MAX_DESCRIPTION: usize = 2_000;

impl App {
    /// Makes a project; with a design file, all of its tables.
    pub async fn create_project(&self, actor: &Actor, mut wish: NewProject) -> Result<Outcome<Project>, AppError> {
        policy::create(actor)?;
        let read = match wish.design_file.take() {
            None => Ok(Design::new(String::new())),
            Some(text) => dmb_spec::file::from_str(&text),
        };
        match read {
            Ok(design) => self.create_from(actor, design, wish).await,
            Err(violations) => Ok(Outcome::Refused(violations)),
        }
    }

    /// Makes a project from a template of the catalogue; its locale reaches the template's own data.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is no such template.
    pub async fn create_project_from_template(
        &self,
        actor: &Actor,
        template: &str,
        wish: NewProject,
    ) -> Result<Outcome<Project>, AppError> {
        policy::create(actor)?;
        let found = dmb_spec::templates::find(template).ok_or(AppError::NotFound)?;
        self.create_from(actor, found.design(None), wish).await
    }

    async fn create_from(
        &self,
        actor: &Actor,
        mut design: Design,
        wish: NewProject,
    ) -> Result<Outcome<Project>, AppError> {
        let mut violations = fill_in(&mut design, wish);
        violations.extend(self.project_quota(actor).await?);
        violations.extend(self.table_quota(&design));
        let found = check(design.clone(), self.now()).await?;
        // What is wrong with the project's own words was said already.
        let said = |v: &Violation| violations.iter().any(|own| own.path == v.path);
        let rest: Vec<Violation> = found.into_iter().filter(|v| !said(v)).collect();
        violations.extend(rest);
        if violations.iter().any(Violation::is_error) {
            return Ok(Outcome::Refused(violations));
        }
        let new = dmb_store::NewProject { owner_id: actor.user_id, design, now: self.now() };
        let project = self.store().projects().create(new).await?;
        self.note(Some(actor.user_id), "project.create", format!("project:{}", project.id)).await?;
        Ok(Outcome::Done(project.into(), violations))
    }

    async fn project_quota(&self, actor: &Actor) -> Result<Option<Violation>, AppError> {
        let filter = ProjectFilter { owner: Some(actor.user_id), search: None };
        let have = self.store().projects().list(&filter, &PageRequest::first(1)).await?.total;
        let message = || format!("You have {have} projects, as many as an account may have. Delete one first.");
        Ok((have >= self.config().limits.projects).then(|| Violation::error("", "quota", message())))
    }

    /// Whether the design has more tables or fields than a project may have.
    pub(crate) fn table_quota(&self, design: &Design) -> Vec<Violation> {
        let limits = self.config().limits;
        let mut found = Vec::new();
        if design.tables.len() > limits.tables {
            let message =
                format!("A project has at most {} tables; this one has {}.", limits.tables, design.tables.len());
            found.push(Violation::error("tables", "quota", message));
        }
        for table in design.tables.iter().filter(|t| t.fields.len() > limits.fields) {
            let message =
                format!("A table has at most {} fields; {} has {}.", limits.fields, table.name, table.fields.len());
            found.push(Violation::error(format!("tables.{}.fields", table.name), "quota", message));
        }
        found
    }
}

/// Puts what was wished for into the design.
fn fill_in(design: &mut Design, wish: NewProject) -> Vec<Violation> {
    let mut violations = Vec::new();
    if let Some(name) = wish.name {
        design.name = name.trim().to_owned();
    }
    if let Some(description) = wish.description {
        design.description = description;
    }
    if let Some(seed) = wish.seed {
        design.seed = seed;
    }
    match wish.locale.as_deref().map(parse_locale) {
        Some(Ok(locale)) => design.locale = locale,
        Some(Err(violation)) => violations.push(violation),
        None => {}
    }
    violations.extend(name_problem(&design.name));
    violations.extend(description_problem(&design.description));
    violations
}

pub(super) fn name_problem(name: &str) -> Option<Violation> {
    match name.trim().chars().count() {
        0 => Some(Violation::error("name", "required", "Give the project a name.")),
        1..=MAX_NAME => None,
        n => {
            let message = format!("A project's name has at most {MAX_NAME} characters; this one has {n}.");
            Some(Violation::error("name", "too_long", message))
        }
    }
}

pub(super) fn description_problem(description: &str) -> Option<Violation> {
    let n = description.chars().count();
    let message = || format!("A description has at most {MAX_DESCRIPTION} characters; this one has {n}.");
    (n > MAX_DESCRIPTION).then(|| Violation::error("description", "too_long", message()))
}
