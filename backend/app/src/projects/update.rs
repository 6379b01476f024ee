//! Changing a project.

use dmb_spec::Violation;
use dmb_store::StoreError;
use uuid::Uuid;

use super::create::{description_problem, name_problem};
use super::{Project, ProjectChange, parse_locale};
use crate::{Actor, App, AppError, Outcome, ProjectEventKind};

impl App {
    /// Changes what is given, where the project is still at `revision`.
    pub async fn update_project(
        &self,
        actor: &Actor,
        id: Uuid,
        revision: u32,
        change: ProjectChange,
    ) -> Result<Outcome<Project>, AppError> {
        self.writable(actor, id).await?;
        let change = match checked(change) {
            Ok(change) => change,
            Err(violations) => return Ok(Outcome::Refused(violations)),
        };
        match self.store().projects().update(id, revision, &change, self.now()).await {
            Ok(project) => {
                self.announce(id, ProjectEventKind::ProjectChanged, None);
                Ok(Outcome::done(project.into()))
            }
            Err(StoreError::Conflict) => Ok(Outcome::Conflict(self.store().projects().get(id).await?.into())),
            Err(error) => Err(error.into()),
        }
    }
}

fn checked(change: ProjectChange) -> Result<dmb_store::ProjectChange, Vec<Violation>> {
    let mut violations = Vec::new();
    violations.extend(change.name.as_deref().and_then(name_problem));
    violations.extend(change.description.as_deref().and_then(description_problem));
    let locale = match change.locale.as_deref().map(parse_locale).transpose() {
        Ok(locale) => locale,
        Err(violation) => {
            violations.push(violation);
            None
        }
    };
    let ProjectChange { name, description, seed, locale: _ } = change;
    let name = name.map(|n| n.trim().to_owned());
    let change = dmb_store::ProjectChange { name, description, seed, locale, as_of: None };
    if violations.is_empty() { Ok(change) } else { Err(violations) }
}
