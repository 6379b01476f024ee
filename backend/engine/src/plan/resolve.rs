//! Which generator each field has: the declared one, else the one the catalogue chooses; and whether it can be that.

use dmb_spec::{Design, Field, GeneratorRef, Table, Violation};

use super::tables::field_path;
use crate::catalog::{self, nested};
use crate::generator::{Generator, ParamProblem};

/// The generator of one field.
pub(crate) struct Resolved {
    pub reference: GeneratorRef,
    pub generator: &'static dyn Generator,
    /// Whether it can fill a unique field.
    pub can_be_unique: bool,
}

/// The generators of a table in field order; `None` where one is wrong, which `out` then says.
pub(crate) fn resolve(design: &Design, table: &Table, out: &mut Vec<Violation>) -> Vec<Option<Resolved>> {
    table.fields.iter().map(|field| resolve_one(design, table, field, out)).collect()
}

fn resolve_one(design: &Design, table: &Table, field: &Field, out: &mut Vec<Violation>) -> Option<Resolved> {
    let path = field_path(table, field);
    let reference = field.generator.clone().unwrap_or_else(|| catalog::default_for(field, table, design));
    let (Some(generator), Some(descriptor)) = (catalog::find(&reference.name), catalog::descriptor(&reference.name))
    else {
        out.push(of_param(&path, nested::unknown(&reference.name)));
        return None;
    };
    if let Some(problem) = nested::wrong_type(descriptor, field) {
        out.push(of_param(&path, problem));
        return None;
    }
    let problems = catalog::check_params(descriptor, &reference.params, table);
    if !problems.is_empty() {
        out.extend(problems.into_iter().map(|problem| of_param(&path, problem)));
        return None;
    }
    Some(Resolved { reference, generator, can_be_unique: descriptor.unique })
}

/// A problem with a parameter as a violation at the field.
pub(crate) fn of_param(path: &str, problem: ParamProblem) -> Violation {
    let path =
        if problem.param.is_empty() { format!("{path}.generator") } else { format!("{path}.params.{}", problem.param) };
    let mut violation = Violation::error(path, problem.code, problem.message);
    violation.suggestion = problem.suggestion;
    violation
}
