//! What projects are asked for.

use async_graphql::{ID, InputObject};
use dmb_app::projects::{NewProject, ProjectChange};
use dmb_spec::Violation;

use crate::modules::common::Problems;
use crate::scalars::BigInt;

/// A new project.
#[derive(InputObject)]
pub(crate) struct CreateProjectInput {
    /// Name, for people.
    name: String,
    /// What it is for.
    description: Option<String>,
    /// Seed of its runs; the design file's when absent, else 0.
    seed: Option<BigInt>,
    /// Locale of its rows: `en_US`, or several with weights: `en_US:3,es_ES:1`.
    locale: Option<String>,
    /// A design file, YAML or JSON, to begin with.
    design_file: Option<String>,
}

impl CreateProjectInput {
    /// The wish, or what is wrong with its form.
    pub fn wish(self) -> Result<NewProject, Vec<Violation>> {
        let mut problems = Problems::default();
        let seed = problems.unsigned("seed", self.seed);
        problems.or(NewProject {
            name: Some(self.name),
            description: self.description,
            seed,
            locale: self.locale,
            design_file: self.design_file,
        })
    }
}

/// A new project from a template.
#[derive(InputObject)]
pub(crate) struct CreateProjectFromTemplateInput {
    /// Which template.
    pub template_id: String,
    /// Name; the template's when absent.
    name: Option<String>,
    /// What it is for; the template's words, in English, when absent.
    description: Option<String>,
    /// Locale of its rows; the template's when absent.
    locale: Option<String>,
    /// Seed of its runs; the template's when absent.
    seed: Option<BigInt>,
}

impl CreateProjectFromTemplateInput {
    /// The wish, or what is wrong with its form.
    pub fn wish(self) -> Result<NewProject, Vec<Violation>> {
        let mut problems = Problems::default();
        let seed = problems.unsigned("seed", self.seed);
        let Self { name, description, locale, .. } = self;
        problems.or(NewProject { name, description, seed, locale, design_file: None })
    }
}

/// What to change of a project; what is absent stays.
#[derive(InputObject)]
pub(crate) struct UpdateProjectInput {
    /// Which project.
    pub id: ID,
    /// The revision the change was made on.
    pub revision: u32,
    /// New name.
    name: Option<String>,
    /// New description.
    description: Option<String>,
    /// New seed.
    seed: Option<BigInt>,
    /// New locale: `en_US`, or several with weights: `en_US:3,es_ES:1`.
    locale: Option<String>,
}

impl UpdateProjectInput {
    /// The wish, or what is wrong with its form.
    pub fn wish(self) -> Result<ProjectChange, Vec<Violation>> {
        let mut problems = Problems::default();
        let seed = problems.unsigned("seed", self.seed);
        problems.or(ProjectChange { name: self.name, description: self.description, seed, locale: self.locale })
    }
}
